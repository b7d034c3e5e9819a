#include <doctest/doctest.h>

#include <cctype>
#include <map>

#include "tests/store/seeded.h"

// Written out once more, as in seed_test.cpp.
namespace emulator::store {

namespace {

struct ExpectedUser {
  int id;
  const char* name;
  const char* password;  ///< nullptr: cannot log on.
  AssociateType type;
  int role_id;
  int group_id;
  int person_id;
  std::vector<std::string> licenses;
};

const std::vector<ExpectedUser> users{
    {11, "ADM0", "adm0", AssociateType::employee, 1, 1, 147, {"superoffice.user"}},
    {12, "SAL1", "sal1", AssociateType::employee, 3, 2, 148, {"superoffice.user"}},
    {13, "USR8", "usr8", AssociateType::employee, 8, 1, 149, {"superoffice.user"}},
    {14, "SYS0", "sys0", AssociateType::system, 12, 0, 0, {"superoffice.system-user-cal"}},
    {15, "ANON", nullptr, AssociateType::anonymous, 11, 0, 0, {"superoffice.anonymous-user-cal"}},
    {101,
     "ext1@fjord.example",
     "ext1",
     AssociateType::external_person,
     10,
     0,
     501,
     {"superoffice.extern-user-cal"}},
    {102, "ext2@fjord.example", "ext2", AssociateType::external_person, 10, 0, 502, {}},
    {103,
     "ext3@nordlys.example",
     "ext3",
     AssociateType::external_person,
     13,
     0,
     503,
     {"superoffice.extern-user-cal", "superoffice.admin-extern-user"}},
};

std::string lower(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::tolower(letter));
  return text;
}

void check_user(Store& store, const ExpectedUser& expected) {
  CAPTURE(expected.name);
  const Associate associate = store.associates.find(expected.id).value();
  CHECK(associate.name == expected.name);
  CHECK(associate.user_name == expected.name);
  CHECK(associate.name_key == lower(expected.name));
  CHECK(associate.user_name_key == lower(expected.name));
  CHECK(associate.type == expected.type);
  CHECK_FALSE(associate.deleted);
  CHECK(associate.group_id == expected.group_id);
  CHECK(associate.person_id == expected.person_id);
  CHECK(store.associates.role_of(expected.id) == expected.role_id);
  CHECK(store.associates.secondary_groups(expected.id).empty());
  std::vector<std::string> licenses;
  for (const auto& license : store.licenses.of_associate(expected.id)) {
    licenses.push_back(full_name(license));
  }
  CHECK(licenses == expected.licenses);

  const auto credentials = store.credentials.list_of(expected.id);
  if (expected.password == nullptr) {
    CHECK(credentials.empty());
    return;
  }
  REQUIRE(credentials.size() == 1);
  CHECK(credentials[0].type == "CRM5/PASSWORD");
  CHECK(credentials[0].search_name == lower(expected.name));
  CHECK(credentials[0].secret == mark_as_hashed(expected.password));
  CHECK(credentials[0].usage == CredentialUsage::inbound);
  CHECK(credentials[0].valid_to == open_end);
}

}  // namespace

TEST_CASE("Seed small: the users, with roles, groups, persons, licences and passwords") {
  SeededStore store;
  CHECK(store.associates.list().size() == users.size());
  for (const auto& user : users) check_user(store, user);
}

TEST_CASE("Seed small: the companies") {
  SeededStore store;
  std::map<int, std::string> names;
  for (const auto& contact : store.contacts.list()) names[contact.id] = contact.name;
  CHECK(names == std::map<int, std::string>{
                     {1, "SuperOffice Emulator"}, {2, "Fjord Consulting"}, {3, "Nordlys Partner"}});
  CHECK(store.owner_contacts.list() == Ids{1});
}

TEST_CASE("Seed small: the persons, with companies and e-mail addresses") {
  struct Case {
    int id;
    int contact_id;
    std::string first_name;
    std::string last_name;
    std::string email;
  };
  std::vector<Case> cases{{147, 1, "Ada", "Moe", "ada.moe@emulator.example"},
                          {148, 1, "Siri", "Lund", "siri.lund@emulator.example"},
                          {149, 1, "Ola", "Vik", "ola.vik@emulator.example"},
                          {501, 2, "Kari", "Nord", "ext1@fjord.example"},
                          {502, 2, "Per", "Dahl", "ext2@fjord.example"},
                          {503, 3, "Ingrid", "Berg", "ext3@nordlys.example"}};
  for (int id = 504; id <= 515; ++id) {
    const bool fjord = id <= 510;
    const std::string number = std::to_string(id);
    cases.push_back({id, fjord ? 2 : 3, "Free", "Person " + number,
                     "free.person" + number + (fjord ? "@fjord.example" : "@nordlys.example")});
  }
  SeededStore store;
  CHECK(store.persons.list().size() == cases.size());
  for (const Case& c : cases) {
    CAPTURE(c.id);
    const Person person = store.persons.find(c.id).value();
    CHECK(person.contact_id == c.contact_id);
    CHECK(person.first_name == c.first_name);
    CHECK(person.last_name == c.last_name);
    CHECK(person.email == c.email);
    CHECK(person.email_key == c.email);
    CHECK(person.country_id == 578);
    CHECK_FALSE(person.retired);
    CHECK(store.associates.find_by_person(c.id).size() == (c.id < 504 ? 1 : 0));
  }
}

TEST_CASE("Seed small: a command that asks first for every user, and one for external users") {
  SeededStore store;
  const auto commands = store.user_commands.list();
  REQUIRE(ids(commands) == Ids{1, 2});
  CHECK(commands[0].name == "SendWelcome");
  CHECK(commands[0].action == CommandAction::yes_no);
  CHECK(commands[0].action_data == "Send a welcome message to this user?");
  CHECK(commands[0].result == CommandAnswer::yes);
  CHECK(commands[0].user_type == std::nullopt);
  CHECK(commands[1].name == "CheckAgreement");
  CHECK(commands[1].action == CommandAction::implicit);
  CHECK(commands[1].action_data.empty());
  CHECK(commands[1].result == CommandAnswer::implicit);
  CHECK(commands[1].user_type == AssociateType::external_person);
  for (const UserCommand& command : commands) {
    CHECK_FALSE(command.display_name.empty());
    CHECK_FALSE(command.description.empty());
    CHECK_FALSE(command.tooltip.empty());
    CHECK_FALSE(command.message.empty());
  }
}

TEST_CASE("Seed empty: roles, rights, groups, licences, the owner company and ADM0 only") {
  Store store(Store::in_memory);
  seed(store, Seed::empty, mark_as_hashed, seeder);
  check_user(store, users[0]);
  CHECK(ids(store.associates.list()) == Ids{11});
  CHECK(ids(store.persons.list()) == Ids{147});
  CHECK(ids(store.contacts.list()) == Ids{1});
  CHECK(store.owner_contacts.list() == Ids{1});
  CHECK(store.user_commands.list().empty());
  SeededStore small;
  CHECK(store.roles.list() == small.roles.list());
  CHECK(store.function_rights.list() == small.function_rights.list());
  CHECK(store.user_groups.list() == small.user_groups.list());
  CHECK(store.licenses.list() == small.licenses.list());
}

}  // namespace emulator::store
