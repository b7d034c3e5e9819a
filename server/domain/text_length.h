#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace emulator {

/// How many there are in a text in UTF-8.
std::int64_t code_points(std::string_view text);

/// Throws A-ARGUMENT for a text of more code points than its column takes. `argument` names it.
void require_length(std::string_view text, int length_max, const std::string& argument);

}  // namespace emulator
