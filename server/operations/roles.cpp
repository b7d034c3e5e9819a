#include "server/carriers/enumerations.h"
#include "server/carriers/role_carrier.h"
#include "server/gate/call.h"
#include "server/operations/install.h"

namespace emulator {
namespace {

void get_role(Call& call, const _so__GetRole& request, _so__GetRoleResponse& response) {
  if (const auto role = call.store.roles.find(request.RoleId)) {
    response.Response = role_carrier(call.context, *role);
  }
}

// A-LISTS: without a type, those of employees; deleted roles are left out.
void get_all_roles(Call& call, const _so__GetAllRoles& request,
                   _so__GetAllRolesResponse& response) {
  response.Response = soap_new_so__ArrayOfSelectableMDOListItem(call.context.get());
  for (const store::Role& role : call.store.roles.list(from_wire(request.RoleType))) {
    response.Response->SelectableMDOListItem.push_back(role_list_item(call.context, role));
  }
}

}  // namespace

void install_roles(Operations& on) {
  on.GetRole.serve_with(get_role);
  on.GetAllRoles.serve_with(get_all_roles);
}

}  // namespace emulator
