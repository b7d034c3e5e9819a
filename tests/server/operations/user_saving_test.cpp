#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// The User as it was answered, for it to be sent back.
std::string answered(const Reply& reply) {
  const std::string& xml = reply.xml();
  const std::string end = "</Response>";
  const auto from = xml.find("<Response") + std::string("<Response").size();
  return "<User xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"" +
         xml.substr(from, xml.rfind(end) - from) + "</User>";
}

std::string fetched(GateFixture& emulator, const std::string& ticket, int id) {
  return answered(emulator.call(ticket, "GetUser", element("UserId", std::to_string(id))));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("SaveUser: what was fetched is sent back, and no cell changes") {
  GateFixture emulator;
  emulator.store().associates.set_secondary_groups(12, {3, 5}, {});
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const int id : {11, 12, 13, 14, 15, 101, 102, 103}) {
    CAPTURE(id);
    const std::string user = fetched(emulator, ticket, id);
    const Cells before = Cells::of(emulator.store());
    const Reply reply = emulator.call(ticket, "SaveUser", user);
    CHECK(outcome_of(reply) == "ok");
    // Commands come with the answer of SaveUser alone.
    const std::string commands = "<PostSaveCommands>";
    const std::string saved = answered(reply);
    const bool is_same =
        saved.substr(0, saved.find(commands)) == user.substr(0, user.find(commands));
    CHECK(is_same);
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("SaveUser: one thing is changed in what was fetched, and just that is stored") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string user = fetched(emulator, ticket, 12);
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(
      ticket, "SaveUser",
      replaced(user, "<Tooltip>Siri Lund</Tooltip>", "<Tooltip>Sells &amp; buys</Tooltip>"));
  CHECK(reply.result("Response/Tooltip") == "Sells & buys");
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.changed_to(after)) ==
        "associate[12].tooltip associate[12].updated associate[12].updatedCount "
        "associate[12].updated_associate_id");
  CHECK(after.at("associate[12].updated") == "2026-01-15T09:00:00");
  CHECK(after.at("associate[12].updated_associate_id") == "11");
  CHECK(after.at("associate[12].updatedCount") == "1");
}

TEST_CASE("SaveUser: each field that is saved, read back by GetUser and GetUserInfo") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  SentUser user = seeded_sal1();
  user.name = "SLU";
  user.user_name = "siri@emulator.example";
  user.rank = 77;
  user.tooltip = "Buys";
  user.role_id = 8;
  user.group_id = 4;
  user.other_groups = {5, 3, 4, 5};
  user.ej_user_id = 9;
  REQUIRE(outcome_of(save(emulator, ticket, user)) == "ok");
  const Reply reply = emulator.call(ticket, "GetUser", element("UserId", "12"));
  CHECK(reply.result("Response/Name") == "SLU");
  CHECK(reply.result("Response/UserName") == "siri@emulator.example");
  CHECK(reply.result("Response/Rank") == "77");
  CHECK(reply.result("Response/Tooltip") == "Buys");
  CHECK(reply.result("Response/Role/Id") == "8");
  CHECK(reply.result("Response/UserGroup/Id") == "4");
  CHECK(reply.texts("Body/*/Response/OtherGroups/UserGroup/Id") ==
        std::vector<std::string>{"3", "5"});
  CHECK(reply.result("Response/EjUserId") == "9");
  CHECK(reply.result("Response/Person/PersonId") == "148");
  CHECK(reply.result("Response/Credentials/Credential/DisplayValue") == "siri@emulator.example");
  const Reply info = emulator.call(ticket, "GetUserInfo", element("UserInfoId", "12"));
  CHECK(info.result("Response/UserName") == "SLU");
  CHECK(info.result("Response/RoleName") == "User Administrator");
  CHECK(info.result("Response/UserGroupName") == "Services");
}

TEST_CASE("SaveUser: one logs in by the new names, and no longer by the old ones") {
  GateFixture emulator;
  SentUser user = seeded_sal1();
  user.name = "SLU";
  user.user_name = "login";
  REQUIRE(outcome_of(save(emulator, emulator.login("ADM0", "adm0"), user)) == "ok");
  CHECK(emulator.login("login", "sal1") != "");
  CHECK(emulator.login("slu", "sal1") != "");
  CHECK(emulator.login("SAL1", "sal1") == "");
}

TEST_CASE("SaveUser: a password is set when it is sent, and stays otherwise") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  SentUser user = seeded_ext1();
  REQUIRE(outcome_of(save(emulator, ticket, user)) == "ok");
  CHECK(emulator.login("ext1@fjord.example", "ext1") != "");
  user.password = "fresh";
  REQUIRE(outcome_of(save(emulator, ticket, user)) == "ok");
  CHECK(emulator.login("ext1@fjord.example", "fresh") != "");
  CHECK(emulator.login("ext1@fjord.example", "ext1") == "");
}

TEST_CASE("SaveUser: a new role counts at the user's next call") {
  GateFixture emulator;
  const std::string of_sal1 = emulator.login("SAL1", "sal1");
  CHECK(outcome_of(save(emulator, of_sal1, seeded_ext1())) == "SoIllegalOperationException");
  SentUser user = seeded_sal1();
  user.role_id = 8;
  REQUIRE(outcome_of(save(emulator, emulator.login("ADM0", "adm0"), user)) == "ok");
  CHECK(outcome_of(save(emulator, of_sal1, seeded_ext1())) == "ok");
}

TEST_CASE("SaveUser: what a client only reads is passed over") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  std::string xml = seeded_ext1().xml();
  xml = replaced(xml, "<EjUserId>",
                 "<Lastlogin>2020-01-01T00:00:00</Lastlogin>"
                 "<Lastlogout>2020-01-01T00:00:00</Lastlogout><EjUserId>");
  xml = replaced(xml, "<UserName>",
                 "<IsPersonRetired>true</IsPersonRetired><IsOnTravel>true</IsOnTravel><UserName>");
  xml = replaced(xml, "<PersonId>501</PersonId>",
                 "<PersonId>501</PersonId><Firstname>Other</Firstname><ContactId>3</ContactId>");
  CHECK(outcome_of(emulator.call(ticket, "SaveUser", xml)) == "ok");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("SaveUser: tooltip, rank and further groups that are not sent are gone") {
  GateFixture emulator;
  emulator.store().associates.set_secondary_groups(12, {3, 5}, {});
  const std::string sent =
      "<User><AssociateId>12</AssociateId><Name>SAL1</Name><Role><Id>3</Id></Role>"
      "<UserGroup><Id>2</Id></UserGroup><Person><PersonId>148</PersonId></Person>"
      "<Type>InternalAssociate</Type><UserName>SAL1</UserName></User>";
  const Reply reply = emulator.call(emulator.login("ADM0", "adm0"), "SaveUser", sent);
  REQUIRE(outcome_of(reply) == "ok");
  CHECK(reply.result("Response/Tooltip") == "");
  CHECK(reply.result("Response/Rank") == "0");
  CHECK(reply.result("Response/OtherGroups") == "");
  CHECK(user_field(emulator, 12, "Tooltip") == "");
  // No licence was Assigned, so there is none; the password is left.
  CHECK(emulator.login("SAL1", "sal1") == "");
  CHECK(reply.result("Response/Credentials/Credential/Type/Type") == "CRM5/PASSWORD");
}
