#include "store/user_groups.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("UserGroups: what is saved is found, with every column") {
  SeededStore store;
  UserGroup group{.name = "Kjøp", .rank = 9, .tooltip = "Buys", .deleted = true};
  store.user_groups.save(group, ada);
  CHECK(group.id == 1001);
  CHECK(store.user_groups.find(1001) == group);
  group.deleted = false;
  store.user_groups.save(group, siri);
  CHECK(store.user_groups.find(1001) == group);
}

TEST_CASE("UserGroups: the list is by rank, with deleted ones on demand") {
  SeededStore store;
  UserGroup sales = *store.user_groups.find(2);
  sales.deleted = true;
  sales.rank = 99;
  store.user_groups.save(sales, ada);
  CHECK(ids(store.user_groups.list()) == Ids{1, 3, 4, 5});
  CHECK(ids(store.user_groups.list(true)) == Ids{1, 3, 4, 5, 2});
}

TEST_CASE("UserGroups: a name is not given twice") {
  SeededStore store;
  UserGroup group{.name = "Sales"};
  CHECK_THROWS_AS(store.user_groups.save(group, ada), Error);
}

TEST_CASE("UserGroups: somebody's primary group cannot be removed, a secondary one can") {
  SeededStore store;
  store.associates.set_secondary_groups(11, {3}, ada);
  CHECK_THROWS_AS(store.user_groups.remove(2), Error);
  CHECK(store.user_groups.remove(3));
  CHECK_FALSE(store.user_groups.remove(3));
  CHECK(store.associates.secondary_groups(11).empty());
}

TEST_CASE("UserGroups: a primary and a secondary member are members, a retired one too") {
  SeededStore store;
  CHECK(store.user_groups.has_members(2));
  CHECK_FALSE(store.user_groups.has_members(3));
  CHECK_FALSE(store.user_groups.has_members(99));
  CHECK_FALSE(store.user_groups.has_members(0));  // External users have none.
  store.associates.set_secondary_groups(11, {3}, ada);
  CHECK(store.user_groups.has_members(3));
  Associate siri_lund = *store.associates.find(12);
  siri_lund.deleted = true;
  store.associates.save(siri_lund, ada);
  CHECK(store.user_groups.has_members(2));
}

TEST_CASE("UserGroups: members move, and nobody is twice in a group") {
  SeededStore store;
  store.associates.set_secondary_groups(11, {2, 5}, ada);     // Primary 1.
  store.associates.set_secondary_groups(13, {2, 3, 4}, ada);  // Primary 1.
  store.associates.set_secondary_groups(12, {3, 4}, ada);     // Primary 2.
  store.user_groups.move_members(2, 3, siri);
  CHECK(store.associates.find(12)->group_id == 3);
  CHECK(store.associates.find(12)->stamp == Stamp{seeder.now, 0, siri.now, 12, 1});
  CHECK(store.associates.secondary_groups(12) == Ids{4});
  CHECK(store.associates.secondary_groups(11) == Ids{3, 5});
  CHECK(store.associates.secondary_groups(13) == Ids{3, 4});
  CHECK(store.associates.find(11)->group_id == 1);
  CHECK(store.user_groups.remove(2));
}

TEST_CASE("UserGroups: moving members to where they are changes nothing") {
  SeededStore store;
  store.associates.set_secondary_groups(12, {3}, ada);
  const Associate before = *store.associates.find(12);
  store.user_groups.move_members(2, 2, ada);
  store.user_groups.move_members(3, 3, ada);
  CHECK(store.associates.find(12) == before);
  CHECK(store.associates.secondary_groups(12) == Ids{3});
}

}  // namespace emulator::store
