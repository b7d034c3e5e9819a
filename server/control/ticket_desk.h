#pragma once

#include <string>
#include <string_view>

#include "server/gate/gate.h"

namespace emulator {

/// `POST tickets`: issues a ticket without a password. The body is
/// `{"associateId":11,"kind":"7T"}`; kind `8A` asks for an access token, and `7T`, a session
/// ticket, is what it is without one. The answer is `{"id":...,"ticket":"7T:..."}`. A user who may
/// not log on gets one, too: it is refused when used. Throws Problem or NoSuchTenant.
std::string issue_ticket_json(Gate& gate, std::string_view tenant, std::string_view body);

/// `GET tickets`: `{"tickets":[{"id":1001,"associateId":11,"associate":"ADM0","kind":"7T",
/// "validTo":"2026-01-15T15:00:00Z","lastUsed":"2026-01-15T09:00:00Z"}]}`, by id, expired ones
/// too; never the ticket itself. Throws NoSuchTenant.
std::string tickets_json(Gate& gate, std::string_view tenant);

/// `DELETE tickets/{id}`: what it was, as above. Throws Problem or NoSuchTenant.
std::string remove_ticket_json(Gate& gate, std::string_view tenant, std::string_view id);

/// `POST tickets/expire`: whoever has one of them is told that it expired. The body may be
/// `{"associateId":11}`; without it they are all tickets. Answers `{"expired":2}`, those that were
/// valid. Throws Problem or NoSuchTenant.
std::string expire_tickets_json(Gate& gate, std::string_view tenant, std::string_view body);

/// All of them, of both kinds: nobody has ever heard of them. The tenant's mutex must be held.
void remove_tickets(Tenant& tenant);

}  // namespace emulator
