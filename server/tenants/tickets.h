#pragma once

#include <string>
#include <string_view>

#include "server/domain/clock.h"
#include "store/store.h"

namespace emulator {

/// Tickets are valid for 6 hours, and every use makes them valid for 6 hours more (documented).
inline constexpr std::chrono::hours ticket_lifetime{6};

/// Stores a ticket for the associate, by hash alone, and returns it in clear, this once. Any number
/// per associate. `suffix`: see ticket_text.h.
std::string issue_ticket(store::Store& store, int associate_id, Moment now,
                         std::string_view suffix);

/// Who stands behind a ticket.
struct TicketHolder {
  int associate_id = 0;  ///< 0: nobody.
  std::string refusal;   ///< `missing`, `unknown` or `expired`; empty when there is a holder.
};

/// Finds the holder and renews the ticket.
TicketHolder use_ticket(store::Store& store, std::string_view ticket, Moment now);

}  // namespace emulator
