#include "server/operations/role_changes.h"

#include "server/domain/fault.h"

namespace emulator {

store::Role changeable_role(Call& call, int role_id) {
  const auto role = call.store.roles.find(role_id);
  if (!role || role->deleted) throw fault::not_found("Role", role_id);
  return *role;
}

void save_data_right(Call& call, store::DataRight cell) {
  const auto stored = call.store.data_rights.find(cell.role_id, cell.table_id, cell.relation);
  if (cell.crud == (stored ? stored->crud : "")) return;
  call.store.data_rights.save(cell, call.author());
}

}  // namespace emulator
