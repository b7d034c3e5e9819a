#include "store/licenses.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("Licenses: the names of an associate's licences are those of its licences") {
  SeededStore store;
  using Names = std::vector<std::string>;
  CHECK(store.licenses.names_of(103) ==
        Names{"superoffice.extern-user-cal", "superoffice.admin-extern-user"});
  CHECK(store.licenses.names_of(102).empty());
}

TEST_CASE("Licenses: what is saved is found, with every column") {
  SeededStore store;
  ModuleLicense license{.owner_name = "PARTNER",
                        .module_name = "ADD-ON",
                        .description = "Add-on",
                        .tooltip = "Adds",
                        .version = "1.2",
                        .type = LicenseType::satellite,
                        .number = 5,
                        .unrestricted = true,
                        .hidden = true,
                        .prerequisite = "superoffice.server",
                        .sort_order = 99,
                        .allowed_type = AssociateType::employee};
  store.licenses.save(license, ada);
  CHECK(license.id == 1001);
  CHECK(store.licenses.find(1001) == license);
  license.allowed_type.reset();
  store.licenses.save(license, siri);
  CHECK(store.licenses.find(1001) == license);
  CHECK(full_name(license) == "partner.add-on");
  CHECK(store.licenses.find_by_name("partner.add-on") == license);
}

TEST_CASE("Licenses: full names are looked up whatever their case") {
  SeededStore store;
  for (const char* name : {"superoffice.user", "SUPEROFFICE.USER", "SuperOffice.User"}) {
    CAPTURE(name);
    CHECK(full_name(store.licenses.find_by_name(name).value()) == "superoffice.user");
  }
  for (const char* name : {"user", "superoffice.", "superoffice.user ", "partner.user", ""}) {
    CAPTURE(name);
    CHECK_FALSE(store.licenses.find_by_name(name));
  }
}

TEST_CASE("Licenses: a module is licensed once by each owner") {
  SeededStore store;
  ModuleLicense license{.owner_name = "SUPEROFFICE", .module_name = "USER"};
  CHECK_THROWS_AS(store.licenses.save(license, ada), Error);
  license.owner_name = "PARTNER";
  store.licenses.save(license, ada);
  CHECK(store.licenses.find_by_name("partner.user")->id == license.id);
}

TEST_CASE("Licenses: lists are by sort order") {
  SeededStore store;
  ModuleLicense first = *store.licenses.find_by_name("superoffice.admin-extern-user");
  first.sort_order = 0;
  store.licenses.save(first, ada);
  CHECK(ids(store.licenses.list()) == Ids{9, 1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(ids(store.licenses.of_associate(103)) == Ids{9, 6});
  CHECK(store.licenses.of_associate(102).empty());
}

TEST_CASE("Licenses: they are assigned once, counted, and withdrawn once") {
  SeededStore store;
  const auto held = [&] { return store.licenses.holds(102, "superoffice.extern-user-cal"); };
  const int license_id = store.licenses.find_by_name("superoffice.extern-user-cal")->id;
  CHECK_FALSE(held());
  CHECK(store.licenses.holders(license_id) == 2);
  store.licenses.assign(102, "superoffice.extern-user-cal", ada);
  store.licenses.assign(102, "SUPEROFFICE.EXTERN-USER-CAL", ada);
  CHECK(held());
  CHECK(store.licenses.holders(license_id) == 3);
  CHECK(store.licenses.withdraw(102, "superoffice.Extern-User-Cal"));
  CHECK_FALSE(store.licenses.withdraw(102, "superoffice.extern-user-cal"));
  CHECK_FALSE(held());
  CHECK(store.licenses.holders(license_id) == 2);
}

TEST_CASE("Licenses: all of an associate's are withdrawn, nobody else's") {
  SeededStore store;
  CHECK(store.licenses.withdraw_all(103) == 2);
  CHECK(store.licenses.withdraw_all(103) == 0);
  CHECK(store.licenses.of_associate(103).empty());
  CHECK(store.licenses.holds(101, "superoffice.extern-user-cal"));
}

TEST_CASE("Licenses: unknown licences and associates are refused") {
  SeededStore store;
  CHECK_THROWS_AS(store.licenses.assign(101, "superoffice.nothing", ada), Error);
  CHECK_THROWS_AS(store.licenses.assign(999, "superoffice.user", ada), Error);
  CHECK_FALSE(store.licenses.withdraw(101, "superoffice.nothing"));
}

TEST_CASE("Licenses: one that is held cannot be removed, another one can") {
  SeededStore store;
  CHECK_THROWS_AS(store.licenses.remove(5), Error);
  CHECK(store.licenses.remove(1));
  CHECK_FALSE(store.licenses.remove(1));
}

}  // namespace emulator::store
