#include "store/function_rights.h"

#include "store/rows.h"

namespace emulator::store {

std::optional<FunctionRight> FunctionRights::find(int id) {
  return find_row<FunctionRight>(connection_, id);
}

std::optional<FunctionRight> FunctionRights::find_by_name(std::string_view name) {
  static const std::string sql = select<FunctionRight>("WHERE name = ?");
  return first<FunctionRight>(connection_, sql, name);
}

std::vector<FunctionRight> FunctionRights::list() {
  static const std::string sql = select<FunctionRight>("ORDER BY FunctionRight_id");
  return all<FunctionRight>(connection_, sql);
}

std::vector<FunctionRight> FunctionRights::list(RoleType type) {
  static const std::string sql =
      select<FunctionRight>("WHERE roleTypes >> ? & 1 ORDER BY FunctionRight_id");
  return all<FunctionRight>(connection_, sql, type);
}

void FunctionRights::save(FunctionRight& right, const Author& author) {
  save_row(connection_, right, author);
}

bool FunctionRights::remove(int id) { return remove_row<FunctionRight>(connection_, id); }

}  // namespace emulator::store
