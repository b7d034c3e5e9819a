#include "server/seeds/entry_reader.h"

#include <boost/json.hpp>
#include <cstdint>
#include <limits>

#include "server/domain/clock.h"
#include "server/domain/shortened.h"
#include "server/domain/user_name_rules.h"
#include "server/seeds/json_text.h"
#include "server/seeds/schema_check.h"

namespace emulator {

namespace json = boost::json;

namespace {

constexpr std::int64_t int_max = std::numeric_limits<int>::max();

}  // namespace

const json::value* EntryReader::find(std::string_view name) const {
  return object_.if_contains({name.data(), name.size()});
}

std::string EntryReader::path(std::string_view name) const { return member_path(path_, name); }

void EntryReader::tell(std::string_view name, const std::string& reason) const {
  problems_.tell(path(name), reason);
}

void EntryReader::need(std::string_view name) const {
  if (!has(name)) tell("is new, so it needs " + std::string(name));
}

void EntryReader::read(std::string_view name, std::string& target) const {
  const json::value* value = find(name);
  if (value != nullptr && value->is_string()) target = value->as_string();
}

void EntryReader::read(std::string_view name, int& target) const {
  const json::value* value = find(name);
  if (value == nullptr) return;
  const auto number = whole_number(*value);
  if (number && *number >= 0 && *number <= int_max) target = static_cast<int>(*number);
}

void EntryReader::read(std::string_view name, bool& target) const {
  const json::value* value = find(name);
  if (value != nullptr && value->is_bool()) target = value->as_bool();
}

void EntryReader::read_moment(std::string_view name, std::string& target) const {
  std::string text;
  read(name, text);
  if (text.empty() || problems_.are_within(path(name))) return;
  if (!moment_of(text)) tell(name, "is no date and time");
  target = text;
}

const json::array* EntryReader::list(std::string_view name) const {
  const json::value* value = find(name);
  return value == nullptr ? nullptr : value->if_array();
}

const json::object* EntryReader::member(std::string_view name) const {
  const json::value* value = find(name);
  return value == nullptr ? nullptr : value->if_object();
}

std::optional<int> EntryReader::referred(const json::value& value, const std::string& path,
                                         const TableView& table) const {
  if (const auto number = whole_number(value)) {
    if (*number == 0) return 0;
    const bool is_id = *number > 0 && *number <= int_max;
    if (is_id && table.has(static_cast<int>(*number))) return static_cast<int>(*number);
    problems_.tell(path, "there is no " + table.kind + " " + std::to_string(*number));
    return std::nullopt;
  }
  if (!value.is_string()) return std::nullopt;
  const std::string name(value.as_string());
  const auto found = table.names.find(user_name_key(name));
  if (found == table.names.end()) {
    problems_.tell(path, "there is no " + table.kind + " '" + shortened(name) + "'");
    return std::nullopt;
  }
  if (found->second.size() > 1) {
    problems_.tell(
        path, "more than one " + table.kind + " is called '" + shortened(name) + "'; give the id");
    return std::nullopt;
  }
  return *found->second.begin();
}

std::optional<Ids> EntryReader::all_referred(std::string_view name, const TableView& table) const {
  const json::array* values = list(name);
  if (values == nullptr) return std::nullopt;
  Ids ids;
  std::size_t index = 0;
  for (const json::value& value : *values) {
    const std::string item = item_path(path(name), index++);
    const auto id = referred(value, item, table);
    if (!id) continue;
    if (*id == 0) problems_.tell(item, "there is no " + table.kind + " 0");
    if (!ids.insert(*id).second) problems_.tell(item, "is in the list already");
  }
  return ids;
}

}  // namespace emulator
