#include "server/domain/ticket_text.h"

#include <algorithm>
#include <cctype>

namespace emulator {
namespace {

constexpr std::string_view session_prefix = "7T:";
constexpr std::string_view access_prefix = "8A:";

bool all_of_kind(std::string_view text, int (*kind)(int)) {
  return std::all_of(text.begin(), text.end(),
                     [kind](char c) { return kind(static_cast<unsigned char>(c)) != 0; });
}

std::string joined(const TicketParts& parts) { return parts.guid + ";" + parts.number; }

// Takes `<guid>;<number>` apart; a second semicolon begins the suffix.
std::optional<ReadTicket> parts_of(std::string_view text, TicketKind kind) {
  const std::size_t first = text.find(';');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = std::min(text.find(';', first + 1), text.size());
  TicketParts parts{std::string(text.substr(0, first)),
                    std::string(text.substr(first + 1, second - first - 1))};
  if (parts.guid.size() != 32 || !all_of_kind(parts.guid, std::isxdigit) || parts.number.empty() ||
      !all_of_kind(parts.number, std::isdigit)) {
    return std::nullopt;
  }
  return ReadTicket{kind, std::move(parts), std::string(text.substr(second))};
}

std::optional<ReadTicket> read_session(std::string_view encoded) {
  std::string wide;
  if (!base64_decoded(encoded, wide) || wide.size() % 2 != 0) return std::nullopt;
  std::string text;
  for (std::size_t i = 0; i < wide.size(); i += 2) {
    if (wide[i + 1] != '\0') return std::nullopt;
    text += wide[i];
  }
  return parts_of(text, TicketKind::session);
}

std::optional<ReadTicket> read_access(std::string_view encoded) {
  // A tenant's name may hold dots, base64 may not.
  const std::size_t dot = encoded.rfind('.');
  std::string text;
  if (dot == std::string_view::npos || !base64_decoded(encoded.substr(dot + 1), text)) {
    return std::nullopt;
  }
  auto read = parts_of(text, TicketKind::access_token);
  if (read) read->suffix.insert(0, encoded.substr(0, dot));
  return read;
}

}  // namespace

std::string ticket_text(const TicketParts& parts, std::string_view suffix) {
  std::string text = joined(parts);
  if (!suffix.empty()) text += ";" + std::string(suffix);
  std::string wide;
  for (const char c : text) {  // ASCII only, so UTF-16LE is each character and a zero.
    wide += c;
    wide += '\0';
  }
  return std::string(session_prefix) + base64_of(wide);
}

std::string access_token_text(const TicketParts& parts, std::string_view tenant) {
  return std::string(access_prefix) + std::string(tenant) + "." + base64_of(joined(parts));
}

std::optional<ReadTicket> read_ticket(std::string_view text) {
  if (!looks_like_ticket(text)) return std::nullopt;
  const std::string_view encoded = text.substr(session_prefix.size());
  return text.starts_with(session_prefix) ? read_session(encoded) : read_access(encoded);
}

bool looks_like_ticket(std::string_view text) {
  return text.starts_with(session_prefix) || text.starts_with(access_prefix);
}

std::string_view credential_type_of(TicketKind kind) {
  return kind == TicketKind::session ? "Ticket" : "AccessToken";
}

std::string guid_with_dashes(std::string_view digits) {
  std::string guid(digits);
  for (const std::size_t place : {20U, 16U, 12U, 8U}) guid.insert(place, "-");
  return guid;
}

}  // namespace emulator
