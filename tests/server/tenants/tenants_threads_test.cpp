#include <doctest/doctest.h>

#include <algorithm>
#include <latch>
#include <set>
#include <thread>
#include <vector>

#include "server/domain/secrets.h"
#include "server/tenants/tenants.h"

using namespace emulator;

namespace {

constexpr int threads = 8;

/// The tenants that 8 threads get that begin at once, thread `i` with the name `names[i]`.
std::vector<Tenant*> at_once(Tenants& tenants, const std::vector<std::string>& names) {
  std::vector<Tenant*> got(threads);
  std::latch start(threads);
  {
    std::vector<std::jthread> running;
    for (std::size_t i = 0; i < threads; ++i) {
      running.emplace_back([&, i] {
        start.arrive_and_wait();
        try {
          got[i] = &tenants.of(names[i]);
        } catch (const NoSuchTenant&) {
          got[i] = nullptr;
        }
      });
    }
  }
  return got;
}

StorageSettings settings_with(std::size_t tenants_max) {
  start_secrets();
  StorageSettings settings;
  settings.tenants_max = tenants_max;
  return settings;
}

}  // namespace

TEST_CASE("Tenants: 8 threads that ask for a new one at once get the same one") {
  Tenants tenants(settings_with(1), HashCost::min);
  const auto got = at_once(tenants, {"one", "ONE", "One", "oNe", "onE", "ONe", "oNE", "OnE"});
  CHECK(std::set(got.begin(), got.end()).size() == 1);
  REQUIRE(got.front() != nullptr);
  CHECK(got.front()->store.associates.find(101).has_value());
}

TEST_CASE("Tenants: 8 threads get 8 different ones, each with its rows") {
  Tenants tenants(settings_with(threads), HashCost::min);
  const auto got = at_once(tenants, {"t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7"});
  CHECK(std::set(got.begin(), got.end()).size() == threads);
  for (Tenant* tenant : got) {
    REQUIRE(tenant != nullptr);
    CHECK(tenant->store.associates.find(101).has_value());
  }
}

TEST_CASE("Tenants: threads at once do not get past --tenants-max") {
  Tenants tenants(settings_with(3), HashCost::min);
  const auto got = at_once(tenants, {"t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7"});
  CHECK(std::count(got.begin(), got.end(), nullptr) == threads - 3);
}
