#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/store/seeded.h"
#include "tests/store/temporary_directory.h"

namespace emulator::store {

namespace {

std::string bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What reading the file fails with; the store is new before and after.
std::string failure(const std::string& path) {
  Store store(Store::in_memory);
  try {
    store.read_file(path);
  } catch (const Error& error) {
    CHECK(store.is_new());
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("Store: a file that another store kept is read, and not touched") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("kept.sqlite");
  Role role{.name = "Kept"};
  {
    SeededStore kept(path);
    kept.roles.save(role, ada);
  }
  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  const std::string before = bytes(path);
  Store store(Store::in_memory);
  store.read_file(path);
  CHECK(store.roles.find(role.id).value() == role);
  CHECK(store.associates.list() == SeededStore().associates.list());
  CHECK(bytes(path) == before);
  CHECK_FALSE(std::filesystem::exists(path + "-wal"));
  Role another{.name = "Another"};
  store.roles.save(another, siri);
  CHECK(another.id == role.id + 1);
}

TEST_CASE("Store: a copy in a file is read again") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("copy.sqlite");
  SeededStore first;
  first.write_file(path);
  Store second(Store::in_memory);
  second.read_file(path);
  CHECK(second.persons.list() == first.persons.list());
}

TEST_CASE("Store: what cannot be read is refused with the reason") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("x.sqlite");
  SUBCASE("nothing is there") { CHECK(failure(path) == "No such file or directory"); }
  SUBCASE("a directory") { CHECK(failure(directory.file("")) == "Is a directory"); }
  SUBCASE("a text") {
    std::ofstream(path) << "{}";
    CHECK(failure(path) == "no SQLite database");
  }
  SUBCASE("a mere header") {
    std::ofstream(path) << "SQLite format 3";
    CHECK(failure(path) == "no SQLite database");
  }
  SUBCASE("another program's") {
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE other (id INTEGER)");
    CHECK(failure(path) == "this database belongs to another program");
  }
  SUBCASE("another version's") {
    { const SeededStore store(path); }
    SQLite::Database(path, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 1");
    CHECK(failure(path).find("older version") != std::string::npos);
  }
  SUBCASE("damaged") {
    { const SeededStore store(path); }
    std::string image = bytes(path);
    image.resize(image.size() / 2);
    std::ofstream(path, std::ios::binary) << image;
    CHECK_FALSE(failure(path).empty());
  }
  SUBCASE("in use") {
    const SeededStore store(path);
    CHECK(failure(path).find("in use") == 0);
  }
}

TEST_CASE("Store: an image is a database that any program reads, also of a file in use") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("kept.sqlite");
  const std::string other = directory.file("image.sqlite");
  SeededStore in_memory;
  SeededStore in_file(path);
  for (Store* store : {static_cast<Store*>(&in_memory), static_cast<Store*>(&in_file)}) {
    Role role{.name = "Last"};
    store->roles.save(role, ada);  // In a file it is in the WAL for now.
    const std::string image = store->image();
    CHECK(image.size() == store->size());
    std::ofstream(other, std::ios::binary | std::ios::trunc) << image;
    SQLite::Database plain(other, SQLite::OPEN_READONLY);
    CHECK(plain.execAndGet("SELECT name FROM Role ORDER BY Role_id DESC").getString() == "Last");
    CHECK(plain.execAndGet("PRAGMA journal_mode").getString() == "delete");
    Store again(Store::in_memory);
    again.read_file(other);
    CHECK(again.roles.list() == store->roles.list());
  }
}

TEST_CASE("Store: rows go from a file to memory and back, with statements that are kept") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("kept.sqlite");
  std::vector<Role> roles;
  {
    SeededStore kept(path);
    const std::size_t before = kept.roles.list().size();
    Store taken(Store::in_memory);
    for (int round = 0; round < 3; ++round) {
      taken.copy_from(kept);
      CHECK(taken.roles.list() == kept.roles.list());
      Role role{.name = "Round " + std::to_string(round)};
      kept.roles.save(role, ada);
      CHECK(kept.roles.list().size() == before + 1);
      CHECK(kept.roles.find(role.id).has_value());
      kept.copy_from(taken);
      CHECK(kept.roles.list().size() == before);
      CHECK_FALSE(kept.roles.find(role.id).has_value());
      auto transaction = kept.begin();
      Role undone{.name = "Undone"};
      kept.roles.save(undone, ada);
    }
    roles = kept.roles.list();
  }
  CHECK(Store(path).roles.list() == roles);
}

TEST_CASE("Store: a file is told from another program's by its head, be it damaged or not") {
  const TemporaryDirectory directory;
  const auto written = [&](const std::string& text) {
    const std::string path = directory.file("x.sqlite");
    std::ofstream(path, std::ios::binary) << text;
    return path;
  };
  const std::string kept = directory.file("kept.sqlite");
  { SeededStore store(kept); }
  CHECK(Store::is_own_file(kept));
  CHECK(Store::is_own_file(written(bytes(kept).substr(0, 5000))));
  CHECK(Store::is_own_file(written("")));
  CHECK_FALSE(Store::is_own_file(written(bytes(kept).substr(0, 71))));
  CHECK_FALSE(Store::is_own_file(written(std::string(4096, 'x'))));
  CHECK_FALSE(Store::is_own_file(written("nsem")));
  const std::string other = directory.file("other.sqlite");
  SQLite::Database(other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t(a)");
  CHECK_FALSE(Store::is_own_file(other));
  CHECK_FALSE(Store::is_own_file(directory.file("")));
  CHECK_THROWS_AS(Store::is_own_file(directory.file("none.sqlite")), Error);
}

}  // namespace emulator::store
