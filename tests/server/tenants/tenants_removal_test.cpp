#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <latch>
#include <thread>
#include <vector>

#include "server/domain/secrets.h"
#include "server/tenants/tenants.h"
#include "tests/support/program.h"

using namespace emulator;
using testing::ScratchDirectory;
using Removal = Tenants::Removal;

namespace {

StorageSettings settings_in(const std::filesystem::path& directory = {}) {
  start_secrets();
  StorageSettings settings;
  if (!directory.empty()) settings.data_directory = directory.string();
  settings.durability = "off";
  return settings;
}

bool is_changed(Tenant& tenant) { return !tenant.store.associates.find(103).has_value(); }
void change(Tenant& tenant) { tenant.store.associates.remove(103); }

/// The lock that SQLite has on a file while it is open.
class SqliteLock {
 public:
  explicit SqliteLock(const std::filesystem::path& path) : file_(open(path.c_str(), O_RDWR)) {}
  // Ends it: whoever closes a file loses all locks that his process has on it.
  ~SqliteLock() { close(file_); }
  SqliteLock(const SqliteLock&) = delete;
  SqliteLock& operator=(const SqliteLock&) = delete;

  bool is_held() const {
    struct flock wanted {};
    wanted.l_type = F_WRLCK;
    REQUIRE(fcntl(file_, F_OFD_GETLK, &wanted) == 0);
    return wanted.l_type != F_UNLCK;
  }

 private:
  const int file_;
};

}  // namespace

TEST_CASE("Tenants: one that is found or listed is not made by that") {
  Tenants tenants(settings_in(), HashCost::min);
  CHECK(tenants.find("one") == nullptr);
  CHECK(tenants.list().empty());
  tenants.of("Two");
  tenants.of("one");
  CHECK(tenants.find("ONE").get() == &tenants.of("one"));
  const auto all = tenants.list();
  REQUIRE(all.size() == 2);
  CHECK(all[0]->name == "one");
  CHECK(all[1]->name == "Two");
}

TEST_CASE("Tenants: one that was removed begins anew at its next use, its name and all") {
  const ScratchDirectory scratch;
  StorageSettings settings = settings_in();
  SUBCASE("in memory") {}
  SUBCASE("in files") { settings = settings_in(scratch.path("data")); }
  settings.tenants_max = 2;
  Tenants tenants(settings, HashCost::min);
  change(tenants.of("Cust1"));
  change(tenants.of("other"));
  tenants.of("cust1").snapshots["one"].taken = "now";
  CHECK(tenants.remove("CUST1") == Removal::done);
  CHECK(tenants.find("cust1") == nullptr);
  CHECK_FALSE(std::filesystem::exists(scratch.path("data/cust1.sqlite")));
  CHECK(tenants.remove("cust1") == Removal::unknown);
  CHECK(tenants.list().size() == 1);
  Tenant& again = tenants.of("cUST1");  // There is room for it.
  CHECK(again.name == "cUST1");
  CHECK(again.is_seeded);
  CHECK_FALSE(is_changed(again));
  CHECK(again.snapshots.empty());
  CHECK(is_changed(tenants.of("other")));
}

TEST_CASE("Tenants: what is not there, and cannot be, is not removed") {
  const ScratchDirectory scratch;
  std::ofstream(scratch.path("outside.sqlite")) << "x";
  Tenants tenants(settings_in(scratch.path("data")), HashCost::min);
  for (const char* name : {"nobody", "", ".", "../outside", "a b", ".vault-key", ".lock"}) {
    CAPTURE(name);
    CHECK(tenants.remove(name) == Removal::unknown);
  }
  CHECK(std::filesystem::exists(scratch.path("outside.sqlite")));
  CHECK(tenants.list().empty());
}

TEST_CASE("Tenants: the file of an earlier start is removed, also one that is damaged") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("data");
  { change(Tenants(settings_in(data), HashCost::min).of("kept")); }
  for (const char* name : {"broken.sqlite", "tried.sqlite"}) {
    std::filesystem::copy(data / "kept.sqlite", data / name);
    std::filesystem::resize_file(data / name, 5000);
  }
  std::ofstream(data / "touched.sqlite").flush();
  Tenants tenants(settings_in(data), HashCost::min);
  CHECK_THROWS_AS(tenants.of("tried"), store::Error);
  for (const char* name : {"Kept", "broken", "tried", "touched"}) {
    CAPTURE(name);
    CHECK(tenants.remove(name) == Removal::done);
    CHECK(tenants.remove(name) == Removal::unknown);
    CHECK_FALSE(is_changed(tenants.of(name)));
    CHECK(tenants.of(name).is_seeded);
  }
}

