#include <doctest/doctest.h>

#include <vector>

#include "server/domain/secrets.h"
#include "server/tenants/tenants.h"
#include "tests/support/program.h"

using namespace emulator;
using namespace std::chrono_literals;

namespace {

StorageSettings settings_with(std::optional<std::uint64_t> random_seed,
                              std::optional<Moment> time = {}) {
  start_secrets();
  StorageSettings settings;
  settings.random_seed = random_seed;
  settings.time = time;
  return settings;
}

/// The next numbers of both streams of chance.
std::vector<std::uint32_t> drawn(Tenant& tenant) {
  std::vector<std::uint32_t> numbers;
  for (int i = 0; i < 4; ++i) {
    numbers.push_back(tenant.random.below(1'000'000'000));
    numbers.push_back(tenant.fault_random.below(1'000'000'000));
  }
  return numbers;
}

}  // namespace

TEST_CASE("Tenants: restored to its seed, a tenant has all rows of it, and none else") {
  const testing::ScratchDirectory scratch;
  StorageSettings settings = settings_with({});
  SUBCASE("in memory") {}
  SUBCASE("in a file") { settings.data_directory = scratch.path("data").string(); }
  std::vector<store::Associate> seed;
  {
    Tenants tenants(settings, HashCost::min);
    Tenant& tenant = tenants.of("one");
    seed = tenant.store.associates.list();
    for (int round = 0; round < 3; ++round) {
      tenant.store.associates.remove(103);
      store::Role role{.name = "New"};
      tenant.store.roles.save(role, {"2026-01-15T09:00:00", 11});
      CHECK(role.id == 1001);  // Ids begin anew, too.
      CHECK(tenant.store.associates.list() != seed);
      tenants.restore_seed(tenant);
      CHECK(tenant.store.associates.list() == seed);
      CHECK_FALSE(tenant.store.roles.find(1001).has_value());
    }
    tenant.store.associates.remove(102);
    tenants.restore_seed(tenant);
  }
  if (!settings.data_directory) return;
  Tenants again(settings, HashCost::min);
  CHECK(again.of("one").store.associates.list() == seed);
  CHECK_FALSE(again.of("one").is_seeded);
}

TEST_CASE("Tenants: a clock that is restarted shows what it did at the start") {
  const Moment then = *moment_of("2026-01-15T09:00:00");
  Tenants tenants(settings_with({}, then), HashCost::min);
  Tenant& tenant = tenants.of("one");
  tenant.clock.run(then + 100h, 5);
  tenants.restart_clock(tenant);
  CHECK(tenant.clock.is_frozen());
  CHECK(tenant.clock.now() == then);
  Tenants others(settings_with({}), HashCost::min);
  Tenant& other = others.of("one");
  other.clock.freeze(then);
  others.restart_clock(other);
  CHECK(other.clock.rate() == 1);
  CHECK(other.clock.now() > std::chrono::system_clock::now() - 2s);
}

TEST_CASE("Tenants: chance that is restarted draws again what it drew, if it has a seed") {
  Tenants tenants(settings_with(42), HashCost::min);
  Tenant& tenant = tenants.of("one");
  const auto first = drawn(tenant);
  CHECK(drawn(tenant) != first);
  tenants.restart_random(tenant);
  CHECK(drawn(tenant) == first);
  Tenants::seed_random(tenant, 43);
  CHECK(drawn(tenant) != first);
  tenants.restart_random(tenant);
  CHECK(drawn(tenant) == first);
}

TEST_CASE("Tenants: a seed of chance that is set later counts as one of the start") {
  Tenants seeded(settings_with(42), HashCost::min);
  Tenants tenants(settings_with({}), HashCost::min);
  Tenant& tenant = tenants.of("One");
  Tenants::seed_random(tenant, 42);
  const auto first = drawn(tenant);
  CHECK(first == drawn(seeded.of("one")));
  tenants.restart_random(tenant);
  CHECK(drawn(tenant) != first);
}
