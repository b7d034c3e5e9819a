#include "server/domain/shortened.h"

namespace emulator {

std::string shortened(std::string_view text) { return shortened(text, 200); }

std::string shortened(std::string_view text, std::size_t enough) {
  if (text.size() <= enough) return std::string(text);
  std::size_t size = enough;
  // Bytes 10xxxxxx go on with a character of UTF-8.
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return std::string(text.substr(0, size)) + "...";
}

}  // namespace emulator
