#include "store/connection.h"

#include <doctest/doctest.h>

#include <fstream>

#include "store/query.h"
#include "tests/store/seeded.h"
#include "tests/store/temporary_directory.h"

namespace emulator::store {

namespace {

/// What opening the file fails with; empty if it does not fail.
std::string failure(const std::string& path) {
  try {
    Store store(path);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

}  // namespace

TEST_CASE("Connection: what is not a database of ours is refused, untouched") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("foreign.sqlite");
  std::string reason;
  SUBCASE("text") {
    write(path,
          "This is a letter, not a database, and longer than a header: " + std::string(1000, '.'));
    reason = "not a database";
  }
  SUBCASE("another program's database") {
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE other (id INTEGER)");
    reason = "another program";
  }
  SUBCASE("another program's database that is marked") {
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("PRAGMA application_id = 42");
    reason = "another program";
  }
  const std::string before = bytes(path);
  const std::string message = failure(path);
  CHECK(message.find(path) == 0);
  CHECK(message.find(reason) != std::string::npos);
  CHECK(bytes(path) == before);
}

TEST_CASE("Connection: other versions of the schema are refused by name") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("tenant.sqlite");
  { Store store(path); }
  CHECK(failure(path) == "");
  SQLite::Database file(path, SQLite::OPEN_READWRITE);
  file.exec("PRAGMA user_version = 3");
  CHECK(failure(path) == path + ": made by a newer version of this program (schema 3, known is 2)");
  file.exec("PRAGMA user_version = 0");
  CHECK(failure(path) ==
        path + ": made by an older version of this program (schema 0, known is 2)");
}

TEST_CASE("Connection: a damaged file is refused, wherever the damage is") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("tenant.sqlite");
  { SeededStore store(path); }
  const std::string whole = bytes(path);
  REQUIRE(whole.size() > 100000);
  std::string damaged = whole;
  SUBCASE("cut in half") { damaged.resize(whole.size() / 2); }
  SUBCASE("a page of noise in the middle") {
    damaged.replace(whole.size() / 8192 * 4096, 4096, std::string(4096, '\x55'));
  }
  SUBCASE("noise after the header") { damaged.replace(100, 400, std::string(400, '\x55')); }
  write(path, damaged);
  CHECK(failure(path).find(path + ": ") == 0);
}

TEST_CASE("Connection: a place where no file can be is refused") {
  const TemporaryDirectory directory;
  CHECK(failure(directory.file("no/such/directory.sqlite")).find("unable to open") !=
        std::string::npos);
  CHECK(failure(directory.file("")).find("unable to open") != std::string::npos);
}

TEST_CASE("Connection: files are in WAL mode with references checked, as durable as asked for") {
  const TemporaryDirectory directory;
  struct Case {
    Durability durability;
    int synchronous;
  };
  for (const Case& c :
       {Case{Durability::normal, 1}, Case{Durability::full, 2}, Case{Durability::off, 0}}) {
    Store store(directory.file("tenant.sqlite"), c.durability);
    CHECK(number(store.connection(), "PRAGMA synchronous") == c.synchronous);
    CHECK(number(store.connection(), "PRAGMA foreign_keys") == 1);
    std::string mode;
    Query query(store.connection(), "PRAGMA journal_mode");
    query.step();
    query.read(mode);
    CHECK(mode == "wal");
  }
}

TEST_CASE("Connection: a statement is prepared once") {
  Connection connection(Store::in_memory, Durability::normal);
  const SQLite::Statement* first = &connection.statement("SELECT 1");
  CHECK(&connection.statement(std::string("SELECT ") + "1") == first);
  CHECK(&connection.statement("SELECT 2") != first);
}

}  // namespace emulator::store
