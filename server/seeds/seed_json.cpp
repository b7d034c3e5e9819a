#include "server/seeds/seed_json.h"

#include <boost/json.hpp>

#include "server/seeds/json_text.h"
#include "server/seeds/schema_check.h"
#include "server/seeds/seed_links.h"
#include "server/seeds/seed_lists.h"
#include "server/seeds/seed_rules.h"
#include "server/seeds/seed_schema.h"
#include "server/seeds/seed_users.h"
#include "store/seed.h"

namespace emulator {
namespace {

namespace json = boost::json;

bool is_fit_for_xml(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return false;
    const std::string_view three = text.substr(at, 3);
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") return false;
  }
  return true;
}

void check_texts(const json::value& value, const std::string& path, SeedProblems& problems) {
  if (value.is_string() && !is_fit_for_xml(value.as_string())) {
    problems.tell(path, "has a character that XML cannot carry");
  } else if (value.is_array()) {
    std::size_t index = 0;
    for (const json::value& item : value.as_array()) {
      check_texts(item, item_path(path, index++), problems);
    }
  } else if (value.is_object()) {
    for (const auto& member : value.as_object()) {
      check_texts(member.value(), member_path(path, member.key()), problems);
    }
  }
}

void check_shape(const JsonText& text, SeedProblems& problems) {
  const auto tell = [&](const std::string& path, const std::string& reason) {
    problems.tell(path, reason);
  };
  check_against_schema(text.root(), "$", seed_schema(), seed_schema(), tell);
  check_texts(text.root(), "$", problems);
  for (const std::string& path : text.repeated()) problems.tell(path, "is there more than once");
}

store::Seed base_of(const json::object& file) {
  const json::value* base = file.if_contains("base");
  if (base != nullptr && *base == "small") return store::Seed::small;
  return base != nullptr && *base == "demo" ? store::Seed::demo : store::Seed::empty;
}

}  // namespace

void fill_from_json(store::Store& store, const std::string& file, const std::string& text,
                    const HashPassword& hash_password, const store::Author& author) {
  const JsonText json_text(file, text);
  SeedProblems problems;
  check_shape(json_text, problems);
  if (!json_text.root().is_object()) problems.raise(file, json_text);
  const json::object& object = json_text.root().as_object();
  store::seed(store, base_of(object), hash_password, author);
  SeedTables tables(store);
  const EntryReader reader(object, "$", problems);
  read_lists(reader, tables, problems);
  read_users(reader, tables, problems);
  link_rows(reader, tables, problems);
  link_users(tables, problems);
  check_rules(tables, problems);
  if (!problems.empty()) problems.raise(file, json_text);
  store::put(store, changes_of(tables, hash_password), author);
}

}  // namespace emulator
