#include "store/contacts.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("Contacts: what is saved is found, with every column") {
  SeededStore store;
  Contact contact{.name = "Ål Bygg",
                  .department = "Hønefoss",
                  .org_nr = "123",
                  .country_id = 578,
                  .associate_id = 12,
                  .business_id = 3,
                  .category_id = 4,
                  .phone = "1",
                  .fax = "2"};
  store.contacts.save(contact, ada);
  CHECK(contact.id == 1001);
  CHECK(store.contacts.find(1001) == contact);
  contact.name = "Ål Bygg AS";
  store.contacts.save(contact, siri);
  CHECK(store.contacts.find(1001) == contact);
  CHECK(ids(store.contacts.list()) == Ids{1, 2, 3, 1001});
}

TEST_CASE("Contacts: one with persons cannot be removed, an empty one can, and is no owner then") {
  SeededStore store;
  CHECK_THROWS_AS(store.contacts.remove(3), Error);
  Contact contact{.name = "Empty"};
  store.contacts.save(contact, ada);
  store.owner_contacts.add(contact.id, ada);
  CHECK(store.contacts.remove(contact.id));
  CHECK_FALSE(store.contacts.remove(contact.id));
  CHECK_FALSE(store.owner_contacts.contains(contact.id));
}

}  // namespace emulator::store
