#include "server/control/health.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

using namespace emulator;

TEST_CASE("Health: status, version and uptime, and nothing else") {
  for (const long long uptime : {0LL, 59LL, 4'000'000'000LL}) {
    CAPTURE(uptime);
    const auto health = boost::json::parse(health_json(uptime)).as_object();
    CHECK(health.size() == 3);
    CHECK(health.at("status").as_string() == "healthy");
    CHECK(health.at("version").as_string() == std::string(emulator_version()));
    CHECK(health.at("uptimeInSeconds").as_int64() == uptime);
  }
}

TEST_CASE("Health: the version is the project's") { CHECK(emulator_version() == NSEMU_VERSION); }
