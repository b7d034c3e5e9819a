#include "server/seeds/entry_reader.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/seeds/seed_words.h"

namespace emulator {
namespace {

/// A reader of an object at `$.a`.
struct Entry {
  explicit Entry(const std::string& text)
      : object(boost::json::parse(text).as_object()), reader(object, "$.a", problems) {}

  boost::json::object object;
  SeedProblems problems;
  EntryReader reader;
};

}  // namespace

TEST_CASE("Entry reader: what is absent, or of another type, leaves its target as it was") {
  for (const auto* text : {"{}", R"({"a": null})", R"({"a": []})", R"({"a": {}})", R"({"a": -1})",
                           R"({"a": 0.5})", R"({"a": 2147483648})"}) {
    CAPTURE(text);
    const Entry entry(text);
    std::string word = "as it was";
    int number = 7;
    bool flag = true;
    auto type = store::RoleType::system;
    entry.reader.read("a", word);
    entry.reader.read("a", number);
    entry.reader.read("a", flag);
    entry.reader.read_word("a", type, seed_words::role_types);
    entry.reader.read_moment("a", word);
    CHECK(word == "as it was");
    CHECK(number == 7);
    CHECK(flag);
    CHECK(type == store::RoleType::system);
    CHECK(entry.problems.empty());
  }
}

TEST_CASE("Entry reader: values are read") {
  const Entry entry(R"({"text": "", "number": 3.0, "flag": false, "word": "ExternalUser",
                        "moment": "2026-01-15T08:30:00", "list": [], "object": {}})");
  std::string text = "x", moment;
  int number = 0;
  bool flag = true;
  auto type = store::RoleType::employee;
  entry.reader.read("text", text);
  entry.reader.read("number", number);
  entry.reader.read("flag", flag);
  entry.reader.read_word("word", type, seed_words::role_types);
  entry.reader.read_moment("moment", moment);
  CHECK(text == "");
  CHECK(number == 3);
  CHECK_FALSE(flag);
  CHECK(type == store::RoleType::external_user);
  CHECK(moment == "2026-01-15T08:30:00");
  CHECK(entry.reader.list("list") != nullptr);
  CHECK(entry.reader.list("object") == nullptr);
  CHECK(entry.reader.member("object") != nullptr);
  CHECK(entry.reader.member("list") == nullptr);
  CHECK(entry.reader.has("flag"));
  CHECK_FALSE(entry.reader.has("flags"));
}

TEST_CASE("Entry reader: what is told is told with the path, and makes the entry flawed") {
  Entry entry("{}");
  CHECK_FALSE(entry.reader.is_flawed());
  entry.reader.need("name");
  CHECK(entry.reader.is_flawed());
  CHECK(entry.problems.are_within("$.a"));
  CHECK_FALSE(entry.problems.are_within("$.a.role"));
  entry.reader.tell("role", "is wrong");
  CHECK(entry.problems.are_within("$.a.role"));
}

}  // namespace emulator
