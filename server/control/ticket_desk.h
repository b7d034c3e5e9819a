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

}  // namespace emulator
