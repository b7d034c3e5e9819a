#include "store/seed_rows.h"

#include <doctest/doctest.h>

#include "store/query.h"
#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("Seed rows: new rows have the ids they come with, and their author's stamp") {
  SeededStore store;
  SeedRows rows;
  rows.contacts.push_back({.id = 40, .name = "Fjell"});
  rows.persons.push_back({.id = 700, .contact_id = 40, .last_name = "Nord"});
  rows.roles.push_back({.id = 20, .name = "Guest", .type = RoleType::external_user});
  rows.associates.push_back({.id = 5000,
                             .name = "guest",
                             .name_key = "guest",
                             .user_name = "guest",
                             .user_name_key = "guest",
                             .person_id = 700,
                             .type = AssociateType::external_person});
  rows.role_of_associate[5000] = 20;
  rows.rights_of_role[20] = {31, 32};
  rows.licenses_of_associate[5000] = {6};
  put(store, rows, ada);
  const Associate user = store.associates.find(5000).value();
  CHECK(user.person_id == 700);
  CHECK(user.stamp == Stamp{.registered = ada.now, .registered_associate_id = ada.associate_id});
  CHECK(store.associates.role_of(5000) == 20);
  CHECK(store.persons.find(700)->contact_id == 40);
  CHECK(store.roles.function_rights(20).size() == 2);
  CHECK(store.licenses.names_of(5000) == std::vector<std::string>{"superoffice.extern-user-cal"});
}

TEST_CASE("Seed rows: rows that come later get ids above them, and from 1001 in any case") {
  SeededStore store;
  SeedRows rows;
  rows.contacts = {{.id = 40, .name = "Low"}};
  rows.roles = {{.id = 70000, .name = "High"}};
  put(store, rows, seeder);
  Contact contact{.name = "Later"};
  store.contacts.save(contact, ada);
  CHECK(contact.id == 1001);
  Role role{.name = "Later"};
  store.roles.save(role, ada);
  CHECK(role.id == 70001);
}

TEST_CASE("Seed rows: a row that is there is replaced, and keeps its stamp and its links") {
  SeededStore store;
  Associate user = store.associates.find(103).value();
  const Stamp stamp = user.stamp;
  user.tooltip = "Changed";
  SeedRows rows;
  rows.associates = {user};
  put(store, rows, siri);
  CHECK(store.associates.find(103)->tooltip == "Changed");
  CHECK(store.associates.find(103)->stamp == stamp);
  CHECK(store.associates.role_of(103) == 13);
  CHECK(store.licenses.names_of(103).size() == 2);
  CHECK(store.credentials.list_of(103).size() == 1);
}

TEST_CASE("Seed rows: two users may change names with each other") {
  SeededStore store;
  Associate first = store.associates.find(11).value(), second = store.associates.find(12).value();
  std::swap(first.name, second.name);
  std::swap(first.name_key, second.name_key);
  std::swap(first.user_name, second.user_name);
  std::swap(first.user_name_key, second.user_name_key);
  SeedRows rows;
  rows.associates = {first, second};
  put(store, rows, ada);
  CHECK(store.associates.find_by_key("adm0")->id == 12);
  CHECK(store.associates.find_by_key("sal1")->id == 11);
}

TEST_CASE("Seed rows: sets replace what was linked, others stay") {
  SeededStore store;
  SeedRows rows;
  rows.groups_of_associate[12] = {1, 3};
  rows.licenses_of_associate[103] = {};
  rows.rights_of_role[8] = {3};
  rows.owner_contacts = std::vector<int>{2, 3};
  rows.members_of_directory_group[2] = {1};
  rows.data_rights = {
      {.role_id = 6, .table_id = 5, .relation = RelationToOwner::owner, .crud = "CR"}};
  rows.password_rules = PasswordRules{.id = 1, .min_characters = 8};
  put(store, rows, ada);
  CHECK(store.associates.secondary_groups(12) == Ids{1, 3});
  CHECK(store.licenses.names_of(103).empty());
  CHECK(store.licenses.names_of(101).size() == 1);
  CHECK(store.roles.right_names(8) == std::vector<std::string>{"admin-users"});
  CHECK(store.roles.function_rights(7).size() > 1);
  CHECK(store.owner_contacts.list() == Ids{2, 3});
  CHECK(ids(store.directory.members("emulator\\sales")) == Ids{1});
  CHECK(store.data_rights.find(6, 5, RelationToOwner::owner)->crud == "CR");
  CHECK(store.data_rights.find(6, 5, RelationToOwner::external)->crud == "");
  CHECK(store.password_rules.get().min_characters == 8);
}

TEST_CASE("Seed rows: a reference that does not hold is an error, and nothing is written") {
  SeededStore store;
  const auto before = store.contacts.list();
  SeedRows rows;
  rows.contacts = {{.id = 40, .name = "Fjell"}};
  rows.persons = {{.id = 700, .contact_id = 41, .last_name = "Nord"}};
  CHECK_THROWS_WITH_AS(put(store, rows, ada), "a row of person refers to one that is not there",
                       Error);
  CHECK(store.contacts.list() == before);
  CHECK(number(store.connection(), "PRAGMA foreign_keys") == 1);
}

}  // namespace emulator::store
