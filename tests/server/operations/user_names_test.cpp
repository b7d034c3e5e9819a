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
           Case{0, "7T:new", "false"},
           Case{0, "8a:new", "false"},
           Case{0, "7T", "true"},
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
  for (const std::string& name :
       {std::string("ADM0"), std::string("new"), std::string(), times(240, "x"),
        std::string("EXT1@fjord.example"), std::string("7T:x"), std::string("7T;x")}) {
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

TEST_CASE("IsUserNameValidWithReason: says what a change would be refused with") {
  struct Case {
    int associate_id;
    std::string name, reason;
  };
  const std::string invalid = "Invalid user name";
  const std::string taken = "There is already a user with the same name.";
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const Case& c : {
           Case{101, element("UserName", "new"), ""},
           Case{101, element("UserName", "EXT1@fjord.example"), ""},
           Case{101, element("UserName", ""), "The user name can not be empty"},
           Case{101, "<UserName i:nil=\"true\"/>", "The user name can not be empty"},
           Case{101, "", "The user name can not be empty"},
           Case{101, element("UserName", times(240, "x")), invalid},
           Case{101, element("UserName", "7t:x"), invalid},
           Case{101, element("UserName", "adm0"), taken},
           Case{0, element("UserName", "ext1@fjord.example"), taken},
           Case{11, element("UserName", "adm0"), ""},
           Case{99999, element("UserName", "new"), ""},
           Case{99999, element("UserName", "adm0"), taken},
       }) {
    CAPTURE(c.associate_id);
    CAPTURE(c.name);
    const std::string parameters = element("AssociateId", std::to_string(c.associate_id)) + c.name;
    const Reply reply = emulator.call(ticket, "IsUserNameValidWithReason", parameters);
    CHECK(outcome_of(reply) == "ok");
    CHECK(reply.result("Response/Reason") == c.reason);
    CHECK(reply.result("Response/Result") == (c.reason.empty() ? "true" : "false"));
    CHECK(reply.result("Response/Result") ==
          emulator.call(ticket, "IsUserNameValid", parameters).result("Response"));
  }
}

TEST_CASE("User names: any ticket is enough to ask about one, and one is needed") {
  GateFixture emulator;
  const std::string ext1 = emulator.login("ext1@fjord.example", "ext1");
  for (const std::string operation :
       {"IsUserNameValid", "IsUserNameValidWithReason", "GetValidUserName"}) {
    CAPTURE(operation);
    CHECK(outcome_of(emulator.call(ext1, operation, element("UserName", "x"))) == "ok");
    CHECK(outcome_of(emulator.call("", operation, element("UserName", "x"))) ==
          "SoSessionException");
  }
}
