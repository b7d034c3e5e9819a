#include "server/seeds/json_text.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

namespace emulator {
namespace {

/// `line:column` of the value at the path.
std::string place(const JsonText& text, const std::string& path) {
  const TextPlace place = text.place_at(text.offset_of(path));
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string refusal(const std::string& text) {
  try {
    JsonText("f", text);
  } catch (const SeedFileError& error) {
    return error.lines().at(0);
  }
  return "";
}

}  // namespace

TEST_CASE("JSON text: every value's place is known") {
  const JsonText text("f",
                      "{\n"
                      "  \"users\": [ {\"name\": \"Åse\", \"id\": 7},\n"
                      "\t{\"n\\u0061me\" : {}, \"list\":[[],true , null, -1.5e3]} ],\n"
                      "  \"odd name\": \"a \\\" ] }\", \"last\": \"\"}");
  struct Case {
    std::string path, place;
  };
  for (const Case& one : {Case{"$", "1:1"},
                          {"$.users", "2:12"},
                          {"$.users[0]", "2:14"},
                          {"$.users[0].name", "2:23"},
                          {"$.users[0].id", "2:36"},  // Å is one column, though two bytes.
                          {"$.users[1]", "3:2"},
                          {"$.users[1].name", "3:17"},
                          {"$.users[1].list[0]", "3:29"},
                          {"$.users[1].list[1]", "3:32"},
                          {"$.users[1].list[2]", "3:39"},
                          {"$.users[1].list[3]", "3:45"},
                          {"$[\"odd name\"]", "4:15"},
                          {"$.last", "4:35"}}) {
    CAPTURE(one.path);
    CHECK(place(text, one.path) == one.place);
  }
}

TEST_CASE("JSON text: what is not there is at the nearest value around it") {
  const JsonText text("f", "{\"users\":\n[{\"id\": 1}]}");
  CHECK(place(text, "$.users[0].name") == "2:2");
  CHECK(place(text, "$.users[4].name") == "2:1");
  CHECK(place(text, "$.roles") == "1:1");
  CHECK(place(text, "elsewhere") == "1:1");
}

TEST_CASE("JSON text: a member that is there twice is told, and the last one counts") {
  const JsonText text("f", "{\"a\": 1, \"b\": {\"a\": 1},\n\"a\": 2}");
  CHECK(text.repeated() == std::vector<std::string>{"$.a"});
  CHECK(text.root().at("a").as_int64() == 2);
  CHECK(place(text, "$.a") == "2:6");
}

TEST_CASE("JSON text: what is inside of a repeated member is not told with it") {
  using Paths = std::vector<std::string>;
  struct Case {
    std::string text;
    Paths expected;
  };
  for (const Case& one :
       {Case{R"({"a": {"b": 1, "c": [{"d": 1}]}, "a": {"b": 2, "c": [{"d": 2}]}})", {"$.a"}},
        {R"({"a": {"b": 1, "b": 2}, "a": {"b": 3}})", {"$.a.b", "$.a"}},
        {R"({"a": [{"b": 1}, {"b": 2}]})", {}},
        {R"({"a": 1, "\u0061": 2})", {"$.a"}}}) {
    CAPTURE(one.text);
    Paths found = JsonText("f", one.text).repeated();
    CHECK(found == one.expected);
  }
}

TEST_CASE("JSON text: what is no JSON is refused where it ends to be") {
  struct Case {
    std::string text, expected;
  };
  for (const Case& one : {Case{"", "f:1:1: no JSON: incomplete JSON"},
                          {"{\"a\": 1,\n \"b\" 2}", "f:2:6: no JSON: syntax error"},
                          {"{\"a\": [1, 2,]}", "f:1:13: no JSON: syntax error"},
                          {"{\"a\": 1", "f:1:8: no JSON: incomplete JSON"},
                          {"{} \n x", "f:2:2: no JSON: there is more after the end"},
                          {"{'a': 1}", "f:1:2: no JSON: syntax error"},
                          {"{\"a\": \"\x01\"}", "f:1:8: no JSON: syntax error"},
                          {"{\"a\": \"\xFF\"}", "f:1:8: no JSON: syntax error"},
                          {"// a\n{}", "f:1:1: no JSON: syntax error"},
                          {std::string(40, '['), "f:1:33: no JSON: too deep"}}) {
    CAPTURE(one.text);
    CHECK(refusal(one.text) == one.expected);
  }
}

TEST_CASE("JSON text: a byte order mark and blanks around are passed over") {
  const JsonText text("f", "\xEF\xBB\xBF {\"a\": 1} \n");
  CHECK(text.root().at("a").as_int64() == 1);
  CHECK(place(text, "$.a") == "1:8");
}

TEST_CASE("JSON text: paths") {
  CHECK(member_path("$", "users") == "$.users");
  CHECK(member_path("$", "$schema") == "$.$schema");
  CHECK(member_path("$.a", "b c") == "$.a[\"b c\"]");
  CHECK(member_path("$", "") == "$[\"\"]");
  CHECK(item_path("$.users", 3) == "$.users[3]");
}

}  // namespace emulator
