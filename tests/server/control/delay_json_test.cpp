#include "server/control/delay_json.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <string>

#include "tests/server/control/problem_field.h"

using namespace emulator;
using namespace emulator::testing;
using Shape = DelayRange::Shape;

namespace {

std::optional<DelayRange> read(const std::string& json) {
  return delay_of(boost::json::parse(json).as_object());
}

std::string problem_of(const std::string& json) {
  return field_of_problem([&] { read(json); });
}

}  // namespace

TEST_CASE("Delay JSON: each distribution is read, and written as it was") {
  struct Case {
    std::string json;
    Shape shape;
    double first, second;
    std::string written = {};  ///< Empty: the same.
  };
  for (const Case& c : {
           Case{R"({"delayMs":200})", Shape::fixed, 200, 0},
           Case{R"({"delayMs":0})", Shape::fixed, 0, 0, "{}"},
           Case{R"({"delayMs":3600000})", Shape::fixed, 3'600'000, 0},
           Case{R"({"delay":{"distribution":"fixed","milliseconds":50}})", Shape::fixed, 50, 0,
                R"({"delayMs":50})"},
           Case{R"({"delay":{"distribution":"uniform","lower":100,"upper":300}})", Shape::uniform,
                100, 300},
           Case{R"({"delay":{"distribution":"uniform","lower":0,"upper":0}})", Shape::uniform, 0,
                0},
           Case{R"({"delay":{"distribution":"lognormal","median":200,"sigma":3}})",
                Shape::lognormal, 200, 3},
       }) {
    CAPTURE(c.json);
    const auto delay = read(c.json);
    REQUIRE(delay);
    CHECK(delay->shape == c.shape);
    CHECK(delay->first == c.first);
    CHECK(delay->second == c.second);
    boost::json::object written;
    add_delay(written, *delay);
    CHECK(boost::json::serialize(written) == (c.written.empty() ? c.json : c.written));
  }
  CHECK_FALSE(read("{}"));
}

TEST_CASE("Delay JSON: parts of a whole survive") {
  const auto delay = read(R"({"delay":{"distribution":"lognormal","median":0.5,"sigma":0.25}})");
  REQUIRE(delay);
  boost::json::object written;
  add_delay(written, *delay);
  CHECK(written.at("delay").at("median").as_double() == 0.5);
  CHECK(written.at("delay").at("sigma").as_double() == 0.25);
}

TEST_CASE("Delay JSON: what is wrong is named") {
  struct Case {
    const char* json;
    const char* field;
  };
  for (const Case& c : {
           Case{R"({"delayMs":-1})", "delayMs"},
           Case{R"({"delayMs":3600001})", "delayMs"},
           Case{R"({"delayMs":"200"})", "delayMs"},
           Case{R"({"delayMs":null})", "delayMs"},
           Case{R"({"delayMs":200,"delay":{"distribution":"fixed","milliseconds":1}})", "delay"},
           Case{R"({"delay":200})", "delay"},
           Case{R"({"delay":null})", "delay"},
           Case{R"({"delay":{}})", "delay.distribution"},
           Case{R"({"delay":{"distribution":"normal"}})", "delay.distribution"},
           Case{R"({"delay":{"distribution":1}})", "delay.distribution"},
           Case{R"({"delay":{"distribution":"fixed"}})", "delay.milliseconds"},
           Case{R"({"delay":{"distribution":"fixed","milliseconds":1,"sigma":1}})", "delay.sigma"},
           Case{R"({"delay":{"distribution":"fixed","milliseconds":1,"":1}})", "delay."},
           Case{R"({"delay":{"distribution":"uniform","lower":1}})", "delay.upper"},
           Case{R"({"delay":{"distribution":"uniform","upper":1}})", "delay.lower"},
           Case{R"({"delay":{"distribution":"uniform","lower":2,"upper":1}})", "delay.upper"},
           Case{R"({"delay":{"distribution":"uniform","lower":1,"upper":3600001}})", "delay.upper"},
           Case{R"({"delay":{"distribution":"uniform","lower":1,"upper":2,"median":1}})",
                "delay.median"},
           Case{R"({"delay":{"distribution":"lognormal","median":1}})", "delay.sigma"},
           Case{R"({"delay":{"distribution":"lognormal","median":1,"sigma":10.5}})", "delay.sigma"},
           Case{R"({"delay":{"distribution":"lognormal","median":true,"sigma":1}})",
                "delay.median"},
       }) {
    CAPTURE(c.json);
    CHECK(problem_of(c.json) == c.field);
  }
}
