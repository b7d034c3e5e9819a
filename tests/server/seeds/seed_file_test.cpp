#include "server/seeds/seed_file.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/server/seeds/all_rows.h"
#include "tests/server/seeds/seeding.h"
#include "tests/support/program.h"

namespace emulator::testing {
namespace {

/// Its one line.
std::string refusal(const std::string& name) {
  store::Store store(store::Store::in_memory);
  try {
    fill_from_seed(store, name, mark_as_hashed, seed_author);
  } catch (const SeedFileError& error) {
    CHECK(error.lines().size() == 1);
    return error.lines()[0];
  }
  return "";
}

}  // namespace

TEST_CASE("Seed file: which names there are") {
  for (const auto* name : {"small", "demo", "empty", "a.json", "/tmp/a b.sqlite", ".json"}) {
    CAPTURE(name);
    CHECK(is_seed_name(name));
  }
  for (const auto* name : {"", "Small", "large", "json", "a.JSON", "a.json.bak", "a.sqlite3"}) {
    CAPTURE(name);
    CHECK_FALSE(is_seed_name(name));
  }
}

TEST_CASE("Seed file: each kind of seed fills a store") {
  const ScratchDirectory scratch;
  const auto contents = [](const std::string& name) {
    store::Store store(store::Store::in_memory);
    fill_from_seed(store, name, mark_as_hashed, seed_author);
    return contents_of(store);
  };
  CHECK(contents("empty") == "1 contact, 1 person, 1 user, 14 roles, 5 user groups, 9 licences");
  CHECK(contents("small") ==
        "3 contacts, 18 persons, 8 users, 14 roles, 5 user groups, 9 licences");
  CHECK(contents("demo") ==
        "28 contacts, 203 persons, 168 users, 14 roles, 5 user groups, 9 licences");
  std::ofstream(scratch.path("a.json")) << file_with("contacts", R"({"name": "A"})");
  CHECK(contents(scratch.path("a.json")) ==
        "4 contacts, 18 persons, 8 users, 14 roles, 5 user groups, 9 licences");
}

TEST_CASE("Seed file: a database that was kept becomes the seed of new ones") {
  const ScratchDirectory scratch;
  const std::string path = scratch.path("kept.sqlite");
  store::Store kept(store::Store::in_memory);
  fill_from_seed(kept, "small", mark_as_hashed, seed_author);
  store::Role role{.name = "Kept"};
  kept.roles.save(role, seed_author);
  kept.write_file(path);
  store::Store store(store::Store::in_memory);
  fill_from_seed(store, path, mark_as_hashed, {"2030-01-01T00:00:00", 0});
  CHECK((all_rows(store) == all_rows(kept)));
}

TEST_CASE("Seed file: what cannot be read is refused with its name and why") {
  const ScratchDirectory scratch;
  const std::string json = scratch.path("a.json"), database = scratch.path("a.sqlite");
  CHECK(refusal(json) == json + ": No such file or directory");
  CHECK(refusal(database) == database + ": No such file or directory");
  std::filesystem::create_directory(json);
  CHECK(refusal(json) == json + ": Is a directory");
  std::ofstream(database) << "{}";
  CHECK(refusal(database) == database + ": no SQLite database");
}

TEST_CASE("Seed file: a database in which nothing was ever seeded is refused") {
  const ScratchDirectory scratch;
  const std::string path = scratch.path("new.sqlite");
  store::Store(store::Store::in_memory).write_file(path);
  CHECK(refusal(path) == path + ": is a database without an installation in it");
}

}  // namespace emulator::testing
