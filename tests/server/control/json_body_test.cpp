#include "server/control/json_body.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/control/problem.h"

using namespace emulator;

namespace {

std::string problem_of(std::string_view body) {
  try {
    object_of(body, {"a", "b"});
    return "none";
  } catch (const Problem& problem) {
    CHECK(problem.status == 400);
    return problem.field + ": " + problem.detail;
  }
}

}  // namespace

TEST_CASE("JSON body: an object, or nothing, which is one without members") {
  CHECK(object_of("", {"a"}).empty());
  CHECK(object_of(" {} ", {}).empty());
  CHECK(object_of(R"({"a":1})", {"a", "b"}).at("a") == 1);
}

TEST_CASE("JSON body: anything else is a problem, which names the known members") {
  CHECK(problem_of("x").starts_with(": the body is not JSON: "));
  CHECK(problem_of("{} {}").starts_with(": the body is not JSON: "));
  CHECK(problem_of(" ").starts_with(": the body is not JSON: "));
  CHECK(problem_of("[1]") == ": the body is not a JSON object");
  CHECK(problem_of("null") == ": the body is not a JSON object");
  CHECK(problem_of(R"({"A":1})") == "A: known members are a, b");
  CHECK_THROWS_AS(object_of(R"({"a":1})", {}), Problem);
}

TEST_CASE("JSON body: numbers are read within their range, and written as short as they are") {
  CHECK(number_of(5, "n", 10) == 5);
  CHECK(number_of(0.5, "n", 10) == 0.5);
  for (const boost::json::value& wrong :
       {boost::json::value(-1), boost::json::value(10.5), boost::json::value("5"),
        boost::json::value(true), boost::json::value(nullptr)}) {
    CHECK_THROWS_AS(number_of(wrong, "n", 10), Problem);
  }
  CHECK(boost::json::serialize(number_json(3)) == "3");
  CHECK(boost::json::serialize(number_json(3'600'000)) == "3600000");
  CHECK(boost::json::parse(boost::json::serialize(number_json(0.25))).as_double() == 0.25);
}
