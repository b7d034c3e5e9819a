#include "server/gate/admission.h"

#include <doctest/doctest.h>

#include "server/domain/fault.h"
#include "server/domain/ticket_text.h"
#include "server/tenants/tickets.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// The message of the fault and its Reason; `ok` without one.
template <class Work>
std::string fault_of(Work work) {
  try {
    work();
    return "ok";
  } catch (const Fault& fault) {
    return fault.message + (fault.hints.empty() ? "" : " " + fault.hints.at(0).second);
  }
}

std::string reason_for(GateFixture& emulator, const std::optional<std::string>& ticket) {
  return fault_of([&] { admitted(emulator.tenant(), emulator.settings, ticket); });
}

std::string valid_to(GateFixture& emulator, const std::string& ticket) {
  const std::string guid = guid_with_dashes(read_ticket(ticket)->parts.guid);
  return emulator.store().credentials.find("Ticket", guid)->valid_to;
}

ServiceSettings settings_of(InstallationMode mode) {
  ServiceSettings settings;
  settings.mode = mode;
  settings.application_tokens = {{"open", false}, {"closed", true}};
  return settings;
}

}  // namespace

TEST_CASE("Admission: online, only known applications come in, restricted ones to SoPrincipal") {
  const ServiceSettings settings = settings_of(InstallationMode::online);
  const std::string unknown = "Failed to validate tokens: unknown application token";
  const std::string none = "Failed to validate tokens: no application token";
  const std::string closed = "The User agent is not available to this application";
  struct Case {
    std::optional<std::string> token;
    std::string at_user, at_so_principal;
  };
  for (const Case& c : {
           Case{"open", "ok", "ok"},
           Case{"closed", closed, "ok"},
           Case{"OPEN", unknown, unknown},
           Case{"open ", unknown, unknown},
           Case{"?", unknown, unknown},
           Case{"", none, none},
           Case{std::nullopt, none, none},
       }) {
    CAPTURE(c.token.value_or("none"));
    CHECK(fault_of([&] { check_application_token(settings, Service::user, c.token); }) ==
          c.at_user);
    CHECK(fault_of([&] { check_application_token(settings, Service::so_principal, c.token); }) ==
          c.at_so_principal);
  }
}

TEST_CASE("Admission: online without any application token configured nobody comes in") {
  ServiceSettings settings;
  settings.mode = InstallationMode::online;
  CHECK(fault_of([&] { check_application_token(settings, Service::user, "x"); }) != "ok");
}

TEST_CASE("Admission: on-site the application token is not looked at") {
  const ServiceSettings settings = settings_of(InstallationMode::onsite);
  for (const std::optional<std::string>& token :
       {std::optional<std::string>(), std::optional<std::string>(""),
        std::optional<std::string>("?"), std::optional<std::string>("closed"),
        std::optional<std::string>("unknown")}) {
    CHECK(fault_of([&] { check_application_token(settings, Service::user, token); }) == "ok");
  }
}

TEST_CASE("Admission: a ticket is good as it was issued and not otherwise") {
  GateFixture emulator;
  const std::string good = emulator.login("ADM0", "adm0");
  std::string altered = good;
  altered[20] = altered[20] == 'A' ? 'B' : 'A';
  const std::string missing = "Authentication failed! missing";
  const std::string unknown = "Authentication failed! unknown";
  struct Case {
    std::string what;
    std::optional<std::string> ticket;
    std::string outcome;
  };
  for (const Case& c : {
           Case{"as issued", good, "ok"},
           Case{"none", std::nullopt, missing},
           Case{"empty", "", missing},
           Case{"one letter altered", altered, unknown},
           Case{"cut short", good.substr(0, good.size() - 4), unknown},
           Case{"too long", good + "AAAA", unknown},
           Case{"prefix alone", "7T:", unknown},
           Case{"without prefix", good.substr(3), unknown},
           Case{"with another prefix", "8A:" + good.substr(3), unknown},
           Case{"not base64", "7T:!!!!", unknown},
           Case{"access token that is not base64", "8A:Cust1.!!!!", unknown},
           Case{"no ticket at all", "garbled", unknown},
           Case{"of another server", GateFixture().login("ADM0", "adm0"), unknown},
           Case{"another number", ticket_text({std::string(32, '0'), "1"}, ""), unknown},
       }) {
    CAPTURE(c.what);
    CHECK(reason_for(emulator, c.ticket) == c.outcome);
  }
}