TEST_CASE("Tenants: a file that another program made stays") {
  const ScratchDirectory scratch;
  const auto data = scratch.path("data");
  Tenants tenants(settings_in(data), HashCost::min);
  std::ofstream(data / "notes.sqlite") << "my notes";
  std::ofstream(data / "tried.sqlite") << "my notes";
  std::filesystem::create_directory(data / "folder.sqlite");
  CHECK_THROWS_AS(tenants.of("tried"), store::Error);
  for (const char* name : {"notes", "Tried", "folder"}) {
    CAPTURE(name);
    CHECK(tenants.remove(name) == Removal::foreign);
  }
  for (const char* file : {"notes.sqlite", "tried.sqlite"}) {
    CHECK(testing::file_text(data / file) == "my notes");
  }
  CHECK(std::filesystem::exists(data / "folder.sqlite"));
}

TEST_CASE("Tenants: the file of an earlier start is removed also when there are too many tenants") {
  const ScratchDirectory scratch;
  StorageSettings settings = settings_in(scratch.path("data"));
  { Tenants(settings, HashCost::min).of("kept"); }
  settings.tenants_max = 1;
  Tenants tenants(settings, HashCost::min);
  tenants.of("one");
  CHECK_THROWS_AS(tenants.of("kept"), NoSuchTenant);
  CHECK(tenants.remove("kept") == Removal::done);
  CHECK_FALSE(std::filesystem::exists(scratch.path("data/kept.sqlite")));
  CHECK_NOTHROW(tenants.of("one"));
}

TEST_CASE("Tenants: who waits for one to be removed keeps nobody from using it") {
  Tenants tenants(settings_in(), HashCost::min);
  std::shared_ptr<Tenant> held = tenants.hold("cust1");
  std::latch begun(1);
  auto removing = std::async(std::launch::async, [&] {
    begun.count_down();
    return tenants.remove("cust1");
  });
  begun.wait();
  // Were one to wait here until the removal has given up, it would be in use.
  for (int i = 0; i < 10'000; ++i) REQUIRE(tenants.hold("cust1") == held);
  held.reset();
  CHECK(removing.get() == Removal::done);
}

TEST_CASE("Tenants: one that a call has for longer than a second stays as it is") {
  const ScratchDirectory scratch;
  Tenants tenants(settings_in(scratch.path("data")), HashCost::min);
  std::shared_ptr<Tenant> held = tenants.hold("cust1");
  change(*held);
  const SqliteLock lock(scratch.path("data/cust1.sqlite"));
  REQUIRE(lock.is_held());
  CHECK(tenants.remove("cust1") == Removal::in_use);
  CHECK(lock.is_held());
  CHECK(tenants.hold("cust1") == held);
  CHECK(is_changed(*held));
  held.reset();
  CHECK(tenants.remove("cust1") == Removal::done);
}

TEST_CASE("Tenants: threads that use and remove one at once each have a whole one") {
  const ScratchDirectory scratch;
  StorageSettings settings = settings_in();
  SUBCASE("in memory") {}
  SUBCASE("in files") { settings = settings_in(scratch.path("data")); }
  Tenants tenants(settings, HashCost::min);
  constexpr int threads = 8;
  constexpr int rounds = 25;
  std::vector<int> removed(threads), wrong(threads);
  std::latch start(threads);
  {
    std::vector<std::jthread> running;
    for (std::size_t i = 0; i < threads; ++i) {
      running.emplace_back([&, i] {
        start.arrive_and_wait();
        for (int round = 0; round < rounds; ++round) {
          {
            const auto tenant = tenants.hold("cust1");
            const std::scoped_lock lock(tenant->mutex);
            if (!tenant->store.associates.find(101)) ++wrong[i];
            change(*tenant);
          }
          if (i % 2 == 0 && tenants.remove("cust1") == Removal::done) ++removed[i];
        }
      });
    }
  }
  CHECK(wrong == std::vector<int>(threads));
  CHECK(std::ranges::max(removed) > 0);
  CHECK(tenants.remove("cust1") != Removal::in_use);
  CHECK_FALSE(is_changed(tenants.of("cust1")));
}
