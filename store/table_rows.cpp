#include "store/table_rows.h"

#include <algorithm>

#include "store/query.h"

namespace emulator::store {
namespace {

bool is_secret(const std::string& table, const std::string& column) {
  return (table == "Credentials" && column == "secret") ||
         (table == "service_auth" && column == "password");
}

std::vector<std::string> table_names(Connection& connection) {
  static const std::string sql =
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name COLLATE NOCASE";
  return column<std::string>(connection, sql);
}

std::string key_of(Connection& connection, const std::string& table) {
  static const std::string sql =
      "SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info(?) WHERE pk > 0 "
      "ORDER BY pk)";
  return column<std::string>(connection, sql, table).front();
}

Cell cell_of(const SQLite::Column& column, bool is_hidden) {
  if (column.isNull()) return {};
  if (column.isInteger()) return column.getInt64();
  std::string text = column.getString();
  return is_hidden && !text.empty() ? "***" : std::move(text);
}

}  // namespace

std::vector<TableSize> table_sizes(Store& store) {
  std::vector<TableSize> sizes;
  for (const std::string& name : table_names(store.connection())) {
    sizes.push_back({name, number(store.connection(), "SELECT count(*) FROM " + name)});
  }
  return sizes;
}

std::vector<TableRow> table_rows(Store& store, const std::string& table, int limit, int offset) {
  Connection& connection = store.connection();
  const auto names = table_names(connection);
  if (std::ranges::find(names, table) == names.end()) throw Error("there is no table " + table);
  return translating_errors([&] {
    SQLite::Statement& statement = connection.statement(
        "SELECT * FROM " + table + " ORDER BY " + key_of(connection, table) + " LIMIT ? OFFSET ?");
    statement.tryReset();
    statement.bind(1, limit);
    statement.bind(2, offset);
    std::vector<TableRow> rows;
    while (statement.executeStep()) {
      TableRow& row = rows.emplace_back();
      for (int at = 0; at < statement.getColumnCount(); ++at) {
        const SQLite::Column column = statement.getColumn(at);
        const std::string name = column.getName();
        row.emplace_back(name, cell_of(column, is_secret(table, name)));
      }
    }
    statement.reset();
    return rows;
  });
}

}  // namespace emulator::store
