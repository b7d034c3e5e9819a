#include "server/seeds/seed_json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <functional>
#include <set>

#include "server/seeds/seed_schema.h"
#include "store/seed.h"
#include "tests/server/seeds/all_rows.h"
#include "tests/server/seeds/seeding.h"
#include "tests/support/program.h"

namespace emulator::testing {
namespace {

namespace json = boost::json;

const std::string& full_text() {
  static const std::string text = file_text(NSEMU_SOURCE_DIR "/tests/seeds/full.json");
  return text;
}

/// Calls `visit(name)` for each member that a schema describes, such as `role.name`. What it refers
/// to is left to that.
void walk_schema(const json::object& schema, const std::string& name,
                 const std::function<void(const std::string&)>& visit) {
  if (const json::value* properties = schema.if_contains("properties")) {
    for (const auto& member : properties->as_object()) {
      const std::string member_name = name + "." + std::string(member.key());
      visit(member_name);
      walk_schema(member.value().as_object(), member_name, visit);
    }
  }
  if (const json::value* items = schema.if_contains("items")) {
    walk_schema(items->as_object(), name, visit);
  }
}

std::set<std::string> members_of_schema() {
  std::set<std::string> members;
  const auto insert = [&](const std::string& name) { members.insert(name); };
  walk_schema(seed_schema(), "$", insert);
  for (const auto& definition : seed_schema().at("$defs").as_object()) {
    walk_schema(definition.value().as_object(), std::string(definition.key()), insert);
  }
  return members;
}

/// The same for a value that a schema describes, with a JSON pointer to each member.
void walk_value(const json::value& value, const json::object& schema, const std::string& name,
                const std::string& pointer,
                const std::function<void(const std::string&, const std::string&)>& visit) {
  if (const json::value* reference = schema.if_contains("$ref")) {
    const auto referred =
        std::string(reference->as_string()).substr(std::string("#/$defs/").size());
    walk_value(value, seed_schema().at("$defs").at(referred).as_object(), referred, pointer, visit);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.as_array().size(); ++i) {
      walk_value(value.as_array()[i], schema.at("items").as_object(), name,
                 pointer + "/" + std::to_string(i), visit);
    }
  } else if (value.is_object()) {
    for (const auto& member : value.as_object()) {
      const std::string member_name = name + "." + std::string(member.key());
      const std::string member_pointer = pointer + "/" + std::string(member.key());
      visit(member_name, member_pointer);
      walk_value(member.value(), schema.at("properties").at(member.key()).as_object(), member_name,
                 member_pointer, visit);
    }
  }
}

/// Whether the full file gives the same rows without the member. It may be refused without it.
bool is_same_without(const std::string& pointer, const auto& whole) {
  json::value root = json::parse(full_text());
  const auto slash = pointer.rfind('/');
  root.at_pointer(pointer.substr(0, slash)).as_object().erase(pointer.substr(slash + 1));
  store::Store store(store::Store::in_memory);
  try {
    fill_from_json(store, "f", json::serialize(root), mark_as_hashed, seed_author);
  } catch (const SeedFileError&) {
    return false;
  }
  return all_rows(store) == whole;
}

}  // namespace

TEST_CASE("Seed file: every member that the schema knows makes a difference") {
  JsonSeededStore full(full_text());
  const auto whole = all_rows(full);
  std::set<std::string> idle = members_of_schema();
  walk_value(json::parse(full_text()), seed_schema(), "$", "",
             [&](const std::string& name, const std::string& pointer) {
               if (idle.contains(name) && !is_same_without(pointer, whole)) idle.erase(name);
             });
  CHECK(idle == std::set<std::string>{"$.$schema", "$.description"});
}

TEST_CASE("Seed file: an empty one is its base") {
  const auto base = [](store::Seed seed) {
    store::Store store(store::Store::in_memory);
    store::seed(store, seed, mark_as_hashed, seed_author);
    return all_rows(store);
  };
  const auto loaded = [](const std::string& text) {
    JsonSeededStore store(text);
    return all_rows(store);
  };
  CHECK((loaded("{}") == base(store::Seed::empty)));
  CHECK((loaded(R"({"base": "empty"})") == base(store::Seed::empty)));
  CHECK((loaded(R"({"base": "small"})") == base(store::Seed::small)));
  CHECK((loaded(R"({"base": "demo", "users": []})") == base(store::Seed::demo)));
}

TEST_CASE("Seed file: it gives the same rows each time") {
  JsonSeededStore first(full_text()), second(full_text());
  CHECK((all_rows(first) == all_rows(second)));
}

TEST_CASE("Seed file: all that is wrong is told at once, with line, path and reason") {
  CHECK(problems_of(R"({"base": "large",
    "users": [{"name": "A", "type": "InternalAssociate", "role": "Pilot", "group": 9, "age": 7},
              {"id": 0, "name": "", "name": "adm0"}],
    "roles": "none",
    "contacts": [{"orgNr": 990000001}]})") ==
        "1:10: $.base: must be one of \"empty\", \"small\", \"demo\"\n"
        "2:66: $.users[0].role: there is no role 'Pilot'\n"
        "2:84: $.users[0].group: there is no user group 9\n"
        "2:94: $.users[0].age: is not known; known are id, name, userName, type, role, group, "
        "otherGroups, person, rank, tooltip, password, active, licences, deleted, lastLogin, "
        "lastLogout, ejUserId\n"
        "3:15: $.users[1]: has the name of user 11\n"
        "3:15: $.users[1]: is new, so it needs role\n"
        "3:15: $.users[1]: is new, so it needs type\n"
        "3:22: $.users[1].id: must be at least 1\n"
        "3:45: $.users[1].name: is there more than once\n"
        "4:14: $.roles: must be a list\n"
        "5:18: $.contacts[0]: is new, so it needs name\n"
        "5:28: $.contacts[0].orgNr: must be a text\n");
}

TEST_CASE("Seed file: what is wrong leaves nothing of it behind") {
  store::Store store(store::Store::in_memory);
  const std::string text = file_with("contacts", R"({"id": 40, "name": "A"}, {"id": 41})");
  CHECK_THROWS_AS(fill_from_json(store, "f", text, mark_as_hashed, seed_author), SeedFileError);
  CHECK_FALSE(store.contacts.find(40));
}

TEST_CASE("Seed file: what is no object is refused") {
  CHECK(problems_of("[]") == "1:1: $: must be an object\n");
  CHECK(problems_of("\"x\"") == "1:1: $: must be an object\n");
  CHECK(problems_of("{") == "1:2: no JSON: incomplete JSON\n");
}

TEST_CASE("Seed file: a text that no answer could carry is refused") {
  for (const std::string character : {R"(\u0000)", R"(\u001b)", R"(\uffff)", R"(\ufffe)"}) {
    CAPTURE(character);
    CHECK(problems_of(file_with("contacts", R"({"name": "a)" + character + "b\"}")) ==
          "1:41: $.contacts[0].name: has a character that XML cannot carry\n");
  }
  CHECK(problems_of(file_with("contacts", R"({"name": "a\t\n\r\ud83d\ude00b"})")) == "");
}

TEST_CASE("Seed file: no more than 20 problems are told") {
  std::string users;
  for (int i = 0; i < 30; ++i) users += std::string(i == 0 ? "" : ",") + "{\"id\": 0}";
  const std::string lines = problems_of(file_with("users", users));
  CHECK(std::ranges::count(lines, '\n') == 21);
  CHECK(lines.ends_with("\n and 100 more\n"));
}

}  // namespace emulator::testing
