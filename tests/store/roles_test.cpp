#include "store/roles.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("Roles: what is saved is found, with every column") {
  SeededStore store;
  Role role{.name = "Guest",
            .tooltip = "Sees little",
            .rank = 20,
            .deleted = true,
            .type = RoleType::system,
            .use_categories = true};
  store.roles.save(role, ada);
  CHECK(role.id == 1001);
  CHECK(store.roles.find(1001) == role);
  role.name = "Visitor";
  store.roles.save(role, siri);
  CHECK(store.roles.find(1001) == role);
}

TEST_CASE("Roles: a deleted role is still found, marked deleted") {
  SeededStore store;
  CHECK(store.roles.find(14)->deleted);
  CHECK_FALSE(store.roles.find(13)->deleted);
}

TEST_CASE("Roles: lists are by rank, of one type, and with deleted ones on demand") {
  SeededStore store;
  CHECK(ids(store.roles.list(RoleType::employee)) == Ids{1, 2, 3, 4, 5, 6, 7, 8, 9});
  CHECK(ids(store.roles.list(RoleType::external_user)) == Ids{10, 13});
  CHECK(ids(store.roles.list(RoleType::external_user, true)) == Ids{10, 13, 14});
  CHECK(ids(store.roles.list(RoleType::anonymous)) == Ids{11});
  CHECK(ids(store.roles.list(RoleType::system)) == Ids{12});
  Role partner = *store.roles.find(13);
  partner.rank = 0;
  store.roles.save(partner, ada);
  CHECK(ids(store.roles.list(RoleType::external_user)) == Ids{13, 10});
  CHECK(ids(store.roles.list()) == Ids{13, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14});
}

TEST_CASE("Roles: the names of a role's rights are those of its rights") {
  SeededStore store;
  for (const int role : {1, 3, 10, 14}) {
    std::vector<std::string> names;
    for (const auto& right : store.roles.function_rights(role)) names.push_back(right.name);
    CHECK(store.roles.right_names(role) == names);
  }
  CHECK(store.roles.right_names(8).size() > 0);
}

TEST_CASE("Roles: one that somebody has cannot be removed, another one goes with its rights") {
  SeededStore store;
  CHECK_THROWS_AS(store.roles.remove(13), Error);
  CHECK(store.roles.has_right(2, "quote-can-approve"));
  CHECK(store.roles.remove(2));
  CHECK_FALSE(store.roles.remove(2));
  CHECK_FALSE(store.roles.has_right(2, "quote-can-approve"));
  CHECK(store.data_rights.list(2).empty());
}

TEST_CASE("Roles: all holders of one role move to another, nobody else does") {
  SeededStore store;
  store.roles.move_holders(10, 13, ada);
  CHECK(store.associates.role_of(101) == 13);
  CHECK(store.associates.role_of(102) == 13);
  CHECK(store.associates.role_of(11) == 1);
  CHECK_THROWS_AS(store.roles.move_holders(13, 99, ada), Error);
}

TEST_CASE("Roles: one has holders as long as somebody has it, be that one retired or not") {
  SeededStore store;
  CHECK(store.roles.has_holders(13));
  CHECK_FALSE(store.roles.has_holders(2));
  CHECK_FALSE(store.roles.has_holders(99));
  Associate partner = *store.associates.find(103);
  partner.deleted = true;
  store.associates.save(partner, ada);
  CHECK(store.roles.has_holders(13));
  store.roles.move_holders(13, 10, ada);
  CHECK_FALSE(store.roles.has_holders(13));
}

TEST_CASE("Roles: rights are told by name, in byte order") {
  SeededStore store;
  for (const int role_id : {1, 2, 10}) {
    CAPTURE(role_id);
    const auto rights = store.roles.function_rights(role_id);
    CHECK(rights.size() > 5);
    CHECK(std::is_sorted(rights.begin(), rights.end(),
                         [](const auto& a, const auto& b) { return a.name < b.name; }));
  }
  CHECK(store.roles.function_rights(12).empty());
  CHECK(store.roles.function_rights(99).empty());
}

TEST_CASE("Roles: a right is had or not") {
  struct Case {
    int role_id;
    const char* right;
    bool had;
  };
  SeededStore store;
  for (const Case& c :
       {Case{1, "admin-all", true}, Case{8, "admin-users", true}, Case{8, "admin-all", false},
        Case{7, "admin-users", false}, Case{1, "ADMIN-ALL", false}, Case{1, "no-such-right", false},
        Case{99, "admin-all", false}, Case{14, "ext-see-event-projects", false}}) {
    CAPTURE(c.role_id);
    CAPTURE(c.right);
    CHECK(store.roles.has_right(c.role_id, c.right) == c.had);
  }
}

TEST_CASE("Roles: the set of rights is replaced as a whole") {
  SeededStore store;
  store.roles.set_function_rights(8, {3, 1, 49}, ada);
  CHECK(ids(store.roles.function_rights(8)) == Ids{1, 3, 49});
  store.roles.set_function_rights(8, {}, ada);
  CHECK(store.roles.function_rights(8).empty());
  CHECK(store.roles.has_right(1, "admin-users"));
  CHECK_THROWS_AS(store.roles.set_function_rights(8, {999}, ada), Error);
}

TEST_CASE("Roles: those that have a right are found") {
  SeededStore store;
  CHECK(ids(store.roles.list_with_right("admin-users")) == Ids{1, 8});
  CHECK(ids(store.roles.list_with_right("ext-see-event-projects")) == Ids{10, 13});
  CHECK(store.roles.list_with_right("no-such-right").empty());
}

}  // namespace emulator::store
