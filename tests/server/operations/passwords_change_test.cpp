#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/password_calls.h"

using namespace emulator;
using namespace emulator::testing;
using namespace emulator::testing::seeded;

namespace {

std::string old_and_new(const std::string& old_password, const std::string& new_password) {
  return element("OldPassword", old_password) + element("NewPassword", new_password);
}

struct Change {
  std::string operation;
  std::string user;  ///< The parameter that names 101, for that user itself.
};

const std::vector<Change>& changes() {
  static const std::vector<Change> table{
      {"ChangeOwnPassword", ""},
      {"ChangePassword", associate_id(101)},
      {"ChangePasswordFromName", element("AssociateName", "EXT1@fjord.example")}};
  return table;
}

}  // namespace

TEST_CASE("Change of a password: with the old one, the new one counts and nothing else changes") {
  for (const Change& change : changes()) {
    CAPTURE(change.operation);
    GateFixture emulator;
    const std::string ticket = login(emulator, ext1);
    const Cells before = Cells::of(emulator.store());
    const Reply reply =
        emulator.call(ticket, change.operation, change.user + old_and_new("ext1", "n\u00F8w"));
    CHECK(outcome_of(reply) == "ok");
    CHECK(reply.result("Response") == "true");
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) ==
          "Credentials[5].secret Credentials[5].updated Credentials[5].updatedCount "
          "Credentials[5].updated_associate_id");
    CHECK(emulator.login(ext1.name, "ext1") == "");
    CHECK(emulator.login(ext1.name, "n\u00F8w") != "");
    // A-PASSWORD-TICKETS.
    CHECK(outcome_of(emulator.call(ticket, "GetUser", element("UserId", "101"))) == "ok");
  }
}

TEST_CASE("Change of a password: a wrong old one is answered false, and nothing changes") {
  for (const Change& change : changes()) {
    for (const std::string wrong : {"", "EXT1", "ext1 ", "adm0"}) {
      CAPTURE(change.operation);
      CAPTURE(wrong);
      GateFixture emulator;
      set_rules(emulator);  // The new one would be refused.
      const std::string ticket = login(emulator, ext1);
      const Cells before = Cells::of(emulator.store());
      const Reply reply =
          emulator.call(ticket, change.operation, change.user + old_and_new(wrong, "new"));
      CHECK(outcome_of(reply) == "ok");
      CHECK(reply.result("Response") == "false");
      CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
    }
  }
}

TEST_CASE("Change of a password: absent and nil are blank, as old one and as new one") {
  const std::string nil = "<OldPassword i:nil=\"true\"/><NewPassword i:nil=\"true\"/>";
  for (const Change& change : changes()) {
    for (const std::string& blank : {std::string(), nil, old_and_new("", "")}) {
      CAPTURE(change.operation);
      CAPTURE(blank);
      GateFixture emulator;
      const std::string ticket = login(emulator, ext1);
      CHECK(emulator.call(ticket, change.operation, change.user + blank).result("Response") ==
            "false");
      const std::string to_blank = change.user + element("OldPassword", "ext1");
      CHECK(emulator.call(ticket, change.operation, to_blank).result("Response") == "true");
      CHECK(emulator.login(ext1.name, "") != "");
      CHECK(emulator.call(ticket, change.operation, change.user + blank).result("Response") ==
            "true");
    }
  }
}

TEST_CASE("Change of a password: an administrator need not know that of another, but its own") {
  GateFixture emulator;
  const std::string ticket = login(emulator, usr8);
  struct Case {
    SeededUser user;
    std::string old_password, changed;
  };
  for (const Case& c : {
           Case{ext1, "", "true"},
           Case{sal1, "", "true"},
           Case{sys0, "", "true"},
           Case{sys0, "new", "true"},  // Given, it is compared.
           Case{ext1, "wrong", "false"},
           Case{usr8, "", "false"},
           Case{usr8, "usr8", "true"},
       }) {
    CAPTURE(c.user.name);
    CAPTURE(c.old_password);
    for (const std::string operation : {"ChangePassword", "ChangePasswordFromName"}) {
      const bool by_id = operation == "ChangePassword";
      // The second time the password is `new` already.
      const std::string old =
          !by_id && c.old_password == "usr8" ? std::string("new") : c.old_password;
      const Reply reply = emulator.call(
          ticket, operation,
          whom(by_id ? "AssociateId" : "AssociateName", c.user) + old_and_new(old, "new"));
      CHECK(reply.result("Response") == c.changed);
    }
  }
  CHECK(emulator.call(ticket, "ChangeOwnPassword", old_and_new("", "x")).result("Response") ==
        "false");
  CHECK(emulator.login(ext1.name, "new") != "");
}

TEST_CASE("Change of a password: the new one must keep the rules, forced or not") {
  GateFixture emulator;
  set_rules(emulator);
  struct Case {
    SeededUser caller;
    std::string operation, parameters;
  };
  for (const Case& c : {
           Case{ext1, "ChangeOwnPassword", element("OldPassword", "ext1")},
           Case{ext1, "ChangePassword", associate_id(101) + element("OldPassword", "ext1")},
           Case{adm0, "ChangePassword", associate_id(101) + element("OldPassword", "")},
           Case{adm0, "ChangePasswordFromName",
                element("AssociateName", ext1.name) + element("OldPassword", "")},
       }) {
    CAPTURE(c.operation);
    const std::string ticket = login(emulator, c.caller);
    const Cells before = Cells::of(emulator.store());
    const auto answer = [&](const std::string& password) {
      return emulator.call(ticket, c.operation, c.parameters + element("NewPassword", password));
    };
    CHECK(outcome_of(answer("short1")) == "SoInvalidPasswordException");
    CHECK(answer("short1").message() == "Password too short.");
    CHECK(answer("long enough").message() == "The password has too few digits: at least 1");
    CHECK(answer("").result("Response") == "false");  // As of every failing call.
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
  const std::string own = old_and_new("ext1", "long enough 1");
  CHECK(emulator.call(login(emulator, ext1), "ChangeOwnPassword", own).result("Response") ==
        "true");
}

TEST_CASE("ChangeOwnPassword: a user of the directory has none to change") {
  GateFixture emulator;
  const std::string ticket = login(emulator, sal1);
  emulator.store().credentials.remove_of(12, "CRM5/PASSWORD");
  CHECK(emulator.call(ticket, "ChangeOwnPassword", old_and_new("", "new")).result("Response") ==
        "false");
  store::Credential row;
  row.associate_id = 12;
  row.type = "ActiveDirectory";
  row.search_name = "S-1";
  emulator.store().credentials.save(row, {});
  CHECK(emulator.call(ticket, "ChangeOwnPassword", old_and_new("", "new")).message() ==
        "Active Directory (Windows) is responsible for user name and password.");
}
