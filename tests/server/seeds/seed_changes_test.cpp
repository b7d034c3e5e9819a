#include "server/seeds/seed_changes.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "store/seed.h"
#include "tests/server/seeds/seeding.h"

namespace emulator::testing {
namespace {

store::Credential password_of(store::Store& store, int user_id) {
  const auto rows = store.credentials.list_of(user_id);
  REQUIRE(rows.size() == 1);
  return rows[0];
}

}  // namespace

TEST_CASE("Seed changes: a password is kept by its hash, under the user's name") {
  JsonSeededStore store(file_with("users", R"({"name": "ÅSE", "userName": "Åse@a.example",
    "type": "SystemAssociate", "role": 12, "password": "hemmelig"},
    {"id": 16, "name": "S", "type": "SystemAssociate", "role": 12, "password": ""})"));
  const store::Credential row = password_of(store, 104);
  CHECK(row.id == 9);
  CHECK(row.type == "CRM5/PASSWORD");
  CHECK(row.search_name == "åse@a.example");
  CHECK(row.display_name == "Åse@a.example");
  CHECK(row.display_type == "Password");
  CHECK(row.secret == mark_as_hashed("hemmelig"));
  CHECK(row.usage == store::CredentialUsage::inbound);
  CHECK(row.valid_to == store::open_end);
  CHECK(password_of(store, 16).secret == mark_as_hashed(""));
  CHECK(password_of(store, 16).id == 8);
}

TEST_CASE("Seed changes: a password of the base stays, and follows the user's name") {
  JsonSeededStore store(file_with("users", R"({"id": 101, "userName": "KARI"},
    {"id": 102, "password": "new"}, {"id": 103, "rank": 3})"));
  CHECK(password_of(store, 101).search_name == "kari");
  CHECK(password_of(store, 101).display_name == "KARI");
  CHECK(password_of(store, 101).secret == mark_as_hashed("ext1"));
  CHECK(password_of(store, 101).id == 5);
  CHECK(password_of(store, 102).secret == mark_as_hashed("new"));
  CHECK(password_of(store, 102).id == 6);
  CHECK(password_of(store, 103).secret == mark_as_hashed("ext3"));
}

TEST_CASE("Seed changes: equal passwords are hashed once") {
  std::vector<std::string> hashed;
  const auto hash = [&](std::string_view clear) { return hashed.emplace_back(clear); };
  store::Store store(store::Store::in_memory);
  fill_from_json(store, "f", file_with("users", R"({"id": 11, "password": "x"},
    {"id": 12, "password": "x"}, {"id": 13, "password": "y"})"),
                 hash, seed_author);
  CHECK(std::ranges::count(hashed, "x") == 1);
  CHECK(std::ranges::count(hashed, "y") == 1);
}

TEST_CASE("Seed changes: what the file does not name is not written again") {
  JsonSeededStore store(file_with("users", R"({"id": 101, "rank": 3})"));
  store::Store small(store::Store::in_memory);
  store::seed(small, store::Seed::small, mark_as_hashed, seed_author);
  CHECK(store.persons.list() == small.persons.list());
  CHECK(store.roles.list() == small.roles.list());
  CHECK(store.associates.find(101)->rank == 3);
  CHECK(store.associates.find(101)->stamp == small.associates.find(101)->stamp);
  CHECK(store.associates.find(102) == small.associates.find(102));
}

}  // namespace emulator::testing
