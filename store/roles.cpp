#include "store/roles.h"

#include "store/link_table.h"
#include "store/rows.h"

namespace emulator::store {

std::optional<Role> Roles::find(int id) { return find_row<Role>(connection_, id); }

std::vector<Role> Roles::list() {
  static const std::string sql = select<Role>("ORDER BY rank, Role_id");
  return all<Role>(connection_, sql);
}

std::vector<Role> Roles::list(RoleType type, bool include_deleted) {
  static const std::string sql =
      select<Role>("WHERE roleType = ? AND (? OR NOT deleted) ORDER BY rank, Role_id");
  return all<Role>(connection_, sql, type, include_deleted);
}

std::vector<Role> Roles::list_with_right(std::string_view right_name) {
  static const std::string sql = select<Role>(
      "WHERE Role_id IN (SELECT roleId FROM FunctionRightRoleLink JOIN FunctionRight "
      "ON FunctionRight_id = functionRightId WHERE name = ?) ORDER BY rank, Role_id");
  return all<Role>(connection_, sql, right_name);
}

void Roles::save(Role& role, const Author& author) { save_row(connection_, role, author); }

bool Roles::remove(int id) { return remove_row<Role>(connection_, id); }

bool Roles::has_holders(int role_id) {
  static const std::string sql = "SELECT EXISTS (SELECT 1 FROM UserRoleLink WHERE role_id = ?)";
  return number(connection_, sql, role_id) == 1;
}

void Roles::move_holders(int from_role_id, int to_role_id, const Author& author) {
  static const std::string sql =
      std::string("UPDATE UserRoleLink SET role_id = ?, ") + stamp_update + " WHERE role_id = ?";
  change(connection_, sql, to_role_id, author.now, author.associate_id, from_role_id);
}

std::vector<FunctionRight> Roles::function_rights(int role_id) {
  static const std::string sql = select<FunctionRight>(
      "WHERE FunctionRight_id IN (SELECT functionRightId FROM FunctionRightRoleLink "
      "WHERE roleId = ?) ORDER BY name");
  return all<FunctionRight>(connection_, sql, role_id);
}

std::vector<std::string> Roles::right_names(int role_id) {
  static const std::string sql =
      "SELECT name FROM FunctionRight JOIN FunctionRightRoleLink "
      "ON functionRightId = FunctionRight_id WHERE roleId = ? ORDER BY name";
  return column<std::string>(connection_, sql, role_id);
}

bool Roles::has_right(int role_id, std::string_view right_name) {
  static const std::string sql =
      "SELECT 1 FROM FunctionRight JOIN FunctionRightRoleLink "
      "ON functionRightId = FunctionRight_id WHERE roleId = ? AND name = ?";
  return number(connection_, sql, role_id, right_name) == 1;
}

void Roles::set_function_rights(int role_id, const std::vector<int>& function_right_ids,
                                const Author& author) {
  static const LinkTable links{"FunctionRightRoleLink", "roleId", "functionRightId"};
  replace_links(connection_, links, role_id, function_right_ids, author);
}

}  // namespace emulator::store
