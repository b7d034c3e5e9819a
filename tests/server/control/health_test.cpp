#include "server/control/health.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/domain/clock.h"

using namespace emulator;

TEST_CASE("Health: what WireMock says of itself, and nothing else") {
  for (const long long uptime : {0LL, 59LL, 4'000'000'000LL}) {
    CAPTURE(uptime);
    const auto health = boost::json::parse(health_json(uptime)).as_object();
    CHECK(health.size() == 5);
    CHECK(health.at("status").as_string() == "healthy");
    CHECK(health.at("version").as_string() == std::string(emulator_version()));
    CHECK(health.at("uptimeInSeconds").as_int64() == uptime);
    CHECK(health.at("message").as_string() == "nsemu is ok");
    const std::string now(health.at("timestamp").as_string());
    CHECK(now.ends_with("Z"));
    CHECK(moment_of(now.substr(0, now.size() - 1)).has_value());
  }
}

TEST_CASE("Health: the version is the project's") { CHECK(emulator_version() == NSEMU_VERSION); }
