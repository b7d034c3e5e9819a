#include "store/function_rights.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("FunctionRights: what is saved is found, by id and by name") {
  SeededStore store;
  FunctionRight right{.name = "admin-flows", .text = "Flow Administrator", .role_types = 0b1001};
  store.function_rights.save(right, ada);
  CHECK(right.id == 1001);
  CHECK(store.function_rights.find(1001) == right);
  CHECK(store.function_rights.find_by_name("admin-flows") == right);
  CHECK_FALSE(store.function_rights.find_by_name("ADMIN-FLOWS"));
  right.text = "changed";
  store.function_rights.save(right, siri);
  CHECK(store.function_rights.find(1001) == right);
}

TEST_CASE("FunctionRights: a role type sees those it can have") {
  SeededStore store;
  FunctionRight right{.name = "both", .role_types = 1 << 1 | 1 << 3};
  store.function_rights.save(right, ada);
  CHECK(ids(store.function_rights.list(RoleType::external_user)) ==
        Ids{31, 32, 33, 34, 35, 36, 37, 1001});
  CHECK(ids(store.function_rights.list(RoleType::system)) == Ids{1001});
  CHECK(store.function_rights.list(RoleType::anonymous).empty());
  CHECK(store.function_rights.list(RoleType::employee).size() == 37);
  CHECK(store.function_rights.list().size() == 45);
}

TEST_CASE("FunctionRights: a code is not given twice") {
  SeededStore store;
  FunctionRight right{.name = "admin-all"};
  CHECK_THROWS_AS(store.function_rights.save(right, ada), Error);
}

TEST_CASE("FunctionRights: a removed one is taken from all roles") {
  SeededStore store;
  CHECK(store.function_rights.remove(3));
  CHECK_FALSE(store.function_rights.remove(3));
  CHECK_FALSE(store.roles.has_right(8, "admin-users"));
}

}  // namespace emulator::store
