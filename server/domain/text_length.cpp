#include "server/domain/text_length.h"

#include <algorithm>

#include "server/domain/fault.h"

namespace emulator {

std::int64_t code_points(std::string_view text) {
  return std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

void require_length(std::string_view text, int length_max, const std::string& argument) {
  if (code_points(text) > length_max) throw fault::text_too_long(argument, length_max);
}

}  // namespace emulator
