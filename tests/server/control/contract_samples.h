#pragma once

#include <string>
#include <vector>

#include "server/gate/gate.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {

inline const Breach order_breach{"W-ORDER", "/s:Envelope/s:Body/GetUser/A", "A after B",
                                 "the order of the WSDL"};

/// A call of User.GetUser to a tenant, as the gate answers it; the tenant is made.
inline void add_call(GateFixture& emulator, std::string_view tenant, std::vector<Breach> breaches,
                     std::uint64_t journal_id) {
  GateAnswer answer;
  answer.operation = "GetUser";
  answer.breaches = std::move(breaches);
  answer.tenant = emulator.tenants.hold(tenant);
  answer.now = emulator.tenant().clock.now();
  emulator.gate.contract().add({Service::user, tenant, {}}, answer, journal_id);
}

/// A message that is not understood, to a tenant that nobody has used.
inline void add_refusal(GateFixture& emulator, std::string_view tenant, const std::string& why) {
  GateAnswer answer;
  answer.soap.status = 400;
  answer.error = "Client";
  answer.outcome = "Client: " + why;
  emulator.gate.contract().add({Service::so_principal, tenant, {}}, answer, 0);
}

}  // namespace emulator::testing
