#include "tests/tidy/cpp_text.h"

#include <algorithm>
#include <cctype>

namespace tidy {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// The end of the text or character that starts at `start`; its quote is there.
std::size_t end_of_quoted(std::string_view code, std::size_t start) {
  for (auto at = start + 1; at < code.size(); ++at) {
    if (code[at] == '\\') {
      ++at;
    } else if (code[at] == code[start]) {
      return at + 1;
    }
  }
  return code.size();
}

/// The same for a raw text, whose quote is at `quote`.
std::size_t end_of_raw(std::string_view code, std::size_t quote) {
  const auto open = code.find('(', quote);
  if (open == npos) return code.size();
  const auto closing = ")" + std::string(code.substr(quote + 1, open - quote - 1)) + "\"";
  const auto end = code.find(closing, open);
  return end == npos ? code.size() : end + closing.size();
}

/// The end of what starts at `at` and is no code; `at` when it is code.
std::size_t end_of_text(std::string_view code, std::size_t at) {
  const auto rest = code.substr(at);
  const bool after_name = at > 0 && is_name(code[at - 1]);
  if (rest.starts_with("//")) return std::min(code.find('\n', at), code.size());
  if (rest.starts_with("/*")) {
    const auto end = code.find("*/", at + 2);
    return end == npos ? code.size() : end + 2;
  }
  if (rest.starts_with("R\"") && !after_name) return end_of_raw(code, at + 1);
  if (rest.starts_with("\"")) return end_of_quoted(code, at);
  // In 1'000 it parts digits.
  if (rest.starts_with("'") && !after_name) return end_of_quoted(code, at);
  return at;
}

}  // namespace

std::string without_texts(std::string_view code) {
  std::string result;
  for (std::size_t at = 0; at < code.size();) {
    const auto end = end_of_text(code, at);
    if (end == at) {
      result += code[at++];
      continue;
    }
    const auto text = code.substr(at, end - at);
    if (text.front() != '/') result += "\"\"";
    result.append(static_cast<std::size_t>(std::ranges::count(text, '\n')), '\n');
    at = end;
  }
  return result;
}

std::size_t find_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !is_name(text[at - 1])) && (end == text.size() || !is_name(text[end]))) {
      return at;
    }
  }
  return npos;
}

}  // namespace tidy
