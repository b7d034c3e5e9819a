#include "server/seeds/seed_users.h"

#include <doctest/doctest.h>

#include "tests/server/seeds/seeding.h"

namespace emulator::testing {
namespace {

using Names = std::vector<std::string>;

Names licenses_after(const std::string& user, int id) {
  JsonSeededStore store(file_with("users", user));
  return store.licenses.names_of(id);
}

const std::string new_external = R"("name": "new@fjord.example", "type": "ExternalAssociate",
  "role": 10, "person": "FREE.person504@fjord.example")";

}  // namespace

TEST_CASE("Seed users: a new external user is active, called as its person, and has no password") {
  JsonSeededStore store(file_with("users", "{" + new_external + "}"));
  const store::Associate user = store.associates.find(104).value();
  CHECK(user.name == "new@fjord.example");
  CHECK(user.user_name == "new@fjord.example");
  CHECK(user.user_name_key == "new@fjord.example");
  CHECK(user.type == store::AssociateType::external_person);
  CHECK(user.person_id == 504);
  CHECK(user.tooltip == "Free Person 504");
  CHECK(user.rank == 9);
  CHECK_FALSE(user.deleted);
  CHECK(user.last_login == store::null_date);
  CHECK(store.associates.role_of(104) == 10);
  CHECK(store.licenses.names_of(104) == Names{"superoffice.extern-user-cal"});
  CHECK(store.credentials.list_of(104).empty());
}

TEST_CASE("Seed users: a new employee with all that employees have") {
  JsonSeededStore store(R"({"base": "small",
    "persons": [{"id": 700, "firstname": "Liv", "lastname": "Haug", "contact": 1}],
    "users": [{"name": "LIHA", "userName": "liv", "type": "InternalAssociate", "role": 4,
               "group": "sales", "otherGroups": ["Marketing", 3], "person": 700,
               "licences": ["superoffice.admin-extern-user"], "tooltip": "Liv",
               "lastLogin": "2026-01-15T08:30:00", "ejUserId": 7}]})");
  const store::Associate user = store.associates.find_by_key("liha").value();
  CHECK(user.user_name == "liv");
  CHECK(user.group_id == 2);
  CHECK(user.tooltip == "Liv");
  CHECK(user.last_login == "2026-01-15T08:30:00");
  CHECK(user.ej_user_id == 7);
  CHECK(store.associates.secondary_groups(user.id) == std::vector<int>{3, 5});
  CHECK(store.licenses.names_of(user.id) ==
        Names{"superoffice.user", "superoffice.admin-extern-user"});
}

TEST_CASE("Seed users: active is the licence to log in, licences are the others") {
  const Names login{"superoffice.extern-user-cal"};
  const Names both{"superoffice.extern-user-cal", "superoffice.admin-extern-user"};
  const Names other{"superoffice.admin-extern-user"};
  struct Case {
    std::string user;
    int id;
    Names expected;
  };
  for (const Case& one :
       {Case{R"({"id": 102, "active": true})", 102, login},
        {R"({"id": 102})", 102, {}},
        {R"({"id": 101, "active": false})", 101, {}},
        {R"({"id": 103, "active": false})", 103, other},
        {R"({"id": 103, "licences": []})", 103, login},
        {R"({"id": 101, "licences": ["superoffice.admin-extern-user"]})", 101, both},
        {R"({"id": 102, "licences": ["superoffice.admin-extern-user"]})", 102, other},
        {R"({"id": 101, "licences": ["superoffice.extern-user-cal"]})", 101, login},
        {R"({"id": 103, "deleted": true})", 103, {}},
        {"{" + new_external + R"(, "active": false})", 104, {}},
        {"{" + new_external + R"(, "deleted": true})", 104, {}}}) {
    CAPTURE(one.user);
    CHECK(licenses_after(one.user, one.id) == one.expected);
  }
}

TEST_CASE("Seed users: what contradicts itself is refused") {
  struct Case {
    std::string user, expected;
  };
  for (const Case& one :
       {Case{R"({"id": 101, "deleted": true, "active": true})",
             "$.users[0].active: cannot be true of a deleted user"},
        {R"({"id": 101, "deleted": true, "licences": [6]})",
         "$.users[0].licences: cannot be held by a deleted user"},
        {R"({"id": 101, "active": false, "licences": [6]})",
         "$.users[0].licences: has the licence to log in of a user who is not active"},
        {R"({"id": 12, "otherGroups": [3, 2]})",
         "$.users[0].otherGroups: has the user's primary group"},
        {R"({"id": 12, "type": "SystemAssociate"})",
         "$.users[0].type: of a user cannot be changed"},
        {R"({"id": 12, "lastLogin": "2026-02-30T00:00:00"})",
         "$.users[0].lastLogin: is no date and time"},
        {R"({"id": 12, "lastLogout": "2026-02-03"})",
         "$.users[0].lastLogout: must look like \"2026-01-15T08:30:00\""}}) {
    CAPTURE(one.user);
    const std::string problems = problems_of(file_with("users", one.user));
    CHECK(problems.substr(problems.find('$')) == one.expected + "\n");
  }
}

TEST_CASE("Seed users: a system user and an anonymous one hold the licences of their types") {
  JsonSeededStore store(file_with(
      "users", R"({"name": "S", "type": "SystemAssociate", "role": "System user", "password": "s"},
                  {"name": "A", "type": "AnonymousAssociate", "role": 11})"));
  CHECK(store.licenses.names_of(104) == Names{"superoffice.system-user-cal"});
  CHECK(store.licenses.names_of(105) == Names{"superoffice.anonymous-user-cal"});
}

}  // namespace emulator::testing
