#pragma once

#include <string_view>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// A directory of users outside of the installation, such as a Windows domain. Parts of names are
/// given folded; an empty part is in every name. Every method throws store::Error.
class Directory {
 public:
  explicit Directory(Connection& connection) : connection_(connection) {}

  /// Those with the part in their name, by name.
  std::vector<DirectoryGroup> find_groups(std::string_view part);
  /// Those with the part in their account or full name, by account.
  std::vector<DirectoryUser> find_users(std::string_view part);
  /// The users of the group with this key, by account; none where there is no such group.
  std::vector<DirectoryUser> members(std::string_view group_name_key);
  /// Whether a person of the installation has the user's e-mail address.
  bool is_person(const DirectoryUser& user);

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(DirectoryGroup& group, const Author& author);
  void save(DirectoryUser& user, const Author& author);
  /// Replaces the whole set.
  void set_members(int group_id, const std::vector<int>& user_ids, const Author& author);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
