#include "store/associates.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

namespace {

Associate new_associate(const std::string& name) {
  Associate associate;
  associate.name = associate.user_name = name;
  associate.name_key = associate.user_name_key = name;
  associate.type = AssociateType::external_person;
  associate.person_id = 504;
  return associate;
}

}  // namespace

TEST_CASE("Associates: a log-in is noted in its column and leaves the stamp alone") {
  SeededStore store;
  Associate expected = *store.associates.find(101);
  expected.last_login = "2026-01-15T09:00:00";
  store.associates.set_last_login(101, expected.last_login);
  CHECK(store.associates.find(101) == expected);
}

TEST_CASE("Associates: what is saved is found, with every column") {
  SeededStore store;
  Associate associate{.name = "Øre",
                      .name_key = "øre",
                      .user_name = "Oere@Fjord.example",
                      .user_name_key = "oere@fjord.example",
                      .rank = 7,
                      .tooltip = "It's \"quoted\"",
                      .deleted = true,
                      .group_id = 5,
                      .last_login = "2026-01-02T03:04:05",
                      .last_logout = "2026-01-02T03:04:06",
                      .person_id = 504,
                      .type = AssociateType::system,
                      .ej_user_id = 9};
  store.associates.save(associate, ada);
  CHECK(associate.id == 1001);
  CHECK(store.associates.find(1001) == associate);
  CHECK(associate.stamp == Stamp{.registered = ada.now, .registered_associate_id = 11});
}

TEST_CASE("Associates: a change keeps who registered, and tells who changed and how often") {
  SeededStore store;
  Associate associate = *store.associates.find(12);
  associate.tooltip = "changed";
  store.associates.save(associate, ada);
  store.associates.save(associate, siri);
  CHECK(associate.stamp == Stamp{seeder.now, 0, siri.now, 12, 2});
  CHECK(store.associates.find(12) == associate);
}

TEST_CASE("Associates: no person and no group are 0") {
  SeededStore store;
  Associate associate = new_associate("robot");
  associate.person_id = associate.group_id = 0;
  store.associates.save(associate, ada);
  CHECK(store.associates.find(associate.id)->person_id == 0);
  CHECK(store.associates.find(associate.id)->group_id == 0);
}

TEST_CASE("Associates: unknown persons, groups and ids are refused, and nothing changes") {
  SeededStore store;
  Associate stranger = new_associate("stranger");
  SUBCASE("person") { stranger.person_id = 999; }
  SUBCASE("group") { stranger.group_id = 999; }
  SUBCASE("id") { stranger.id = 999; }
  const Associate before = stranger;
  CHECK_THROWS_AS(store.associates.save(stranger, ada), Error);
  CHECK(stranger == before);
  CHECK_FALSE(store.associates.find_by_key("stranger"));
}

TEST_CASE("Associates: they are found by either name's key, and by nothing else") {
  SeededStore store;
  Associate associate = new_associate("initials");
  associate.user_name = "Login@Fjord.example";
  associate.user_name_key = "login@fjord.example";
  store.associates.save(associate, ada);
  CHECK(store.associates.find_by_key("initials")->id == associate.id);
  CHECK(store.associates.find_by_key("login@fjord.example")->id == associate.id);
  for (const char* other : {"", "Initials", "Login@Fjord.example", "initial", "initials%"}) {
    CAPTURE(other);
    CHECK_FALSE(store.associates.find_by_key(other));
  }
}

TEST_CASE("Associates: no two share a name, not even one's name with the other's user name") {
  struct Case {
    const char* name_key;
    const char* user_name_key;
  };
  SeededStore store;
  Associate first = new_associate("first");
  first.user_name_key = "first@fjord.example";
  store.associates.save(first, ada);
  for (const Case& names : {Case{"first", "free"}, Case{"free", "first@fjord.example"},
                            Case{"first@fjord.example", "free"}, Case{"free", "first"}}) {
    CAPTURE(names.name_key);
    CAPTURE(names.user_name_key);
    Associate second = new_associate("second");
    store.associates.save(second, ada);
    Associate changed = second;
    changed.name_key = names.name_key;
    changed.user_name_key = names.user_name_key;
    CHECK_THROWS_AS(store.associates.save(changed, ada), Error);
    CHECK(store.associates.find(second.id) == second);
    changed.id = 0;
    CHECK_THROWS_AS(store.associates.save(changed, ada), Error);
    store.associates.remove(second.id);
  }
}

TEST_CASE("Associates: one's own name may be one's user name, and swap with it") {
  SeededStore store;
  Associate associate = new_associate("one");
  associate.user_name_key = "two";
  store.associates.save(associate, ada);
  std::swap(associate.name_key, associate.user_name_key);
  store.associates.save(associate, ada);
  associate.user_name_key = associate.name_key;
  store.associates.save(associate, ada);
  CHECK(store.associates.find_by_key("two")->id == associate.id);
  CHECK_FALSE(store.associates.find_by_key("one"));
}

