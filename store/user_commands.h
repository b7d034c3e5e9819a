#pragma once

#include <optional>
#include <vector>

#include "store/user_command_record.h"

namespace emulator::store {

class Connection;

/// Every method throws store::Error.
class UserCommands {
 public:
  explicit UserCommands(Connection& connection) : connection_(connection) {}

  std::optional<UserCommand> find(int id);
  /// All, by id.
  std::vector<UserCommand> list();
  /// Those for users of this type, by id; none: those for users of every type.
  std::vector<UserCommand> list_for(std::optional<AssociateType> type);

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(UserCommand& command, const Author& author);
  /// False: there is no such one.
  bool remove(int id);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
