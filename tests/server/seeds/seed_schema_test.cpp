#include "server/seeds/seed_schema.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <functional>
#include <set>
#include <string>

#include "server/domain/data_right_rules.h"
#include "server/domain/user_name_rules.h"
#include "server/seeds/schema_check.h"
#include "server/seeds/seed_words.h"
#include "tests/support/program.h"

namespace emulator {
namespace {

namespace json = boost::json;

/// Calls `visit(schema, path)` for the schema and all within it.
void for_each_schema(const json::object& schema, const std::string& path,
                     const std::function<void(const json::object&, const std::string&)>& visit) {
  visit(schema, path);
  for (const auto* group : {"properties", "$defs"}) {
    if (!schema.contains(group)) continue;
    for (const auto& member : schema.at(group).as_object()) {
      for_each_schema(member.value().as_object(), path + "." + std::string(member.key()), visit);
    }
  }
  if (schema.contains("items")) {
    for_each_schema(schema.at("items").as_object(), path + "[]", visit);
  }
}

const json::value& definition(const char* name) { return seed_schema().at("$defs").at(name); }

template <class Words>
void check_words(const json::value& schema, const Words& words) {
  json::array expected;
  for (const auto& [word, value] : words) expected.emplace_back(std::string(word));
  CHECK(schema.at("enum").as_array() == expected);
}

}  // namespace

TEST_CASE("Seed schema: the program has the file of the repository in it") {
  CHECK(seed_schema_text() ==
        testing::file_text(NSEMU_SOURCE_DIR "/server/seeds/seed.schema.json"));
}

TEST_CASE("Seed schema: every object says what may be in it, and refuses the rest") {
  for_each_schema(seed_schema(), "$", [](const json::object& schema, const std::string& path) {
    CAPTURE(path);
    if (!schema.contains("properties")) return;
    CHECK(schema.at("type") == "object");
    CHECK(schema.at("additionalProperties") == false);
  });
}

TEST_CASE("Seed schema: every text has a longest, every pattern an example") {
  for_each_schema(seed_schema(), "$", [](const json::object& schema, const std::string& path) {
    CAPTURE(path);
    const bool is_remark = path == "$.$schema" || path == "$.description";
    if (schema.contains("type") && schema.at("type") == "string" && !is_remark) {
      CHECK((schema.contains("maxLength") || schema.contains("pattern")));
    }
    if (schema.contains("pattern")) {
      for (const json::value& example : schema.at("examples").as_array()) {
        check_against_schema(example, path, schema, seed_schema(),
                             [](const std::string&, const std::string& why) { FAIL_CHECK(why); });
      }
    }
  });
}

TEST_CASE("Seed schema: its words are those that the reader knows") {
  check_words(definition("userType"), seed_words::user_types);
  check_words(definition("roleType"), seed_words::role_types);
  check_words(definition("licence").at("properties").at("type"), seed_words::license_types);
  const json::value& command = definition("userCommand").at("properties");
  check_words(command.at("action"), seed_words::command_actions);
  check_words(command.at("result"), seed_words::command_answers);
}

TEST_CASE("Seed schema: data rights have the tables and relations of the matrix") {
  std::set<std::string> tables, relations;
  for (const auto& one : data_right_tables()) tables.emplace(one.name);
  for (const auto& one : owner_relations()) relations.emplace(one.name);
  const auto names = [](const json::value& schema) {
    std::set<std::string> result;
    for (const auto& member : schema.at("properties").as_object()) result.emplace(member.key());
    return result;
  };
  CHECK(names(definition("role").at("properties").at("dataRights")) == tables);
  CHECK(names(definition("dataRights")) == relations);
  for (const json::value& right : definition("dataRight").at("enum").as_array()) {
    CHECK(is_data_right(std::string(right.as_string())));
  }
}

TEST_CASE("Seed schema: user names are as long as the rules allow") {
  for (const auto* name : {"name", "userName"}) {
    CHECK(definition("user").at("properties").at(name).at("maxLength") == user_name_length_max);
  }
}

}  // namespace emulator
