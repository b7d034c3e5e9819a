#include <doctest/doctest.h>

#include <functional>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string invalid = "SoInvalidArgumentException ";
const std::string illegal = "SoIllegalOperationException";

/// What is changed in a User that could be saved, and how that is answered.
struct Case {
  std::string what;
  std::function<void(SentUser&)> change;
  std::string outcome, message;
};

/// Each on rows of its own, made ready by `prepare`; what is refused changes no cell.
void check_each(const std::vector<Case>& cases,
                const std::function<SentUser(GateFixture&)>& prepare) {
  for (const Case& c : cases) {
    CAPTURE(c.what);
    GateFixture emulator;
    SentUser user = prepare(emulator);
    c.change(user);
    const std::string ticket = emulator.login("ADM0", "adm0");
    const Cells before = Cells::of(emulator.store());
    const Reply reply = save(emulator, ticket, user);
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.message() == (c.outcome == "ok" ? "(none)" : c.message));
    if (c.outcome == "ok") continue;
    CHECK(reply.result("Response") == "(nil)");
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

const std::string no_name = "The user name can not be empty";
const std::string bad_name = "Invalid user name";
const std::string taken = "There is already a user with the same name.";
const std::string no_type = "All associates/users must have a type";
const std::string no_person = "An internal or external user has to be linked to a person.";
const std::string is_no_person = "An anonymous or system user cannot be a contact";
const std::string no_groups = "Only internal users have user groups.";

}  // namespace

TEST_CASE("SaveUser: what a new external user cannot be") {
  check_each(
      {
          {"type", [](SentUser& u) { u.type = ""; }, invalid + "Type", no_type},
          {"Unknown", [](SentUser& u) { u.type = "Unknown"; }, invalid + "Type", no_type},
          {"resource",
           [](SentUser& u) {
             u.type = "ResourceAssociate";
             u.person_id = 0;
             u.role_id = 3;
           },
           "SoLicenseException",
           "There are no Client Access Licences for user type ResourceAssociate"},
          {"person 0", [](SentUser& u) { u.person_id = 0; }, invalid + "PersonId", no_person},
          {"person unknown", [](SentUser& u) { u.person_id = 9999; }, invalid + "PersonId",
           "The person does not exist."},
          {"person is a user", [](SentUser& u) { u.person_id = 502; }, invalid + "PersonId",
           "This contact is already defined as a user."},
          {"name too long", [](SentUser& u) { u.name = std::string(240, 'x'); }, invalid + "Name",
           bad_name},
          {"name like a ticket", [](SentUser& u) { u.name = "7T:x"; }, invalid + "Name", bad_name},
          {"user name too long", [](SentUser& u) { u.user_name = std::string(240, 'x'); },
           invalid + "UserName", bad_name},
          {"longest name", [](SentUser& u) { u.name = std::string(239, 'x'); }, "ok", ""},
          {"name taken", [](SentUser& u) { u.name = "Sal1"; }, invalid + "Name", taken},
          {"user name taken", [](SentUser& u) { u.user_name = "EXT1@fjord.example"; },
           invalid + "UserName", taken},
          {"role 0", [](SentUser& u) { u.role_id = 0; }, invalid + "Role",
           "The role 0 does not exist."},
          {"role unknown", [](SentUser& u) { u.role_id = 99; }, invalid + "Role",
           "The role 99 does not exist."},
          {"role deleted", [](SentUser& u) { u.role_id = 14; }, invalid + "Role",
           "The role 14 does not exist."},
          {"role of employees", [](SentUser& u) { u.role_id = 1; }, invalid + "Role",
           "The role must be of type ExternalUser: 1 is not."},
          {"group", [](SentUser& u) { u.group_id = 1; }, invalid + "UserGroup", no_groups},
          {"further group", [](SentUser& u) { u.other_groups = {1}; }, invalid + "UserGroup",
           no_groups},
          {"unknown id", [](SentUser& u) { u.id = 99999; }, "SoNotFoundException",
           "Associate id 99999 not found"},
          {"negative id", [](SentUser& u) { u.id = -1; }, "SoNotFoundException",
           "Associate id -1 not found"},
      },
      [](GateFixture&) { return SentUser{}; });
}

TEST_CASE("SaveUser: what a new employee cannot be") {
  check_each(
      {
          {"nothing wrong", [](SentUser&) {}, "ok", ""},
          {"person elsewhere", [](SentUser& u) { u.person_id = 504; }, invalid + "PersonId",
           "Only external associates can be persons belonging to companies that are not owner "
           "companies."},
          {"no person", [](SentUser& u) { u.person_id = 0; }, invalid + "PersonId", no_person},
          {"no group", [](SentUser& u) { u.group_id = 0; }, invalid + "UserGroup",
           "All associates must belong to a user group"},
          {"group unknown", [](SentUser& u) { u.group_id = 77; }, invalid + "UserGroup",
           "The user group 77 does not exist."},
          {"group deleted", [](SentUser& u) { u.group_id = 5; }, invalid + "UserGroup",
           "The user group 5 does not exist."},
          {"further group unknown",
           [](SentUser& u) {
             u.other_groups = {1, 77};
           },
           invalid + "UserGroup", "The user group 77 does not exist."},
          {"further group deleted", [](SentUser& u) { u.other_groups = {5}; },
           invalid + "UserGroup", "The user group 5 does not exist."},
          {"role of external users", [](SentUser& u) { u.role_id = 10; }, invalid + "Role",
           "The role must be of type Employee: 10 is not."},
      },
      [](GateFixture& emulator) {
        auto group = emulator.store().user_groups.find(5).value();
        group.deleted = true;
        emulator.store().user_groups.save(group, {});
        return employee(new_colleague(emulator));
      });
}

