#include "store/query.h"

#include <doctest/doctest.h>

namespace emulator::store {

TEST_CASE("Query: values are bound in order and read in order") {
  Connection connection(Store::in_memory, Durability::normal);
  const std::string text("a\0'; ø", 7);
  const int none = 0;
  const int some = 7;
  Query query(connection, "SELECT ?, ?, ?, ?, ?, ?, typeof(?), typeof(?)", -5, text, true,
              AssociateType::system, std::optional<RoleType>(), std::optional(RoleType::system),
              link(none), link(some));
  REQUIRE(query.step());
  int number = 0;
  std::string words;
  bool truth = false;
  AssociateType type{};
  std::optional<RoleType> absent = RoleType::employee;
  std::optional<RoleType> present;
  std::string type_of_none;
  std::string type_of_some;
  query.read(number);
  query.read(words);
  query.read(truth);
  query.read(type);
  query.read(absent);
  query.read(present);
  query.read(type_of_none);
  query.read(type_of_some);
  CHECK(number == -5);
  CHECK(words == text);
  CHECK(truth);
  CHECK(type == AssociateType::system);
  CHECK_FALSE(absent);
  CHECK(present == RoleType::system);
  CHECK(type_of_none == "null");
  CHECK(type_of_some == "integer");
  CHECK_FALSE(query.step());
}

TEST_CASE("Query: a statement is free again after its scope, even after an error") {
  Connection connection(Store::in_memory, Durability::normal);
  const std::string sql = "INSERT INTO UserGroup (UserGroup_id, name) VALUES (?, ?)";
  CHECK(change(connection, sql, 1, "one") == 1);
  CHECK_THROWS_AS(change(connection, sql, 1, "two"), Error);
  CHECK(change(connection, sql, 2, "two") == 1);
  CHECK(column<int>(connection, "SELECT UserGroup_id FROM UserGroup ORDER BY 1") ==
        std::vector<int>{1, 2});
}

TEST_CASE("Query: a statement inside of itself is an error, not a mix-up") {
  Connection connection(Store::in_memory, Durability::normal);
  const std::string sql = "SELECT tableName FROM sequence WHERE tableName <> ?";
  Query outer(connection, sql, "person");
  REQUIRE(outer.step());
  CHECK_THROWS_AS(Query(connection, sql, "contact"), Error);
}

TEST_CASE("Query: errors carry SQLite's words and extended code") {
  Connection connection(Store::in_memory, Durability::normal);
  try {
    Query(connection, "INSERT INTO UserGroup (UserGroup_id, name) VALUES (1, 'a'), (2, 'a')")
        .finish();
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) == "UNIQUE constraint failed: UserGroup.name");
    CHECK(error.code() == 2067);  // SQLITE_CONSTRAINT_UNIQUE
  }
  CHECK_THROWS_AS(Query(connection, "SELEKT"), Error);
}

TEST_CASE("Query: a number that no row holds is 0") {
  Connection connection(Store::in_memory, Durability::normal);
  CHECK(number(connection, "SELECT next_id FROM sequence WHERE tableName = ?", "person") == 1001);
  CHECK(number(connection, "SELECT next_id FROM sequence WHERE tableName = ?", "none") == 0);
}

}  // namespace emulator::store
