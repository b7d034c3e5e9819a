#include "server/domain/text_length.h"

#include <algorithm>

#include "server/domain/fault.h"

namespace emulator {

void require_length(std::string_view text, int length_max, const std::string& argument) {
  const auto begins_code_point = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  };
  if (std::ranges::count_if(text, begins_code_point) > length_max) {
    throw fault::text_too_long(argument, length_max);
  }
}

}  // namespace emulator
