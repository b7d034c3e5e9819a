#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace emulator {

/// What a caller sent, for a message or a log line: at most 200 bytes, not cut within a character,
/// and `...` behind what was cut.
std::string shortened(std::string_view text);
/// The same with at most `enough` bytes.
std::string shortened(std::string_view text, std::size_t enough);

}  // namespace emulator
