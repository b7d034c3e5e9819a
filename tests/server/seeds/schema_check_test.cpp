#include "server/seeds/schema_check.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <limits>
#include <stdexcept>

#include "server/seeds/seed_schema.h"

namespace emulator {
namespace {

namespace json = boost::json;

/// `path reason;` of each problem.
std::string problems(const std::string& value, const std::string& schema) {
  std::string text;
  const json::value parsed = json::parse(schema);
  check_against_schema(json::parse(value), "$", parsed.as_object(), parsed.as_object(),
                       [&](const std::string& path, const std::string& reason) {
                         text += path + " " + reason + ";";
                       });
  return text;
}

struct Case {
  std::string value, expected;
};

void check_cases(const std::string& schema, const std::vector<Case>& cases) {
  CAPTURE(schema);
  for (const Case& one : cases) {
    CAPTURE(one.value);
    CHECK(problems(one.value, schema) == one.expected);
  }
}

}  // namespace

TEST_CASE("Schema check: types") {
  check_cases(R"({"type": "integer"})", {{"3", ""},
                                         {"-3", ""},
                                         {"3.0", ""},
                                         {"1e2", ""},
                                         {"3.5", "$ must be a whole number;"},
                                         {"\"3\"", "$ must be a whole number;"},
                                         {"true", "$ must be a whole number;"},
                                         {"null", "$ must be a whole number;"}});
  check_cases(R"({"type": "string"})", {{"\"\"", ""}, {"1", "$ must be a text;"}});
  check_cases(R"({"type": "boolean"})", {{"false", ""}, {"0", "$ must be true or false;"}});
  check_cases(R"({"type": "array"})", {{"[]", ""}, {"{}", "$ must be a list;"}});
  check_cases(R"({"type": "object"})", {{"{}", ""}, {"[]", "$ must be an object;"}});
  check_cases(R"({"type": ["integer", "string"]})",
              {{"1", ""}, {"\"\"", ""}, {"{}", "$ must be a whole number or a text;"}});
}

TEST_CASE("Schema check: limits") {
  check_cases(R"({"minimum": 1, "maximum": 9})", {{"1", ""},
                                                  {"9", ""},
                                                  {"0", "$ must be at least 1;"},
                                                  {"-1e300", "$ must be at least 1;"},
                                                  {"10", "$ must be at most 9;"},
                                                  {"18446744073709551615", "$ must be at most 9;"},
                                                  {"1e999", "$ must be at most 9;"},
                                                  {"\"x\"", ""}});
  check_cases(R"({"minLength": 1, "maxLength": 3})",
              {{"\"åäö\"", ""},
               {"\"\"", "$ must have at least 1 characters;"},
               {"\"åäöø\"", "$ has 4 characters, at most 3 are allowed;"},
               {"12345", ""}});
}

TEST_CASE("Schema check: words and patterns") {
  check_cases(R"({"enum": ["", "R", "CR"]})",
              {{"\"\"", ""}, {"\"CR\"", ""}, {"\"C\"", "$ must be one of \"\", \"R\", \"CR\";"}});
  check_cases(R"({"pattern": "^[a-z]+$", "examples": ["abc"]})",
              {{"\"xyz\"", ""}, {"\"Xyz\"", "$ must look like \"abc\";"}, {"1", ""}});
}

TEST_CASE("Schema check: a pattern is not tried on a text that is too long") {
  const std::string schema = R"({"maxLength": 3, "pattern": "^[a-z]+$", "examples": ["abc"]})";
  check_cases(schema, {{"\"xyz\"", ""},
                       {"\"X\"", "$ must look like \"abc\";"},
                       {"\"XYZZ\"", "$ has 4 characters, at most 3 are allowed;"}});
  const std::string very_long = '"' + std::string(1'000'000, 'a') + '"';
  CHECK(problems(very_long, schema) == "$ has 1000000 characters, at most 3 are allowed;");
}

TEST_CASE("Schema check: each pattern is its own") {
  for (int i = 0; i < 2; ++i) {
    CHECK(problems("\"a\"", R"({"pattern": "^a$", "examples": ["a"]})") == "");
    CHECK(problems("\"a\"", R"({"pattern": "^b$", "examples": ["b"]})") ==
          "$ must look like \"b\";");
  }
}

TEST_CASE("Schema check: objects and lists, in each other") {
  const std::string schema = R"({"additionalProperties": false, "required": ["id"],
    "properties": {"id": {"$ref": "#/$defs/id"},
                   "list": {"items": {"type": "string"}}},
    "$defs": {"id": {"type": "integer"}}})";
  check_cases(schema, {{R"({"id": 1, "list": ["a"]})", ""},
                       {R"({"list": []})", "$ needs id;"},
                       {R"({"id": "x"})", "$.id must be a whole number;"},
                       {R"({"id": 1, "list": ["a", 2, 3]})",
                        "$.list[1] must be a text;$.list[2] must be a text;"},
                       {R"({"id": 1, "x": 1, "y z": 1})",
                        "$.x is not known; known are id, list;"
                        "$[\"y z\"] is not known; known are id, list;"},
                       {"7", ""}});
}

TEST_CASE("Schema check: a word of schemas that it does not know is a mistake of ours") {
  CHECK_THROWS_AS(problems("1", R"({"multipleOf": 2})"), std::logic_error);
  CHECK_THROWS_AS(problems("1", R"({"type": "number"})"), std::logic_error);
}

TEST_CASE("Schema check: whole numbers, and what is too large for one") {
  using Limits = std::numeric_limits<std::int64_t>;
  CHECK(whole_number(json::parse("9007199254740993")) == 9007199254740993);
  CHECK(whole_number(json::parse("9007199254740993.0")) == 9007199254740992);
  CHECK(whole_number(json::parse("1e300")) == Limits::max());
  CHECK(whole_number(json::parse("-1e300")) == Limits::min());
  CHECK_FALSE(whole_number(json::parse("0.5")));
}

}  // namespace emulator
