#include "server/control_options.h"

#include <doctest/doctest.h>

#include <optional>

using namespace emulator;

namespace {

OptionSpec option(const std::string& name) {
  std::vector<OptionSpec> table;
  add_control_options(table);
  for (const OptionSpec& one : table) {
    if (one.name == name) return one;
  }
  FAIL("no option " << name);
  return {};
}

/// As it is shown after `value` was given; "refused" when it was not taken.
std::string after(const std::string& name, const std::string& value) {
  Settings settings;
  return option(name).set(settings, value) ? option(name).show(settings) : "refused";
}

Settings given(const std::string& name, const std::string& value) {
  Settings settings;
  REQUIRE(option(name).set(settings, value));
  return settings;
}

}  // namespace

TEST_CASE("Control options: values at and beyond the edges") {
  struct Case {
    std::string name;
    std::vector<std::string> taken, refused;
  };
  const std::vector<Case> cases{
      {"no-admin", {"true", "false"}, {"", "on", "1"}},
      {"journal-entries", {"0", "1", "1000000"}, {"", "-1", "1000001", "x"}},
      {"journal-bytes", {"1", "1KiB", "1GiB"}, {"", "0", "2GiB", "16MB"}},
      {"no-redact", {"true", "false"}, {"", "yes"}},
      {"time",
       {"", "2026-01-15T09:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"},
       {"2026-01-15T09:00:00", "2026-01-15", "2026-02-30T09:00:00Z", "09:00:00Z", "Z", "now"}},
  };
  for (const auto& one : cases) {
    CAPTURE(one.name);
    for (const auto& value : one.taken) CHECK(after(one.name, value) == value);
    for (const auto& value : one.refused) CHECK(after(one.name, value) == "refused");
  }
}

TEST_CASE("Control options: each changes the setting that it names") {
  CHECK(given("admin-token", "t-1").admin.token == "t-1");
  CHECK_FALSE(given("no-admin", "true").admin.enabled);
  CHECK(given("no-admin", "false").admin.enabled);
  CHECK(given("journal-entries", "7").storage.journal.entries == 7);
  CHECK(given("journal-bytes", "2KiB").storage.journal.bytes == 2048);
  CHECK_FALSE(given("no-redact", "true").storage.journal.redact);
  CHECK(given("no-redact", "false").storage.journal.redact);
  CHECK(given("time", "2026-01-15T09:00:00Z").storage.time == moment_of("2026-01-15T09:00:00"));
}

TEST_CASE("Control options: an empty --time and an empty --admin-token take an earlier one back") {
  Settings settings = given("time", "2026-01-15T09:00:00Z");
  REQUIRE(option("time").set(settings, ""));
  CHECK_FALSE(settings.storage.time);
  settings.admin.token = "t";
  REQUIRE(option("admin-token").set(settings, ""));
  CHECK(settings.admin.token.empty());
}

TEST_CASE("Control options: the admin token fits into a header, and is never shown") {
  CHECK(option("admin-token").secret);
  CHECK(after("admin-token", "s3cret!~+/=") == "***");
  for (const char* bad : {"two words", "tab\t", "line\n", "\xc3\xa6", "\x7f", " "}) {
    CHECK(after("admin-token", bad) == "refused");
  }
}

TEST_CASE("Control options: --no-admin and --no-redact alone mean true, others need a value") {
  std::vector<OptionSpec> table;
  add_control_options(table);
  for (const OptionSpec& one : table) {
    CAPTURE(one.name);
    CHECK(one.alone == (one.name.starts_with("no-") ? "true" : ""));
  }
}
