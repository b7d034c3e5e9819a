#pragma once

#include <optional>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// The data right matrix: cells are known by role, table and relation, without an id of their own.
/// Only rights on whole tables (field 0) are looked up. Every method throws store::Error.
class DataRights {
 public:
  explicit DataRights(Connection& connection) : connection_(connection) {}

  std::optional<DataRight> find(int role_id, int table_id, RelationToOwner relation);
  /// By table and relation.
  std::vector<DataRight> list(int role_id);

  /// Inserts or updates the cell, and fills its stamp.
  void save(DataRight& right, const Author& author);
  /// False: there is no such cell.
  bool remove(int role_id, int table_id, RelationToOwner relation);
  /// Removes all that the role has, rights on single fields too.
  void remove_all(int role_id);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
