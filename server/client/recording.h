#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "server/client/http_call.h"

namespace emulator {

/// An exchange that was recorded.
struct RecordedExchange {
  std::string method;
  std::string target;   ///< Path and query.
  HttpHeaders headers;  ///< Without those of the connection.
  std::string body;
  unsigned status = 0;
  std::string answer;
  bool is_whole = true;  ///< Neither body was clipped.
};

/// The file is no recording; what() says why.
struct BadRecording : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The entries of an HTTP archive (HAR 1.2), as `GET /__admin/requests?format=har` makes it, in
/// their order. Throws BadRecording.
std::vector<RecordedExchange> recorded_exchanges(std::string_view har);

}  // namespace emulator
