#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "server/carriers/enumerations.h"
#include "server/carriers/function_right_carrier.h"
#include "server/carriers/role_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/fault.h"
#include "server/domain/role_rules.h"
#include "server/gate/call.h"
#include "server/operations/install.h"
#include "server/operations/role_changes.h"

namespace emulator {
namespace {

void get_all_functional_rights(Call& call, const _so__GetAllFunctionalRights& request,
                               _so__GetAllFunctionalRightsResponse& response) {
  response.Response = soap_new_so__ArrayOfSelectableMDOListItem(call.context.get());
  for (const auto& right : call.store.function_rights.list(from_wire(request.RoleType))) {
    response.Response->SelectableMDOListItem.push_back(
        function_right_list_item(call.context, right, false));
  }
}

// Documented: only the rights that the role has. A-FUNCTIONAL-RIGHTS: they are selected.
void get_functional_rights(Call& call, const _so__GetFunctionalRights& request,
                           _so__GetFunctionalRightsResponse& response) {
  if (!call.store.roles.find(request.RoleId)) return;  // A-GET-UNKNOWN.
  response.Response = soap_new_so__ArrayOfSelectableMDOListItem(call.context.get());
  auto rights = call.store.roles.function_rights(request.RoleId);
  std::ranges::sort(rights, {}, &store::FunctionRight::id);
  for (const store::FunctionRight& right : rights) {
    response.Response->SelectableMDOListItem.push_back(
        function_right_list_item(call.context, right, true));
  }
}

// Documented: the list replaces the whole set, an empty one clears it.
void set_functional_rights(Call& call, const _so__SetFunctionalRights& request,
                           _so__SetFunctionalRightsResponse&) {
  const store::Role role = changeable_role(call, request.RoleId);
  std::vector<int> wanted;
  if (request.FunctionalRightIds != nullptr) wanted = request.FunctionalRightIds->int_;
  std::set<int> possible;
  for (const auto& right : call.store.function_rights.list(role.type)) possible.insert(right.id);
  for (const int id : wanted) {
    if (possible.contains(id)) continue;
    throw fault::functional_right_not_of_role(std::string(name_of(role.type)), id);
  }
  call.store.roles.set_function_rights(role.id, wanted, call.author());
}

// A-FIND-ROLES: deleted roles are left out, here and below.
void find_roles_with_functional_right(Call& call, const _so__FindRolesWithFunctionalRight& request,
                                      _so__FindRolesWithFunctionalRightResponse& response) {
  response.Response = soap_new_so__ArrayOfMDOListItem(call.context.get());
  const std::string name = text_of(request.FunctionalRightName);
  for (const store::Role& role : call.store.roles.list_with_right(name)) {
    if (role.deleted) continue;
    response.Response->MDOListItem.push_back(role_flat_list_item(call.context, role));
  }
}

/// The ids of the roles that have one or more of the rights, or of those that have none.
std::vector<int> roles_by_rights(Call& call, const arr__ArrayOfstring* names, bool have_any) {
  std::set<std::string> wanted;
  if (names != nullptr) wanted.insert(names->string.begin(), names->string.end());
  std::vector<int> ids;
  for (const store::Role& role : call.store.roles.list()) {
    if (role.deleted) continue;
    const bool has_any =
        std::ranges::any_of(call.store.roles.right_names(role.id),
                            [&](const std::string& name) { return wanted.contains(name); });
    if (has_any == have_any) ids.push_back(role.id);
  }
  return ids;
}

void find_roles_with_functional_rights(Call& call,
                                       const _so__FindRolesWithFunctionalRights& request,
                                       _so__FindRolesWithFunctionalRightsResponse& response) {
  response.Response =
      to_wire(call.context, roles_by_rights(call, request.FunctionalRightNames, true));
}

void find_roles_without_functional_rights(Call& call,
                                          const _so__FindRolesWithoutFunctionalRights& request,
                                          _so__FindRolesWithoutFunctionalRightsResponse& response) {
  response.Response =
      to_wire(call.context, roles_by_rights(call, request.FunctionalRightNames, false));
}

}  // namespace

void install_functional_rights(Operations& on) {
  on.GetAllFunctionalRights.serve_with(get_all_functional_rights);
  on.GetFunctionalRights.serve_with(get_functional_rights);
  on.SetFunctionalRights.serve_with(set_functional_rights);
  on.FindRolesWithFunctionalRight.serve_with(find_roles_with_functional_right);
  on.FindRolesWithFunctionalRights.serve_with(find_roles_with_functional_rights);
  on.FindRolesWithoutFunctionalRights.serve_with(find_roles_without_functional_rights);
}

}  // namespace emulator
