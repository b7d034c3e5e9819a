#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "store/query.h"
#include "tests/store/seeded.h"

namespace emulator::store {

namespace {

constexpr int first_employee = 21, last_employee = 60;
constexpr int first_external = 201, last_external = 320;

struct DemoStore : Store {
  explicit DemoStore(const Author& author = seeder) : Store(in_memory) {
    seed(*this, Seed::demo, mark_as_hashed, author);
  }
};

bool is_employee(const Associate& user) {
  return user.id >= first_employee && user.id <= last_employee;
}

bool is_external(const Associate& user) {
  return user.id >= first_external && user.id <= last_external;
}

bool is_folded(const std::string& text) {
  return std::ranges::none_of(text,
                              [](char c) { return (c & 0x80) != 0 || (c >= 'A' && c <= 'Z'); });
}

/// The database as it would lie in a file.
std::string image_of(Store& store) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("nsemu-demo-" + std::to_string(::getpid()) + ".sqlite");
  store.write_file(path.string());
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::filesystem::remove(path);
  return bytes;
}

}  // namespace

TEST_CASE("Seed demo: byte for byte the same, whoever makes it and when") {
  DemoStore first({"2026-05-06T07:08:09", 0});
  DemoStore second({"2031-01-01T00:00:00", 14});
  const std::string image = image_of(first);
  CHECK(image.size() > 100'000);
  CHECK((image == image_of(second)));
}

TEST_CASE("Seed demo: all references hold, and nothing of its making stays behind") {
  DemoStore store;
  CHECK(number(store.connection(), "SELECT count(*) FROM pragma_foreign_key_check") == 0);
  CHECK(number(store.connection(), "SELECT count(*) FROM sqlite_temp_schema") == 0);
}

TEST_CASE("Seed demo: all of small is in it") {
  DemoStore demo;
  SeededStore small;
  const auto without_stamp = [](auto row) {
    row.stamp = {};
    return row;
  };
  for (const auto& user : small.associates.list()) {
    CAPTURE(user.name);
    CHECK(without_stamp(demo.associates.find(user.id).value()) == without_stamp(user));
    CHECK(demo.associates.role_of(user.id) == small.associates.role_of(user.id));
    CHECK(demo.licenses.names_of(user.id) == small.licenses.names_of(user.id));
    CHECK(demo.credentials.list_of(user.id).size() == small.credentials.list_of(user.id).size());
  }
  for (const auto& person : small.persons.list()) {
    CHECK(without_stamp(demo.persons.find(person.id).value()) == without_stamp(person));
  }
  for (const auto& contact : small.contacts.list()) {
    CHECK(without_stamp(demo.contacts.find(contact.id).value()) == without_stamp(contact));
  }
}

TEST_CASE("Seed demo: 40 employees of the owner company, in all groups and with all their roles") {
  DemoStore store;
  std::map<int, int> roles, groups;
  int retired = 0, in_other_groups = 0;
  for (const auto& user : store.associates.list()) {
    if (!is_employee(user)) continue;
    CAPTURE(user.id);
    CHECK(user.type == AssociateType::employee);
    CHECK(user.name.size() == 4);
    ++roles[store.associates.role_of(user.id)];
    ++groups[user.group_id];
    retired += user.deleted ? 1 : 0;
    const auto others = store.associates.secondary_groups(user.id);
    in_other_groups += others.empty() ? 0 : 1;
    CHECK(std::ranges::find(others, user.group_id) == others.end());
    CHECK(store.persons.find(user.person_id).value().contact_id == 1);
    CHECK(store.licenses.holds(user.id, "superoffice.user") == !user.deleted);
  }
  CHECK(roles.size() == 9);
  CHECK(roles.begin()->first == 1);
  CHECK(roles.rbegin()->first == 9);
  CHECK(groups.size() == 5);
  CHECK(groups[2] + groups[3] == 21);
  CHECK(retired == 4);
  CHECK(in_other_groups == 11);
}

TEST_CASE("Seed demo: 120 external users at 25 companies, some of them inactive or gone") {
  DemoStore store;
  std::map<int, int> companies, roles, countries;
  int active = 0, retired = 0;
  for (const auto& user : store.associates.list()) {
    if (!is_external(user)) continue;
    CAPTURE(user.id);
    CHECK(user.type == AssociateType::external_person);
    CHECK(user.group_id == 0);
    const Person person = store.persons.find(user.person_id).value();
    CHECK(user.name == person.email);
    CHECK(person.retired == user.deleted);
    ++companies[person.contact_id];
    ++countries[person.country_id];
    ++roles[store.associates.role_of(user.id)];
    retired += user.deleted ? 1 : 0;
    const bool holds = store.licenses.holds(user.id, "superoffice.extern-user-cal");
    active += holds ? 1 : 0;
    CHECK_FALSE((holds && user.deleted));
  }
  CHECK(companies.size() == 25);
  CHECK(roles == std::map<int, int>{{10, 100}, {13, 20}});
  CHECK(countries.size() == 4);
  CHECK(retired == 3);
  CHECK(active == 106);
}

TEST_CASE("Seed demo: every person has a name, a title and an address of its own") {
  DemoStore store;
  std::set<std::string> names, addresses;
  const auto persons = store.persons.list();
  for (const auto& person : persons) {
    CAPTURE(person.id);
    CHECK(names.insert(person.first_name + " " + person.last_name).second);
    CHECK(addresses.insert(person.email).second);
    CHECK(person.email_key == person.email);
    CHECK(is_folded(person.email));
    CHECK(person.email.ends_with(".example"));
    CHECK_FALSE(person.title.empty());
    CHECK((person.id < 516 || person.mobile_phone.starts_with("+")));
  }
  CHECK(persons.size() == 18 + 40 + 145);
}

TEST_CASE("Seed demo: names are folded into their keys, and everybody's password is demo") {
  DemoStore store;
  for (const auto& user : store.associates.list()) {
    if (!is_employee(user) && !is_external(user)) continue;
    CAPTURE(user.id);
    CHECK(user.name == user.user_name);
    CHECK(is_folded(user.name_key));
    CHECK(user.name_key.size() == user.name.size());
    const auto credential = store.credentials.find("CRM5/PASSWORD", user.user_name_key).value();
    CHECK(credential.associate_id == user.id);
    CHECK(credential.secret == mark_as_hashed("demo"));
  }
}

TEST_CASE("Seed demo: a password that many have is hashed once") {
  Store store(Store::in_memory);
  std::vector<std::string> hashed;
  const auto hash = [&](std::string_view clear) { return hashed.emplace_back(clear); };
  seed(store, Seed::demo, hash, seeder);
  CHECK(std::ranges::count(hashed, "demo") == 1);
  CHECK(hashed.size() == 8);
}

TEST_CASE("Seed demo: nobody logged in before being registered, or after its fixed now") {
  DemoStore store;
  int never = 0, in_last_month = 0;
  for (const auto& user : store.associates.list()) {
    if (!is_employee(user) && !is_external(user)) continue;
    CAPTURE(user.id);
    CHECK(user.stamp.registered > "2024-09-02T07:00:00");
    if (user.last_login == null_date) {
      ++never;
      continue;
    }
    CHECK(user.last_login.size() == null_date.size());
    CHECK(user.last_login > user.stamp.registered);
    CHECK(user.last_login < "2026-01-15T09:00:00");
    CHECK((user.last_logout == null_date || user.last_logout > user.last_login));
    if (user.last_login > "2025-12-15") ++in_last_month;
  }
  CHECK(never == 8);
  CHECK(in_last_month == 145);
}

TEST_CASE("Seed demo: there are as many licences as are held") {
  DemoStore store;
  for (const auto& license : store.licenses.list()) {
    CAPTURE(license.module_name);
    CHECK((license.unrestricted || store.licenses.holders(license.id) <= license.number));
  }
  CHECK(store.licenses.holders(store.licenses.find_by_name("superoffice.user")->id) == 39);
  CHECK(store.licenses.holders(store.licenses.find_by_name("superoffice.admin-extern-user")->id) ==
        5);
}

TEST_CASE("Seed demo: seeded ids are below those of new rows") {
  DemoStore store;
  for (const char* key : {"associate.associate_id", "person.person_id", "contact.contact_id",
                          "Credentials.Credentials_id"}) {
    CAPTURE(key);
    const std::string table = std::string(key).substr(0, std::string(key).find('.'));
    CHECK(number(store.connection(), std::string("SELECT max(") + key + ") FROM " + table) < 1001);
  }
}

}  // namespace emulator::store
