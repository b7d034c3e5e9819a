#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "server/domain/secrets.h"
#include "server/tenants/tenants.h"
#include "tests/support/program.h"

using namespace emulator;
using testing::ScratchDirectory;

namespace {

StorageSettings kept_in(const std::filesystem::path& directory, const std::string& seed = "small") {
  start_secrets();
  StorageSettings settings;
  settings.data_directory = directory.string();
  settings.seed = seed;
  return settings;
}

}  // namespace

TEST_CASE("Tenants: two servers do not share a directory, one after the other may have it") {
  const ScratchDirectory scratch;
  const StorageSettings settings = kept_in(scratch.path("data"), "empty");
  {
    Tenants tenants(settings, HashCost::min);
    tenants.of("default");
    CHECK_THROWS_AS(Tenants(settings, HashCost::min), store::Error);
    CHECK_NOTHROW(Tenants(StorageSettings{}, HashCost::min));
    CHECK_NOTHROW(tenants.of("other"));
  }
  CHECK_NOTHROW(Tenants(settings, HashCost::min).of("default"));
}

TEST_CASE("Tenants: in memory there is no directory to be had or made") {
  start_secrets();
  Tenants one(StorageSettings{}, HashCost::min);
  Tenants other(StorageSettings{}, HashCost::min);
  CHECK(&one.of("default") != &other.of("default"));
}

TEST_CASE("Tenants: each has a file of its own, named in lower case") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("data");
  Tenants tenants(kept_in(data, "empty"), HashCost::min);
  tenants.of("default");
  tenants.of("Cust12345");
  CHECK(std::filesystem::exists(data / "default.sqlite"));
  CHECK(std::filesystem::exists(data / "cust12345.sqlite"));
  CHECK_FALSE(std::filesystem::exists(data / "Cust12345.sqlite"));
  CHECK_THROWS_AS(tenants.of("../outside"), NoSuchTenant);
  CHECK_FALSE(std::filesystem::exists(scratch.path("outside.sqlite")));
}

TEST_CASE("Tenants: the files are for their owner alone, those that SQLite makes too") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("data");
  Tenants tenants(kept_in(data, "empty"), HashCost::min);
  tenants.of("cust1").store.associates.remove(11);
  REQUIRE(std::filesystem::exists(data / "cust1.sqlite-wal"));
  for (const auto& entry : std::filesystem::directory_iterator(data)) {
    CAPTURE(entry.path().string());
    CHECK(entry.status().permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  }
}

TEST_CASE("Tenants: a file goes on where it was, whatever the seed is now") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("data");
  {
    Tenants tenants(kept_in(data), HashCost::min);
    auto& associates = tenants.of("One").store.associates;
    auto associate = associates.find(101);
    REQUIRE(associate.has_value());
    associate->tooltip = "changed";
    associates.save(*associate, {"2026-01-15T09:00:00", 11});
    associates.remove(103);
  }
  Tenants again(kept_in(data, "empty"), HashCost::min);
  auto& associates = again.of("one").store.associates;
  REQUIRE(associates.find(101).has_value());
  CHECK(associates.find(101)->tooltip == "changed");
  CHECK_FALSE(associates.find(103).has_value());
  // The seed is for new ones.
  CHECK_FALSE(again.of("two").store.associates.find(101).has_value());
}

TEST_CASE("Tenants: every durability keeps the rows") {
  const ScratchDirectory scratch;
  for (const char* durability : {"normal", "full", "off"}) {
    CAPTURE(durability);
    StorageSettings settings = kept_in(scratch.path(durability));
    settings.durability = durability;
    Tenants(settings, HashCost::min).of("default").store.associates.remove(101);
    Tenants again(settings, HashCost::min);
    CHECK_FALSE(again.of("default").store.associates.find(101).has_value());
    CHECK(again.of("default").store.associates.find(102).has_value());
  }
}

TEST_CASE("Tenants: it is known which are new and which go on, and who wrote the name how") {
  const ScratchDirectory scratch;
  const StorageSettings settings = kept_in(scratch.path("data"), "empty");
  {
    Tenants tenants(settings, HashCost::min);
    CHECK(tenants.of("Cust1").is_seeded);
    CHECK(tenants.of("CUST1").is_seeded);
  }
  Tenants again(settings, HashCost::min);
  CHECK_FALSE(again.of("cUST1").is_seeded);
  CHECK(again.of("cust1").name == "cUST1");
  CHECK(again.of("cust2").is_seeded);
}

