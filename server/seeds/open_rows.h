#pragma once

#include <algorithm>
#include <boost/json/value.hpp>
#include <functional>

#include "server/seeds/entry_reader.h"
#include "server/seeds/json_text.h"
#include "server/seeds/seed_tables.h"

namespace emulator {

/// What an object of a list says of its row. A new row comes with its id alone.
template <class Record>
using TakeMembers = std::function<void(const EntryReader&, Record&, bool is_new)>;

/// The id of the row that has a name; 0: none.
using FindByName = std::function<int(const std::string& name)>;

/// Above all that the base and the list have.
template <class Record>
int first_free_id(const boost::json::array& list, const SeedTable<Record>& table,
                  SeedProblems& problems) {
  constexpr int id_max = 1'000'000'000;  // Of the schema, which has refused what is above.
  int highest = table.rows.empty() ? 0 : table.rows.rbegin()->first;
  for (const boost::json::value& value : list) {
    if (!value.is_object()) continue;
    int id = 0;
    EntryReader(value.as_object(), "", problems).read("id", id);
    if (id <= id_max) highest = std::max(highest, id);
  }
  return highest + 1;
}

/// Opens a row for each object of a list: that of its id or, where rows are known by name, of its
/// name; else a new one.
template <class Record>
void open_rows(const EntryReader& parent, std::string_view list_name, SeedTable<Record>& table,
               SeedProblems& problems, const TakeMembers<Record>& take_members,
               const FindByName& find_by_name = {}) {
  const boost::json::array* list = parent.list(list_name);
  if (list == nullptr) return;
  int next_id = first_free_id(*list, table, problems);
  std::size_t index = 0;
  for (const boost::json::value& value : *list) {
    const std::string path = item_path(parent.path(list_name), index++);
    if (!value.is_object()) continue;
    const EntryReader reader(value.as_object(), path, problems);
    int id = 0;
    reader.read("id", id);
    if (id == 0 && find_by_name) {
      std::string name;
      reader.read("name", name);
      id = find_by_name(name);
    }
    if (id == 0) id = next_id++;
    const bool is_new = !table.rows.contains(id);
    const auto [entry, is_first] =
        table.entries.try_emplace(id, SeedEntry{value.as_object(), path, is_new});
    if (!is_first) {
      reader.tell("is about " + table.kind + " " + std::to_string(id) + ", as is " +
                  entry->second.path);
      continue;
    }
    Record& row = table.rows[id];
    row.id = id;
    take_members(reader, row, is_new);
  }
}

/// Behind all other rows.
template <class Record>
int last_rank(const SeedTable<Record>& table, int Record::*rank) {
  int highest = 0;
  for (const auto& [id, row] : table.rows) highest = std::max(highest, row.*rank);
  return highest + 1;
}

}  // namespace emulator
