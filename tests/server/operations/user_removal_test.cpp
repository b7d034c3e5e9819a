#include "server/operations/user_removal.h"

#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::string id(int associate) { return element("UserId", std::to_string(associate)); }
std::string name(const std::string& user) { return element("UserName", user); }

/// Of one call, against fresh rows.
struct Ask {
  std::string user, password, operation, parameters, outcome;
};

void check_each(const std::vector<Ask>& asks) {
  for (const Ask& ask : asks) {
    CAPTURE(ask.user);
    CAPTURE(ask.operation);
    CAPTURE(ask.parameters);
    GateFixture emulator;
    const std::string ticket = emulator.login(ask.user, ask.password);
    const Cells before = Cells::of(emulator.store());
    const Reply reply = emulator.call(ticket, ask.operation, ask.parameters);
    CHECK((reply.succeeded() == "true" ? "ok" : reply.message()) == ask.outcome);
    const bool changed = !before.changed_to(Cells::of(emulator.store())).empty();
    CHECK(changed == (ask.outcome == "ok"));
  }
}

const std::string refused =
    "The currently logged-on user is not permitted to perform this operation";
const std::string oneself = "The current user cannot delete him/herself";

std::string not_managed(const std::string& type) {
  return "The current user is not permitted to administrate users of type " + type;
}

}  // namespace

TEST_CASE("DeleteUser: all rows of an employee are gone, but the person and a history row") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  emulator.login("SAL1", "sal1");
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(ticket, "DeleteUser", id(12));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.texts("Body/DeleteUserResponse/*").empty());
  const Cells after = Cells::of(emulator.store());
  const std::set<std::string> rows{"associate[12]",
                                   "Credentials[2]",
                                   "Credentials[1002]",
                                   "LicenseAssocLink[5,12]",
                                   "UserRoleLink[12]",
                                   "AssociateHistory[1001]",
                                   "sequence[AssociateHistory]"};
  std::set<std::string> changed;
  for (const std::string& cell : before.changed_to(after)) {
    // Whom SAL1 looked after is in nobody's care.
    const bool is_care = cell.ends_with("].associate_id") && after.at(cell) == "NULL";
    if (!is_care) changed.insert(cell.substr(0, cell.find(']') + 1));
  }
  CHECK(listed(changed) == listed(rows));
  CHECK(after.at("person[501].associate_id") == "NULL");
  CHECK(after.at("contact[2].associate_id") == "NULL");
  CHECK(after.at("person[148].lastname") == "Lund");
  const std::string history = "AssociateHistory[1001].";
  CHECK(after.at(history + "associateId") == "12");
  CHECK(after.at(history + "name") == "SAL1");
  CHECK(after.at(history + "type") == "0");
  CHECK(after.at(history + "groupId") == "2");
  CHECK(after.at(history + "personId") == "148");
  CHECK(after.at(history + "contactId") == "1");
  CHECK(after.at(history + "firstname") == "Siri");
  CHECK(after.at(history + "lastname") == "Lund");
  CHECK(after.at(history + "registered") == "2026-01-15T09:00:00");
  CHECK(after.at(history + "registered_associate_id") == "11");
}

TEST_CASE("DeleteUser: users of every type go, one without a person too") {
  struct Case {
    int id;
    std::string type, person;
  };
  for (const Case& c :
       {Case{13, "0", "149"}, Case{14, "13", "0"}, Case{15, "7", "0"}, Case{101, "4", "501"}}) {
    CAPTURE(c.id);
    GateFixture emulator;
    const std::string admin = emulator.login("ADM0", "adm0");
    CHECK(outcome_of(emulator.call(admin, "DeleteUser", id(c.id))) == "ok");
    CHECK(emulator.call(admin, "GetUser", id(c.id)).result("Response") == "(nil)");
    const Cells after = Cells::of(emulator.store());
    CHECK(after.at("AssociateHistory[1001].type") == c.type);
    CHECK(after.at("AssociateHistory[1001].personId") == c.person);
  }
}

TEST_CASE("DeleteUser: the user is out at once, its name is free, and its id is never used again") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string own = emulator.login("SAL1", "sal1");
  CHECK(outcome_of(emulator.call(admin, "DeleteUser", id(12))) == "ok");
  const Reply out = emulator.call(own, "GetUser", id(11));
  CHECK(outcome_of(out) == "SoSessionException");
  CHECK(out.parameter("Reason") == "unknown");
  CHECK(emulator.login("SAL1", "sal1") == "");
  CHECK(outcome_of(emulator.call(admin, "DeleteUser", id(12))) == "SoNotFoundException");
  NewUser next;
  next.user_name = "sal1";
  CHECK(emulator.call(admin, "CreateExternalUser", next.xml()).result("Response") == "1001");
  CHECK(emulator.login("SAL1", "secret") != "");
}

