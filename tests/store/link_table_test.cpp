#include "store/link_table.h"

#include <doctest/doctest.h>

#include "store/query.h"
#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("LinkTable: links that stay keep their stamps, double wishes count once") {
  SeededStore store;
  const LinkTable groups{"UserGroupLink", "assoc_id", "UserGroup_id"};
  const std::string by_siri =
      "SELECT UserGroup_id FROM UserGroupLink WHERE registered_associate_id = 12 ORDER BY 1";
  replace_links(store.connection(), groups, 11, {2, 3, 3}, ada);
  replace_links(store.connection(), groups, 11, {5, 3, 4, 5}, siri);
  CHECK(store.associates.secondary_groups(11) == Ids{3, 4, 5});
  CHECK(column<int>(store.connection(), by_siri) == Ids{4, 5});
}

}  // namespace emulator::store
