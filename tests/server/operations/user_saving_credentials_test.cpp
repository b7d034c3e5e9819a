#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string liv = "S-1-5-21-1004336348-1177238915-682003330-1104";

/// SAL1 with Credentials: type, value and display value of each.
std::string sal1_with(const std::vector<std::array<std::string, 3>>& credentials) {
  std::string list;
  for (const auto& [type, value, display] : credentials) {
    list += "<Credential><Type>" + element("Type", type) + "</Type>" + element("Value", value) +
            element("DisplayValue", display) + "</Credential>";
  }
  std::string xml = seeded_sal1().xml();
  return xml.insert(xml.find("<UserName>"), "<Credentials>" + list + "</Credentials>");
}

std::vector<std::string> types_of(GateFixture& emulator, int id) {
  return emulator
      .call(emulator.login("ADM0", "adm0"), "GetUser", element("UserId", std::to_string(id)))
      .texts("Body/*/Response/Credentials/Credential/Type/Type");
}

}  // namespace

TEST_CASE("SaveUser: a user of the directory takes the place of the password, and back") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string in_domain =
      sal1_with({{"CRM5/PASSWORD", "", "SAL1"}, {"ActiveDirectory", liv, "EMULATOR\\liv.haug"}});
  const Reply reply = emulator.call(ticket, "SaveUser", in_domain);
  REQUIRE(outcome_of(reply) == "ok");
  CHECK(reply.texts("Body/*/Response/Credentials/Credential/DisplayValue") ==
        std::vector<std::string>{"EMULATOR\\liv.haug"});
  CHECK(types_of(emulator, 12) == std::vector<std::string>{"ActiveDirectory"});
  CHECK(emulator.login("SAL1", "sal1") == "");
  // Sent back as it was shown.
  const Cells before = Cells::of(emulator.store());
  CHECK(outcome_of(emulator.call(ticket, "SaveUser", in_domain)) == "ok");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");

  REQUIRE(outcome_of(emulator.call(ticket, "SaveUser",
                                   sal1_with({{"CRM5/PASSWORD", "fresh", ""}}))) == "ok");
  CHECK(types_of(emulator, 12) == std::vector<std::string>{"CRM5/PASSWORD"});
  CHECK(emulator.login("SAL1", "fresh") != "");
}

TEST_CASE("SaveUser: a new password beside the user of the directory, as that was shown, is kept") {
  for (const bool is_password_first : {true, false}) {
    CAPTURE(is_password_first);
    GateFixture emulator;
    const std::string ticket = emulator.login("ADM0", "adm0");
    std::vector<std::array<std::string, 3>> sent{{"ActiveDirectory", liv, "EMULATOR\\liv.haug"}};
    REQUIRE(outcome_of(emulator.call(ticket, "SaveUser", sal1_with(sent))) == "ok");
    sent.insert(is_password_first ? sent.begin() : sent.end(), {"CRM5/PASSWORD", "fresh", ""});
    REQUIRE(outcome_of(emulator.call(ticket, "SaveUser", sal1_with(sent))) == "ok");
    CHECK(types_of(emulator, 12) == std::vector<std::string>{"CRM5/PASSWORD"});
    CHECK(emulator.login("SAL1", "fresh") != "");
  }
}

TEST_CASE("SaveUser: credentials that cannot be had are refused, and nothing changes") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  REQUIRE(outcome_of(emulator.call(ticket, "SaveCredential",
                                   element("UserId", "13") +
                                       "<Credential><Type><Type>ActiveDirectory</Type></Type>" +
                                       element("Value", liv) + "</Credential>")) == "ok");
  auto rules = emulator.store().password_rules.get();
  rules.min_characters = 4;
  emulator.store().password_rules.save(rules, {});
  struct Case {
    std::array<std::string, 3> credential;
    std::string outcome;
  };
  for (const Case& c : {
           Case{{"Ticket", "x", ""}, "SoInvalidArgumentException Type"},
           Case{{"", "x", ""}, "SoInvalidArgumentException Type"},
           Case{{"ActiveDirectory", liv, "x"}, "SoInvalidArgumentException Value"},
           Case{{"CRM5/PASSWORD", "abc", ""}, "SoInvalidPasswordException"},
           Case{{"CRM5/PASSWORD", "abcd", ""}, "ok"},
       }) {
    CAPTURE(c.credential[0]);
    CAPTURE(c.credential[1]);
    const Cells before = Cells::of(emulator.store());
    const Reply reply = emulator.call(ticket, "SaveUser", sal1_with({c.credential}));
    CHECK(outcome_of(reply) == c.outcome);
    if (c.outcome != "ok") CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("SaveUser: an anonymous user gets no password") {
  GateFixture emulator;
  SentUser user{0, "AnonymousAssociate", "guest", "guest", 0, 11};
  user.password = "secret";
  CHECK(outcome_of(save(emulator, emulator.login("ADM0", "adm0"), user)) ==
        "SoInvalidArgumentException Type");
}
