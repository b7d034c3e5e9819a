#include "server/seeds/seed_lists.h"

#include <doctest/doctest.h>

#include "server/domain/role_rules.h"
#include "tests/server/seeds/seeding.h"

namespace emulator::testing {
namespace {

const store::Stamp stamp{.registered = seed_author.now};

}  // namespace

TEST_CASE("Seed lists: a new row has what the file says and defaults for the rest") {
  JsonSeededStore store(file_with("contacts", R"({"name": "Fjell"})"));
  store::Contact contact{.id = 4, .name = "Fjell"};
  contact.stamp = stamp;
  CHECK(store.contacts.find(4).value() == contact);
}

TEST_CASE("Seed lists: a row of the base changes in what the file says of it") {
  JsonSeededStore store(
      file_with("contacts", R"({"id": 2, "fax": "+47 1", "department": "Oslo"})"));
  const store::Contact contact = store.contacts.find(2).value();
  CHECK(contact.name == "Fjord Consulting");
  CHECK(contact.department == "Oslo");
  CHECK(contact.fax == "+47 1");
  CHECK(contact.phone == "+47 55002000");
  CHECK(contact.associate_id == 12);
}

TEST_CASE("Seed lists: rows without an id get the numbers after the highest of base and file") {
  JsonSeededStore store(file_with(
      "contacts",
      R"({"name": "A"}, {"name": "B", "id": 5000}, {"name": "C"}, {"id": 1, "name": "D"})"));
  CHECK(store.contacts.find(5001)->name == "A");
  CHECK(store.contacts.find(5000)->name == "B");
  CHECK(store.contacts.find(5002)->name == "C");
  CHECK(store.contacts.find(1)->name == "D");
  store::Contact later{.name = "Later"};
  store.contacts.save(later, seed_author);
  CHECK(later.id == 5003);
}

TEST_CASE("Seed lists: an id is one in whatever way it is written") {
  JsonSeededStore store(file_with("contacts", R"({"name": "A"}, {"name": "B", "id": 4.0})"));
  CHECK(store.contacts.find(5)->name == "A");
  CHECK(store.contacts.find(4)->name == "B");
}

TEST_CASE("Seed lists: an id out of range is refused, and moves no other") {
  struct Case {
    std::string id, limit;
  };
  for (const Case& one : {Case{"-2147483649", "must be at least 1"},
                          {"-9223372036854775808", "must be at least 1"},
                          {"1000000001", "must be at most 1000000000"},
                          {"2147483647", "must be at most 1000000000"},
                          {"18446744073709551615", "must be at most 1000000000"},
                          {"1e300", "must be at most 1000000000"}}) {
    CAPTURE(one.id);
    CHECK(problems_of("{\"userGroups\": [{\"name\": \"A\"},\n{\"name\": \"B\", \"id\": " + one.id +
                      "},\n{\"name\": \"C\", \"id\": 6},\n{\"name\": \"a\"}]}") ==
          "2:21: $.userGroups[1].id: " + one.limit +
              "\n4:1: $.userGroups[3]: has the name of user group 7\n");
  }
}

TEST_CASE("Seed lists: two entries about one row are refused") {
  CHECK(problems_of(file_with("persons", R"({"id": 147}, {"id": 147, "title": "x"})")) ==
        "1:44: $.persons[1]: is about person 147, as is $.persons[0]\n");
  CHECK(problems_of(file_with("licences", R"({"name": "superoffice.user"}, {"id": 5,
    "name": "superoffice.user"})")) ==
        "1:62: $.licences[1]: is about licence 5, as is $.licences[0]\n");
}

TEST_CASE("Seed lists: rights, licences and commands are known by name") {
  JsonSeededStore store(R"({"base": "small",
    "functionalRights": [{"name": "admin-users", "text": "May all"}, {"name": "own-right"}],
    "licences": [{"name": "superoffice.user", "total": 7}, {"name": "own.licence", "total": 1}],
    "userCommands": [{"name": "SendWelcome", "message": "Done"}, {"name": "Own"}]})");
  CHECK(store.function_rights.find(3)->text == "May all");
  CHECK(store.function_rights.find_by_name("own-right")->id == 50);
  CHECK(store.function_rights.find_by_name("own-right")->role_types == 1);
  CHECK(store.licenses.find(5)->number == 7);
  CHECK(store.licenses.find(5)->description == "User");
  const auto own = store.licenses.find_by_name("own.licence").value();
  CHECK(own.owner_name == "OWN");
  CHECK(own.module_name == "LICENCE");
  CHECK(own.type == store::LicenseType::user);
  CHECK(own.sort_order == 10);
  CHECK_FALSE(own.allowed_type);
  CHECK(store.user_commands.find(1)->message == "Done");
  CHECK(store.user_commands.find(1)->display_name == "Send welcome message");
  CHECK(store.user_commands.find(3)->name == "Own");
}

