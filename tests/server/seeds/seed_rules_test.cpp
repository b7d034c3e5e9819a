#include "server/seeds/seed_rules.h"

#include <doctest/doctest.h>

#include "tests/server/seeds/seeding.h"

namespace emulator::testing {
namespace {

/// The problems without their places, in a line each.
std::string reasons(const std::string& text) {
  std::string result;
  std::string lines = problems_of(text);
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    const std::string line = lines.substr(0, end);
    result += (result.empty() ? "" : "\n") + line.substr(line.find('$'));
    lines.erase(0, end + 1);
  }
  return result;
}

struct Case {
  std::string text, expected;
};

void check_cases(const std::string& list, const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(reasons(file_with(list, one.text)) == one.expected);
  }
}

std::string user(const std::string& type, const std::string& more) {
  return R"({"name": "x", "type": ")" + type + "\"" + (more.empty() ? "" : ", " + more) + "}";
}

const std::string employee = "InternalAssociate", external = "ExternalAssociate",
                  system_user = "SystemAssociate";

}  // namespace

TEST_CASE("Seed rules: names of users are one, be they name or user name, in any case") {
  check_cases("users", {{R"({"id": 12, "name": "adm0"})", "$.users[0]: has the name of user 11"},
                        {R"({"id": 12, "userName": "EXT1@fjord.example"})",
                         "$.users[0]: has the name of user 101"},
                        {R"({"id": 11, "name": "SAL1"}, {"id": 12, "name": "ADM0"})",
                         "$.users[1]: has the name of user 11"},
                        {R"({"id": 12, "name": "ØST"}, {"id": 13, "name": "øst"})",
                         "$.users[1]: has the name of user 12"},
                        {R"({"id": 11, "name": "SAL1", "userName": "SAL1"},
          {"id": 12, "name": "ADM0", "userName": "ADM0"})",
                         ""},
                        {R"({"id": 12, "name": "sal1", "userName": "Sal1"})", ""},
                        {R"({"id": 12, "name": "7T:abc"})", "$.users[0].name: Invalid user name"}});
}

TEST_CASE("Seed rules: other names that are one") {
  check_cases("userGroups",
              {{R"({"name": "SALES"})", "$.userGroups[0]: has the name of user group 2"},
               {R"({"id": 1, "name": "Sales"}, {"id": 2, "name": "Administration"})", ""}});
  check_cases("functionalRights", {{R"({"id": 90, "name": "admin-all"})",
                                    "$.functionalRights[0]: has the name of functional right 1"}});
  check_cases("licences", {{R"({"id": 90, "name": "superoffice.user"})",
                            "$.licences[0]: has the name of licence 5"}});
  check_cases("roles", {{R"({"name": "Partner"})", ""}});
  CHECK(reasons(R"({"base": "small", "directory": {"groups": [{"name": "emulator\\SALES"}],
                    "users": [{"value": "a", "account": "emulator\\ada.moe"},
                              {"value": "b", "account": "b"},
                              {"value": "b", "account": "c"}]}})") ==
        "$.directory.groups[0]: has the name of directory group 2\n"
        "$.directory.users[0]: has the account of directory user 1\n"
        "$.directory.users[2]: has the value of directory user 8");
}

TEST_CASE("Seed rules: a role is there, not deleted, and of the user's type") {
  const std::string person = R"("person": 504, )";
  check_cases(
      "users",
      {{user(external, person + R"("role": 10)"), ""},
       {user(external, person + R"("role": "User level 0")"),
        "$.users[0].role: The role must be of type ExternalUser: 1 is not."},
       {user(external, person + R"("role": 14)"), "$.users[0].role: The role 14 does not exist."},
       {user(external, person + R"("role": 0)"), "$.users[0].role: The role 0 does not exist."}});
  CHECK(reasons(R"({"base": "small", "roles": [{"id": 10, "deleted": true}],
                    "users": [{"id": 101, "rank": 1}]})") == "");
}

