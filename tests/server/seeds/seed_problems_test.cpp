#include "server/seeds/seed_problems.h"

#include <doctest/doctest.h>

#include "server/seeds/json_text.h"

namespace emulator {
namespace {

std::vector<std::string> raised(const SeedProblems& problems, const JsonText& text) {
  try {
    problems.raise("f.json", text);
  } catch (const SeedFileError& error) {
    return error.lines();
  }
}

}  // namespace

TEST_CASE("Seed problems: a line tells file, place, path and reason, and leaves out what is not") {
  using Lines = std::vector<std::string>;
  CHECK(SeedFileError("f", {{{2, 3}, "$.a", "is wrong"}}, 0).lines() ==
        Lines{"f:2:3: $.a: is wrong"});
  CHECK(SeedFileError("f", {{{2, 3}, "", "is wrong"}}, 0).lines() == Lines{"f:2:3: is wrong"});
  CHECK(SeedFileError("f", {{{}, "", "is wrong"}}, 0).lines() == Lines{"f: is wrong"});
}

TEST_CASE("Seed problems: they are told in the order of their places, not of their paths") {
  const JsonText text("f.json", "{\"z\": 1,\n\"b\": 2, \"a\": 3}");
  SeedProblems problems;
  CHECK(problems.empty());
  for (const auto* path : {"$.a", "$.z", "$.b"}) problems.tell(path, "no");
  CHECK_FALSE(problems.empty());
  CHECK(raised(problems, text) == std::vector<std::string>{"f.json:1:7: $.z: no",
                                                           "f.json:2:6: $.b: no",
                                                           "f.json:2:14: $.a: no"});
}

TEST_CASE("Seed problems: at most 20 are told, and the rest is counted") {
  const JsonText text("f.json", "{}");
  SeedProblems problems;
  for (int i = 0; i < 20; ++i) problems.tell("$", "no " + std::to_string(i));
  CHECK(raised(problems, text).size() == 20);
  problems.tell("$", "once more");
  problems.tell("$", "and again");
  const auto lines = raised(problems, text);
  CHECK(lines.size() == 21);
  CHECK(lines.back() == "f.json: and 2 more");
}

TEST_CASE("Seed problems: a problem is within the values around it, and no others") {
  SeedProblems problems;
  problems.tell("$.users[10].role", "no");
  for (const auto* path : {"$", "$.users", "$.users[10]", "$.users[10].role"}) {
    CAPTURE(path);
    CHECK(problems.are_within(path));
  }
  for (const auto* path : {"$.users[1]", "$.users[10].rol", "$.users[10].role.id", "$.user", ""}) {
    CAPTURE(path);
    CHECK_FALSE(problems.are_within(path));
  }
}

}  // namespace emulator
