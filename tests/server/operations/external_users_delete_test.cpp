#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::string associate(int id) { return element("AssociateId", std::to_string(id)); }
std::string named(const std::string& name) { return element("AssociateName", name); }

}  // namespace

TEST_CASE("DeleteExternalUser: all rows of the user are gone, but the person and a history row") {
  GateFixture emulator;
  const std::string ticket = emulator.login("USR8", "usr8");
  emulator.login("ext1@fjord.example", "ext1");
  auto person = emulator.store().persons.find(501).value();
  person.middle_name = "Lise";
  emulator.store().persons.save(person, {});
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(ticket, "DeleteExternalUser", associate(101));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.texts("Body/DeleteExternalUserResponse/*").empty());
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) ==
        "AssociateHistory[1001] Credentials[1002] Credentials[5] LicenseAssocLink[6,101] "
        "UserRoleLink[101] associate[101] sequence[AssociateHistory]");
  CHECK(after.at("associate[101].name") == "(none)");
  CHECK(after.at("Credentials[5].secret") == "(none)");
  CHECK(after.at("Credentials[1002].secret") == "(none)");  // Its ticket.
  CHECK(after.at("person[501].lastname") == "Nord");
  const std::string history = "AssociateHistory[1001].";
  CHECK(after.at(history + "associateId") == "101");
  CHECK(after.at(history + "name") == "ext1@fjord.example");
  CHECK(after.at(history + "type") == "4");
  CHECK(after.at(history + "personId") == "501");
  CHECK(after.at(history + "contactId") == "2");
  CHECK(after.at(history + "firstname") == "Kari");
  CHECK(after.at(history + "middleName") == "Lise");
  CHECK(after.at(history + "lastname") == "Nord");
  CHECK(after.at(history + "registered") == "2026-01-15T09:00:00");
  CHECK(after.at(history + "registered_associate_id") == "13");
}

TEST_CASE("DeleteExternalUser: the user is out at once and unknown to every operation") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string own = emulator.login("ext1@fjord.example", "ext1");
  CHECK(outcome_of(emulator.call(admin, "DeleteExternalUser", associate(101))) == "ok");
  const Reply refused = emulator.call(own, "GetUserInfo", element("UserInfoId", "101"));
  CHECK(outcome_of(refused) == "SoSessionException");
  CHECK(refused.parameter("Reason") == "unknown");
  CHECK(emulator.login("ext1@fjord.example", "ext1") == "");
  CHECK(emulator.call(admin, "GetUser", element("UserId", "101")).result("Response") == "(nil)");
  CHECK(emulator.call(admin, "GetUserInfo", element("UserInfoId", "101")).result("Response") ==
        "(nil)");
  CHECK(emulator.call(admin, "GetUserFromName", element("UserName", "ext1@fjord.example"))
            .result("Response") == "(nil)");
  for (const std::string operation : {"DeleteExternalUser", "SetExternalUserInfo"}) {
    CHECK(outcome_of(emulator.call(admin, operation, associate(101))) == "SoNotFoundException");
  }
}

TEST_CASE("DeleteExternalUser: name and person are free again, the id is not used twice") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  emulator.call(admin, "DeleteExternalUser", associate(101));
  NewUser again{501, "EXT1@fjord.example", "again"};
  CHECK(emulator.call(admin, "CreateExternalUser", again.xml()).result("Response") == "1001");
  CHECK(emulator.login("ext1@fjord.example", "again") != "");
  emulator.call(admin, "DeleteExternalUser", associate(1001));
  CHECK(emulator.call(admin, "CreateExternalUser", again.xml()).result("Response") == "1002");
}

TEST_CASE("DeleteExternalUser: whoever looked after a person or company is forgotten there") {
  GateFixture emulator;
  auto person = emulator.store().persons.find(504).value();
  person.associate_id = 101;
  emulator.store().persons.save(person, {});
  emulator.call(emulator.login("ADM0", "adm0"), "DeleteExternalUser", associate(101));
  CHECK(emulator.store().persons.find(504)->associate_id == 0);
}

TEST_CASE("DeleteExternalUser: what is not there or not external stays as it is") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string wrong_type = "SoInvalidArgumentException AssociateId";
  struct Case {
    int associate_id;
    std::string outcome;
  };
  for (const Case& c :
       {Case{0, "SoNotFoundException"}, Case{99999, "SoNotFoundException"}, Case{11, wrong_type},
        Case{12, wrong_type}, Case{14, wrong_type}, Case{15, wrong_type}}) {
    CAPTURE(c.associate_id);
    const Cells before = Cells::of(emulator.store());
    CHECK(outcome_of(emulator.call(admin, "DeleteExternalUser", associate(c.associate_id))) ==
          c.outcome);
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("GenerateNewPasswordForExternalUser: 12 letters and digits that work at once") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  std::string last = "ext1";
  for (int i = 0; i < 5; ++i) {
    const std::string password =
        emulator.call(admin, "GenerateNewPasswordForExternalUser", named("EXT1@fjord.example"))
            .result("Response");
    CHECK(password.size() == 12);
    CHECK(password.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                     "0123456789") == std::string::npos);
    CHECK(emulator.login("ext1@fjord.example", password) != "");
    CHECK(emulator.login("ext1@fjord.example", last) == "");
    last = password;
  }
}

TEST_CASE("GenerateNewPasswordForExternalUser: changes the password's row alone") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  emulator.call(admin, "GenerateNewPasswordForExternalUser", named("ext2@fjord.example"));
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) ==
        "Credentials[6].secret Credentials[6].updated Credentials[6].updatedCount "
        "Credentials[6].updated_associate_id");
}

TEST_CASE("GenerateNewPasswordForExternalUser: unknown, nameless and internal users are refused") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  struct Case {
    std::string parameters, outcome, message;
  };
  const std::string wrong_type = "SoInvalidArgumentException AssociateName";
  for (const Case& c : {
           Case{named("nobody"), "SoNotFoundException", "Associate name nobody not found"},
           Case{named(""), "SoNotFoundException", "Associate name  not found"},
           Case{"", "SoNotFoundException", "Associate name  not found"},
           Case{named("ADM0"), wrong_type, "The user has the wrong user type"},
           Case{named("SYS0"), wrong_type, "The user has the wrong user type"},
       }) {
    CAPTURE(c.parameters);
    const Cells before = Cells::of(emulator.store());
    const Reply reply = emulator.call(admin, "GenerateNewPasswordForExternalUser", c.parameters);
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.message() == c.message);
    CHECK(reply.result("Response") == "(nil)");
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}
