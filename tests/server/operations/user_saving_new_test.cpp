#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("SaveUser: AssociateId 0 makes a new employee, and only its rows") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  SentUser user = employee(new_colleague(emulator));
  user.other_groups = {3};
  user.licenses = {"superoffice.user"};
  user.password = "noa";
  user.tooltip = "Nora Ask";
  user.rank = 9;
  user.ej_user_id = 4;
  const Cells before = Cells::of(emulator.store());
  const Reply reply = save(emulator, ticket, user);
  REQUIRE(outcome_of(reply) == "ok");
  CHECK(reply.result("Response/AssociateId") == "1001");
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) ==
        "Credentials[1002] LicenseAssocLink[5,1001] UserGroupLink[1001,3] UserRoleLink[1001] "
        "associate[1001] sequence[Credentials] sequence[associate]");
  for (const auto& cell : std::initializer_list<std::pair<std::string, std::string>>{
           {"name", "NOA"},
           {"nameKey", "noa"},
           {"userName", "NOA"},
           {"rank", "9"},
           {"tooltip", "Nora Ask"},
           {"deleted", "0"},
           {"group_idx", "2"},
           {"lastlogin", "0001-01-01T00:00:00"},
           {"person_id", "1001"},
           {"type", "0"},
           {"ejuserId", "4"},
           {"registered", "2026-01-15T09:00:00"},
           {"registered_associate_id", "11"},
           {"updatedCount", "0"}}) {
    CAPTURE(cell.first);
    CHECK(after.at("associate[1001]." + cell.first) == cell.second);
  }
  CHECK(after.at("UserRoleLink[1001].role_id") == "3");
  CHECK(after.at("Credentials[1002].searchName") == "noa");
  CHECK(emulator.login("noa", "noa") != "");
  CHECK(user_field(emulator, 1001, "Person/FullName") == "Nora Ask");
}

TEST_CASE("SaveUser: new users of the other types") {
  struct Case {
    SentUser user;
    std::string type_number, license;
  };
  SentUser external;
  external.licenses = {"superoffice.extern-user-cal"};
  SentUser system{0, "SystemAssociate", "robot", "robot", 0, 12};
  system.licenses = {"superoffice.system-user-cal"};
  SentUser anonymous{0, "AnonymousAssociate", "guest", "guest", 0, 11};
  anonymous.licenses = {"superoffice.anonymous-user-cal"};
  for (const Case& c : {Case{external, "4", "superoffice.extern-user-cal"},
                        Case{system, "13", "superoffice.system-user-cal"},
                        Case{anonymous, "7", "superoffice.anonymous-user-cal"}}) {
    CAPTURE(c.user.type);
    GateFixture emulator;
    const std::string ticket = emulator.login("ADM0", "adm0");
    const Reply reply = save(emulator, ticket, c.user);
    REQUIRE(outcome_of(reply) == "ok");
    CHECK(reply.result("Response/Type") == c.user.type);
    CHECK(Cells::of(emulator.store()).at("associate[1001].type") == c.type_number);
    const Reply info = emulator.call(ticket, "GetUserInfo", element("UserInfoId", "1001"));
    CHECK(info.result("Response/GrantedLicenses/string") == c.license);
    CHECK(info.result("Response/UserType") == c.user.type);
  }
}

TEST_CASE("SaveUser: a new user without a password cannot log in until it has one") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  SentUser user;
  user.licenses = {"superoffice.extern-user-cal"};
  REQUIRE(save(emulator, ticket, user).result("Response/AssociateId") == "1001");
  CHECK(user_field(emulator, 1001, "Credentials") == "");
  CHECK(emulator.login("new", "") == "");
  user.id = 1001;
  user.password = "secret";
  REQUIRE(outcome_of(save(emulator, ticket, user)) == "ok");
  CHECK(emulator.login("new", "secret") != "");
}

TEST_CASE("SaveUser: without a licence a new user is there, and cannot log in") {
  GateFixture emulator;
  SentUser user;
  user.password = "secret";
  REQUIRE(outcome_of(save(emulator, emulator.login("ADM0", "adm0"), user)) == "ok");
  CHECK(emulator.login("new", "secret") == "");
  CHECK(user_field(emulator, 1001, "Name") == "new");
}

TEST_CASE("SaveUser: one of a new user's two names is enough, and stands for the other") {
  struct Case {
    std::string name, user_name, outcome, stored_name, stored_user_name;
  };
  const std::string refused = "SoInvalidArgumentException Name";
  for (const Case& c : {Case{"A", "B", "ok", "A", "B"}, Case{"A", "", "ok", "A", "A"},
                        Case{"", "B", "ok", "B", "B"}, Case{"", "", refused, "(none)", "(none)"}}) {
    CAPTURE(c.name);
    CAPTURE(c.user_name);
    GateFixture emulator;
    SentUser user;
    user.name = c.name;
    user.user_name = c.user_name;
    const Reply reply = save(emulator, emulator.login("ADM0", "adm0"), user);
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(user_field(emulator, 1001, "Name") == c.stored_name);
    CHECK(user_field(emulator, 1001, "UserName") == c.stored_user_name);
  }
}

TEST_CASE("SaveUser: the default user for a person, with a name and saved as it is, can be one") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const int person = new_colleague(emulator);
  const Reply made = emulator.call(
      ticket, "CreateDefaultUserFromUserTypeAndPersonId",
      element("UserType", "InternalAssociate") + element("PersonId", std::to_string(person)));
  const std::string& xml = made.xml();
  const auto from = xml.find("<Response") + std::string("<Response").size();
  const std::string user = "<User xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"" +
                           xml.substr(from, xml.rfind("</Response>") - from) + "</User>";
  const Reply saved = emulator.call(ticket, "SaveUser", user);
  REQUIRE(outcome_of(saved) == "ok");
  CHECK(saved.result("Response/AssociateId") == "1001");
  CHECK(saved.result("Response/Name") == "NA");
  CHECK(saved.result("Response/Rank") == "9");
  const Reply info = emulator.call(ticket, "GetUserInfo", element("UserInfoId", "1001"));
  CHECK(info.result("Response/CanLogon") == "true");
}
