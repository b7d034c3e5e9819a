#include "server/upstream/difference_tally.h"

#include <doctest/doctest.h>

using namespace emulator;
using Lines = std::vector<std::string>;

TEST_CASE("Difference tally: counts by operation, and tells the first difference of each") {
  DifferenceTally tally;
  CHECK(tally.report() == Lines{"all: 0 calls, 0 alike, 0 different, 0 without an answer"});
  tally.add("User.B", {200, {}});
  CHECK_FALSE(tally.has_differences());
  tally.add("User.B", {200, {"one", "two"}});
  tally.add("User.B", {500, {"three"}});
  tally.add("User.A", {0, {"no answer: why"}});
  CHECK(tally.has_differences());
  CHECK(tally.report() ==
        Lines{"User.A: 1 call, 0 alike, 0 different, 1 without an answer; first: no answer: why",
              "User.B: 3 calls, 1 alike, 2 different, 0 without an answer; first: one",
              "all: 4 calls, 1 alike, 2 different, 1 without an answer"});
}

TEST_CASE("Difference tally: a call without an answer is a difference") {
  DifferenceTally tally;
  tally.add("User.A", {0, {"no answer: why"}});
  CHECK(tally.has_differences());
}
