#pragma once

#include <string>
#include <string_view>

namespace emulator {

/// A Content-Type header taken apart. Names are in lower case, quotes are gone.
struct ContentType {
  std::string media_type;  ///< Such as `text/xml`; empty when the header is missing or malformed.
  std::string charset;
  std::string action;  ///< Where SOAP 1.2 puts what is SOAPAction in 1.1.
};

ContentType content_type_of(std::string_view header);

}  // namespace emulator
