#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "store/store.h"

/// Any table as it is, for people to look at: what no rule asks for.
namespace emulator::store {

struct TableSize {
  std::string name;
  int rows = 0;
};

/// Of every table there is, by name.
std::vector<TableSize> table_sizes(Store& store);

/// NULL, a number or a text: the schema has no others.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;

/// Column and what is in it, in the order of the schema.
using TableRow = std::vector<std::pair<std::string, Cell>>;

/// The rows of a table that table_sizes() names, by their key; what holds a secret or its hash is
/// `***`. Throws Error, also for other names.
std::vector<TableRow> table_rows(Store& store, const std::string& table, int limit, int offset);

}  // namespace emulator::store