TEST_CASE("Seed rules: employees have a group that is there, others have none") {
  const std::string file = R"({"base": "small", "userGroups": [{"id": 5, "deleted": true}],
    "persons": [{"id": 700, "lastname": "A", "contact": 1}], "users": [)";
  const std::string of_employee = R"("person": 700, "role": 2)";
  for (const Case& one :
       std::vector<Case>{{user(employee, of_employee + R"(, "group": 2)"), ""},
                         {user(employee, of_employee),
                          "$.users[0].group: All associates must belong to a user group"},
                         {user(employee, of_employee + R"(, "group": 5)"),
                          "$.users[0].group: The user group 5 does not exist."},
                         {user(employee, of_employee + R"(, "group": 2, "otherGroups": [5])"),
                          "$.users[0].group: The user group 5 does not exist."},
                         {user(system_user, R"("role": 12, "group": 2)"),
                          "$.users[0].group: Only internal users have user groups."},
                         {user(external, R"("role": 10, "person": 504, "otherGroups": [2])"),
                          "$.users[0].group: Only internal users have user groups."}}) {
    CAPTURE(one.text);
    CHECK(reasons(file + one.text + "]}") == one.expected);
  }
}

TEST_CASE("Seed rules: who is a person, of which company, and but once") {
  check_cases("users",
              {{user(external, R"("role": 10)"),
                "$.users[0].person: An internal or external user has to be linked to a person."},
               {user(system_user, R"("role": 12, "person": 504)"),
                "$.users[0].person: An anonymous or system user cannot be a contact"},
               {user(external, R"("role": 10, "person": 501)"),
                "$.users[0].person: This contact is already defined as a user."},
               {R"({"id": 102, "person": 501})",
                "$.users[0].person: This contact is already defined as a user."},
               {user(employee, R"("role": 2, "group": 1, "person": 504)"),
                "$.users[0].person: Only external associates can be persons belonging to companies "
                "that are not owner companies."}});
  CHECK(reasons(R"({"base": "small", "ownerContacts": [1, 2],
    "users": [{"name": "x", "type": "InternalAssociate", "role": 2, "group": 1,
               "person": 504}]})") == "");
}

TEST_CASE("Seed rules: a password is for users who can have one") {
  const std::string reason = "$.users[0].password: The user has the wrong user type";
  check_cases("users", {{R"({"id": 15, "password": "x"})", reason},
                        {R"({"id": 15, "password": ""})", reason},
                        {user("AnonymousAssociate", R"("role": 11, "password": "x")"), reason},
                        {R"({"id": 15, "rank": 9})", ""},
                        {R"({"id": 12, "password": "x"})", ""},
                        {R"({"id": 14, "password": "x"})", ""},
                        {R"({"id": 101, "password": "x"})", ""}});
}

TEST_CASE("Seed rules: a new user is of a type that there are licences for") {
  const auto none = [](const std::string& type) {
    return "$.users[0].type: There are no Client Access Licences for user type " + type;
  };
  check_cases("users", {{user("ResourceAssociate", R"("role": 2)"), none("ResourceAssociate")}});
  for (const Case& one : std::vector<Case>{
           {R"("name": "superoffice.system-user-cal", "unrestricted": false)", none(system_user)},
           {R"("name": "superoffice.system-user-cal", "total": 1)", ""},
           {R"("id": 7, "name": "own.licence")", none(system_user)}}) {
    CAPTURE(one.text);
    CHECK(reasons("{\"licences\": [{" + one.text + "}], \"users\": [" +
                  user(system_user, R"("role": 12, "active": false)") + "]}") == one.expected);
  }
}

TEST_CASE("Seed rules: a new user of a retired person is a deleted one") {
  const std::string file = R"({"base": "small", "persons": [{"id": 504, "retired": true}],
    "users": [)";
  const std::string new_user = R"("role": 10, "person": 504)";
  const std::string reason =
      "$.users[0].person: This associate is marked as a former employee and cannot be modified.";
  for (const Case& one :
       std::vector<Case>{{user(external, new_user), reason},
                         {user(external, new_user + R"(, "active": false)"), reason},
                         {user(external, new_user + R"(, "deleted": true)"), ""}}) {
    CAPTURE(one.text);
    CHECK(reasons(file + one.text + "]}") == one.expected);
  }
  CHECK(reasons(R"({"base": "small", "persons": [{"id": 501, "retired": true}],
    "users": [{"id": 101, "rank": 9}]})") == "");
}

