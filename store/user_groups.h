#pragma once

#include <optional>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// Every method throws store::Error.
class UserGroups {
 public:
  explicit UserGroups(Connection& connection) : connection_(connection) {}

  /// Deleted ones are found, too.
  std::optional<UserGroup> find(int id);
  /// By rank.
  std::vector<UserGroup> list(bool include_deleted = false);

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(UserGroup& group, const Author& author);
  /// Secondary memberships go along; fails while it is somebody's primary group. False: there is no
  /// such one.
  bool remove(int id);

  /// Whether anybody is in the group, with it as the primary or a secondary one; retired users
  /// count.
  bool has_members(int group_id);
  /// Members of the one group, primary and secondary, become members of the other.
  void move_members(int from_group_id, int to_group_id, const Author& author);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
