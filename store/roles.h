#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// Roles and the function rights they have. Every method throws store::Error.
class Roles {
 public:
  explicit Roles(Connection& connection) : connection_(connection) {}

  /// Deleted ones are found, too.
  std::optional<Role> find(int id);
  /// All types, deleted ones too, by rank.
  std::vector<Role> list();
  /// By rank.
  std::vector<Role> list(RoleType type, bool include_deleted = false);
  /// Roles that have the right, deleted ones too, by rank.
  std::vector<Role> list_with_right(std::string_view right_name);

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(Role& role, const Author& author);
  /// Removes the row with its rights, which NetServer never does (it sets `deleted`). Fails while
  /// somebody has the role. False: there is no such one.
  bool remove(int id);

  /// Whether anybody has the role, retired users among them.
  bool has_holders(int role_id);
  /// Everyone who has the one role gets the other.
  void move_holders(int from_role_id, int to_role_id, const Author& author);

  /// By name, in byte order: callers may search the names by halves.
  std::vector<FunctionRight> function_rights(int role_id);
  /// Their names alone, in the same order: what every call of a user needs.
  std::vector<std::string> right_names(int role_id);
  bool has_right(int role_id, std::string_view right_name);
  /// Replaces the whole set.
  void set_function_rights(int role_id, const std::vector<int>& function_right_ids,
                           const Author& author);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
