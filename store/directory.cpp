#include "store/directory.h"

#include "store/link_table.h"
#include "store/rows.h"

namespace emulator::store {

std::vector<DirectoryGroup> Directory::find_groups(std::string_view part) {
  static const std::string sql = select<DirectoryGroup>("WHERE instr(nameKey, ?) ORDER BY nameKey");
  return all<DirectoryGroup>(connection_, sql, part);
}

std::vector<DirectoryUser> Directory::find_users(std::string_view part) {
  static const std::string sql = select<DirectoryUser>(
      "WHERE instr(accountKey, ?1) OR instr(fullNameKey, ?1) ORDER BY accountKey");
  return all<DirectoryUser>(connection_, sql, part);
}

std::vector<DirectoryUser> Directory::members(std::string_view group_name_key) {
  static const std::string sql = select<DirectoryUser>(
      "WHERE directory_user_id IN (SELECT directory_user_id FROM directory_member "
      "JOIN directory_group USING (directory_group_id) WHERE nameKey = ?) ORDER BY accountKey");
  return all<DirectoryUser>(connection_, sql, group_name_key);
}

bool Directory::is_person(const DirectoryUser& user) {
  static const std::string sql =
      "SELECT EXISTS (SELECT 1 FROM person WHERE emailKey = ?1 AND ?1 <> '')";
  return number(connection_, sql, user.email_key) == 1;
}

void Directory::save(DirectoryGroup& group, const Author& author) {
  save_row(connection_, group, author);
}

void Directory::save(DirectoryUser& user, const Author& author) {
  save_row(connection_, user, author);
}

void Directory::set_members(int group_id, const std::vector<int>& user_ids, const Author& author) {
  static const LinkTable links{"directory_member", "directory_group_id", "directory_user_id"};
  replace_links(connection_, links, group_id, user_ids, author);
}

}  // namespace emulator::store
