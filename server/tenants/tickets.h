#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/domain/clock.h"
#include "server/domain/ticket_text.h"
#include "server/tenants/tenant.h"

namespace emulator {

/// A session ticket is valid for 6 hours, and every use makes it valid for 6 hours more; an access
/// token is valid for 1 hour and is never renewed (documented).
std::chrono::hours lifetime_of(TicketKind kind);

/// A ticket in clear, and its row.
struct IssuedTicket {
  int id = 0;
  std::string text;
};

/// Stores a session ticket for the associate, by hash alone, and returns it in clear, this once.
/// Any number per associate (documented), a new one each time (A-TICKET-NEW). `suffix`: see
/// ticket_text.h.
IssuedTicket issue_ticket(Tenant& tenant, int associate_id, std::string_view suffix);

/// The same for an access token, which has the tenant's name in it.
IssuedTicket issue_access_token(Tenant& tenant, int associate_id);

/// Who stands behind a ticket.
struct TicketHolder {
  int associate_id = 0;                       ///< 0: nobody.
  std::string refusal;                        ///< `missing`, `unknown` or `expired`; else empty.
  std::optional<store::Credential> row = {};  ///< That of a session ticket, for renewal.
};

/// Finds the holder of a ticket of either kind, and changes nothing.
TicketHolder find_ticket(Tenant& tenant, std::string_view ticket);

/// Makes a session ticket valid for its full time from now.
void renew_ticket(Tenant& tenant, const TicketHolder& holder);

}  // namespace emulator
