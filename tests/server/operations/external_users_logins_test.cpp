#include <doctest/doctest.h>

#include "tests/server/operations/external_user_calls.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("SetExternalUserInfo: the new password works at the next log-in, the old one does not") {
  struct Case {
    std::string what, part, password;
  };
  for (const Case& c : {
           Case{"plain", element("Password", "n3w"), "n3w"},
           Case{"of one letter", element("Password", "x"), "x"},
           Case{"with blanks around", element("Password", "  two  blanks "), "  two  blanks "},
           Case{"with mark-up and Unicode", element("Password", "<&\">æøå😀"), "<&\">æøå😀"},
           Case{"long", element("Password", times(5000, "long ")), times(5000, "long ")},
           Case{"empty", element("Password", ""), ""},
           Case{"nil", "<Password i:nil=\"true\"/>", ""},
           Case{"absent", "", ""},
       }) {
    CAPTURE(c.what);
    GateFixture emulator;
    const std::string ticket = emulator.login("ADM0", "adm0");
    const std::string own = emulator.login("ext1@fjord.example", "ext1");
    CHECK(outcome_of(emulator.call(ticket, "SetExternalUserInfo",
                                   set_info(101, c.part, "Password"))) == "ok");
    CHECK(emulator.login("ext1@fjord.example", c.password) != "");
    CHECK(emulator.login("ext1@fjord.example", "ext1") == "");
    CHECK(emulator.login("ext1@fjord.example", c.password + " ") == "");
    CHECK(user_info(emulator, own, 101, "UserInfoId") == "101");  // A-PASSWORD-TICKETS
  }
}

TEST_CASE("SetExternalUserInfo: an inactive user is out at once, and in again when reactivated") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string own = emulator.login("ext1@fjord.example", "ext1");
  emulator.call(admin, "SetExternalUserInfo", set_active(101, false));
  CHECK(emulator.login("ext1@fjord.example", "ext1") == "");
  const Reply refused = emulator.call(own, "GetUserInfo", element("UserInfoId", "101"));
  CHECK(outcome_of(refused) == "SoSessionException");
  CHECK(refused.message() == "Authentication failed!");
  CHECK(refused.parameter("Reason") == "inactive");
  CHECK(user_info(emulator, admin, 101, "CanLogon") == "false");
  CHECK(user_info(emulator, admin, 101, "GrantedLicenses/string") == "(none)");

  emulator.call(admin, "SetExternalUserInfo", set_active(101, true));
  CHECK(user_info(emulator, admin, 101, "CanLogon") == "true");
  CHECK(user_info(emulator, admin, 101, "GrantedLicenses/string") == "superoffice.extern-user-cal");
  CHECK(user_info(emulator, own, 101, "UserInfoId") == "101");
  CHECK(emulator.login("ext1@fjord.example", "ext1") != "");
}

TEST_CASE("SetExternalUserInfo: a ticket that expired meanwhile is not revived") {
  GateFixture emulator;
  const std::string own = emulator.login("ext1@fjord.example", "ext1");
  emulator.call(emulator.login("ADM0", "adm0"), "SetExternalUserInfo", set_active(101, false));
  emulator.advance(std::chrono::hours(7));
  emulator.call(emulator.login("ADM0", "adm0"), "SetExternalUserInfo", set_active(101, true));
  const Reply refused = emulator.call(own, "GetUserInfo", element("UserInfoId", "101"));
  CHECK(outcome_of(refused) == "SoSessionException");
  CHECK(refused.parameter("Reason") == "expired");
}

TEST_CASE("SetExternalUserInfo: a new role shows its name at once") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  CHECK(user_info(emulator, ticket, 101, "RoleName") == "External user");
  CHECK(outcome_of(emulator.call(ticket, "SetExternalUserInfo", set_role(101, 13))) == "ok");
  CHECK(user_info(emulator, ticket, 101, "RoleName") == "Partner");
  CHECK(user_info(emulator, ticket, 101, "RoleTooltip") == "External user at a partner company");
}
