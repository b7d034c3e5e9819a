#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// All function rights there are; who has them is told by Roles. Every method throws store::Error.
class FunctionRights {
 public:
  explicit FunctionRights(Connection& connection) : connection_(connection) {}

  std::optional<FunctionRight> find(int id);
  std::optional<FunctionRight> find_by_name(std::string_view name);
  /// By id.
  std::vector<FunctionRight> list();
  /// Those a role of this type can have, by id.
  std::vector<FunctionRight> list(RoleType type);

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(FunctionRight& right, const Author& author);
  /// Takes it from all roles. False: there is no such one.
  bool remove(int id);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
