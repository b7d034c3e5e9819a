#include "server/gate/redaction.h"

#include <algorithm>
#include <array>
#include <set>

namespace emulator {
namespace {

using Words = std::set<std::string, std::less<>>;

// `Value`: of a credential, and of whatever AuthenticateGeneric is given.
constexpr std::array<std::string_view, 9> secret_elements{
    "Password",    "OldPassword", "NewPassword",     "Ticket", "ApplicationToken",
    "AccessToken", "SecretValue", "CredentialValue", "Value"};

bool is_secret_element(std::string_view name) {
  return std::find(secret_elements.begin(), secret_elements.end(), name) != secret_elements.end();
}

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

/// The local name that stands where a tag's name should; empty when there is none.
std::string_view tag_name(std::string_view text) {
  constexpr std::size_t enough = 100;  // Prefix and name; a bound, since any `<` may ask.
  text = text.substr(0, enough);
  text = text.substr(0, text.find_first_of(" \t\r\n/>"));
  return text.substr(text.rfind(':') + 1);
}

/// As far as the end tag, or to the end of the message.
std::string_view content(std::string_view rest, std::string_view name) {
  std::size_t end = rest.find("</");
  while (end != std::string_view::npos && tag_name(rest.substr(end + 2)) != name) {
    end = rest.find("</", end + 2);
  }
  return rest.substr(0, end);
}

Words secret_words(std::string_view message, InWord is_in_word) {
  Words words;
  std::size_t at = message.find('<');
  while (at != std::string_view::npos) {
    const std::string_view rest = message.substr(at + 1);
    const std::string_view name = tag_name(rest);
    const bool is_secret = is_secret_element(name);
    const std::string_view secret = is_secret ? content(rest, name) : std::string_view{};
    each_part(secret, is_in_word, [&](std::string_view part) {
      if (is_in_word(part[0]) && part != name) words.emplace(part);
    });
    at = message.find('<', at + 1 + secret.size());
  }
  return words;
}

std::string blanked(std::string_view text, const std::string& message, InWord is_in_word) {
  const Words words = secret_words(message, is_in_word);
  std::string safe;
  each_part(text, is_in_word, [&](std::string_view part) {
    // A complaint may be cut short, so the beginning of a secret is one, too.
    const auto word = words.lower_bound(part);
    const bool is_secret = word != words.end() && word->starts_with(part);
    safe += is_secret ? "***" : part;
  });
  return safe;
}

}  // namespace

std::string without_secrets(const std::string& text, std::string_view message) {
  std::string narrow(message);
  std::erase(narrow, '\0');  // UTF-16.
  return blanked(blanked(text, narrow, is_plain_or_wide), narrow, is_plain);
}

std::string blanked_message(std::string_view message) {
  std::string narrow(message);
  std::erase(narrow, '\0');  // UTF-16.
  std::string safe;
  std::string_view rest = narrow;
  for (std::size_t at = rest.find('<'); at != std::string_view::npos; at = rest.find('<')) {
    const std::string_view name = tag_name(rest.substr(at + 1));
    const std::size_t end = rest.find('>', at);
    if (!is_secret_element(name) || end == std::string_view::npos || rest[end - 1] == '/') {
      safe += rest.substr(0, at + 1);
      rest.remove_prefix(at + 1);
      continue;
    }
    safe += rest.substr(0, end + 1);
    rest.remove_prefix(end + 1);
    const std::string_view secret = content(rest, name);
    if (!secret.empty()) safe += "***";
    rest.remove_prefix(secret.size());
  }
  safe += rest;
  return safe;
}

bool is_secret_parameter(std::string_view path, std::string_view text) {
  return is_secret_element(path.substr(path.rfind('/') + 1)) || text.starts_with("7T:") ||
         text.starts_with("8A:");
}

}  // namespace emulator
