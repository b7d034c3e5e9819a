#include "server/seeds/seed_links.h"

#include <doctest/doctest.h>

#include "tests/server/seeds/seeding.h"

namespace emulator::testing {
namespace {

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("Seed links: a row is referred to by id or by name in any case, wherever it stands") {
  JsonSeededStore store(R"({"base": "small",
    "persons": [{"lastname": "A", "contact": "FJELL ÅS", "associate": "Sal1"},
                {"lastname": "B", "contact": 2, "supportAssociate": "EXT1@fjord.example"},
                {"id": 501, "contact": 0}],
    "contacts": [{"name": "Fjell ås", "associate": 101}]})");
  CHECK(store.persons.find(516)->contact_id == 4);
  CHECK(store.persons.find(516)->associate_id == 12);
  CHECK(store.persons.find(517)->contact_id == 2);
  CHECK(store.persons.find(517)->support_associate_id == 101);
  CHECK(store.persons.find(501)->contact_id == 0);
  CHECK(store.contacts.find(4)->associate_id == 101);
}

TEST_CASE("Seed links: what is not there, or not clear, is told") {
  struct Case {
    std::string reference, reason;
  };
  for (const Case& one : {Case{"99", "there is no contact 99"},
                          {"-1", "there is no contact -1"},
                          {"1e300", "there is no contact 9223372036854775807"},
                          {"\"Fjell\"", "there is no contact 'Fjell'"},
                          {"\"\"", "there is no contact ''"},
                          {"\"2\"", "there is no contact '2'"},
                          {"\"Twin\"", "more than one contact is called 'Twin'; give the id"},
                          {"true", "must be a whole number or a text"}}) {
    CAPTURE(one.reference);
    CHECK(problems_of(
              "{\"base\": \"small\", \"contacts\": [{\"name\": \"twin\"}, {\"name\": \"TWIN\"}],\n"
              "\"persons\": [{\"id\": 501, \"contact\": " +
              one.reference + "}]}") == "2:36: $.persons[0].contact: " + one.reason + "\n");
  }
}

TEST_CASE("Seed links: owner companies replace those of the base") {
  JsonSeededStore store(R"({"base": "small", "ownerContacts": [3, "Fjord consulting"]})");
  CHECK(store.owner_contacts.list() == std::vector<int>{2, 3});
  CHECK(problems_of(R"({"ownerContacts": [1, 1, 0, 9]})") ==
        "1:23: $.ownerContacts[1]: is in the list already\n"
        "1:26: $.ownerContacts[2]: there is no contact 0\n"
        "1:29: $.ownerContacts[3]: there is no contact 9\n");
}

TEST_CASE("Seed links: functional rights of a role replace those of the base") {
  JsonSeededStore store(file_with("roles", R"({"id": 8, "functionalRights": ["ADMIN-users", 43]},
    {"id": 7, "functionalRights": []}, {"name": "Pilot"})"));
  CHECK(store.roles.right_names(8) == Names{"admin-role", "admin-users"});
  CHECK(store.roles.right_names(7).empty());
  CHECK(store.roles.right_names(15).empty());
  CHECK(store.roles.right_names(3).size() > 1);
}

TEST_CASE("Seed links: cells of data rights change one by one") {
  using enum store::RelationToOwner;
  JsonSeededStore store(file_with("roles", R"({"id": 3, "dataRights": {
      "contact": {"MyOwn": "R", "OtherAssociates": ""}, "sale": {"OtherGroups": "CRU"}}},
    {"name": "Pilot", "dataRights": {"person": {"MyOwn": "CR"}}},
    {"id": 10, "dataRights": {"contact": {"MyCompany": "CRUD", "SameProject": ""}}})"));
  const auto cell = [&](int role, int table, store::RelationToOwner relation) {
    const auto found = store.data_rights.find(role, table, relation);
    return found ? found->crud : "none";
  };
  CHECK(cell(3, 5, owner) == "R");
  CHECK(cell(3, 5, other) == "");
  CHECK(cell(3, 5, primary_group) == "CRUD");
  CHECK(cell(3, 13, other_group) == "CRU");
  CHECK(cell(15, 6, owner) == "CR");
  CHECK(cell(15, 6, other) == "none");
  CHECK(cell(10, 5, my_company) == "CRUD");
  CHECK(cell(10, 5, same_project) == "");
}

TEST_CASE("Seed links: a data right that roles of the type do not have is refused") {
  CHECK(problems_of(file_with("roles", R"({"id": 3, "dataRights": {"sale": {"MyCompany": "R"}}},
    {"id": 10, "dataRights": {"sale": {"PrimaryGroup": "R"}}})")) ==
        "1:76: $.roles[0].dataRights.sale.MyCompany: is nothing that roles of type Employee have\n"
        "2:56: $.roles[1].dataRights.sale.PrimaryGroup: is nothing that roles of type ExternalUser "
        "have\n");
}

TEST_CASE("Seed links: a licence's prerequisite is another licence") {
  JsonSeededStore store(
      file_with("licences", R"({"name": "a.b", "prerequisite": "SuperOffice.User"})"));
  CHECK(store.licenses.find_by_name("a.b")->prerequisite == "superoffice.user");
  CHECK(problems_of(file_with("licences", R"({"name": "a.b", "prerequisite": "a.b"})")) ==
        "1:64: $.licences[0].prerequisite: is the licence itself\n");
}

TEST_CASE("Seed links: a licence without a prerequisite has it as 0; absent, it stays") {
  const auto prerequisite_after = [](const std::string& more) {
    JsonSeededStore store(file_with("licences", R"({"name": "superoffice.user")" + more + "}"));
    return store.licenses.find_by_name("superoffice.user")->prerequisite;
  };
  CHECK(prerequisite_after("") == "superoffice.server");
  CHECK(prerequisite_after(R"(, "prerequisite": 0)") == "");
  CHECK(problems_of(
            file_with("licences", R"({"name": "superoffice.user", "prerequisite": "a.b"})")) ==
        "1:77: $.licences[0].prerequisite: there is no licence 'a.b'\n");
}

TEST_CASE("Seed links: members of a group of the directory replace those of the base") {
  JsonSeededStore store(R"({"base": "small", "directory": {
    "groups": [{"id": 2, "members": ["emulator\\OLA.VIK", 5]}, {"name": "New"}]}})");
  CHECK(store.directory.members("emulator\\sales").size() == 2);
  CHECK(store.directory.members("new").empty());
  CHECK(store.directory.members("emulator\\employees").size() == 4);
}

}  // namespace emulator::testing
