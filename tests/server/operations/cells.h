#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "store/connection.h"

namespace emulator::testing {

/// Every cell of a store, to be held against a later look: `associate[101].userName`.
class Cells {
 public:
  /// All tables of the database, so that one which is added later is looked at, too.
  static Cells of(store::Store& store) {
    store::Connection& connection = store.connection();
    Cells cells;
    for (const std::string& table :
         column(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      cells.read(connection, table);
    }
    return cells;
  }

  /// The names of the cells that differ, or are only there in one of the two.
  std::set<std::string> changed_to(const Cells& later) const {
    std::set<std::string> names;
    add_changes(later, names);
    later.add_changes(*this, names);
    return names;
  }

  /// The same with rows for cells: `associate[101]`.
  std::set<std::string> rows_changed_to(const Cells& later) const {
    std::set<std::string> rows;
    for (const std::string& cell : changed_to(later)) rows.insert(row_of(cell));
    return rows;
  }

  /// What a cell holds; `(none)` when there is no such cell.
  std::string at(const std::string& cell) const {
    const auto row = rows_.find(row_of(cell));
    if (row == rows_.end()) return "(none)";
    const auto& columns = columns_.at(cell.substr(0, cell.find('[')));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (cell.ends_with("]." + columns[i])) return row->second[i];
    }
    return "(none)";
  }

 private:
  static std::vector<std::string> column(store::Connection& connection, const std::string& sql) {
    SQLite::Statement& statement = connection.statement(sql);
    std::vector<std::string> texts;
    while (statement.executeStep()) texts.push_back(statement.getColumn(0).getString());
    statement.reset();
    return texts;
  }

  static std::string row_of(const std::string& cell) { return cell.substr(0, cell.find(']') + 1); }

  void read(store::Connection& connection, const std::string& table) {
    const std::string info = " FROM pragma_table_info('" + table + "') ";
    columns_[table] = column(connection, "SELECT name" + info + "ORDER BY cid");
    const auto keys = column(connection, "SELECT cid" + info + "WHERE pk ORDER BY pk");
    SQLite::Statement& rows = connection.statement("SELECT * FROM " + table);
    while (rows.executeStep()) {
      std::vector<std::string> values;
      values.reserve(columns_[table].size());
      for (int i = 0; i < rows.getColumnCount(); ++i) {
        values.push_back(rows.isColumnNull(i) ? "NULL" : rows.getColumn(i).getString());
      }
      std::string name = table + "[";
      for (const std::string& key : keys) {
        name += (key == keys.front() ? "" : ",") + values[std::stoul(key)];
      }
      rows_.emplace(name + "]", std::move(values));
    }
    rows.reset();
  }

  void add_changes(const Cells& other, std::set<std::string>& names) const {
    for (const auto& [row, values] : rows_) {
      const auto counterpart = other.rows_.find(row);
      if (counterpart != other.rows_.end() && counterpart->second == values) continue;
      const auto& columns = columns_.at(row.substr(0, row.find('[')));
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool is_same =
            counterpart != other.rows_.end() && counterpart->second[i] == values[i];
        if (!is_same) names.insert(row + "." + columns[i]);
      }
    }
  }

  std::map<std::string, std::vector<std::string>> columns_;  ///< By table.
  std::map<std::string, std::vector<std::string>> rows_;
};

/// For comparisons that show on failure what they compare.
inline std::string listed(const std::set<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : " ") + name;
  return list;
}

}  // namespace emulator::testing
