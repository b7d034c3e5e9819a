#include "server/domain/secrets.h"
#include "server/operations/install.h"
#include "tests/server/control/admin_call.h"
#include "tests/server/gate/access_samples.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

StorageSettings settings_with(std::optional<std::uint64_t> random_seed, bool has_time) {
  start_secrets();
  StorageSettings settings;
  settings.random_seed = random_seed;
  if (has_time) settings.time = moment_of("2026-01-15T09:00:00");
  return settings;
}

/// A server with some settings, and a client that keeps every answer.
class Server {
 public:
  explicit Server(const StorageSettings& storage) : tenants_(storage, HashCost::min) {
    install_operations(operations_);
  }

  AdminReply admin(std::string_view method, const std::string& target, std::string_view body = {}) {
    return admin_call(gate_, method, target, body);
  }

  /// A user is made and given a password by chance, logs in by it; then ADM0 calls all operations.
  std::vector<std::string> scenario() {
    std::vector<std::string> answers;
    const auto call = [&](const std::string& ticket, const std::string& operation,
                          const std::string& parameters) {
      const Reply reply = answer(ticket, operation, parameters);
      answers.push_back(reply.xml());
      return reply;
    };
    const auto log_in = [&](const std::string& name, const std::string& password) {
      return call("", "AuthenticateUsernamePassword",
                  element("UserName", name) + element("Password", password))
          .result("Credentials/Ticket");
    };
    const std::string ticket = log_in("ADM0", "adm0");
    CHECK(call(ticket, "CreateExternalUser", std::string(colleague)).succeeded() == "true");
    const std::string name = "colleague@nordlys.example";
    const std::string password =
        call(ticket, "GenerateNewPasswordForExternalUser", element("AssociateName", name))
            .result("Response");
    CHECK(log_in(name, password).starts_with("7T:"));
    for (const Sample& sample : samples) {
      call(ticket, std::string(sample.operation), std::string(sample.parameters));
    }
    answers.push_back(admin("GET", "tickets").body);
    answers.push_back(admin("GET", "data").body);
    return answers;
  }

 private:
  Reply answer(const std::string& ticket, const std::string& operation,
               const std::string& parameters) {
    const bool logs_in = operation.starts_with("Authenticate") || operation == "GetSystemInfo";
    const Service service = logs_in ? Service::so_principal : Service::user;
    const std::string body =
        envelope(logs_in ? "" : credentials(ticket), wrapper(operation, parameters));
    const std::string name = "\"" + action(std::string(service_name(service)), operation) + "\"";
    return Reply(gate_.answer({service, Tenants::default_name, {"text/xml", name, body}}).soap);
  }

  Operations operations_;
  Tenants tenants_;
  const ServiceSettings settings_;
  Gate gate_{operations_, tenants_, settings_};
};

}  // namespace

TEST_CASE(
    "Determinism: two servers with one seed of chance and one time answer the same, byte by byte") {
  const auto first = Server(settings_with(7, true)).scenario();
  CHECK(first.size() == std::size(samples) + 6);
  CHECK(Server(settings_with(7, true)).scenario() == first);
  CHECK(Server(settings_with(8, true)).scenario() != first);
  CHECK(Server(settings_with({}, true)).scenario() != first);
}

TEST_CASE("Determinism: after a reset all is as at the start, ids, tickets and passwords too") {
  Server server(settings_with(7, true));
  const auto first = server.scenario();
  CHECK(server.scenario() != first);
  server.admin("POST", "reset");
  CHECK(server.scenario() == first);
}

TEST_CASE("Determinism: seed and time that are set later count as those of the start") {
  const auto first = Server(settings_with(7, true)).scenario();
  Server server(settings_with({}, false));
  server.scenario();
  server.admin("POST", "reset");
  server.admin("PUT", "clock", R"({"now":"2026-01-15T09:00:00Z","frozen":true})");
  server.admin("PUT", "random-seed", R"({"seed":7})");
  auto later = server.scenario();
  CHECK(later.size() == first.size());
  // What the seed's own rows say of when they were made is the machine's time.
  for (std::size_t i = 0; i < 4; ++i) CHECK(later[i] == first[i]);
  CHECK(later[later.size() - 2] == first[first.size() - 2]);
}