TEST_CASE("Admission: the right GUID with a wrong number is no ticket") {
  GateFixture emulator;
  const std::string good = emulator.login("ADM0", "adm0");
  TicketParts parts = read_ticket(good)->parts;
  parts.number.back() = parts.number.back() == '1' ? '2' : '1';
  CHECK(reason_for(emulator, ticket_text(parts, "")) == "Authentication failed! unknown");
  CHECK(reason_for(emulator, good) == "ok");
}

TEST_CASE("Admission: a ticket lasts six hours after its last use") {
  using std::chrono::hours;
  using std::chrono::seconds;
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (int i = 0; i < 3; ++i) {
    emulator.advance(hours(6) - seconds(1));
    CHECK(reason_for(emulator, ticket) == "ok");
  }
  emulator.advance(hours(6));
  CHECK(reason_for(emulator, ticket) == "Authentication failed! expired");
  CHECK(reason_for(emulator, ticket) == "Authentication failed! expired");
}

TEST_CASE("Admission: an access token stands for its user as a ticket does, for an hour") {
  GateFixture emulator;
  const std::string token = issue_access_token(emulator.tenant(), 101).text;
  for (int i = 0; i < 2; ++i) {
    CHECK(admitted(emulator.tenant(), emulator.settings, token).name == "ext1@fjord.example");
    emulator.advance(std::chrono::minutes(30));
  }
  CHECK(reason_for(emulator, token) == "Authentication failed! expired");
}

TEST_CASE("Admission: the ticket of a user who may no longer log on is refused") {
  GateFixture emulator;
  const std::string retired = emulator.login("SAL1", "sal1");
  const std::string unlicensed = emulator.login("USR8", "usr8");
  auto associate = emulator.store().associates.find(12).value();
  associate.deleted = true;
  emulator.store().associates.save(associate, {});
  emulator.store().licenses.withdraw(13, "superoffice.user");
  CHECK(reason_for(emulator, retired) == "Authentication failed! inactive");
  CHECK(reason_for(emulator, unlicensed) == "Authentication failed! inactive");
}

TEST_CASE("Admission: a ticket that is refused for its user is not renewed, and may work again") {
  GateFixture emulator;
  const std::string ticket = emulator.login("USR8", "usr8");
  emulator.store().licenses.withdraw(13, "superoffice.user");
  emulator.advance(std::chrono::hours(1));
  CHECK(reason_for(emulator, ticket) == "Authentication failed! inactive");
  CHECK(valid_to(emulator, ticket) == "2026-01-15T15:00:00");
  emulator.store().licenses.assign(13, "superoffice.user", {});
  CHECK(reason_for(emulator, ticket) == "ok");
  CHECK(valid_to(emulator, ticket) == "2026-01-15T16:00:00");
}

TEST_CASE("Admission: the ticket of a type of user that is left out is refused, not renewed") {
  GateFixture emulator;
  const std::string external = emulator.login("ext1@fjord.example", "ext1");
  const std::string employee = emulator.login("ADM0", "adm0");
  const std::string token = issue_access_token(emulator.tenant(), 101).text;
  emulator.settings.allowed_user_types = {store::AssociateType::employee};
  emulator.advance(std::chrono::minutes(1));
  for (const std::string& ticket : {external, token}) {
    CHECK(reason_for(emulator, ticket) == "Authentication failed! user type not allowed");
  }
  CHECK(valid_to(emulator, external) == "2026-01-15T15:00:00");
  CHECK(reason_for(emulator, employee) == "ok");
}

TEST_CASE("Admission: the caller comes with its person, company, role, rights and licences") {
  GateFixture emulator;
  const Principal ada =
      admitted(emulator.tenant(), emulator.settings, emulator.login("ADM0", "adm0"));
  CHECK(ada.associate_id == 11);
  CHECK(ada.name == "ADM0");
  CHECK(ada.type == store::AssociateType::employee);
  CHECK(ada.role_id == 1);
  CHECK(ada.person_id == 147);
  CHECK(ada.contact_id == 1);
  CHECK(ada.group_id == 1);
  CHECK(ada.functional_rights.contains("admin-all"));
  CHECK(ada.licenses == std::set<std::string>{"superoffice.user"});
  const Principal ingrid = admitted(emulator.tenant(), emulator.settings,
                                    emulator.login("ext3@nordlys.example", "ext3"));
  CHECK(ingrid.contact_id == 3);
  CHECK(!ingrid.functional_rights.contains("admin-users"));
  CHECK(ingrid.licenses ==
        std::set<std::string>{"superoffice.admin-extern-user", "superoffice.extern-user-cal"});
  const Principal system =
      admitted(emulator.tenant(), emulator.settings, emulator.login("SYS0", "sys0"));
  CHECK(system.person_id == 0);
  CHECK(system.contact_id == 0);
}
