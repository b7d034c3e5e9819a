#include <doctest/doctest.h>

#include "server/domain/password_rules.h"
#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"
#include "tests/server/operations/password_calls.h"

using namespace emulator;
using namespace emulator::testing;
using namespace emulator::testing::seeded;

TEST_CASE("SetPassword: the password counts at the next log-in, and nothing else changes") {
  for (const std::string parameter : {"AssociateId", "AssociateName"}) {
    const std::string operation =
        parameter == "AssociateId" ? "SetPassword" : "SetPasswordFromName";
    CAPTURE(operation);
    GateFixture emulator;
    const std::string ticket = login(emulator, usr8);
    const std::string theirs = login(emulator, ext1);
    const Cells before = Cells::of(emulator.store());
    const Reply reply =
        emulator.call(ticket, operation, whom(parameter, ext1) + element("Password", "a <&> b"));
    CHECK(reply.result("Response") == "true");
    const Cells after = Cells::of(emulator.store());
    CHECK(listed(before.changed_to(after)) ==
          "Credentials[5].secret Credentials[5].updated Credentials[5].updatedCount "
          "Credentials[5].updated_associate_id");
    CHECK(after.at("Credentials[5].updated_associate_id") == "13");
    CHECK(after.at("Credentials[5].secret").starts_with("$argon2id$"));
    CHECK(emulator.login(ext1.name, "ext1") == "");
    CHECK(emulator.login(ext1.name, "a <&> b") != "");
    CHECK(outcome_of(emulator.call(theirs, "GetUser", element("UserId", "101"))) == "ok");
  }
}

TEST_CASE("SetPassword: absent and nil are blank") {
  for (const std::string& password :
       {std::string(), std::string("<Password i:nil=\"true\"/>"), element("Password", "")}) {
    CAPTURE(password);
    GateFixture emulator;
    const std::string ticket = login(emulator, adm0);
    for (const SeededUser& user : {ext1, sal1}) {
      CHECK(emulator.call(ticket, "SetPassword", associate_id(user.id) + password)
                .result("Response") == "true");
      CHECK(emulator.login(user.name, "") != "");
    }
    CHECK(emulator.call(ticket, "SetPasswordFromName", whom("AssociateName", sys0) + password)
              .result("Response") == "true");
    CHECK(emulator.login("SYS0", "") != "");
  }
}

TEST_CASE("SetPassword: a password that does not keep the rules is refused") {
  GateFixture emulator;
  set_rules(emulator);
  const std::string ticket = login(emulator, adm0);
  const Cells before = Cells::of(emulator.store());
  for (const std::string password : {"", "short1", "long enough"}) {
    const std::string xml = element("Password", password);
    for (const Reply& reply :
         {emulator.call(ticket, "SetPassword", associate_id(101) + xml),
          emulator.call(ticket, "SetPasswordFromName", whom("AssociateName", ext1) + xml)}) {
      CHECK(outcome_of(reply) == "SoInvalidPasswordException");
      CHECK(reply.result("Response") == "false");
    }
  }
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE(
    "External users: their passwords keep the rules, too, checked last and before all writes") {
  GateFixture emulator;
  set_rules(emulator);
  const std::string ticket = login(emulator, adm0);
  const Cells before = Cells::of(emulator.store());
  const auto set = [&](const std::string& parts, const std::string& flags) {
    return outcome_of(emulator.call(ticket, "SetExternalUserInfo", set_info(101, parts, flags)));
  };
  const std::string short_one = element("Password", "short1");
  CHECK(set(short_one, "Password") == "SoInvalidPasswordException");
  CHECK(set("", "Password") == "SoInvalidPasswordException");
  CHECK(set(element("UserName", "x") + short_one, "UserName Password") ==
        "SoInvalidPasswordException");
  CHECK(set(element("UserName", "sal1") + short_one, "UserName Password") ==
        "SoInvalidArgumentException UserName");
  CHECK(set(short_one + element("RoleId", "1"), "Role Password") ==
        "SoInvalidArgumentException RoleId");
  NewUser user;
  user.password = "short1";
  CHECK(outcome_of(emulator.call(ticket, "CreateExternalUser", user.xml())) ==
        "SoInvalidPasswordException");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  CHECK(set(element("UserName", "x") + short_one, "UserName") == "ok");
  CHECK(set(element("Password", "long enough 1"), "Password") == "ok");
  user.password = "long enough 1";
  CHECK(outcome_of(emulator.call(ticket, "CreateExternalUser", user.xml())) == "ok");
}

TEST_CASE("Generated passwords: they are answered in clear, log in, and keep the rules") {
  struct Case {
    std::string operation, user;
  };
  for (const Case& c :
       {Case{"SetGeneratedPassword", associate_id(101)},
        Case{"SetGeneratedPasswordFromName", element("AssociateName", "Ext1@Fjord.example")},
        Case{"GenerateNewPasswordForExternalUser", element("AssociateName", ext1.name)}}) {
    CAPTURE(c.operation);
    GateFixture emulator;
    store::PasswordRules rules = emulator.store().password_rules.get();
    rules.min_characters = 15;
    rules.min_special = 2;
    emulator.store().password_rules.save(rules, {});
    const std::string ticket = login(emulator, adm0);
    const Cells before = Cells::of(emulator.store());
    const std::string first = emulator.call(ticket, c.operation, c.user).result("Response");
    CAPTURE(first);
    CHECK(first.size() == 15);
    CHECK_FALSE(password_fault(first, rules).has_value());
    CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) == "Credentials[5]");
    CHECK(emulator.login(ext1.name, first) != "");
    CHECK(emulator.login(ext1.name, "ext1") == "");
    CHECK(emulator.call(ticket, c.operation, c.user).result("Response") != first);
    CHECK(emulator.login(ext1.name, first) == "");
  }
}

TEST_CASE("SetGeneratedPassword: a refused call answers nil") {
  GateFixture emulator;
  const Reply reply =
      emulator.call(login(emulator, sal1), "SetGeneratedPassword", associate_id(11));
  CHECK(reply.message() == "Can only set own password");
  CHECK(reply.result("Response") == "(nil)");
}
