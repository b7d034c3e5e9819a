#include "server/gate/redaction.h"

#include <set>

#include "server/domain/utf8_text.h"
#include "server/gate/secret_names.h"
#include "server/gate/secret_spans.h"

namespace emulator {
namespace {

using Words = std::set<std::string, std::less<>>;

using InWord = bool (*)(char);

// What is cut, escaped or replaced is so between words of this kind.
bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Some texts keep all letters.
bool is_plain_or_wide(char c) { return is_plain(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Calls `visit` with the words and with what is between them, in order.
template <class Visit>
void each_part(std::string_view text, InWord is_in_word, Visit visit) {
  while (!text.empty()) {
    std::size_t size = 1;
    while (size < text.size() && is_in_word(text[size]) == is_in_word(text[0])) ++size;
    visit(text.substr(0, size));
    text.remove_prefix(size);
  }
}

Words secret_words(std::string_view message, InWord is_in_word) {
  Words words;
  for (const SecretSpan& span : secret_spans(message)) {
    each_part(message.substr(span.begin, span.end - span.begin), is_in_word,
              [&](std::string_view part) {
                if (is_in_word(part[0])) words.emplace(part);
              });
  }
  return words;
}

std::string blanked(std::string_view text, const std::string& message, InWord is_in_word) {
  const Words words = secret_words(message, is_in_word);
  std::string safe;
  each_part(text, is_in_word, [&](std::string_view part) {
    // A complaint may be cut short, so the beginning of a secret is one, too; of one or two
    // letters, it is nothing.
    const auto word = words.lower_bound(part);
    const bool is_secret =
        word != words.end() && (*word == part || (part.size() > 2 && word->starts_with(part)));
    safe += is_secret ? "***" : part;
  });
  return safe;
}

}  // namespace

std::string without_secrets(const std::string& text, std::string_view message) {
  const std::string readable = utf8_text(message);
  return blanked(blanked(without_tickets(text), readable, is_plain_or_wide), readable, is_plain);
}

}  // namespace emulator
