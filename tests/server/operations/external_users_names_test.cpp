#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("SetExternalUserInfo: a name that will not do is refused and changes nothing") {
  const std::string empty = "The user name can not be empty";
  const std::string taken = "There is already a user with the same name.";
  const std::string too_long = "Invalid user name";
  struct Case {
    std::string what, name, message;
  };
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  REQUIRE(outcome_of(emulator.call(ticket, "SetExternalUserInfo", set_name(103, "Ærlig Straße"))) ==
          "ok");
  for (const Case& c : {
           Case{"absent", "", empty},
           Case{"nil", "<UserName i:nil=\"true\"/>", empty},
           Case{"empty", element("UserName", ""), empty},
           Case{"240 letters", element("UserName", times(240, "a")), too_long},
           Case{"240 code points of 4 bytes", element("UserName", times(240, "😀")), too_long},
           Case{"of another external user", element("UserName", "ext2@fjord.example"), taken},
           Case{"in another case", element("UserName", "EXT2@Fjord.Example"), taken},
           Case{"of an employee", element("UserName", "ADM0"), taken},
           Case{"of an employee in another case", element("UserName", "adm0"), taken},
           Case{"of the anonymous user", element("UserName", "Anon"), taken},
           Case{"beyond ASCII", element("UserName", "ærlig straße"), taken},
           Case{"in another Unicode case", element("UserName", "ÆRLIG STRASSE"), taken},
       }) {
    CAPTURE(c.what);
    const Cells before = Cells::of(emulator.store());
    const Reply reply =
        emulator.call(ticket, "SetExternalUserInfo", set_info(101, c.name, "UserName"));
    CHECK(outcome_of(reply) == "SoInvalidArgumentException UserName");
    CHECK(reply.message() == c.message);
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("SetExternalUserInfo: names are any text of 1 to 239 code points, kept as they are") {
  for (const std::string& name : {
           times(239, "a"),
           times(239, "😀"),
           std::string("x"),
           std::string("  with blanks  around  "),
           std::string("<&>\"']]>"),
           std::string("ADM0 "),
           std::string("ext1@fjord.example"),  // Its own.
           std::string("EXT1@FJORD.EXAMPLE"),  // Its own in another case.
           std::string("Øystein Ångström"),
       }) {
    CAPTURE(name);
    GateFixture emulator;
    const std::string ticket = emulator.login("ADM0", "adm0");
    CHECK(outcome_of(emulator.call(ticket, "SetExternalUserInfo", set_name(101, name))) == "ok");
    CHECK(user_info(emulator, ticket, 101, "UserName") == name);
    CHECK(emulator.login(name, "ext1") != "");
  }
}

TEST_CASE("SetExternalUserInfo: after a change of name, log-in and look-up know the new one only") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string own = emulator.login("ext1@fjord.example", "ext1");
  emulator.call(ticket, "SetExternalUserInfo", set_name(101, "Kari"));
  emulator.call(ticket, "SetExternalUserInfo", set_name(103, "Ingrid"));
  emulator.call(ticket, "SetExternalUserInfo", set_name(103, "Inga"));
  CHECK(emulator.login("kari", "ext1") != "");
  CHECK(emulator.login("inga", "ext3") != "");
  CHECK(emulator.login("Ingrid", "ext3") == "");
  const auto found_by = [&](const std::string& name) {
    return emulator.call(ticket, "GetUserFromName", element("UserName", name));
  };
  CHECK(found_by("KARI").result("Response/AssociateId") == "101");
  CHECK(found_by("KARI").result("Response/Name") == "Kari");
  CHECK(found_by("KARI").result("Response/UserName") == "Kari");
  CHECK(found_by("ext1@fjord.example").result("Response") == "(nil)");
  CHECK(user_info(emulator, own, 101, "UserName") == "Kari");
  // The old name is free.
  CHECK(outcome_of(emulator.call(ticket, "SetExternalUserInfo",
                                 set_name(102, "Ext1@fjord.example"))) == "ok");
}

TEST_CASE("SetExternalUserInfo: an old name that is the person's e-mail address still logs in") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  emulator.call(ticket, "SetExternalUserInfo", set_name(101, "Kari"));
  CHECK(emulator.login("ext1@fjord.example", "ext1") != "");
  // Until it is the name of somebody else.
  emulator.call(ticket, "SetExternalUserInfo", set_name(103, "ext1@fjord.example"));
  CHECK(emulator.login("ext1@fjord.example", "ext1") == "");
  CHECK(emulator.login("ext1@fjord.example", "ext3") != "");
  CHECK(emulator.login("kari", "ext1") != "");
}

TEST_CASE("SetExternalUserInfo: two users can exchange their names by way of a third") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const auto& [id, name] : {std::pair(101, "between"), std::pair(103, "ext1@fjord.example"),
                                 std::pair(101, "ext3@nordlys.example")}) {
    CHECK(outcome_of(emulator.call(ticket, "SetExternalUserInfo", set_name(id, name))) == "ok");
  }
  CHECK(emulator.login("ext3@nordlys.example", "ext1") != "");
  CHECK(emulator.login("ext1@fjord.example", "ext3") != "");
}
