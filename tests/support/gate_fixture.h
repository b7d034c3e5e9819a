#pragma once

#include <string>

#include "server/gate/gate.h"
#include "tests/support/messages.h"
#include "tests/support/reply.h"

namespace emulator::testing {

/// A whole emulator without sockets: a fresh `small` tenant, and its gate. Time stands still at
/// 2026-01-15T09:00:00 until a test moves it.
class GateFixture {
 public:
  explicit GateFixture(const ServiceSettings& settings = {}, const std::string& seed = "small");

  /// The ticket of a user; empty when the log-in is refused.
  std::string login(const std::string& user_name, const std::string& password);

  /// Calls an operation of User.svc as a well-behaved client: `parameters` is XML in the
  /// services' namespace, in the WSDL's order.
  Reply call(const std::string& ticket, const std::string& operation,
             const std::string& parameters);
  /// The same for SoPrincipal.svc, which takes no ticket.
  Reply call_principal(const std::string& operation, const std::string& parameters);

  /// Sends a message as it is.
  GateAnswer send(Service service, const SoapMessage& message);
  /// The same as text/xml with the operation's SOAPAction.
  Reply send(Service service, const std::string& operation, const std::string& body);

  Tenant& tenant() { return tenants.of(Tenants::default_name); }
  store::Store& store() { return tenant().store; }
  void advance(std::chrono::seconds by) { tenant().clock.freeze(tenant().clock.now() + by); }

  ServiceSettings settings;
  Operations operations;
  Tenants tenants;
  Gate gate;
};

}  // namespace emulator::testing
