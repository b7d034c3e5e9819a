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

TEST_CASE("Tenants: the data directory is made, with all above it, for the first tenant") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("not/yet/there");
  Tenants tenants(kept_in(data, "empty"), HashCost::min);
  tenants.of("default");
  CHECK(std::filesystem::exists(data / "default.sqlite"));
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

TEST_CASE("Tenants: a directory that cannot be is an error of the store, and names itself") {
  const ScratchDirectory scratch;
  const auto file = scratch.path("file");
  std::ofstream(file) << "not a directory";
  for (const auto& directory : {file, file / "below"}) {
    CAPTURE(directory.string());
    Tenants tenants(kept_in(directory, "empty"), HashCost::min);
    CHECK_THROWS_AS(tenants.of("default"), store::Error);
    try {
      tenants.of("default");
    } catch (const store::Error& error) {
      CHECK(std::string(error.what()).find(directory.string()) != std::string::npos);
    }
  }
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
