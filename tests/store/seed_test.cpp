#include "store/seed.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "store/query.h"
#include "tests/store/seeded.h"

// Expectations are written out here once more: they are promised to users, so no change of the seed
// may go by unseen.
namespace emulator::store {

TEST_CASE("Seed: the roles") {
  struct Case {
    int id;
    const char* name;
    RoleType type;
  };
  SeededStore store;
  CHECK(store.roles.list().size() == 14);
  for (const Case& c :
       {Case{1, "User level 0", RoleType::employee}, Case{2, "User level 1", RoleType::employee},
        Case{3, "User level 2", RoleType::employee}, Case{4, "User level 3", RoleType::employee},
        Case{5, "User level 4", RoleType::employee}, Case{6, "User level 5", RoleType::employee},
        Case{7, "List Administrator", RoleType::employee},
        Case{8, "User Administrator", RoleType::employee},
        Case{9, "Local User", RoleType::employee},
        Case{10, "External user", RoleType::external_user},
        Case{11, "Anonymous user", RoleType::anonymous}, Case{12, "System user", RoleType::system},
        Case{13, "Partner", RoleType::external_user},
        Case{14, "Retired partner", RoleType::external_user}}) {
    CAPTURE(c.id);
    const Role role = store.roles.find(c.id).value();
    CHECK(role.name == c.name);
    CHECK(role.type == c.type);
    CHECK(role.rank == c.id);
    CHECK_FALSE(role.tooltip.empty());
    CHECK(role.deleted == (c.id == 14));
  }
}

TEST_CASE("Seed: the groups") {
  SeededStore store;
  std::vector<std::string> names;
  for (const auto& group : store.user_groups.list(true)) names.push_back(group.name);
  CHECK(ids(store.user_groups.list()) == Ids{1, 2, 3, 4, 5});
  CHECK(names ==
        std::vector<std::string>{"Administration", "Sales", "Service", "Services", "Marketing"});
}

TEST_CASE("Seed: the function rights have NetServer's ids") {
  const std::map<int, std::string> expected{{1, "admin-all"},
                                            {2, "admin-lists"},
                                            {3, "admin-users"},
                                            {8, "allow-readonly-override"},
                                            {9, "hide-company"},
                                            {10, "hide-sale"},
                                            {11, "hide-project"},
                                            {12, "hide-inbox"},
                                            {13, "hide-selection"},
                                            {14, "hide-reporter"},
                                            {15, "allow-bulk-mailmerge"},
                                            {16, "allow-bulk-export"},
                                            {17, "allow-bulk-generate-activities"},
                                            {18, "allow-bulk-copy-members"},
                                            {19, "allow-bulk-edit"},
                                            {20, "allow-bulk-delete"},
                                            {21, "allow-bulk-interests"},
                                            {22, "allow-bulk-email"},
                                            {23, "allow-bulk-user-applications"},
                                            {24, "see-other-companies-associates"},
                                            {26, "admin-saint-regeneration"},
                                            {27, "admin-saint-definition"},
                                            {28, "allow-dictionarySDK"},
                                            {29, "admin-udef"},
                                            {30, "admin-import"},
                                            {31, "ext-need-publish-to-see-project"},
                                            {32, "ext-need-publish-to-see-appointment"},
                                            {33, "ext-need-publish-to-see-document"},
                                            {34, "ext-need-publish-to-see-sale"},
                                            {35, "ext-see-event-projects"},
                                            {36, "ext-use-my-company-rights"},
                                            {37, "ext-use-same-project-rights"},
                                            {38, "admin-audience"},
                                            {39, "syncadmin-all"},
                                            {40, "syncadmin-user"},
                                            {41, "allow-manage-entities"},
                                            {42, "admin-workflow"},
                                            {43, "admin-role"},
                                            {44, "admin-replication"},
                                            {45, "admin-preferences"},
                                            {46, "admin-script"},
                                            {47, "admin-quote"},
                                            {48, "quote-can-approve"},
                                            {49, "cs-listown"}};
  SeededStore store;
  std::map<int, std::string> rights;
  for (const auto& right : store.function_rights.list()) {
    rights[right.id] = right.name;
    CHECK_FALSE(right.text.empty());
    CHECK(right.role_types == (right.name.starts_with("ext-") ? 2 : 1));
  }
  CHECK(rights == expected);
}

TEST_CASE("Seed: who may administrate what") {
  const std::map<int, std::set<std::string>> administration{{7, {"admin-lists"}},
                                                            {8, {"admin-users"}}};
  SeededStore store;
  const auto names = [&](int role_id) {
    std::set<std::string> result;
    for (const auto& right : store.roles.function_rights(role_id)) result.insert(right.name);
    return result;
  };
  for (int role_id = 2; role_id <= 14; ++role_id) {
    CAPTURE(role_id);
    std::set<std::string> admin;
    for (const auto& name : names(role_id)) {
      if (name.starts_with("admin-")) admin.insert(name);
      CHECK(name.starts_with("ext-") == (role_id == 10 || role_id == 13));
      if (name == "allow-bulk-edit") CHECK(role_id == 2);
    }
    CHECK(admin == (administration.contains(role_id) ? administration.at(role_id)
                                                     : std::set<std::string>{}));
  }
  CHECK(store.roles.function_rights(1).size() == 37);
  CHECK(ids(store.roles.function_rights(1)).size() ==
        store.function_rights.list(RoleType::employee).size());
  CHECK(names(10).size() == 7);
  CHECK(names(13) == names(10));
}

TEST_CASE("Seed: the licences") {
  struct Case {
    const char* name;
    LicenseType type;
    int number;
    bool unrestricted;
    int holders;
  };
  SeededStore store;
  CHECK(store.licenses.list().size() == 9);
  for (const Case& c : {Case{"superoffice.server", LicenseType::site, 1, true, 0},
                        Case{"superoffice.extern-user", LicenseType::site, 1, true, 0},
                        Case{"superoffice.system-user", LicenseType::site, 1, true, 0},
                        Case{"superoffice.anonymous-user", LicenseType::site, 1, true, 0},
                        Case{"superoffice.user", LicenseType::user, 50, false, 3},
                        Case{"superoffice.extern-user-cal", LicenseType::user, 0, true, 2},
                        Case{"superoffice.system-user-cal", LicenseType::user, 0, true, 1},
                        Case{"superoffice.anonymous-user-cal", LicenseType::user, 0, true, 1},
                        Case{"superoffice.admin-extern-user", LicenseType::user, 10, false, 1}}) {
    CAPTURE(c.name);
    const ModuleLicense license = store.licenses.find_by_name(c.name).value();
    CHECK(license.type == c.type);
    CHECK(license.number == c.number);
    CHECK(license.unrestricted == c.unrestricted);
    CHECK(store.licenses.holders(license.id) == c.holders);
    CHECK((license.prerequisite.empty() || store.licenses.find_by_name(license.prerequisite)));
  }
}

TEST_CASE("Seed: the documented data rights of role 4, and everything for role 1") {
  struct Case {
    int role_id;
    RelationToOwner relation;
    int table_id;
    const char* crud;
  };
  using enum RelationToOwner;
  SeededStore store;
  for (const Case& c :
       {Case{4, owner, 5, "CRU"}, Case{4, owner, 6, "CRUD"}, Case{4, owner, 9, "CRUD"},
        Case{4, owner, 10, "CRUD"}, Case{4, primary_group, 5, "CRU"},
        Case{4, primary_group, 6, "CRUD"}, Case{4, primary_group, 9, "R"},
        Case{4, primary_group, 10, "R"}, Case{4, primary_group, 11, "CRU"},
        Case{4, primary_group, 12, "CRU"}, Case{4, primary_group, 13, "R"},
        Case{4, primary_group, 121, "CRU"}, Case{4, primary_group, 23, "CR"},
        Case{4, primary_group, 52, "R"}, Case{4, primary_group, 205, "R"}, Case{4, other, 5, "R"},
        Case{4, other, 6, "R"}, Case{1, other, 13, "CRUD"}, Case{11, owner, 5, ""}}) {
    CAPTURE(c.role_id);
    CAPTURE(c.table_id);
    CHECK(store.data_rights.find(c.role_id, c.table_id, c.relation).value().crud == c.crud);
  }
}

TEST_CASE("Seed: every row is stamped with its author, and none counts as changed") {
  Store store(Store::in_memory);
  seed(store, Seed::small, mark_as_hashed, {"2026-05-06T07:08:09", 14});
  const Stamp expected{.registered = "2026-05-06T07:08:09", .registered_associate_id = 14};
  for (const auto& person : store.persons.list()) CHECK(person.stamp == expected);
  for (const auto& associate : store.associates.list()) CHECK(associate.stamp == expected);
  for (const auto& credential : store.credentials.list()) CHECK(credential.stamp == expected);
  CHECK(number(store.connection(),
               "SELECT count(*) FROM UserRoleLink WHERE registered_associate_id <> 14") == 0);
}

TEST_CASE("Seed: new rows get ids above all seeded ones, the same on every start") {
  SeededStore store;
  for (const char* key :
       {"associate.associate_id", "person.person_id", "contact.contact_id", "Role.Role_id",
        "FunctionRight.FunctionRight_id", "UserGroup.UserGroup_id", "Credentials.Credentials_id",
        "ModuleLicense.ModuleLicense_id"}) {
    CAPTURE(key);
    const std::string table = std::string(key).substr(0, std::string(key).find('.'));
    const int highest =
        number(store.connection(), std::string("SELECT max(") + key + ") FROM " + table);
    CHECK(highest > 0);
    CHECK(highest < 1001);
    CHECK(number(store.connection(), "SELECT next_id FROM sequence WHERE tableName = ?", table) ==
          1001);
  }
}

TEST_CASE("Seed: all references hold") {
  SeededStore store;
  CHECK(number(store.connection(), "SELECT count(*) FROM pragma_foreign_key_check") == 0);
}

TEST_CASE("Seed: only a new store is seeded, and a failure leaves it new") {
  Store store(Store::in_memory);
  const auto fail = [](std::string_view) -> std::string { throw Error("no hash"); };
  CHECK_THROWS_AS(seed(store, Seed::small, fail, seeder), Error);
  CHECK(store.is_new());
  seed(store, Seed::small, mark_as_hashed, seeder);
  CHECK_THROWS_WITH_AS(seed(store, Seed::small, mark_as_hashed, seeder),
                       "only a new store can be seeded", Error);
}

}  // namespace emulator::store
