#include <doctest/doctest.h>

#include <boost/algorithm/string/join.hpp>

#include "server/domain/secrets.h"
#include "tests/server/operations/cells.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

Reply authenticate(GateFixture& emulator, const std::string& user_name,
                   const std::string& password) {
  return emulator.call_principal("AuthenticateUsernamePassword",
                                 element("UserName", user_name) + element("Password", password));
}

void check_refused(const Reply& reply) {
  CHECK(reply.status() == 200);
  CHECK(reply.succeeded() == "true");
  CHECK(reply.text("Header/ExceptionInfo") == "(nil)");
  CHECK(reply.texts("Body/AuthenticateResponse/*") ==
        std::vector<std::string>{"(nil)", "(nil)", "false"});
}

}  // namespace

TEST_CASE("AuthenticateUsernamePassword: names without, passwords with regard to case") {
  GateFixture emulator;
  struct Case {
    std::string user_name, password;
    bool enters;
  };
  for (const Case& c : {
           Case{"ADM0", "adm0", true},
           Case{"adm0", "adm0", true},
           Case{"Adm0", "adm0", true},
           Case{"SYS0", "sys0", true},
           Case{"EXT1@Fjord.Example", "ext1", true},
           Case{"ADM0", "ADM0", false},
           Case{"ADM0", "adm0 ", false},
           Case{"ADM0", " adm0", false},
           Case{"ADM0", "adm", false},
           Case{"ADM0", "", false},
           Case{"ADM0", "sal1", false},
           Case{" ADM0", "adm0", false},
           Case{"nobody", "adm0", false},
           Case{"nobody", "", false},
           Case{"", "", false},
           Case{"ANON", "", false},
           Case{"ANON", "anon", false},
           Case{"ext2@fjord.example", "ext2", false},  // Inactive.
           Case{"11", "adm0", false},
       }) {
    CAPTURE(c.user_name);
    CAPTURE(c.password);
    const Reply reply = authenticate(emulator, c.user_name, c.password);
    if (c.enters) {
      CHECK(reply.result("AuthenticationSucceeded") == "true");
      CHECK(reply.result("Credentials/Ticket").starts_with("7T:"));
    } else {
      check_refused(reply);
    }
  }
}

TEST_CASE("AuthenticateUsernamePassword: without name or password nobody is logged in") {
  GateFixture emulator;
  for (const std::string& parameters :
       {std::string(), element("UserName", "ADM0"), element("Password", "adm0"),
        std::string("<UserName i:nil=\"true\"/><Password i:nil=\"true\"/>")}) {
    CAPTURE(parameters);
    check_refused(emulator.call_principal("AuthenticateUsernamePassword", parameters));
  }
}

TEST_CASE("AuthenticateUsernamePassword: a retired user, and one without licence, are refused") {
  GateFixture emulator;
  auto associate = emulator.store().associates.find(12).value();
  associate.deleted = true;
  emulator.store().associates.save(associate, {});
  emulator.store().licenses.withdraw(13, "superoffice.user");
  check_refused(authenticate(emulator, "SAL1", "sal1"));
  check_refused(authenticate(emulator, "USR8", "usr8"));
}

TEST_CASE("AuthenticateUsernamePassword: writes the last log-in and a ticket, by hash alone") {
  GateFixture emulator;
  const Cells before = Cells::of(emulator.store());
  const std::string ticket = emulator.login("SAL1", "sal1");
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) ==
        "Credentials[1001] associate[12] sequence[Credentials]");
  CHECK(after.at("associate[12].lastlogin") == "2026-01-15T09:00:00");
  CHECK(after.at("Credentials[1001].credentialType") == "Ticket");
  CHECK(after.at("Credentials[1001].isActive") == "2");
  CHECK(after.at("Credentials[1001].associateId") == "12");
  CHECK(after.at("Credentials[1001].validTo") == "2026-01-15T15:00:00");
  CHECK(after.at("Credentials[1001].secret").starts_with("7S:"));
  CHECK(emulator.login("SAL1", "sal1") != ticket);
}

