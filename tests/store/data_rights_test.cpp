#include "store/data_rights.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("DataRights: a cell is made on first saving and changed later") {
  SeededStore store;
  DataRight right{
      .role_id = 5, .table_id = 999, .relation = RelationToOwner::my_company, .crud = "CR"};
  CHECK_FALSE(store.data_rights.find(5, 999, RelationToOwner::my_company));
  store.data_rights.save(right, ada);
  CHECK(store.data_rights.find(5, 999, RelationToOwner::my_company) == right);
  CHECK(right.stamp == Stamp{.registered = ada.now, .registered_associate_id = 11});
  right.crud = "";
  store.data_rights.save(right, siri);
  CHECK(store.data_rights.find(5, 999, RelationToOwner::my_company) == right);
  CHECK(right.stamp == Stamp{ada.now, 11, siri.now, 12, 1});
}

TEST_CASE("DataRights: rights on single fields are kept and left out of the matrix") {
  SeededStore store;
  DataRight right{.role_id = 5, .table_id = 5, .field_id = 7, .crud = "R"};
  const auto before = store.data_rights.list(5);
  store.data_rights.save(right, ada);
  CHECK(store.data_rights.list(5) == before);
}

TEST_CASE("DataRights: the list goes by table and relation") {
  SeededStore store;
  const auto rights = store.data_rights.list(4);
  REQUIRE(rights.size() == 11 * 8);
  CHECK(rights[0].table_id == 5);
  CHECK(rights[0].relation == RelationToOwner::owner);
  CHECK(rights[1].relation == RelationToOwner::primary_group);
  CHECK(rights[8].table_id == 6);
  CHECK(store.data_rights.list(99).empty());
}

TEST_CASE("DataRights: an unknown role is refused") {
  SeededStore store;
  DataRight right{.role_id = 99, .table_id = 5};
  CHECK_THROWS_AS(store.data_rights.save(right, ada), Error);
}

TEST_CASE("DataRights: a removed cell is gone, its neighbours are not") {
  SeededStore store;
  CHECK(store.data_rights.remove(4, 5, RelationToOwner::owner));
  CHECK_FALSE(store.data_rights.remove(4, 5, RelationToOwner::owner));
  CHECK_FALSE(store.data_rights.find(4, 5, RelationToOwner::owner));
  CHECK(store.data_rights.find(4, 5, RelationToOwner::primary_group));
}

TEST_CASE("DataRights: all rights of one role are removed, and those of no other") {
  SeededStore store;
  DataRight of_a_field{.role_id = 4, .table_id = 5, .field_id = 7, .crud = "R"};
  store.data_rights.save(of_a_field, ada);
  const auto others = store.data_rights.list(5);
  store.data_rights.remove_all(4);
  CHECK(store.data_rights.list(4).empty());
  CHECK(store.data_rights.list(5) == others);
  CHECK_NOTHROW(store.data_rights.remove_all(99));
  // It would count as a change, and not as new, if the old row were still there.
  store.data_rights.save(of_a_field, siri);
  CHECK(of_a_field.stamp.updated_count == 0);
}

}  // namespace emulator::store
