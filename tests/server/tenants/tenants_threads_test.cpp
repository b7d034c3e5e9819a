#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <future>
#include <latch>
#include <set>
#include <thread>
#include <vector>

#include "server/domain/secrets.h"
#include "server/tenants/tenants.h"
#include "tests/support/program.h"

using namespace emulator;

namespace {

constexpr std::size_t threads = 8;
using Names = std::vector<std::string>;

/// What a thread was told, for each of its names: the tenant, or why there is none.
struct Told {
  std::vector<Tenant*> tenants;
  std::vector<std::string> refusals;
};

Told ask(Tenants& tenants, const Names& names) {
  Told told;
  for (const std::string& name : names) {
    try {
      told.tenants.push_back(&tenants.of(name));
    } catch (const std::exception& error) {
      told.refusals.emplace_back(error.what());
    }
  }
  return told;
}

/// 8 threads begin at once, thread `i` with `names[i]`.
std::vector<Told> at_once(Tenants& tenants, const std::vector<Names>& names) {
  std::vector<Told> told(threads);
  std::latch start(threads);
  {
    std::vector<std::jthread> running;
    for (std::size_t i = 0; i < threads; ++i) {
      running.emplace_back([&, i] {
        start.arrive_and_wait();
        told[i] = ask(tenants, names[i]);
      });
    }
  }
  return told;
}

std::set<Tenant*> every_tenant(const std::vector<Told>& told) {
  std::set<Tenant*> all;
  for (const Told& one : told) all.insert(one.tenants.begin(), one.tenants.end());
  return all;
}

std::size_t refusals(const std::vector<Told>& told) {
  std::size_t count = 0;
  for (const Told& one : told) count += one.refusals.size();
  return count;
}

/// 8 times the same names, each time beginning with another.
std::vector<Names> rotated(Names names) {
  std::vector<Names> all;
  for (std::size_t i = 0; i < threads; ++i) {
    std::ranges::rotate(names, names.begin() + static_cast<std::ptrdiff_t>(names.size() / threads));
    all.push_back(names);
  }
  return all;
}

Names fifty_names() {
  Names names;
  for (int i = 0; i < 50; ++i) names.push_back("t" + std::to_string(i));
  return names;
}

StorageSettings settings_with(std::size_t tenants_max) {
  start_secrets();
  StorageSettings settings;
  settings.tenants_max = tenants_max;
  return settings;
}

/// Keeps SQLite from reading a file, as a slow disk would. Not by a lock of the process, which
/// SQLite in the same process would not notice.
class Blocked {
 public:
  explicit Blocked(const std::filesystem::path& path)
      : file_(open(path.c_str(), O_RDWR | O_CLOEXEC)) {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000;  // Where SQLite has its locks.
    lock.l_len = 512;
    REQUIRE(fcntl(file_, F_OFD_SETLK, &lock) == 0);
  }
  ~Blocked() { close(file_); }
  Blocked(const Blocked&) = delete;
  Blocked& operator=(const Blocked&) = delete;

 private:
  int file_;
};

}  // namespace

TEST_CASE("Tenants: 8 threads that ask for a new one at once get the same one") {
  Tenants tenants(settings_with(1), HashCost::min);
  const auto told =
      at_once(tenants, {{"one"}, {"ONE"}, {"One"}, {"oNe"}, {"onE"}, {"ONe"}, {"oNE"}, {"OnE"}});
  CHECK(refusals(told) == 0);
  REQUIRE(every_tenant(told).size() == 1);
  CHECK((*every_tenant(told).begin())->store.associates.find(101).has_value());
}

TEST_CASE("Tenants: 8 threads that ask for 50 new ones at once get 50, each with its rows") {
  const testing::ScratchDirectory scratch;
  StorageSettings settings = settings_with(50);
  SUBCASE("in memory") {}
  SUBCASE("in files") {
    settings.data_directory = scratch.path("data").string();
    settings.durability = "off";
  }
  Tenants tenants(settings, HashCost::min);
  const auto told = at_once(tenants, rotated(fifty_names()));
  CHECK(refusals(told) == 0);
  const auto all = every_tenant(told);
  CHECK(all.size() == 50);
  std::set<std::string> names;
  for (Tenant* tenant : all) {
    names.insert(tenant->name);
    CHECK(tenant->store.associates.find(101).has_value());
  }
  CHECK(names.size() == 50);
}

TEST_CASE("Tenants: threads at once do not get past --tenants-max") {
  Tenants tenants(settings_with(3), HashCost::min);
  const auto told =
      at_once(tenants, {{"t0"}, {"t1"}, {"t2"}, {"t3"}, {"t4"}, {"t5"}, {"t6"}, {"t7"}});
  CHECK(every_tenant(told).size() == 3);
  CHECK(refusals(told) == threads - 3);
}

TEST_CASE("Tenants: threads at once are all told that a file is damaged, and get the others") {
  const testing::ScratchDirectory scratch;
  StorageSettings settings = settings_with(50);
  settings.data_directory = scratch.path("data").string();
  Tenants tenants(settings, HashCost::min);
  std::ofstream(scratch.path("data/broken.sqlite")) << std::string(4096, 'x');
  const auto told =
      at_once(tenants, rotated({"t0", "broken", "t1", "broken", "t2", "broken", "t3", "broken"}));
  CHECK(every_tenant(told).size() == 4);
  for (const Told& one : told) {
    REQUIRE(one.refusals.size() == 4);
    CHECK(one.refusals.front().find("broken.sqlite") != std::string::npos);
  }
}

TEST_CASE("Tenants: one that is slow to open does not keep the others waiting") {
  const testing::ScratchDirectory scratch;
  StorageSettings settings = settings_with(50);
  settings.data_directory = scratch.path("data").string();
  settings.durability = "off";
  CHECK(Tenants(settings, HashCost::min).of("slow").is_seeded);
  Tenants tenants(settings, HashCost::min);
  std::future<Told> asked;
  {
    const Blocked blocked(scratch.path("data/slow.sqlite"));
    asked = std::async(std::launch::async, [&] { return ask(tenants, {"slow"}); });
    // Were it to wait, then until SQLite gives up, and `slow` would be refused.
    for (int i = 0; i < 10; ++i) CHECK(tenants.of("t" + std::to_string(i)).is_seeded);
    CHECK(asked.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
  }
  const Told slow = asked.get();
  CHECK(slow.refusals.empty());
  REQUIRE(slow.tenants.size() == 1);
  CHECK_FALSE(slow.tenants.front()->is_seeded);
}
