#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/domain/secrets.h"

namespace emulator {

/// The two kinds of text that stand for a log-in.
enum class TicketKind {
  session,       ///< `7T:`, from SoPrincipal.
  access_token,  ///< `8A:`, what an online installation's OAuth service gives; 86 and later.
};

/// A session ticket: `7T:` and base64 of the UTF-16LE text `<guid>;<number>`, online with a third
/// part `;<tenant>` (decoded from tickets in the documentation). `suffix` empty: none.
std::string ticket_text(const TicketParts& parts, std::string_view suffix);

/// An access token: `8A:<tenant>.` and base64 of `<guid>;<number>`. Documented is no more than that
/// it begins with `8A:Cust12345.`; the rest is opaque (A-ACCESS-TOKEN).
std::string access_token_text(const TicketParts& parts, std::string_view tenant);

/// What a text says of itself.
struct ReadTicket {
  TicketKind kind = TicketKind::session;
  TicketParts parts;
  /// What else is in it: `;<tenant>` or nothing in a session ticket, `<tenant>` in an access token,
  /// and whatever somebody added.
  std::string suffix = {};
};

/// The reverse of both. Empty for everything else.
std::optional<ReadTicket> read_ticket(std::string_view text);

/// Whether a text is meant as a ticket of any kind, right or wrong: `7T:` or `8A:` begins it.
bool looks_like_ticket(std::string_view text);

/// The type of the row of a ticket in the table Credentials: `Ticket` is documented, that of an
/// access token is ours.
std::string_view credential_type_of(TicketKind kind);

/// The form of a GUID in the row's searchName: 8-4-4-4-12, from 32 digits.
std::string guid_with_dashes(std::string_view digits);

}  // namespace emulator
