#include "server/tenants/fault_scripts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "server/domain/secrets.h"

using namespace emulator;
using Shape = DelayRange::Shape;

namespace {

FaultScript script_for(const std::string& operation) {
  FaultScript script;
  script.operation = operation;
  return script;
}

/// What calls meet, one letter each: the script's id, or `-`.
std::string met(FaultScripts& scripts, const std::vector<std::string>& operations) {
  Randomness random(1, "met");
  std::string ids;
  for (const std::string& operation : operations) {
    const auto script = scripts.take(operation, random);
    ids += script ? std::to_string(script->id) : "-";
  }
  return ids;
}

std::vector<std::string> calls(std::size_t count) {
  return std::vector<std::string>(count, "GetUser");
}

std::vector<double> drawn(const DelayRange& delay, std::size_t count) {
  Randomness random(7, "delays");
  std::vector<double> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back(double(delay.draw(random).count()));
  std::ranges::sort(all);
  return all;
}

}  // namespace

TEST_CASE("Fault scripts: met once, unless they say otherwise, and by their operation alone") {
  FaultScripts scripts;
  scripts.add(script_for("GetUser"));
  CHECK(met(scripts, {"GetRole", "getuser", "GetUser", "GetUser"}) == "--1-");
  scripts.add(script_for(""));
  CHECK(met(scripts, {"GetRole", "GetRole"}) == "2-");
}

TEST_CASE("Fault scripts: after and times count calls of the operation") {
  struct Case {
    std::uint64_t after, times;
    std::string ids;
    std::uint64_t seen, consumed;
  };
  for (const Case& c : {
           Case{0, 1, "1----", 1, 1},
           Case{2, 1, "--1--", 3, 1},
           Case{1, 2, "-11--", 3, 2},
           Case{0, 0, "11111", 5, 5},
           Case{3, 0, "---11", 5, 2},
           Case{9, 1, "-----", 5, 0},
       }) {
    CAPTURE(c.after);
    CAPTURE(c.times);
    FaultScripts scripts;
    FaultScript script = script_for("GetUser");
    script.after = c.after;
    script.times = c.times;
    scripts.add(script);
    CHECK(met(scripts, calls(5)) == c.ids);
    CHECK(scripts.find(1)->seen == c.seen);
    CHECK(scripts.find(1)->consumed == c.consumed);
  }
}

TEST_CASE("Fault scripts: the first that a call can meet is met, and those before count it") {
  FaultScripts scripts;
  FaultScript late = script_for("GetUser");
  late.after = 2;
  scripts.add(late);
  FaultScript never = script_for("");
  never.probability = 0;
  never.times = 0;
  scripts.add(never);
  FaultScript twice = script_for("");
  twice.times = 2;
  scripts.add(twice);
  scripts.add(script_for("GetUser"));
  CHECK(met(scripts, calls(5)) == "3314-");
  const auto counts = [&](std::uint64_t id) {
    return std::pair(scripts.find(id)->seen, scripts.find(id)->consumed);
  };
  CHECK(counts(1) == std::pair<std::uint64_t, std::uint64_t>(3, 1));
  CHECK(counts(2) == std::pair<std::uint64_t, std::uint64_t>(4, 0));
  CHECK(counts(3) == std::pair<std::uint64_t, std::uint64_t>(2, 2));
  CHECK(counts(4) == std::pair<std::uint64_t, std::uint64_t>(1, 1));
}

TEST_CASE("Fault scripts: a probability is about the share of calls that meet it") {
  for (const double probability : {0.0, 0.1, 0.5, 1.0}) {
    CAPTURE(probability);
    FaultScripts scripts;
    FaultScript script = script_for("");
    script.times = 0;
    script.probability = probability;
    scripts.add(script);
    const std::string ids = met(scripts, calls(1000));
    CHECK(double(std::ranges::count(ids, '1')) / 1000 == doctest::Approx(probability).epsilon(0.1));
    CHECK(scripts.find(1)->seen == 1000);
  }
}

TEST_CASE("Fault scripts: ids are never given again, and counts begin at 0") {
  FaultScripts scripts;
  FaultScript used = script_for("GetUser");
  used.id = 77;
  used.seen = used.consumed = 5;
  CHECK(scripts.add(used).id == 1);
  CHECK(scripts.find(1)->seen + scripts.find(1)->consumed == 0);
  CHECK(scripts.add(used).id == 2);
  CHECK(scripts.list().size() == 2);
  CHECK(scripts.remove(2));
  CHECK_FALSE(scripts.remove(2));
  CHECK(scripts.find(2) == nullptr);
  CHECK(scripts.clear() == 1);
  CHECK(scripts.clear() == 0);
  CHECK(scripts.list().empty());
  CHECK(scripts.add(used).id == 3);
}

TEST_CASE("Delays: as long as their distribution says, an hour at most") {
  CHECK(drawn({Shape::fixed, 200, 9}, 3) == std::vector<double>{200, 200, 200});
  CHECK(drawn({Shape::fixed, 4e6, 0}, 1) == std::vector<double>{3'600'000});

  const auto uniform = drawn({Shape::uniform, 100, 300}, 1000);
  CHECK(uniform.front() >= 100);
  CHECK(uniform.front() < 105);
  CHECK(uniform[500] == doctest::Approx(200).epsilon(0.05));
  CHECK(uniform.back() <= 300);
  CHECK(uniform.back() > 295);

  const auto lognormal = drawn({Shape::lognormal, 200, 0.5}, 1000);
  CHECK(lognormal[500] == doctest::Approx(200).epsilon(0.05));
  // One deviation to either side, in which two thirds lie.
  CHECK(lognormal[159] == doctest::Approx(200 * std::exp(-0.5)).epsilon(0.1));
  CHECK(lognormal[841] == doctest::Approx(200 * std::exp(0.5)).epsilon(0.1));

  CHECK(drawn({Shape::lognormal, 0, 10}, 100).back() == 0);
  CHECK(drawn({Shape::lognormal, 3'600'000, 10}, 100).back() == 3'600'000);
}

TEST_CASE("Fault scripts: the same stream of chance gives the same faults and delays") {
  start_secrets();
  const auto run = [](std::uint64_t seed) {
    Randomness random(seed, "cust1");
    FaultScripts scripts;
    FaultScript script = script_for("");
    script.times = 0;
    script.probability = 0.5;
    script.disturbance.delay = {Shape::lognormal, 1000, 1};
    scripts.add(script);
    std::vector<long> delays;
    for (int i = 0; i < 50; ++i) {
      const auto taken = scripts.take("GetUser", random);
      delays.push_back(taken ? long(taken->disturbance.delay.draw(random).count()) : -1);
    }
    return delays;
  };
  CHECK(run(1) == run(1));
  CHECK(run(1) != run(2));
}
