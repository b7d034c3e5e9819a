#include "tests/support/gate_fixture.h"

#include "server/domain/secrets.h"
#include "server/operations/install.h"

namespace emulator::testing {
namespace {

StorageSettings storage_with(const std::string& seed) {
  start_secrets();
  StorageSettings storage;
  storage.seed = seed;
  storage.time = moment_of("2026-01-15T09:00:00");
  return storage;
}

}  // namespace

GateFixture::GateFixture(const ServiceSettings& its_settings, const std::string& seed)
    : settings(its_settings),
      tenants(storage_with(seed), settings.hash_cost),
      gate(operations, tenants, settings) {
  install_operations(operations);
  tenant();
}

std::string GateFixture::login(const std::string& user_name, const std::string& password) {
  const Reply reply =
      call_principal("AuthenticateUsernamePassword",
                     element("UserName", user_name) + element("Password", password));
  return reply.result("AuthenticationSucceeded") == "true" ? reply.result("Credentials/Ticket")
                                                           : "";
}

Reply GateFixture::call(const std::string& ticket, const std::string& operation,
                        const std::string& parameters) {
  return send(Service::user, operation,
              envelope(credentials(ticket), wrapper(operation, parameters)));
}

Reply GateFixture::call_principal(const std::string& operation, const std::string& parameters) {
  return send(Service::so_principal, operation, envelope("", wrapper(operation, parameters)));
}

GateAnswer GateFixture::send(Service service, const SoapMessage& message) {
  return gate.answer({service, Tenants::default_name, message});
}

Reply GateFixture::send(Service service, const std::string& operation, const std::string& body) {
  const std::string quoted = "\"" + action(std::string(service_name(service)), operation) + "\"";
  return Reply(send(service, {"text/xml; charset=utf-8", quoted, body}).soap);
}

}  // namespace emulator::testing