TEST_CASE("Associates: an e-mail address finds all who are that person, an empty one nobody") {
  SeededStore store;
  Associate second = new_associate("second");
  second.person_id = 501;
  store.associates.save(second, ada);
  CHECK(ids(store.associates.find_by_email("ext1@fjord.example")) == Ids{101, 1001});
  CHECK(ids(store.associates.find_by_email("ada.moe@emulator.example")) == Ids{11});
  CHECK(store.associates.find_by_email("EXT1@fjord.example").empty());

  Person nameless;
  store.persons.save(nameless, ada);
  Associate without_address = new_associate("third");
  without_address.person_id = nameless.id;
  store.associates.save(without_address, ada);
  CHECK(store.associates.find_by_email("").empty());
}

TEST_CASE("Associates: they are found by person and by Service user") {
  SeededStore store;
  Associate associate = new_associate("second");
  associate.person_id = 147;
  associate.ej_user_id = 77;
  store.associates.save(associate, ada);
  CHECK(ids(store.associates.find_by_person(147)) == Ids{11, 1001});
  CHECK(store.associates.find_by_person(504).empty());
  CHECK(ids(store.associates.find_by_ej_user(77)) == Ids{1001});
}

TEST_CASE("Associates: the list has all of them by id") {
  SeededStore store;
  CHECK(ids(store.associates.list()) == Ids{11, 12, 13, 14, 15, 101, 102, 103});
}

TEST_CASE("Associates: each has one role at most") {
  SeededStore store;
  Associate associate = new_associate("newcomer");
  store.associates.save(associate, ada);
  CHECK(store.associates.role_of(associate.id) == 0);
  store.associates.set_role(associate.id, 10, ada);
  store.associates.set_role(associate.id, 13, siri);
  CHECK(store.associates.role_of(associate.id) == 13);
  CHECK_THROWS_AS(store.associates.set_role(associate.id, 99, ada), Error);
  CHECK_THROWS_AS(store.associates.set_role(999, 10, ada), Error);
  CHECK(store.associates.role_of(associate.id) == 13);
  CHECK(store.associates.role_of(999) == 0);
}

TEST_CASE("Associates: secondary groups are replaced as a whole") {
  SeededStore store;
  CHECK(store.associates.secondary_groups(11).empty());
  store.associates.set_secondary_groups(11, {5, 2, 3}, ada);
  CHECK(store.associates.secondary_groups(11) == Ids{2, 3, 5});
  store.associates.set_secondary_groups(11, {4, 3}, ada);
  CHECK(store.associates.secondary_groups(11) == Ids{3, 4});
  CHECK(store.associates.secondary_groups(12).empty());
  CHECK_THROWS_AS(store.associates.set_secondary_groups(11, {3, 4, 99}, ada), Error);
  store.associates.set_secondary_groups(11, {}, ada);
  CHECK(store.associates.secondary_groups(11).empty());
}

TEST_CASE("Associates: a removed one takes along what is its own, and frees its name") {
  SeededStore store;
  Credential ticket{.associate_id = 103, .type = "Ticket", .search_name = "guid"};
  store.credentials.save(ticket, ada);
  ServiceAuth mailbox{.server = "imap", .associate_id = 103};
  store.service_auths.save(mailbox, ada);
  store.associates.set_secondary_groups(103, {1, 2}, ada);
  Contact contact = *store.contacts.find(3);
  contact.associate_id = 103;
  store.contacts.save(contact, ada);

  CHECK(store.associates.remove(103));
  CHECK_FALSE(store.associates.remove(103));
  CHECK_FALSE(store.associates.find(103));
  CHECK(store.associates.role_of(103) == 0);
  CHECK(store.credentials.list_of(103).empty());
  CHECK_FALSE(store.credentials.find("Ticket", "guid"));
  CHECK(store.licenses.of_associate(103).empty());
  CHECK(store.associates.secondary_groups(103).empty());
  CHECK(store.service_auths.list().empty());
  CHECK(store.contacts.find(3)->associate_id == 0);
  CHECK(store.persons.find(503));
  Associate successor = new_associate("ext3@nordlys.example");
  store.associates.save(successor, ada);
  CHECK(successor.id == 1001);
}

TEST_CASE("Associates: ids are never used twice") {
  SeededStore store;
  Associate first = new_associate("first");
  store.associates.save(first, ada);
  store.associates.remove(first.id);
  Associate second = new_associate("second");
  store.associates.save(second, ada);
  CHECK(second.id == first.id + 1);
}

}  // namespace emulator::store
