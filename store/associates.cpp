#include "store/associates.h"

#include "store/link_table.h"
#include "store/rows.h"

namespace emulator::store {

std::optional<Associate> Associates::find(int id) { return find_row<Associate>(connection_, id); }

std::optional<Associate> Associates::find_by_key(std::string_view folded_key) {
  static const std::string sql = select<Associate>("WHERE nameKey = ?1 OR userNameKey = ?1");
  return first<Associate>(connection_, sql, folded_key);
}

std::vector<Associate> Associates::find_by_email(std::string_view folded_key) {
  static const std::string sql = select<Associate>(
      "WHERE person_id IN (SELECT person_id FROM person WHERE emailKey = ?1 AND ?1 <> '') "
      "ORDER BY associate_id");
  return all<Associate>(connection_, sql, folded_key);
}

std::vector<Associate> Associates::find_by_person(int person_id) {
  static const std::string sql = select<Associate>("WHERE person_id = ? ORDER BY associate_id");
  return all<Associate>(connection_, sql, person_id);
}

std::vector<Associate> Associates::find_by_ej_user(int ej_user_id) {
  static const std::string sql = select<Associate>("WHERE ejuserId = ? ORDER BY associate_id");
  return all<Associate>(connection_, sql, ej_user_id);
}

std::vector<Associate> Associates::list() {
  static const std::string sql = select<Associate>("ORDER BY associate_id");
  return all<Associate>(connection_, sql);
}

void Associates::save(Associate& associate, const Author& author) {
  save_row(connection_, associate, author);
}

void Associates::set_last_login(int id, std::string_view moment) {
  static const std::string sql = "UPDATE associate SET lastlogin = ? WHERE associate_id = ?";
  change(connection_, sql, moment, id);
}

bool Associates::remove(int id) { return remove_row<Associate>(connection_, id); }

int Associates::role_of(int associate_id) {
  static const std::string sql = "SELECT role_id FROM UserRoleLink WHERE associate_id = ?";
  return number(connection_, sql, associate_id);
}

void Associates::set_role(int associate_id, int role_id, const Author& author) {
  static const std::string sql =
      "INSERT INTO UserRoleLink (associate_id, role_id, registered, registered_associate_id) "
      "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (associate_id) DO UPDATE SET role_id = ?2, "
      "updated = ?3, updated_associate_id = ?4, updatedCount = updatedCount + 1";
  change(connection_, sql, associate_id, role_id, author.now, author.associate_id);
}

std::vector<int> Associates::secondary_groups(int associate_id) {
  static const std::string sql =
      "SELECT UserGroup_id FROM UserGroupLink WHERE assoc_id = ? ORDER BY UserGroup_id";
  return column<int>(connection_, sql, associate_id);
}

void Associates::set_secondary_groups(int associate_id, const std::vector<int>& group_ids,
                                      const Author& author) {
  static const LinkTable links{"UserGroupLink", "assoc_id", "UserGroup_id"};
  replace_links(connection_, links, associate_id, group_ids, author);
}

}  // namespace emulator::store