TEST_CASE("AuthenticateUsernamePassword: a ticket as the name comes back, and no other is made") {
  GateFixture emulator;
  const std::string ticket = emulator.login("SAL1", "sal1");
  emulator.advance(std::chrono::hours(5));
  const Cells before = Cells::of(emulator.store());
  CHECK(emulator.login(ticket, "") == ticket);
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) == "Credentials[1001] associate[12]");
  CHECK(after.at("Credentials[1001].validTo") == "2026-01-15T20:00:00");
  CHECK(after.at("associate[12].lastlogin") == "2026-01-15T14:00:00");
}

TEST_CASE("AuthenticateUsernamePassword: a refused log-in leaves no trace in the rows") {
  GateFixture emulator;
  const Cells before = Cells::of(emulator.store());
  authenticate(emulator, "ADM0", "wrong");
  authenticate(emulator, "ext2@fjord.example", "ext2");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("AuthenticateUsernamePassword: who it is that has logged in") {
  GateFixture emulator;
  const Reply reply = authenticate(emulator, "sal1", "sal1");
  for (const auto& field : std::vector<std::pair<std::string, std::string>>{
           {"UserType", "InternalAssociate"},
           {"Associate", "SAL1"},
           {"AssociateId", "12"},
           {"IsPerson", "true"},
           {"PersonId", "148"},
           {"CountryId", "578"},
           {"HomeCountryId", "578"},
           {"ContactId", "1"},
           {"GroupId", "2"},
           {"BusinessId", "7"},
           {"CategoryId", "4"},
           {"ContactOwner", "11"},
           {"RoleId", "3"},
           {"RoleName", "User level 2"},
           {"RoleDescription", "Full access within the own group"},
           {"RoleType", "Employee"},
           {"FullName", "Siri Lund"},
           {"EMailAddress", "siri.lund@emulator.example"},
           {"EjUserId", "0"},
           {"EjAccessLevel", "0"},
           {"EjUserStatus", "StatusNone"},
           {"SecondaryGroups/int", "2"},
           {"DatabaseContextIdentifier", "Default"},
           {"Licenses/GrantedModuleLicense/Name", "superoffice.user"}}) {
    CAPTURE(field.first);
    CHECK(reply.result("Response/" + field.first) == field.second);
  }
  CHECK(reply.texts("Body/AuthenticateResponse/Response/FunctionRights/string").size() > 5);
}

TEST_CASE("AuthenticateUsernamePassword: online, ticket and answer carry the customer's name") {
  ServiceSettings settings;
  settings.mode = InstallationMode::online;
  settings.application_tokens = {{"known", false}};
  GateFixture emulator(settings);
  const Reply reply =
      emulator.send(Service::so_principal, "AuthenticateUsernamePassword",
                    envelope("<ApplicationToken xmlns=\"" + std::string(services_uri) +
                                 "\">known</ApplicationToken>",
                             wrapper("AuthenticateUsernamePassword",
                                     element("UserName", "ADM0") + element("Password", "adm0"))));
  CHECK(reply.result("Response/DatabaseContextIdentifier") == "default");
  std::string bytes;
  REQUIRE(base64_decoded(reply.result("Credentials/Ticket").substr(3), bytes));
  std::erase(bytes, '\0');  // UTF-16.
  CHECK(bytes.ends_with(";default"));
}

TEST_CASE("GetSystemInfo: needs no ticket and tells of company and licences") {
  GateFixture emulator;
  const Reply reply = emulator.call_principal("GetSystemInfo", "");
  CHECK(reply.succeeded() == "true");
  CHECK(reply.result("SystemInfo/CompanyName") == "SuperOffice Emulator");
  CHECK(reply.result("SystemInfo/CompanyId") == "1");
  CHECK(reply.result("SystemInfo/DatabaseType") == "SQLite");
  const auto names = reply.texts(
      "Body/GetSystemInfoResponse/SystemInfo/License/ModuleLicenses/ModuleLicense/ModuleName");
  CHECK(boost::algorithm::join(names, " ") ==
        "SERVER EXTERN-USER SYSTEM-USER ANONYMOUS-USER USER EXTERN-USER-CAL SYSTEM-USER-CAL "
        "ANONYMOUS-USER-CAL ADMIN-EXTERN-USER");
}