TEST_CASE("SaveUser: a person without a company is no employee") {
  GateFixture emulator;
  store::Person person;
  emulator.store().persons.save(person, {});
  CHECK(save(emulator, emulator.login("ADM0", "adm0"), employee(person.id)).message() ==
        "Only external associates can be persons belonging to companies that are not owner "
        "companies.");
}

TEST_CASE("SaveUser: what a new system user cannot be") {
  check_each(
      {
          {"nothing wrong", [](SentUser&) {}, "ok", ""},
          {"person", [](SentUser& u) { u.person_id = 504; }, invalid + "PersonId", is_no_person},
          {"group", [](SentUser& u) { u.group_id = 1; }, invalid + "UserGroup", no_groups},
          {"role of anonymous users", [](SentUser& u) { u.role_id = 11; }, invalid + "Role",
           "The role must be of type System: 11 is not."},
      },
      [](GateFixture&) { return SentUser{0, "SystemAssociate", "robot", "", 0, 12}; });
}

TEST_CASE("SaveUser: what cannot become of a user") {
  const std::string is_fixed =
      "It is not permitted to change user type. This also applies to users marked as deleted.";
  const std::string changed = "The person of a user can not be changed.";
  check_each(
      {
          {"nothing", [](SentUser&) {}, "ok", ""},
          {"its own name in other case", [](SentUser& u) { u.name = "sAL1"; }, "ok", ""},
          {"no name", [](SentUser& u) { u.name = ""; }, invalid + "Name", no_name},
          {"no user name", [](SentUser& u) { u.user_name = ""; }, invalid + "UserName", no_name},
          {"another's name", [](SentUser& u) { u.name = "adm0"; }, invalid + "Name", taken},
          {"another's user name", [](SentUser& u) { u.user_name = "usr8"; }, invalid + "UserName",
           taken},
          {"type left out", [](SentUser& u) { u.type = ""; }, invalid + "Type", no_type},
          {"an external user", [](SentUser& u) { u.type = "ExternalAssociate"; }, illegal,
           is_fixed},
          {"another person", [](SentUser& u) { u.person_id = 149; }, invalid + "PersonId", changed},
          {"an unknown person", [](SentUser& u) { u.person_id = 9999; }, invalid + "PersonId",
           changed},
          {"no person", [](SentUser& u) { u.person_id = 0; }, invalid + "PersonId", no_person},
          {"no role", [](SentUser& u) { u.role_id = 0; }, invalid + "Role",
           "The role 0 does not exist."},
          {"no group", [](SentUser& u) { u.group_id = 0; }, invalid + "UserGroup",
           "All associates must belong to a user group"},
      },
      [](GateFixture&) { return seeded_sal1(); });
}

TEST_CASE("SaveUser: a system user gets no person") {
  check_each(
      {{"person", [](SentUser& u) { u.person_id = 504; }, invalid + "PersonId", is_no_person}},
      [](GateFixture&) { return seeded_sys0(); });
}

TEST_CASE("SaveUser: a role or group that has been deleted since may be kept, but not taken") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  auto role = emulator.store().roles.find(3).value();
  role.deleted = true;
  emulator.store().roles.save(role, {});
  for (const int id : {2, 3}) {
    auto group = emulator.store().user_groups.find(id).value();
    group.deleted = true;
    emulator.store().user_groups.save(group, {});
  }
  emulator.store().associates.set_secondary_groups(12, {3}, {});
  SentUser user = seeded_sal1();
  user.other_groups = {3};
  CHECK(outcome_of(save(emulator, ticket, user)) == "ok");
  SentUser other = user;
  other.role_id = 4;
  other.group_id = 1;
  other.other_groups = {2};  // The primary one until now.
  CHECK(outcome_of(save(emulator, ticket, other)) == "ok");
  CHECK(save(emulator, ticket, user).message() == "The role 3 does not exist.");
  user.role_id = 4;
  CHECK(save(emulator, ticket, user).message() == "The user group 3 does not exist.");
}

TEST_CASE("SaveUser: User absent or nil, and the operation by name as well") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::string& user : {std::string(), std::string("<User i:nil=\"true\"/>")}) {
    CAPTURE(user);
    const Reply reply = emulator.call(ticket, "SaveUser", user);
    CHECK(outcome_of(reply) == invalid + "User");
    CHECK(reply.message() == "User is missing");
    CHECK(outcome_of(emulator.call(ticket, "SaveUserFromName",
                                   element("UserName", "SAL1") + user)) == invalid + "User");
  }
  CHECK(outcome_of(emulator.call(ticket, "SaveUser", "<User/>")) == invalid + "Type");
  CHECK(outcome_of(emulator.call(ticket, "SaveUserFromName",
                                 element("UserName", "nobody") + "<User/>")) == invalid + "Type");
}
