#include "server/domain/ticket_text.h"

#include <algorithm>
#include <cctype>

namespace emulator {
namespace {

constexpr std::string_view prefix = "7T:";

bool all_of_kind(std::string_view text, int (*kind)(int)) {
  return std::all_of(text.begin(), text.end(),
                     [kind](char c) { return kind(static_cast<unsigned char>(c)) != 0; });
}

}  // namespace

std::string ticket_text(const TicketParts& parts, std::string_view suffix) {
  std::string text = parts.guid + ";" + parts.number;
  if (!suffix.empty()) text += ";" + std::string(suffix);
  std::string wide;
  for (const char c : text) {  // ASCII only, so UTF-16LE is each character and a zero.
    wide += c;
    wide += '\0';
  }
  return std::string(prefix) + base64_of(wide);
}

std::optional<TicketParts> ticket_parts_of(std::string_view ticket) {
  std::string wide;
  if (!ticket.starts_with(prefix) || !base64_decoded(ticket.substr(prefix.size()), wide)) {
    return std::nullopt;
  }
  if (wide.size() % 2 != 0) return std::nullopt;
  std::string text;
  for (std::size_t i = 0; i < wide.size(); i += 2) {
    if (wide[i + 1] != '\0') return std::nullopt;
    text += wide[i];
  }
  const std::size_t first = text.find(';');
  if (first == std::string::npos) return std::nullopt;
  const std::size_t second = std::min(text.find(';', first + 1), text.size());
  TicketParts parts{text.substr(0, first), text.substr(first + 1, second - first - 1)};
  if (parts.guid.size() != 32 || !all_of_kind(parts.guid, std::isxdigit) || parts.number.empty() ||
      !all_of_kind(parts.number, std::isdigit)) {
    return std::nullopt;
  }
  return parts;
}

std::string guid_with_dashes(std::string_view digits) {
  std::string guid(digits);
  for (const std::size_t place : {20U, 16U, 12U, 8U}) guid.insert(place, "-");
  return guid;
}

}  // namespace emulator