TEST_CASE("Seed lists: new groups and roles come behind all others") {
  JsonSeededStore store(R"({"userGroups": [{"name": "A"}, {"name": "B"}],
                            "roles": [{"name": "A"}, {"name": "B", "rank": 2}]})");
  CHECK(store.user_groups.find(6)->rank == 6);
  CHECK(store.user_groups.find(7)->rank == 7);
  CHECK(store.roles.find(15)->rank == 15);
  CHECK(store.roles.find(15)->type == store::RoleType::employee);
  CHECK(store.roles.find(16)->rank == 2);
}

TEST_CASE("Seed lists: keys are folded by Unicode") {
  JsonSeededStore store(R"({"persons": [{"lastname": "Ås", "email": "ÅS@fjord.example"}],
    "directory": {"groups": [{"name": "FJORD\\ØST"}],
                  "users": [{"value": "S-1", "account": "FJORD\\ÅS", "fullName": "Liv ÅS",
                             "email": "ÅS@fjord.example"}]}})");
  CHECK(store.persons.find(148)->email_key == "ås@fjord.example");
  CHECK(store.directory.find_groups("fjord\\øst").size() == 1);
  const auto user = store.directory.find_users("liv ås").at(0);
  CHECK(user.account_key == "fjord\\ås");
  CHECK(user.email_key == "ås@fjord.example");
}

TEST_CASE("Seed lists: what a new row needs") {
  struct Case {
    std::string list, object, expected;
  };
  for (const Case& one :
       {Case{"contacts", "{}", "is new, so it needs name"},
        {"persons", "{\"email\": \"a@b.example\"}", "needs firstname or lastname"},
        {"userGroups", "{\"id\": 9}", "is new, so it needs name"},
        {"roles", "{}", "is new, so it needs name"},
        {"functionalRights", "{}", "needs name"},
        {"licences", "{\"id\": 5}", "needs name"},
        {"userCommands", "{}", "needs name"}}) {
    CAPTURE(one.list);
    CHECK(problems_of("{\"" + one.list + "\": [\n" + one.object + "]}") ==
          "2:1: $." + one.list + "[0]: " + one.expected + "\n");
  }
  CHECK(problems_of("{\"directory\": {\"groups\": [\n{}], \"users\": [\n{}]}}") ==
        "2:1: $.directory.groups[0]: is new, so it needs name\n"
        "3:1: $.directory.users[0]: is new, so it needs account\n"
        "3:1: $.directory.users[0]: is new, so it needs value\n");
}

TEST_CASE("Seed lists: the type of a role of the base is fixed") {
  CHECK(problems_of(file_with("roles", R"({"id": 3, "type": "ExternalUser"})")) ==
        "1:47: $.roles[0].type: of a role cannot be changed\n");
  CHECK(problems_of(file_with("roles", R"({"id": 3, "type": "Employee"})")) == "");
}

}  // namespace emulator::testing
