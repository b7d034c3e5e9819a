#include "store/persons.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("Persons: what is saved is found, with every column") {
  SeededStore store;
  Person person{.contact_id = 2,
                .rank = 3,
                .mrmrs = "Ms",
                .first_name = "Åse",
                .middle_name = "Marie",
                .last_name = "Ødegård",
                .kana_first_name = "kana first",
                .kana_last_name = "kana last",
                .title = "Engineer",
                .post1 = "one",
                .post2 = "two",
                .post3 = "three",
                .country_id = 578,
                .retired = true,
                .use_person_address = true,
                .active_interests = 4,
                .active_erp_links = 5,
                .associate_id = 12,
                .ticket_priority_id = 6,
                .support_language_id = 7,
                .support_associate_id = 13,
                .position = "Boss",
                .description = "Long\nstory",
                .email = "Ase@fjord.example",
                .email_key = "ase@fjord.example",
                .email_name = "work",
                .direct_phone = "1",
                .mobile_phone = "2",
                .fax_phone = "3"};
  store.persons.save(person, ada);
  CHECK(person.id == 1001);
  CHECK(store.persons.find(1001) == person);
  person.last_name = "Moe";
  store.persons.save(person, siri);
  CHECK(store.persons.find(1001) == person);
  CHECK(person.stamp == Stamp{ada.now, 11, siri.now, 12, 1});
}

TEST_CASE("Persons: they are listed by id, all or those of a company") {
  SeededStore store;
  CHECK(ids(store.persons.list()) == Ids{147, 148, 149, 501, 502, 503, 504, 505, 506, 507, 508, 509,
                                         510, 511, 512, 513, 514, 515});
  CHECK(ids(store.persons.list_of_contact(1)) == Ids{147, 148, 149});
  CHECK(ids(store.persons.list_of_contact(3)) == Ids{503, 511, 512, 513, 514, 515});
  CHECK(store.persons.list_of_contact(99).empty());
}

TEST_CASE("Persons: one who is a user cannot be removed, another one can") {
  SeededStore store;
  CHECK_THROWS_AS(store.persons.remove(501), Error);
  CHECK(store.persons.find(501));
  CHECK(store.persons.remove(504));
  CHECK_FALSE(store.persons.find(504));
  CHECK_FALSE(store.persons.remove(504));
}

TEST_CASE("Persons: an unknown company is refused") {
  SeededStore store;
  Person person{.contact_id = 99};
  CHECK_THROWS_AS(store.persons.save(person, ada), Error);
}

}  // namespace emulator::store
