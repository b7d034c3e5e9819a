#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/password_calls.h"

// Whose password may be changed by whom: the same for the six operations that name a user.

using namespace emulator;
using namespace emulator::testing;
using namespace emulator::testing::seeded;

namespace {

const std::string refused = "SoIllegalOperationException";

Reply call(GateFixture& emulator, const SeededUser& caller, const PasswordOperation& operation,
           const SeededUser& user) {
  return emulator.call(login(emulator, caller), operation.name,
                       whom(operation.parameter, user) + operation.rest);
}

}  // namespace

TEST_CASE("Passwords: one's own, and those of the users that one manages") {
  struct Case {
    SeededUser caller, user;
    std::string outcome;
  };
  for (const PasswordOperation& operation : password_operations()) {
    for (const Case& c : {
             Case{adm0, sal1, "ok"},
             Case{adm0, sys0, "ok"},
             Case{adm0, ext1, "ok"},
             Case{usr8, adm0, "ok"},
             Case{usr8, ext3, "ok"},
             Case{sys0, adm0, "ok"},
             Case{sys0, ext1, "ok"},
             Case{sal1, sal1, "ok"},
             Case{sal1, adm0, refused},
             Case{sal1, ext1, refused},
             Case{ext1, ext1, "ok"},
             Case{ext1, ext2, refused},
             Case{ext1, adm0, refused},
             Case{ext3, ext3, "ok"},
             Case{ext3, ext1, refused},
             Case{ext3, sal1, refused},
             Case{sal1, anon, refused},
             Case{sal1, nobody, "SoNotFoundException"},
             Case{adm0, nobody, "SoNotFoundException"},
         }) {
      CAPTURE(operation.name);
      CAPTURE(c.caller.name);
      CAPTURE(c.user.name);
      GateFixture emulator;
      const Reply reply = call(emulator, c.caller, operation, c.user);
      CHECK(outcome_of(reply) == c.outcome);
      if (c.outcome == refused) CHECK(reply.message() == "Can only set own password");
    }
  }
}

TEST_CASE("Passwords: an external administrator sets those of colleagues") {
  for (const PasswordOperation& operation : password_operations()) {
    CAPTURE(operation.name);
    GateFixture emulator;
    const std::string created =
        emulator
            .call(login(emulator, adm0), "CreateExternalUser",
                  element("PersonId", "511") + element("UserName", "colleague") +
                      element("RoleId", "10"))
            .result("Response");
    REQUIRE(created == "1001");
    CHECK(outcome_of(call(emulator, ext3, operation, {1001, "colleague", ""})) == "ok");
  }
}

TEST_CASE("Passwords: who logs in by none, is retired or is of the directory gets none") {
  const std::string former =
      "This associate is marked as a former employee and cannot be modified.";
  const std::string directory =
      "Active Directory (Windows) is responsible for user name and password.";
  for (const PasswordOperation& operation : password_operations()) {
    CAPTURE(operation.name);
    GateFixture emulator;
    const std::string ticket = login(emulator, adm0);
    put_in_directory(emulator);
    retire(emulator, 101);
    const Cells before = Cells::of(emulator.store());
    const auto answer_for = [&](const SeededUser& user) {
      return emulator.call(ticket, operation.name,
                           whom(operation.parameter, user) + operation.rest);
    };
    CHECK(outcome_of(answer_for(anon)) == "SoInvalidArgumentException " + operation.parameter);
    CHECK(answer_for(anon).message() == "The user has the wrong user type");
    CHECK(outcome_of(answer_for(ext1)) == refused);
    CHECK(answer_for(ext1).message() == former);
    CHECK(outcome_of(answer_for(sal1)) == refused);
    CHECK(answer_for(sal1).message() == directory);
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("CanChangePassword: false for whoever can have none, even to administrators") {
  GateFixture emulator;
  const std::string ticket = login(emulator, adm0);
  const auto can = [&](const SeededUser& user) {
    return emulator.call(ticket, "CanChangePassword", associate_id(user.id)).result("Response");
  };
  CHECK(can(sal1) == "true");
  CHECK(can(ext1) == "true");
  put_in_directory(emulator);
  retire(emulator, 101);
  CHECK(can(sal1) == "false");
  CHECK(can(ext1) == "false");
  CHECK(can(anon) == "false");
}

TEST_CASE("CanChangePassword: true of exactly those whose password ChangePassword changes") {
  struct Case {
    SeededUser caller;
    std::vector<int> all, some;  ///< Whose; and when SAL1 is of the directory and USR8 retired.
  };
  const std::vector<SeededUser> users{adm0, sal1, usr8, sys0, anon, ext1, ext2, ext3, nobody};
  const std::vector<int> with_password{11, 12, 13, 14, 101, 102, 103};
  const std::vector<int> remaining{11, 14, 101, 102, 103};
  for (const Case& c : {Case{adm0, with_password, remaining}, Case{sys0, with_password, remaining},
                        Case{sal1, {12}, {}}, Case{ext1, {101}, {101}}, Case{ext3, {103}, {103}}}) {
    for (const bool is_changed : {false, true}) {
      CAPTURE(c.caller.name);
      CAPTURE(is_changed);
      const std::vector<int>& expected = is_changed ? c.some : c.all;
      GateFixture emulator;
      const std::string ticket = login(emulator, c.caller);
      if (is_changed) {
        put_in_directory(emulator);
        retire(emulator, usr8.id);
      }
      std::vector<int> can, changed;
      for (const SeededUser& user : users) {
        const std::string whose = associate_id(user.id);
        const std::string old = user.id == c.caller.id ? user.password : "";
        const Reply change =
            emulator.call(ticket, "ChangePassword",
                          whose + element("OldPassword", old) + element("NewPassword", "new"));
        if (change.result("Response") == "true") changed.push_back(user.id);
        const Reply question = emulator.call(ticket, "CanChangePassword", whose);
        if (question.result("Response") == "true") can.push_back(user.id);
      }
      CHECK(can == expected);
      CHECK(changed == expected);
    }
  }
}

TEST_CASE("Passwords: a user without one can be given one") {
  for (const PasswordOperation& operation : password_operations()) {
    CAPTURE(operation.name);
    GateFixture emulator;
    emulator.store().credentials.remove_of(102);
    CHECK(outcome_of(call(emulator, adm0, operation, ext2)) == "ok");
    CHECK(emulator.store().credentials.list_of(102).size() == 1);
  }
}

TEST_CASE("Passwords: without any parameter nobody is meant") {
  for (const PasswordOperation& operation : password_operations()) {
    CAPTURE(operation.name);
    GateFixture emulator;
    const std::string ticket = login(emulator, adm0);
    const bool by_name = operation.parameter == "AssociateName";
    CHECK(emulator.call(ticket, operation.name, "").message() ==
          (by_name ? "Associate name  not found" : "Associate id 0 not found"));
    if (by_name) {
      CHECK(emulator.call(ticket, operation.name, "<AssociateName i:nil=\"true\"/>").message() ==
            "Associate name  not found");
    }
  }
}
