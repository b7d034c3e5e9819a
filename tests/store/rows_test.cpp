#include "store/rows.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("Rows: ids start at 1001 in every table that has them, and go up") {
  SeededStore store;
  for (const char* table : {"associate", "person", "contact", "Role", "FunctionRight", "UserGroup",
                            "Credentials", "service_auth", "ModuleLicense", "AssociateHistory",
                            "directory_group", "directory_user", "user_command"}) {
    CAPTURE(table);
    CHECK(next_id(store.connection(), table) == 1001);
    CHECK(next_id(store.connection(), table) == 1002);
  }
  CHECK_THROWS_AS(next_id(store.connection(), "UserRoleLink"), Error);
}

TEST_CASE("Rows: a row that is put has the id and the stamp it comes with") {
  SeededStore store;
  const UserGroup group{
      .id = 77, .name = "Put", .stamp = {"1999-01-01T00:00:00", 5, "2000-01-01T00:00:00", 6, 7}};
  put_row(store.connection(), group);
  CHECK(find_row<UserGroup>(store.connection(), 77) == group);
}

TEST_CASE("Rows: an insert that fails leaves the record as it was") {
  SeededStore store;
  UserGroup group{.name = "Sales"};
  const UserGroup before = group;
  CHECK_THROWS_AS(save_row(store.connection(), group, ada), Error);
  CHECK(group == before);
}

TEST_CASE("Rows: an update of what is not there is an error that names it") {
  SeededStore store;
  UserGroup group{.id = 77, .name = "Nobody"};
  CHECK_THROWS_WITH_AS(save_row(store.connection(), group, ada), "UserGroup has no row 77", Error);
}

TEST_CASE("Rows: the stamp is the store's: what the caller put there is not written") {
  SeededStore store;
  UserGroup group{.name = "New", .stamp = {"1999-01-01T00:00:00", 5, "1999-01-01T00:00:00", 6, 7}};
  save_row(store.connection(), group, ada);
  CHECK(group.stamp == Stamp{.registered = ada.now, .registered_associate_id = 11});
  group.stamp.updated_count = 50;
  save_row(store.connection(), group, siri);
  CHECK(find_row<UserGroup>(store.connection(), group.id)->stamp ==
        Stamp{ada.now, 11, siri.now, 12, 1});
}

}  // namespace emulator::store
