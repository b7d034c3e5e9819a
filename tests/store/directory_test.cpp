#include "store/directory.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("Directory: the seed has three groups and six users") {
  SeededStore store;
  const auto groups = store.directory.find_groups("");
  CHECK(ids(groups) == Ids{1, 2, 3});
  CHECK(groups.at(2).name == "EMULATOR\\Service accounts");
  CHECK(groups.at(2).display_name == "Service accounts");
  const auto users = store.directory.find_users("");
  CHECK(ids(users) == Ids{1, 4, 3, 2, 5, 6});
  CHECK(users.at(1).value == "S-1-5-21-1004336348-1177238915-682003330-1104");
  CHECK(users.at(1).account == "EMULATOR\\liv.haug");
  CHECK(users.at(1).full_name == "Liv Haug");
  CHECK(users.at(1).email == "liv.haug@emulator.example");
}

TEST_CASE("Directory: a new installation without users has nobody in it") {
  Store store(Store::in_memory);
  seed(store, Seed::empty, mark_as_hashed, seeder);
  CHECK(store.directory.find_groups("").empty());
  CHECK(store.directory.find_users("").empty());
}

TEST_CASE("Directory: parts of names are found wherever they stand, and are no patterns") {
  SeededStore store;
  struct Case {
    std::string part;
    Ids groups, users;
  };
  for (const Case& c : {
           Case{"sal", {2}, {}},
           Case{"emulator\\s", {2, 3}, {2, 5, 6}},
           Case{"ice", {3}, {5, 6}},
           Case{"liv", {}, {4}},
           Case{"vik", {}, {3}},
           Case{"a moe", {}, {1}},
           Case{"a.moe", {}, {1}},
           Case{"%", {}, {}},
           Case{"_", {}, {}},
           Case{"Sales", {}, {}},  // Not folded.
           Case{"nobody", {}, {}},
       }) {
    CAPTURE(c.part);
    CHECK(ids(store.directory.find_groups(c.part)) == c.groups);
    CHECK(ids(store.directory.find_users(c.part)) == c.users);
  }
}

TEST_CASE("Directory: the members of a group, by its whole name") {
  SeededStore store;
  CHECK(ids(store.directory.members("emulator\\sales")) == Ids{4, 2});
  CHECK(ids(store.directory.members("emulator\\employees")) == Ids{1, 4, 3, 2});
  for (const char* none : {"sales", "emulator\\", "", "EMULATOR\\Sales"}) {
    CHECK(store.directory.members(none).empty());
  }
  store.directory.set_members(2, {1, 5}, ada);
  CHECK(ids(store.directory.members("emulator\\sales")) == Ids{1, 5});
  CHECK_THROWS_AS(store.directory.set_members(2, {99}, ada), Error);
}

TEST_CASE("Directory: a user is a person when a person has its address") {
  SeededStore store;
  std::vector<bool> are_persons;
  for (const DirectoryUser& user : store.directory.find_users("")) {
    are_persons.push_back(store.directory.is_person(user));
  }
  CHECK(are_persons == std::vector<bool>{true, false, true, true, false, false});
  Person liv = *store.persons.find(510);
  liv.email_key = "liv.haug@emulator.example";
  store.persons.save(liv, ada);
  CHECK(store.directory.is_person(store.directory.find_users("liv").at(0)));
  liv.email_key = "";
  store.persons.save(liv, ada);
  CHECK_FALSE(store.directory.is_person(store.directory.find_users("backup").at(0)));
}

TEST_CASE("Directory: what is saved is found, with every column; names and values are unique") {
  SeededStore store;
  DirectoryGroup group{.name = "EMULATOR\\Øst", .name_key = "emulator\\øst", .display_name = "Øst"};
  store.directory.save(group, ada);
  CHECK(group.id == 1001);
  CHECK(store.directory.find_groups("øst").at(0) == group);
  DirectoryUser user{.value = "S-1",
                     .account = "EMULATOR\\Åse",
                     .account_key = "emulator\\åse",
                     .full_name = "Åse Øst",
                     .full_name_key = "åse øst",
                     .email = "Åse@emulator.example",
                     .email_key = "åse@emulator.example"};
  store.directory.save(user, ada);
  CHECK(user.id == 1001);
  CHECK(store.directory.find_users("åse").at(0) == user);
  user.full_name = "Åse Vest";
  store.directory.save(user, siri);
  CHECK(store.directory.find_users("åse").at(0) == user);
  group.id = user.id = 0;
  CHECK_THROWS_AS(store.directory.save(group, ada), Error);
  CHECK_THROWS_AS(store.directory.save(user, ada), Error);
  user.account_key = "other";
  CHECK_THROWS_AS(store.directory.save(user, ada), Error);
}

}  // namespace emulator::store
