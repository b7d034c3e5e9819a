#pragma once

#include <string>
#include <string_view>

namespace emulator {

/// Bytes of a message as UTF-8 that is valid: UTF-16 is converted (known by its byte order mark, or
/// by a zero among the first two bytes), other zeros are left out, and what no character is made of
/// becomes U+FFFD.
std::string utf8_text(std::string_view bytes);

}  // namespace emulator
