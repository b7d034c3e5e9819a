#include <vector>

#include "server/carriers/data_rights_carrier.h"
#include "server/carriers/enumerations.h"
#include "server/carriers/role_entity_carrier.h"
#include "server/domain/fault.h"
#include "server/domain/role_rules.h"
#include "server/gate/call.h"
#include "server/operations/install.h"
#include "server/operations/role_changes.h"

namespace emulator {
namespace {

// A-ROLE-DEFAULT: without name and rights, behind the others of its type.
so__RoleEntity* blank_role(Call& call, store::RoleType type) {
  store::Role role;
  role.type = type;
  const auto others = call.store.roles.list(type);
  role.rank = others.empty() ? 1 : others.back().rank + 1;
  return role_entity_carrier(call.context, call.store, role);
}

// The type that is the first of the enumeration, as where the WSDL's Type is absent.
void create_default_role_entity(Call& call, const _so__CreateDefaultRoleEntity&,
                                _so__CreateDefaultRoleEntityResponse& response) {
  response.Response = blank_role(call, store::RoleType::employee);
}

void create_default_role_entity_from_type(Call& call,
                                          const _so__CreateDefaultRoleEntityFromType& request,
                                          _so__CreateDefaultRoleEntityFromTypeResponse& response) {
  response.Response = blank_role(call, from_wire(request.Type));
}

// A-GET-UNKNOWN. Deleted ones are found.
void get_role_entity(Call& call, const _so__GetRoleEntity& request,
                     _so__GetRoleEntityResponse& response) {
  if (const auto role = call.store.roles.find(request.RoleEntityId)) {
    response.Response = role_entity_carrier(call.context, call.store, *role);
  }
}

/// What is to be stored. The type of a role is fixed once it is there (documented); A-ROLE-SAVE:
/// whether it is deleted, too.
store::Role role_to_save(Call& call, const so__RoleEntity& wire) {
  store::Role role = role_of_wire(wire);
  if (role.id != 0) role.type = changeable_role(call, role.id).type;
  require_role_texts(role);
  return role;
}

void save_role_entity(Call& call, const _so__SaveRoleEntity& request,
                      _so__SaveRoleEntityResponse& response) {
  if (request.RoleEntity == nullptr) throw fault::argument_missing("RoleEntity");
  store::Role role = role_to_save(call, *request.RoleEntity);
  std::vector<store::DataRight> cells;
  if (const so__DataRights* matrix = request.RoleEntity->DataRights) {
    cells = data_rights_of_wire(*matrix, role.type);
  }
  call.store.roles.save(role, call.author());
  for (store::DataRight& cell : cells) {
    cell.role_id = role.id;
    save_data_right(call, cell);
  }
  response.Response = role_entity_carrier(call.context, call.store, role);
}

/// A-ROLE-DELETE. Documented: the caller's own role, and the last one, cannot be deleted.
store::Role role_to_delete(Call& call, int role_id) {
  store::Role role = changeable_role(call, role_id);
  if (role.id == call.caller.role_id) throw fault::own_role();
  if (!is_deletable(role) || call.store.roles.list(role.type).size() == 1) {
    throw fault::role_not_deletable(role.id);
  }
  return role;
}

// Documented: its users get another role first, and the row stays, marked as deleted. That its
// rights go with it is documented of the COM interface.
void delete_role(Call& call, const _so__DeleteRole& request, _so__DeleteRoleResponse&) {
  store::Role role = role_to_delete(call, request.RoleIdToDelete);
  const int replacing_id = request.ReplacingRoleId;
  const bool is_replaced = replacing_id != 0 || call.store.roles.has_holders(role.id);
  const auto replacing = call.store.roles.find(replacing_id);
  if (is_replaced && (!replacing || !can_replace(*replacing, role))) {
    throw fault::role_cannot_replace(replacing_id);
  }
  if (is_replaced) call.store.roles.move_holders(role.id, replacing_id, call.author());
  call.store.roles.set_function_rights(role.id, {}, call.author());
  call.store.data_rights.remove_all(role.id);
  role.deleted = true;
  call.store.roles.save(role, call.author());
}

}  // namespace

void install_role_entities(Operations& on) {
  on.CreateDefaultRoleEntity.serve_with(create_default_role_entity);
  on.CreateDefaultRoleEntityFromType.serve_with(create_default_role_entity_from_type);
  on.GetRoleEntity.serve_with(get_role_entity);
  on.SaveRoleEntity.serve_with(save_role_entity);
  on.DeleteRole.serve_with(delete_role);
}

}  // namespace emulator
