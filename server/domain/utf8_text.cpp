#include "server/domain/utf8_text.h"

#include <unicode/unistr.h>

#include <algorithm>

namespace emulator {
namespace {

unsigned at(std::string_view bytes, std::size_t index) {
  return static_cast<unsigned char>(bytes[index]);
}

enum class Form { utf_8, utf_16_little, utf_16_big };

Form form_of(std::string_view bytes) {
  if (bytes.size() < 2) return Form::utf_8;
  if (bytes.starts_with("\xFF\xFE")) return Form::utf_16_little;
  if (bytes.starts_with("\xFE\xFF") || at(bytes, 0) == 0) return Form::utf_16_big;
  return at(bytes, 1) == 0 ? Form::utf_16_little : Form::utf_8;
}

// ASCII without zeros is UTF-8 already, and nearly every message is that.
bool is_plain(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return c > 0; });
}

}  // namespace

std::string utf8_text(std::string_view bytes) {
  if (is_plain(bytes)) return std::string(bytes);
  const Form form = form_of(bytes);
  icu::UnicodeString text;
  if (form == Form::utf_8) {
    text = icu::UnicodeString::fromUTF8({bytes.data(), static_cast<std::int32_t>(bytes.size())});
  } else {
    const std::size_t high = form == Form::utf_16_big ? 0 : 1;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
      text += static_cast<char16_t>(at(bytes, i + high) << 8U | at(bytes, i + 1 - high));
    }
    if (text.startsWith(u"\uFEFF")) text.remove(0, 1);
  }
  std::string result;
  text.toUTF8String(result);
  std::erase(result, '\0');
  return result;
}

}  // namespace emulator
