#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "store/connection.h"

namespace emulator::store {

/// An id that is NULL in the database where it is 0 in the record.
template <class Int>
struct Link {
  Int& id;
};
inline Link<int> link(int& id) { return {id}; }
inline Link<const int> link(const int& id) { return {id}; }

/// A prepared statement in use: parameters bound in order, results read in order. Free again at the
/// end of the scope, so one query must not run inside another of the same SQL.
class Query {
 public:
  Query(Connection& connection, const std::string& sql) : statement_(connection.statement(sql)) {}
  template <class... Values>
  Query(Connection& connection, const std::string& sql, const Values&... values)
      : Query(connection, sql) {
    (bind(values), ...);
  }
  // Not reset(): it throws the last error once more.
  ~Query() { statement_.tryReset(); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  template <class Value>
  void bind(const Value& value) {
    if constexpr (std::is_enum_v<Value> || std::is_same_v<Value, bool>) {
      bind_int(static_cast<int>(value));
    } else if constexpr (std::is_same_v<Value, int>) {
      bind_int(value);
    } else {
      bind_text(value);
    }
  }
  template <class Int>
  void bind(const Link<Int>& value) {
    value.id == 0 ? bind_null() : bind_int(value.id);
  }
  template <class Value>
  void bind(const std::optional<Value>& value) {
    value ? bind(*value) : bind_null();
  }

  /// Goes to the next row; false: there is none.
  bool step();
  /// For statements whose rows, if any, do not matter.
  void finish() {
    while (step()) {
    }
  }

  template <class Value>
  void read(Value& value) {
    if constexpr (std::is_same_v<Value, std::string>) {
      value = read_text();
    } else {
      value = static_cast<Value>(read_int());
    }
  }
  void read(Link<int> value) { value.id = read_int(); }  // SQLite reads NULL as 0.
  template <class Value>
  void read(std::optional<Value>& value) {
    value.reset();
    const bool null = next_is_null();
    const int number = read_int();
    if (!null) value = static_cast<Value>(number);
  }

 private:
  void bind_int(int value);
  void bind_text(std::string_view value);
  void bind_null();
  bool next_is_null();
  int read_int();
  std::string read_text();

  SQLite::Statement& statement_;
  int parameter_ = 0;
  int column_ = 0;
};

/// Runs a statement; how many rows it changed, those of cascades not counted.
template <class... Values>
int change(Connection& connection, const std::string& sql, const Values&... values) {
  Query(connection, sql, values...).finish();
  return connection.changes();
}

/// The first column of the first row, 0 where there is no row.
template <class... Values>
int number(Connection& connection, const std::string& sql, const Values&... values) {
  Query query(connection, sql, values...);
  int result = 0;
  if (query.step()) query.read(result);
  return result;
}

/// The first column of all rows: column<int>(...) or column<std::string>(...).
template <class Value, class... Values>
std::vector<Value> column(Connection& connection, const std::string& sql, const Values&... values) {
  std::vector<Value> result;
  Query query(connection, sql, values...);
  while (query.step()) query.read(result.emplace_back());
  return result;
}

}  // namespace emulator::store
