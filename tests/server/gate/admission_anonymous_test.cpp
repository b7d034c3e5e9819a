#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "server/domain/fault.h"
#include "server/gate/admission.h"
#include "server/tenants/tickets.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

ServiceSettings with_anonymous(const std::string& name) {
  ServiceSettings settings;
  settings.allowed_user_types.insert(store::AssociateType::anonymous);
  settings.anonymous_user = name;
  return settings;
}

/// Who calls with this ticket, or why nobody does.
std::string caller(GateFixture& emulator, const std::optional<std::string>& ticket) {
  try {
    return admitted(emulator.tenant(), emulator.settings, ticket).name;
  } catch (const Fault& fault) {
    return fault.message + " " + fault.hints.at(0).second;
  }
}

const std::string missing = "Authentication failed! missing";

void change_anon(GateFixture& emulator, const std::function<void(store::Associate&)>& change) {
  auto anon = emulator.store().associates.find(15).value();
  change(anon);
  emulator.store().associates.save(anon, {});
}

}  // namespace

TEST_CASE("Admission: without a ticket one is the user of --anonymous-user, or nobody") {
  struct Case {
    const char* name;  ///< --anonymous-user.
    std::string caller;
  };
  for (const Case& c : {
           Case{"ANON", "ANON"},
           Case{"anon", "ANON"},
           Case{"", missing},
           Case{"NOBODY", missing},
           Case{"ANON ", missing},
           Case{"ADM0", missing},  // No anonymous user, and not to be had without a password.
           Case{"SYS0", missing},
           Case{"ext1@fjord.example", missing},
       }) {
    CAPTURE(c.name);
    GateFixture emulator(with_anonymous(c.name));
    CHECK(caller(emulator, std::nullopt) == c.caller);
    CHECK(caller(emulator, "") == c.caller);
    const auto anonymous = anonymous_user(emulator.store(), emulator.settings);
    CHECK(anonymous.has_value() == (c.caller != missing));
  }
}

TEST_CASE("Admission: the anonymous user is nobody where its type is left out or it is retired") {
  GateFixture emulator(with_anonymous("ANON"));
  CHECK(caller(emulator, std::nullopt) == "ANON");
  SUBCASE("left out") {
    emulator.settings.allowed_user_types.erase(store::AssociateType::anonymous);
  }
  SUBCASE("retired") {
    change_anon(emulator, [](store::Associate& anon) { anon.deleted = true; });
  }
  SUBCASE("gone") { emulator.store().associates.remove(15); }
  SUBCASE("under another name") {
    change_anon(emulator, [](store::Associate& anon) {
      anon.name = anon.user_name = "GUEST";
      anon.name_key = anon.user_name_key = "guest";
    });
  }
  CHECK(caller(emulator, std::nullopt) == missing);
  CHECK_FALSE(anonymous_user(emulator.store(), emulator.settings).has_value());
}

TEST_CASE("Admission: a wrong ticket is not the anonymous user, a good one is its own user") {
  GateFixture emulator(with_anonymous("ANON"));
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::string wrong : {"7T:", "8A:", "garbled", " "}) {
    CHECK(caller(emulator, wrong) == "Authentication failed! unknown");
  }
  CHECK(caller(emulator, ticket) == "ADM0");
  emulator.advance(std::chrono::hours(6));
  CHECK(caller(emulator, ticket) == "Authentication failed! expired");
}

TEST_CASE("Admission: the anonymous user comes with its role, and without person and company") {
  GateFixture emulator(with_anonymous("ANON"));
  const Principal anonymous = admitted(emulator.tenant(), emulator.settings, std::nullopt);
  CHECK(anonymous.associate_id == 15);
  CHECK(anonymous.type == store::AssociateType::anonymous);
  CHECK(anonymous.role_id == 11);
  CHECK(anonymous.person_id == 0);
  CHECK(anonymous.contact_id == 0);
}

TEST_CASE("Admission: a ticket of the anonymous user works only while it is the anonymous user") {
  GateFixture emulator(with_anonymous("ANON"));
  const std::string ticket = issue_ticket(emulator.tenant(), 15, "").text;
  CHECK(caller(emulator, ticket) == "ANON");
  emulator.settings.anonymous_user.clear();
  CHECK(caller(emulator, ticket) == "Authentication failed! inactive");
}