TEST_CASE("Seed rules: what a licence needs is there, also when it was called otherwise") {
  check_cases("licences",
              {{R"({"id": 3, "name": "superoffice.robots"})",
                "$.licences: licence superoffice.system-user-cal needs superoffice.system-user, "
                "which is not there"},
               {R"({"id": 3, "name": "superoffice.robots"},
          {"name": "superoffice.system-user-cal", "total": 9})",
                "$.licences[1].prerequisite: licence superoffice.system-user-cal needs "
                "superoffice.system-user, which is not there"},
               {R"({"id": 3, "name": "superoffice.robots"},
          {"name": "superoffice.system-user-cal", "prerequisite": "superoffice.robots"})",
                ""},
               {R"({"id": 3, "name": "superoffice.robots"},
          {"name": "superoffice.system-user-cal", "prerequisite": 0})",
                ""}});
}

TEST_CASE("Seed rules: licences are for the type of user, and not without their prerequisites") {
  check_cases(
      "users",
      {{R"({"id": 101, "licences": ["superoffice.user"]})",
        "$.users[0].licences: Cannot assign module licence User (superoffice.user) to the user"},
       {R"({"id": 101, "licences": ["superoffice.server"]})",
        "$.users[0].licences: Cannot assign module licence Server (superoffice.server) to "
        "the user"}});
  CHECK(reasons(R"({"base": "small", "licences": [{"name": "a.b", "total": 9,
    "prerequisite": "superoffice.admin-extern-user"}], "users": [{"id": 101, "licences": ["a.b"]},
    {"id": 103, "licences": ["a.b", "superoffice.admin-extern-user"]}]})") ==
        "$.users[0].licences: Cannot assign module licence  (a.b) to the user");
}

TEST_CASE("Seed rules: no more hold a licence than there are") {
  CHECK(reasons(file_with("licences", R"({"name": "superoffice.user", "total": 2})")) ==
        "$.licences[0]: 3 users hold superoffice.user, and there are 2");
  CHECK(reasons(file_with("licences", R"({"name": "superoffice.user", "total": 3})")) == "");
  CHECK(reasons(file_with("licences",
                          R"({"name": "superoffice.user", "total": 0, "unrestricted": true})")) ==
        "");
  std::string users;
  for (int i = 0; i < 50; ++i) {
    users += (i == 0 ? "" : ", ") + std::string(R"({"name": "e)") + std::to_string(i) +
             R"(", "type": "InternalAssociate", "role": 2, "group": 1, "person": )" +
             std::to_string(600 + i) + "}";
  }
  std::string persons;
  for (int i = 0; i < 50; ++i) {
    persons += (i == 0 ? "" : ", ") + std::string(R"({"id": )") + std::to_string(600 + i) +
               R"(, "lastname": "x", "contact": 1})";
  }
  CHECK(reasons("{\"persons\": [" + persons + "], \"users\": [" + users + "]}") ==
        "$.users[0]: 51 users hold superoffice.user, and there are 50");
}

TEST_CASE("Seed rules: a functional right is for the type of the role") {
  check_cases("roles", {{R"({"id": 10, "functionalRights": ["admin-all"]})",
                         "$.roles[0]: role External user is of type ExternalUser, for which "
                         "admin-all is not"}});
  check_cases("functionalRights",
              {{R"({"name": "admin-lists", "roleTypes": ["System"]})",
                "$.functionalRights[0]: role List Administrator is of type Employee, for which "
                "admin-lists is not\n$.functionalRights[0]: role User level 0 is of type Employee, "
                "for which admin-lists is not"}});
}

TEST_CASE("Seed rules: an entry in which anything is wrong already is not looked at") {
  CHECK(reasons(file_with("users", R"({"id": 101, "person": 99, "role": 1})")) ==
        "$.users[0].person: there is no person 99");
}

}  // namespace emulator::testing
