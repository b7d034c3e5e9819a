#include "store/associate_history.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("AssociateHistories: an entry outlives all that it names") {
  SeededStore store;
  AssociateHistory entry{.associate_id = 999,
                         .group_id = 998,
                         .person_id = 997,
                         .type = AssociateType::external_person,
                         .name = "gone@fjord.example",
                         .first_name = "Per",
                         .middle_name = "M",
                         .last_name = "Dahl",
                         .contact_id = 996};
  store.associate_history.save(entry, ada);
  CHECK(entry.id == 1001);
  CHECK(store.associate_history.find(1001) == entry);
  CHECK(store.associate_history.find_by_associate(999) == entry);
  CHECK_FALSE(store.associate_history.find_by_associate(1001));
  CHECK(store.associate_history.list() == std::vector{entry});
  CHECK(store.associate_history.remove(1001));
  CHECK_FALSE(store.associate_history.remove(1001));
}

}  // namespace emulator::store
