#include "store/user_groups.h"

#include "store/rows.h"

namespace emulator::store {

std::optional<UserGroup> UserGroups::find(int id) { return find_row<UserGroup>(connection_, id); }

std::vector<UserGroup> UserGroups::list(bool include_deleted) {
  static const std::string sql =
      select<UserGroup>("WHERE ? OR NOT deleted ORDER BY rank, UserGroup_id");
  return all<UserGroup>(connection_, sql, include_deleted);
}

void UserGroups::save(UserGroup& group, const Author& author) {
  save_row(connection_, group, author);
}

bool UserGroups::remove(int id) { return remove_row<UserGroup>(connection_, id); }

bool UserGroups::has_members(int group_id) {
  static const std::string sql =
      "SELECT EXISTS (SELECT 1 FROM associate WHERE group_idx = ?1) "
      "OR EXISTS (SELECT 1 FROM UserGroupLink WHERE UserGroup_id = ?1)";
  return number(connection_, sql, group_id) == 1;
}

void UserGroups::move_members(int from_group_id, int to_group_id, const Author& author) {
  static const std::string move_primary =
      std::string("UPDATE associate SET group_idx = ?, ") + stamp_update + " WHERE group_idx = ?";
  static const std::string add_secondary =
      "INSERT INTO UserGroupLink (assoc_id, UserGroup_id, registered, registered_associate_id) "
      "SELECT assoc_id, ?1, ?2, ?3 FROM UserGroupLink WHERE UserGroup_id = ?4 "
      "ON CONFLICT DO NOTHING";
  static const std::string remove_secondary = "DELETE FROM UserGroupLink WHERE UserGroup_id = ?";
  static const std::string remove_doubled =
      "DELETE FROM UserGroupLink WHERE UserGroup_id = ?1 "
      "AND assoc_id IN (SELECT associate_id FROM associate WHERE group_idx = ?1)";
  if (from_group_id == to_group_id) return;
  change(connection_, move_primary, to_group_id, author.now, author.associate_id, from_group_id);
  change(connection_, add_secondary, to_group_id, author.now, author.associate_id, from_group_id);
  change(connection_, remove_secondary, from_group_id);
  change(connection_, remove_doubled, to_group_id);
}

}  // namespace emulator::store
