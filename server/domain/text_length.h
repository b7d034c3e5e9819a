#pragma once

#include <string>
#include <string_view>

namespace emulator {

/// Throws A-ARGUMENT for a text of more code points than its column takes. `argument` names it.
void require_length(std::string_view text, int length_max, const std::string& argument);

}  // namespace emulator