TEST_CASE("Tenants: a directory that cannot be is an error of the store at the start") {
  const ScratchDirectory scratch;
  std::ofstream(scratch.path("file")) << "not a directory";
  CHECK_THROWS_AS(Tenants(kept_in(scratch.path("file"), "empty"), HashCost::min), store::Error);
}

TEST_CASE("Tenants: a file that is not ours is an error, is left alone, and harms no other") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("data");
  std::filesystem::create_directory(data);
  const std::string text(4096, 'x');
  std::ofstream(data / "foreign.sqlite") << text;
  Tenants tenants(kept_in(data), HashCost::min);
  CHECK_THROWS_AS(tenants.of("foreign"), store::Error);
  CHECK(testing::file_text(data / "foreign.sqlite") == text);
  CHECK_NOTHROW(tenants.of("default"));
}

TEST_CASE("Tenants: a damaged file fails at every call, and its tenant works once it is mended") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("data");
  const auto kept = scratch.path("kept.sqlite");
  StorageSettings settings = kept_in(data);
  settings.durability = "full";
  Tenants(settings, HashCost::min).of("cust1").store.associates.remove(101);
  std::filesystem::rename(data / "cust1.sqlite", kept);
  std::ofstream(data / "cust1.sqlite") << std::string(4096, 'x');
  Tenants tenants(settings, HashCost::min);
  Tenant& other = tenants.of("other");
  for (int call = 0; call < 3; ++call) {
    CHECK_THROWS_AS(tenants.of("Cust1"), store::Error);
    CHECK(&tenants.of("other") == &other);
    CHECK(other.store.associates.find(101).has_value());
  }
  SUBCASE("with a copy of its rows") {
    std::filesystem::rename(kept, data / "cust1.sqlite");
    CHECK_FALSE(tenants.of("cust1").is_seeded);
    CHECK_FALSE(tenants.of("cust1").store.associates.find(101).has_value());
  }
  SUBCASE("by taking it away") {
    std::filesystem::remove(data / "cust1.sqlite");
    CHECK(tenants.of("cust1").is_seeded);
    CHECK(tenants.of("cust1").store.associates.find(101).has_value());
  }
}

TEST_CASE("Tenants: one whose file was taken away begins anew, whatever SQLite had beside it") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("data");
  const auto leftover = scratch.path("leftover");
  {
    Tenants tenants(kept_in(data), HashCost::min);
    for (int id = 101; id <= 103; ++id) tenants.of("cust1").store.associates.remove(id);
    std::filesystem::copy(data / "cust1.sqlite-wal", leftover);  // As a killed process leaves it.
  }
  std::filesystem::remove(data / "cust1.sqlite");
  std::filesystem::rename(leftover, data / "cust1.sqlite-wal");
  Tenants again(kept_in(data), HashCost::min);
  CHECK(again.of("cust1").is_seeded);
  CHECK(again.of("cust1").store.associates.find(101).has_value());
}

TEST_CASE("Tenants: a file that was made and never filled is a new tenant") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("data");
  std::filesystem::create_directory(data);
  std::ofstream(data / "cust1.sqlite") << "";
  Tenants tenants(kept_in(data), HashCost::min);
  CHECK(tenants.of("cust1").is_seeded);
  CHECK(tenants.of("cust1").store.associates.find(101).has_value());
}

TEST_CASE("Tenants: what one has sealed, all others open, after a new start too") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("data");
  std::string sealed;
  {
    Tenants tenants(kept_in(data, "empty"), HashCost::min);
    sealed = tenants.of("one").vault.sealed("hunter2");
    CHECK(tenants.of("two").vault.opened(sealed) == "hunter2");
  }
  Tenants again(kept_in(data, "empty"), HashCost::min);
  CHECK(again.of("one").vault.opened(sealed) == "hunter2");
  CHECK(again.of("three").vault.opened(sealed) == "hunter2");
}

TEST_CASE("Tenants: nobody has the directory while its key is no key") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("data");
  std::filesystem::create_directory(data);
  std::ofstream(data / ".vault-key") << "short";
  CHECK_THROWS_AS(Tenants(kept_in(data, "empty"), HashCost::min), store::Error);
  std::filesystem::remove(data / ".vault-key");
  CHECK_NOTHROW(Tenants(kept_in(data, "empty"), HashCost::min).of("default"));
}
