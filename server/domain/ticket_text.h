#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/domain/secrets.h"

namespace emulator {

/// What a client gets as a ticket: `7T:` and base64 of the UTF-16LE text `<guid>;<number>`, online
/// with a third part `;<tenant>` (decoded from tickets in the documentation). `suffix` empty: none.
std::string ticket_text(const TicketParts& parts, std::string_view suffix);

/// The reverse; a third part is passed over. Empty for everything else.
std::optional<TicketParts> ticket_parts_of(std::string_view ticket);

/// The form of a GUID in the row's searchName: 8-4-4-4-12, from 32 digits.
std::string guid_with_dashes(std::string_view digits);

}  // namespace emulator
