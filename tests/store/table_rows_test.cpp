#include "store/table_rows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "store/query.h"
#include "tests/store/seeded.h"

namespace emulator::store {

namespace {

const Cell& cell(const TableRow& row, const std::string& name) {
  const auto found = std::ranges::find(
      row, name, [](const auto& part) -> const auto& { return part.first; });
  REQUIRE(found != row.end());
  return found->second;
}

}  // namespace

TEST_CASE("Table rows: every table of the schema is there with the number of its rows") {
  SeededStore store;
  std::set<std::string> names;
  for (const TableSize& table : table_sizes(store)) {
    CAPTURE(table.name);
    names.insert(table.name);
    CHECK(table.rows == number(store.connection(), "SELECT count(*) FROM " + table.name));
    CHECK(table_rows(store, table.name, 10000, 0).size() == std::size_t(table.rows));
  }
  const auto expected = column<std::string>(store.connection(),
                                            "SELECT name FROM sqlite_schema WHERE type = 'table'");
  CHECK(names == std::set(expected.begin(), expected.end()));
}

TEST_CASE("Table rows: a row has its columns in order, numbers, texts and NULL") {
  SeededStore store;
  const TableRow row = table_rows(store, "associate", 1, 0).front();
  const Associate first = store.associates.list().front();
  CHECK(row.front() == std::pair<std::string, Cell>("associate_id", std::int64_t{first.id}));
  CHECK(cell(row, "name") == Cell(first.name));
  CHECK(cell(table_rows(store, "ModuleLicense", 1, 0).front(), "allowedType") == Cell());
  CHECK(row.back().first == "updatedCount");
}

TEST_CASE("Table rows: limit and offset cut them, in the order of the key") {
  SeededStore store;
  for (const std::string table : {"Role", "FunctionRightRoleLink", "DataRight", "sequence"}) {
    CAPTURE(table);
    const auto whole = table_rows(store, table, 10000, 0);
    REQUIRE(whole.size() > 3);
    CHECK(table_rows(store, table, 2, 1) ==
          std::vector<TableRow>(whole.begin() + 1, whole.begin() + 3));
    CHECK(table_rows(store, table, 5, int(whole.size())).empty());
    CHECK(table_rows(store, table, 0, 0).empty());
  }
  std::vector<Cell> ids;
  for (const auto& row : table_rows(store, "Role", 10000, 0)) ids.push_back(row.front().second);
  CHECK(std::ranges::is_sorted(ids));
}

TEST_CASE("Table rows: secrets and their hashes are blanked, an empty one is seen to be empty") {
  SeededStore store;
  ServiceAuth with{.server = "mail", .user_name = "x", .password = "sealed"};
  ServiceAuth without{.server = "mail"};
  store.service_auths.save(with, ada);
  store.service_auths.save(without, ada);
  for (const TableRow& row : table_rows(store, "Credentials", 10000, 0)) {
    CHECK(cell(row, "secret") == Cell("***"));
  }
  const auto auths = table_rows(store, "service_auth", 10000, 0);
  REQUIRE(auths.size() == 2);
  CHECK(cell(auths[0], "password") == Cell("***"));
  CHECK(cell(auths[1], "password") == Cell(""));
  CHECK(cell(auths[0], "username") == Cell("x"));
}

TEST_CASE("Table rows: other names are refused, and no SQL") {
  SeededStore store;
  for (const std::string name : {"", "associates", "sqlite_schema", "associate; DROP TABLE Role",
                                 "associate_person", "(SELECT 1)"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(table_rows(store, name, 1, 0), Error);
  }
}

TEST_CASE("Table rows: they are those of now, after a change and after another store was copied") {
  SeededStore store;
  const std::size_t before = table_rows(store, "Role", 10000, 0).size();
  Role role{.name = "New"};
  store.roles.save(role, ada);
  CHECK(table_rows(store, "Role", 10000, 0).size() == before + 1);
  SeededStore other;
  store.copy_from(other);
  CHECK(table_rows(store, "Role", 10000, 0).size() == before);
}

}  // namespace emulator::store
