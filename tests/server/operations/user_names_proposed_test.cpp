#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

struct Wish {
  int associate_id = 0;
  std::string type{}, name{};
  int person_id = 0;

  std::string xml() const {
    return element("AssociateId", std::to_string(associate_id)) +
           (type.empty() ? "" : element("Type", type)) +
           element("PersonId", std::to_string(person_id)) + element("UserName", name);
  }
};

std::string proposed(GateFixture& emulator, const std::string& ticket, const Wish& wish) {
  return emulator.call(ticket, "GetValidUserName", wish.xml()).result("Response");
}

}  // namespace

TEST_CASE("GetValidUserName: a good name as it is, another made free, short and no ticket") {
  struct Case {
    Wish wish;
    std::string name;
  };
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const Case& c : {
           Case{{0, "ExternalAssociate", "new@fjord.example"}, "new@fjord.example"},
           Case{{0, "", "new name"}, "new name"},
           Case{{0, "", "ADM0"}, "ADM02"},
           Case{{0, "", "adm0"}, "adm02"},
           Case{{0, "", "ext1@fjord.example"}, "ext12@fjord.example"},
           Case{{11, "", "ADM0"}, "ADM0"},
           Case{{11, "", "adm0"}, "adm0"},
           Case{{12, "", "ADM0"}, "ADM02"},
           Case{{99999, "", "ADM0"}, "ADM02"},
           Case{{0, "", times(240, "ø")}, times(239, "ø")},
           Case{{0, "", "7T:mine"}, "mine"},
           Case{{0, "", "8a:7t:ADM0"}, "ADM02"},
           Case{{0, "", "7T:" + times(240, "x")}, times(239, "x")},
           Case{{0, "", "7T:"}, "user"},
       }) {
    CAPTURE(c.wish.name);
    CAPTURE(c.wish.associate_id);
    CHECK(proposed(emulator, ticket, c.wish) == c.name);
  }
}

TEST_CASE("GetValidUserName: without a wish, what the person has") {
  struct Case {
    Wish wish;
    std::string name;
  };
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const Case& c : {
           Case{{0, "ExternalAssociate", "", 504}, "free.person504@fjord.example"},
           Case{{0, "InternalAssociate", "", 504}, "FP"},
           Case{{0, "", "", 504}, "free.person504@fjord.example"},
           Case{{0, "ExternalAssociate", "", 501}, "ext12@fjord.example"},
           Case{{101, "ExternalAssociate", "", 501}, "ext1@fjord.example"},
           Case{{0, "ExternalAssociate", "", 99999}, "user"},
           Case{{0, "ExternalAssociate", ""}, "user"},
       }) {
    CAPTURE(c.wish.person_id);
    CAPTURE(c.wish.type);
    CHECK(proposed(emulator, ticket, c.wish) == c.name);
  }
  CHECK(emulator.call(ticket, "GetValidUserName", "").result("Response") == "user");
  CHECK(
      emulator.call(ticket, "GetValidUserName", "<UserName i:nil=\"true\"/>").result("Response") ==
      "user");
}

TEST_CASE(
    "GetValidUserName: however often it is asked and taken, the name is valid, and unstored") {
  for (const std::string& wish : {std::string("ext1@fjord.example"), times(300, "x"),
                                  "a@" + times(300, "x"), "@" + times(238, "x"), std::string()}) {
    CAPTURE(wish);
    GateFixture emulator;
    const std::string ticket = emulator.login("ADM0", "adm0");
    for (int person = 504; person <= 515; ++person) {
      const Cells before = Cells::of(emulator.store());
      const std::string name = proposed(emulator, ticket, {0, "ExternalAssociate", wish});
      CAPTURE(name);
      CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
      CHECK(
          emulator.call(ticket, "IsUserNameValid", element("UserName", name)).result("Response") ==
          "true");
      NewUser user;
      user.person_id = person;
      user.user_name = name;
      CHECK(outcome_of(emulator.call(ticket, "CreateExternalUser", user.xml())) == "ok");
    }
  }
}
