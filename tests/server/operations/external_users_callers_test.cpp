#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

struct Case {
  std::string user_name, password;
  int associate_id;
  std::string outcome;
};

void check_each(GateFixture& emulator, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.user_name);
    CAPTURE(c.associate_id);
    const std::string ticket = emulator.login(c.user_name, c.password);
    REQUIRE(ticket != "");
    CHECK(outcome_of(emulator.call(ticket, "SetExternalUserInfo", set_role(c.associate_id, 13))) ==
          c.outcome);
  }
}

const std::string refused = "SoIllegalOperationException";

}  // namespace

TEST_CASE("External users: administrators and system users manage those of all companies") {
  GateFixture emulator;
  check_each(emulator, {
                           {"ADM0", "adm0", 101, "ok"},
                           {"ADM0", "adm0", 103, "ok"},
                           {"USR8", "usr8", 101, "ok"},
                           {"USR8", "usr8", 103, "ok"},
                           {"SYS0", "sys0", 101, "ok"},
                           {"SYS0", "sys0", 103, "ok"},
                           {"SAL1", "sal1", 101, refused},
                           {"ext1@fjord.example", "ext1", 101, refused},
                           {"ext1@fjord.example", "ext1", 102, refused},
                       });
}

TEST_CASE("External users: an external administrator manages those of its own company only") {
  GateFixture emulator;
  NewUser colleague;
  colleague.person_id = 511;
  colleague.user_name = "colleague";
  REQUIRE(emulator.call(emulator.login("ADM0", "adm0"), "CreateExternalUser", colleague.xml())
              .result("Response") == "1001");
  check_each(emulator, {
                           {"ext3@nordlys.example", "ext3", 1001, "ok"},
                           {"ext3@nordlys.example", "ext3", 103, "ok"},
                           {"ext3@nordlys.example", "ext3", 101, refused},
                           {"ext3@nordlys.example", "ext3", 102, refused},
                           {"ext3@nordlys.example", "ext3", 11, refused},
                           {"ext3@nordlys.example", "ext3", 14, refused},
                           {"ext3@nordlys.example", "ext3", 99999, "SoNotFoundException"},
                           {"colleague", "secret", 1001, refused},
                           {"colleague", "secret", 103, refused},
                       });
}

TEST_CASE("External users: an external administrator changes all of itself but its role") {
  GateFixture emulator;
  const std::string own = emulator.login("ext3@nordlys.example", "ext3");
  const std::string parts = element("UserName", "boss@nordlys.example") +
                            element("Password", "new") + element("IsActive", "true") +
                            element("RoleId", "10");
  const Cells before = Cells::of(emulator.store());
  for (const std::string flags : {"Role", "UserName Password Role Active"}) {
    const Reply reply = emulator.call(own, "SetExternalUserInfo", set_info(103, parts, flags));
    CHECK(outcome_of(reply) == refused);
    CHECK(reply.message() ==
          "You cannot change your own role; this might make it impossible to log in to "
          "SuperOffice Administration again.");
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
  // The role that it has already is no change, and one that is none comes first.
  CHECK(outcome_of(emulator.call(own, "SetExternalUserInfo", set_role(103, 13))) == "ok");
  CHECK(outcome_of(emulator.call(own, "SetExternalUserInfo", set_role(103, 1))) ==
        "SoInvalidArgumentException RoleId");
  CHECK(outcome_of(emulator.call(own, "SetExternalUserInfo",
                                 set_info(103, parts, "UserName Password Active"))) == "ok");
  CHECK(emulator.login("boss@nordlys.example", "new") != "");
}

TEST_CASE("External users: an employee with the licence manages those of all companies") {
  GateFixture emulator;
  emulator.store().licenses.assign(12, "superoffice.admin-extern-user", {});
  check_each(emulator, {{"SAL1", "sal1", 101, "ok"}, {"SAL1", "sal1", 103, "ok"}});
}

TEST_CASE("External users: a right or licence that is taken away is missed at the next call") {
  GateFixture emulator;
  const std::string usr8 = emulator.login("USR8", "usr8");
  const std::string ext3 = emulator.login("ext3@nordlys.example", "ext3");
  emulator.store().associates.set_role(13, 3, {});
  emulator.store().licenses.withdraw(103, "superoffice.admin-extern-user");
  for (const std::string& ticket : {usr8, ext3}) {
    CHECK(outcome_of(emulator.call(ticket, "SetExternalUserInfo", set_role(103, 10))) == refused);
  }
}

TEST_CASE("External users: all four operations ask for the same rights") {
  struct Ask {
    std::string operation, parameters;
  };
  const std::string id = element("AssociateId", "101");
  for (const Ask& ask :
       {Ask{"SetExternalUserInfo", id}, Ask{"CreateExternalUser", NewUser().xml()},
        Ask{"GenerateNewPasswordForExternalUser", element("AssociateName", "ext1@fjord.example")},
        Ask{"DeleteExternalUser", id}}) {
    CAPTURE(ask.operation);
    GateFixture emulator;
    const auto outcome = [&](const std::string& user_name, const std::string& password) {
      return outcome_of(
          emulator.call(emulator.login(user_name, password), ask.operation, ask.parameters));
    };
    CHECK(outcome("nobody", "") == "SoSessionException");
    CHECK(outcome("SAL1", "sal1") == refused);
    CHECK(outcome("ext1@fjord.example", "ext1") == refused);
    CHECK(outcome("ext3@nordlys.example", "ext3") == refused);
    CHECK(outcome("USR8", "usr8") == "ok");
  }
}