TEST_CASE("DeleteUserFromName: the user with that name or user name goes, in any case") {
  for (const std::string& given : {std::string("usr8"), std::string("ola")}) {
    CAPTURE(given);
    GateFixture emulator;
    auto user = emulator.store().associates.find(13).value();
    user.user_name = "Ola";
    user.user_name_key = "ola";
    emulator.store().associates.save(user, {});
    const std::string admin = emulator.login("ADM0", "adm0");
    const Reply reply = emulator.call(admin, "DeleteUserFromName", name(given));
    CHECK(outcome_of(reply) == "ok");
    CHECK(reply.texts("Body/DeleteUserFromNameResponse/*").empty());
    CHECK(emulator.call(admin, "GetUser", id(13)).result("Response") == "(nil)");
    CHECK_FALSE(emulator.store().associates.find(13));
    CHECK(emulator.store().associates.list().size() == 7);
  }
}

TEST_CASE("DeleteUser: who is not there is not found, by id and by name") {
  const std::string by_name = "DeleteUserFromName";
  check_each({
      {"ADM0", "adm0", "DeleteUser", id(99999), "Associate id 99999 not found"},
      {"ADM0", "adm0", "DeleteUser", "", "Associate id 0 not found"},
      {"ADM0", "adm0", "DeleteUser", id(-11), "Associate id -11 not found"},
      {"ADM0", "adm0", by_name, name("who"), "Associate name who not found"},
      {"ADM0", "adm0", by_name, name(""), "Associate name  not found"},
      {"ADM0", "adm0", by_name, "", "Associate name  not found"},
      {"ADM0", "adm0", by_name, "<UserName i:nil=\"true\"/>", "Associate name  not found"},
  });
}

TEST_CASE("DeleteUser: nobody deletes itself, whatever operation and kind of user") {
  GateFixture emulator;
  emulator.store().licenses.assign(101, "superoffice.admin-extern-user", {});
  struct Case {
    std::string user, password, operation, parameters;
  };
  for (const Case& c : {
           Case{"ADM0", "adm0", "DeleteUser", id(11)},
           Case{"ADM0", "adm0", "DeleteUserFromName", name("adm0")},
           Case{"USR8", "usr8", "DeleteUser", id(13)},
           Case{"SYS0", "sys0", "DeleteUser", id(14)},
           Case{"ext3@nordlys.example", "ext3", "DeleteUser", id(103)},
           Case{"ext1@fjord.example", "ext1", "DeleteExternalUser", element("AssociateId", "101")},
       }) {
    CAPTURE(c.user);
    CAPTURE(c.operation);
    const std::string ticket = emulator.login(c.user, c.password);
    const Cells before = Cells::of(emulator.store());
    const Reply reply = emulator.call(ticket, c.operation, c.parameters);
    CHECK(outcome_of(reply) == "SoIllegalOperationException");
    CHECK(reply.message() == oneself);
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("DeleteUser: external administrators delete those of their company, admin-users all") {
  const std::string ext3 = "ext3@nordlys.example";
  check_each({
      {"USR8", "usr8", "DeleteUser", id(11), "ok"},
      {"USR8", "usr8", "DeleteUser", id(102), "ok"},
      {"SYS0", "sys0", "DeleteUser", id(15), "ok"},
      {"SAL1", "sal1", "DeleteUser", id(101), refused},
      {"ext1@fjord.example", "ext1", "DeleteUser", id(102), refused},
      {ext3, "ext3", "DeleteUser", id(101), refused},
      {ext3, "ext3", "DeleteUserFromName", name("ext2@fjord.example"), refused},
      {ext3, "ext3", "DeleteUser", id(11), not_managed("InternalAssociate")},
      {ext3, "ext3", "DeleteUser", id(14), not_managed("SystemAssociate")},
      {ext3, "ext3", "DeleteUserFromName", name("anon"), not_managed("AnonymousAssociate")},
      {ext3, "ext3", "DeleteUser", id(99999), "Associate id 99999 not found"},
      {"nobody", "", "DeleteUser", id(101), "Authentication failed!"},
  });
  GateFixture emulator;
  NewUser colleague;
  colleague.person_id = 511;
  const std::string admin = emulator.login("ADM0", "adm0");
  REQUIRE(outcome_of(emulator.call(admin, "CreateExternalUser", colleague.xml())) == "ok");
  CHECK(outcome_of(emulator.call(emulator.login(ext3, "ext3"), "DeleteUser", id(1001))) == "ok");
}

TEST_CASE("DeleteUser: without the anonymous user, calls without a ticket are refused") {
  ServiceSettings settings;
  settings.anonymous_user = "ANON";
  settings.allowed_user_types.insert(store::AssociateType::anonymous);
  GateFixture emulator(settings);
  CHECK(outcome_of(emulator.call("", "GetUser", id(11))) == "ok");
  CHECK(outcome_of(emulator.call(emulator.login("ADM0", "adm0"), "DeleteUser", id(15))) == "ok");
  CHECK(outcome_of(emulator.call("", "GetUser", id(11))) == "SoSessionException");
}
