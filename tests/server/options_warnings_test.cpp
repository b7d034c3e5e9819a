// What a start warns of, and what it never shows.
#include <doctest/doctest.h>

#include "tests/server/parsed_options.h"

namespace emulator {
namespace {

using testing::parse, testing::usage_error;

TEST_CASE("Options: online without a token is warned of") {
  CHECK(parse({"--mode", "online"}).warnings.size() == 1);
  CHECK(parse({"--mode", "online", "--application-token", "a"}).warnings.empty());
  CHECK(parse({}).warnings.empty());
}

TEST_CASE("Options: tickets that can be foretold are warned of") {
  for (const auto& options :
       {parse({"--random-seed", "0"}), parse({}, {{"NSEMU_RANDOM_SEED", "0"}})}) {
    REQUIRE(options.warnings.size() == 1);
    CHECK(options.warnings[0].find("--random-seed: tickets and generated passwords can be") == 0);
  }
}

TEST_CASE("Options: an admin API that others can reach without a token is warned of") {
  struct Case {
    std::vector<const char*> arguments;
    std::size_t warnings;
  };
  for (const Case& one :
       {Case{{"--bind", "0.0.0.0"}, 1}, Case{{"--bind", "::"}, 1}, Case{{"--bind", "10.0.0.1"}, 1},
        Case{{"--bind", "127.0.0.1"}, 0}, Case{{"--bind", "::1"}, 0},
        Case{{"--bind", "0.0.0.0", "--admin-token", "t"}, 0},
        Case{{"--bind", "0.0.0.0", "--no-admin"}, 0}}) {
    const auto options = parse(one.arguments);
    REQUIRE(options.warnings.size() == one.warnings);
    if (one.warnings > 0) CHECK(options.warnings[0].find("--admin-token") != std::string::npos);
  }
}

TEST_CASE("Options: secrets that are shown are warned of") {
  const auto options = parse({"--no-redact"});
  REQUIRE(options.warnings.size() == 1);
  CHECK(options.warnings[0].find("--no-redact: PASSWORDS") == 0);
  CHECK(parse({"--no-redact", "false"}).warnings.empty());
}

TEST_CASE("Options: the admin token is shown neither in the configuration nor in an error") {
  const auto options = parse({"--admin-token", "secret"});
  CHECK(options.settings.admin.token == "secret");
  CHECK(print_config(options).find("secret") == std::string::npos);
  CHECK(print_config(options).find("admin-token = *** ") != std::string::npos);
  CHECK(usage_error({"--admin-token", "se cret"}).find("cret") == std::string::npos);
}

}  // namespace
}  // namespace emulator
