#include <doctest/doctest.h>

#include "tests/server/operations/external_user_calls.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("IsUserNameValid: 1 to 239 code points that nobody else has") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ext1@fjord.example", "ext1");
  struct Case {
    int associate_id;
    std::string name, valid;
  };
  for (const Case& c : {
           Case{0, "new@fjord.example", "true"},
           Case{0, "x", "true"},
           Case{0, "name with blanks & <signs>", "true"},
           Case{0, times(239, "ø"), "true"},
           Case{0, times(240, "ø"), "false"},
           Case{0, "", "false"},
           Case{0, "ADM0", "false"},
           Case{0, "adm0", "false"},
           Case{0, "EXT2@FJORD.EXAMPLE", "false"},
           Case{101, "ext1@fjord.example", "true"},
           Case{101, "EXT1@fjord.example", "true"},
           Case{101, "ext2@fjord.example", "false"},
           Case{11, "ADM0", "true"},
           Case{12, "ADM0", "false"},
           Case{99999, "ADM0", "false"},
           Case{99999, "new", "true"},
       }) {
    CAPTURE(c.associate_id);
    CAPTURE(c.name);
    const Reply reply = emulator.call(ticket, "IsUserNameValid",
                                      element("AssociateId", std::to_string(c.associate_id)) +
                                          element("Type", "ExternalAssociate") +
                                          element("PersonId", "504") + element("UserName", c.name));
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == c.valid);
  }
}

TEST_CASE("IsUserNameValid: a name that is nil or absent is not valid") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::string name : {"", "<UserName i:nil=\"true\"/>"}) {
    CHECK(emulator.call(ticket, "IsUserNameValid", name).result("Response") == "false");
  }
}

TEST_CASE("IsUserNameValid: agrees with what SetExternalUserInfo accepts") {
  for (const std::string& name : {std::string("ADM0"), std::string("new"), std::string(),
                                  times(240, "x"), std::string("EXT1@fjord.example")}) {
    CAPTURE(name);
    GateFixture emulator;
    const std::string ticket = emulator.login("ADM0", "adm0");
    const bool is_valid = emulator
                              .call(ticket, "IsUserNameValid",
                                    element("AssociateId", "101") + element("UserName", name))
                              .result("Response") == "true";
    const Reply reply = emulator.call(ticket, "SetExternalUserInfo", set_name(101, name));
    CHECK((outcome_of(reply) == "ok") == is_valid);
  }
}
