#include <doctest/doctest.h>

#include <set>
#include <thread>
#include <vector>

#include "server/gate/gate.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

constexpr int rounds = 200;

/// What one thread saw that it should not have.
struct Findings {
  int acknowledged = 0;
  int taken = 0;
  std::vector<std::string> wrong;
};

/// Renames one user 200 times and reads it back; every fifth name is one that the other thread
/// wants for its user as well.
Findings rename_again_and_again(GateFixture& emulator, const std::string& ticket, int id,
                                std::string current) {
  Findings findings;
  const std::string own_id = std::to_string(id);
  for (int i = 0; i < rounds; ++i) {
    const std::string name =
        i % 5 == 0 ? "Contested " + std::to_string(i) : own_id + " " + std::to_string(i);
    const Reply reply = emulator.call(ticket, "SetExternalUserInfo",
                                      element("AssociateId", own_id) + element("UserName", name) +
                                          element("RoleId", i % 2 == 0 ? "10" : "13") +
                                          element("ExternalUserInfoModification", "UserName Role"));
    if (reply.succeeded() == "true") {
      ++findings.acknowledged;
      current = name;
    } else if (reply.parameter("Argument") == "UserName" && i % 5 == 0) {
      ++findings.taken;
    } else {
      findings.wrong.push_back(reply.xml());
    }
    const std::string shown = emulator.call(ticket, "GetUserInfo", element("UserInfoId", own_id))
                                  .result("Response/UserName");
    if (shown != current) findings.wrong.push_back(name + " is shown as " + shown);
    const std::string found = emulator.call(ticket, "GetUserFromName", element("UserName", current))
                                  .result("Response/AssociateId");
    if (found != own_id) findings.wrong.push_back(current + " belongs to " + found);
  }
  return findings;
}

Reply call_in(GateFixture& emulator, const std::string& tenant, Service service,
              const std::string& operation, const std::string& body) {
  const std::string action_text = action(std::string(service_name(service)), operation);
  return Reply(
      emulator.gate.answer({service, tenant, {"text/xml; charset=utf-8", action_text, body}}).soap);
}

/// Logs in to a tenant, renames a user of it, and tries the ticket of the tenant before. Empty: as
/// it should be.
std::string trouble_in(GateFixture& emulator, const std::string& tenant, const std::string& name,
                       std::string& foreign) {
  const std::string log_in = "AuthenticateUsernamePassword";
  const std::string ticket =
      call_in(
          emulator, tenant, Service::so_principal, log_in,
          envelope("", wrapper(log_in, element("UserName", "ADM0") + element("Password", "adm0"))))
          .result("Credentials/Ticket");
  const auto rename = [&](const std::string& by) {
    return call_in(emulator, tenant, Service::user, "SetExternalUserInfo",
                   envelope(credentials(by),
                            wrapper("SetExternalUserInfo",
                                    element("AssociateId", "101") + element("UserName", name) +
                                        element("ExternalUserInfoModification", "UserName"))));
  };
  const Reply own = rename(ticket);
  if (own.succeeded() != "true") return "own ticket: " + own.xml();
  if (!foreign.empty() && rename(foreign).parameter("Reason") != "unknown") return "foreign ticket";
  foreign = ticket;
  return {};
}

}  // namespace

TEST_CASE("Gate: two threads that rename and read in one tenant see every name they were granted") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  Findings first;
  Findings second;
  std::thread one(
      [&] { first = rename_again_and_again(emulator, ticket, 101, "ext1@fjord.example"); });
  std::thread two(
      [&] { second = rename_again_and_again(emulator, ticket, 103, "ext3@nordlys.example"); });
  one.join();
  two.join();
  for (const Findings* findings : {&first, &second}) {
    CAPTURE(findings->wrong.empty() ? "" : findings->wrong.front());
    CHECK(findings->wrong.empty());
    CHECK(findings->acknowledged + findings->taken == rounds);
    CHECK(findings->acknowledged >= rounds * 4 / 5);
  }
  std::set<std::string> keys;
  const auto associates = emulator.store().associates.list();
  for (const store::Associate& associate : associates) keys.insert(associate.name_key);
  CHECK(keys.size() == associates.size());
  for (const int id : {101, 103}) {
    const auto associate = emulator.store().associates.find(id).value();
    const Findings& findings = id == 101 ? first : second;
    CHECK(associate.stamp.updated_count == findings.acknowledged);
    const auto password = emulator.store().credentials.find("CRM5/PASSWORD", associate.name_key);
    REQUIRE(password.has_value());
    CHECK(password->associate_id == id);
  }
}

TEST_CASE("Gate: 8 threads in 50 new tenants, each with tickets and rows of its own") {
  GateFixture emulator;
  constexpr int tenants = 50;
  constexpr int threads = 8;
  std::vector<std::vector<std::string>> wrong(threads);
  {
    std::vector<std::jthread> running;
    for (int thread = 0; thread < threads; ++thread) {
      running.emplace_back([&, thread] {
        std::string foreign;
        // Each begins with another tenant, so that most are made by several threads at once.
        for (int i = 0; i < tenants; ++i) {
          const std::string tenant =
              "t" + std::to_string((i + thread * tenants / threads) % tenants);
          wrong[static_cast<std::size_t>(thread)].push_back(
              trouble_in(emulator, tenant, "user" + std::to_string(thread), foreign));
        }
      });
    }
  }
  for (const auto& troubles : wrong) {
    CHECK(troubles == std::vector<std::string>(tenants));
  }
  for (int i = 0; i < tenants; ++i) {
    Tenant& tenant = emulator.tenants.of("t" + std::to_string(i));
    CHECK(tenant.store.associates.find(101)->stamp.updated_count == threads);
  }
}
