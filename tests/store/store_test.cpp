#include "store/store.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "store/query.h"
#include "tests/store/seeded.h"
#include "tests/store/temporary_directory.h"

namespace emulator::store {

namespace {

/// Every row of every table, as text.
std::vector<std::string> dump(Store& store) {
  const auto texts = [&](const std::string& sql) {
    std::vector<std::string> result;
    Query query(store.connection(), sql);
    while (query.step()) query.read(result.emplace_back());
    return result;
  };
  std::vector<std::string> rows;
  for (const auto& table : texts("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
    std::string values = "'" + table + "'";
    for (const auto& column : texts("SELECT name FROM pragma_table_info('" + table + "')")) {
      values += " || '|' || quote(" + column + ")";
    }
    for (const auto& row : texts("SELECT " + values + " AS line FROM " + table + " ORDER BY 1")) {
      rows.push_back(row);
    }
  }
  return rows;
}

void rename(Store& store, int associate_id, const std::string& tooltip) {
  Associate associate = *store.associates.find(associate_id);
  associate.tooltip = tooltip;
  store.associates.save(associate, ada);
}

std::string tooltip(Store& store, int associate_id) {
  return store.associates.find(associate_id)->tooltip;
}

}  // namespace

TEST_CASE("Store: it is new until it is seeded or copied into") {
  Store store(Store::in_memory);
  Store other(Store::in_memory);
  CHECK(store.is_new());
  seed(store, Seed::empty, mark_as_hashed, seeder);
  CHECK_FALSE(store.is_new());
  other.copy_from(store);
  CHECK_FALSE(other.is_new());
}

TEST_CASE("Store: a file that was never seeded is still new when opened again") {
  const TemporaryDirectory directory;
  { Store store(directory.file("tenant.sqlite")); }
  CHECK(Store(directory.file("tenant.sqlite")).is_new());
}

TEST_CASE("Store: rows are there again after closing and opening") {
  const TemporaryDirectory directory;
  std::vector<std::string> before;
  {
    SeededStore store(directory.file("tenant.sqlite"));
    rename(store, 11, "Åse");
    before = dump(store);
  }
  Store store(directory.file("tenant.sqlite"));
  CHECK_FALSE(store.is_new());
  CHECK(dump(store) == before);
  CHECK(tooltip(store, 11) == "Åse");
}

TEST_CASE("Store: a transaction is kept when committed, and gone when not") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("tenant.sqlite");
  {
    SeededStore store(path);
    {
      Transaction transaction = store.begin();
      rename(store, 11, "kept");
      transaction.commit();
    }
    const Transaction transaction = store.begin();
    rename(store, 11, "lost");
    rename(store, 12, "lost");
    CHECK(tooltip(store, 11) == "lost");
  }
  Store store(path);
  CHECK(tooltip(store, 11) == "kept");
  CHECK(tooltip(store, 12) == "Siri Lund");
}

TEST_CASE("Store: a transaction goes on after a failed statement") {
  SeededStore store;
  {
    Transaction transaction = store.begin();
    rename(store, 11, "first");
    CHECK_THROWS_AS(store.associates.set_role(11, 99, ada), Error);
    rename(store, 12, "second");
    transaction.commit();
  }
  CHECK(tooltip(store, 11) == "first");
  CHECK(tooltip(store, 12) == "second");
}

TEST_CASE("Store: ids taken in a transaction that is lost are taken again") {
  SeededStore store;
  UserGroup first{.name = "A"};
  {
    const Transaction transaction = store.begin();
    store.user_groups.save(first, ada);
  }
  UserGroup second{.name = "A"};
  store.user_groups.save(second, ada);
  CHECK(second.id == first.id);
}

TEST_CASE("Store: there is one transaction at a time") {
  SeededStore store;
  {
    Transaction transaction = store.begin();
    CHECK_THROWS_AS(store.begin(), Error);
    rename(store, 11, "kept");
    transaction.commit();
  }
  CHECK(tooltip(store, 11) == "kept");
  store.begin().commit();
}

TEST_CASE("Store: a committed transaction that is still in scope leaves the next one alone") {
  SeededStore store;
  {
    Transaction second = [&] {
      Transaction first = store.begin();
      first.commit();
      return store.begin();
    }();
    rename(store, 11, "kept");
    second.commit();
  }
  CHECK(tooltip(store, 11) == "kept");
}

TEST_CASE("Store: a copy is equal, and independent from then on") {
  const TemporaryDirectory directory;
  struct Case {
    std::string from;
    std::string to;
  };
  for (const Case& c : {Case{Store::in_memory, Store::in_memory},
                        Case{Store::in_memory, directory.file("a.sqlite")},
                        Case{directory.file("b.sqlite"), Store::in_memory},
                        Case{directory.file("c.sqlite"), directory.file("d.sqlite")}}) {
    CAPTURE(c.from);
    CAPTURE(c.to);
    SeededStore original(c.from);
    rename(original, 11, "original");
    Store copy(c.to);
    CHECK(copy.is_new());  // Leaves a prepared statement behind, which must survive.
    copy.copy_from(original);
    CHECK(dump(copy) == dump(original));
    rename(copy, 11, "copy");
    rename(original, 12, "original");
    CHECK(tooltip(original, 11) == "original");
    CHECK(tooltip(copy, 12) == "Siri Lund");
    CHECK_THROWS_AS(copy.associates.set_role(11, 99, ada), Error);
    copy.copy_from(original);
    CHECK(tooltip(copy, 11) == "original");
    CHECK(dump(copy) == dump(original));
  }
}

TEST_CASE("Store: a copy in a file is there again after opening") {
  const TemporaryDirectory directory;
  SeededStore original;
  Store(directory.file("tenant.sqlite")).copy_from(original);
  Store reopened(directory.file("tenant.sqlite"));
  CHECK(dump(reopened) == dump(original));
}

TEST_CASE("Store: a file that was written is an equal, its owner's alone, and can be worked with") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("tenant.sqlite");
  SeededStore original;
  rename(original, 11, "original");
  original.write_file(path);
  CHECK(std::filesystem::status(path).permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  CHECK(!std::filesystem::exists(path + ".new"));
  {
    Store opened(path);
    CHECK(!opened.is_new());
    CHECK(dump(opened) == dump(original));
    CHECK(std::filesystem::exists(path + "-wal"));
    rename(opened, 11, "changed");
  }
  Store reopened(path);
  CHECK(tooltip(reopened, 11) == "changed");
  CHECK(tooltip(original, 11) == "original");
}

TEST_CASE("Store: a file that cannot be written is an error that names it") {
  SeededStore original;
  const std::string path = "/proc/none/tenant.sqlite";
  CHECK_THROWS_WITH_AS(original.write_file(path), doctest::Contains(path.c_str()), Error);
}

TEST_CASE("Store: nothing is copied from or into a transaction") {
  SeededStore original;
  SeededStore copy;
  rename(original, 11, "original");
  SUBCASE("from") {
    const Transaction transaction = original.begin();
    rename(original, 12, "unsure");
    CHECK_THROWS_AS(copy.copy_from(original), Error);
  }
  SUBCASE("into") {
    const Transaction transaction = copy.begin();
    rename(copy, 12, "unsure");
    CHECK_THROWS_AS(copy.copy_from(original), Error);
  }
  CHECK(tooltip(copy, 11) == "Ada Moe");
  CHECK(tooltip(copy, 12) == "Siri Lund");
  copy.copy_from(original);
  CHECK(tooltip(copy, 11) == "original");
}

}  // namespace emulator::store
