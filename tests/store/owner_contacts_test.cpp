#include "store/owner_contacts.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("OwnerContacts: companies are added once and removed once") {
  SeededStore store;
  CHECK(store.owner_contacts.list() == Ids{1});
  store.owner_contacts.add(3, ada);
  store.owner_contacts.add(2, ada);
  store.owner_contacts.add(2, ada);
  CHECK(store.owner_contacts.list() == Ids{1, 2, 3});
  CHECK(store.owner_contacts.contains(2));
  CHECK(store.owner_contacts.remove(2));
  CHECK_FALSE(store.owner_contacts.remove(2));
  CHECK_FALSE(store.owner_contacts.contains(2));
}

TEST_CASE("OwnerContacts: an unknown company is refused") {
  SeededStore store;
  CHECK_THROWS_AS(store.owner_contacts.add(99, ada), Error);
}

}  // namespace emulator::store
