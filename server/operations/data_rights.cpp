#include <string>

#include "server/carriers/data_rights_carrier.h"
#include "server/carriers/enumerations.h"
#include "server/carriers/wire.h"
#include "server/domain/data_right_rules.h"
#include "server/domain/fault.h"
#include "server/domain/role_rules.h"
#include "server/gate/call.h"
#include "server/operations/install.h"
#include "server/operations/role_changes.h"

namespace emulator {
namespace {

// A position that is not there is an error for those who read, too (documented); so a role that is
// not there is one as well. Deleted ones are there for reading.
store::Role readable_role(Call& call, int role_id) {
  const auto role = call.store.roles.find(role_id);
  if (!role) throw fault::not_found("Role", role_id);
  return *role;
}

int table_id(const std::string* name) {
  const DataRightTable* table = find_data_right_table(text_of(name));
  if (table == nullptr) throw fault::no_data_rights_of_table(text_of(name), "TableName");
  return table->id;
}

/// The position of a request that names all three of them, with an empty right.
template <class Request>
store::DataRight position(const store::Role& role, const Request& request) {
  store::DataRight cell;
  cell.role_id = role.id;
  cell.table_id = table_id(request.TableName);
  cell.relation = from_wire(request.RelationToOwner);
  if (!has_relation(role.type, cell.relation)) {
    throw fault::no_data_rights_of_relation(std::string(name_of(role.type)),
                                            std::string(name_of(cell.relation)), "RelationToOwner");
  }
  return cell;
}

void set_data_right(Call& call, const _so__SetDataRight& request, _so__SetDataRightResponse&) {
  store::DataRight cell = position(changeable_role(call, request.RoleId), request);
  cell.crud = text_of(request.DataRightValue);
  if (!is_data_right(cell.crud)) throw fault::data_right_unknown(cell.crud, "DataRightValue");
  save_data_right(call, cell);
}

void get_data_right(Call& call, const _so__GetDataRight& request,
                    _so__GetDataRightResponse& response) {
  const store::DataRight cell = position(readable_role(call, request.RoleId), request);
  const auto stored = call.store.data_rights.find(cell.role_id, cell.table_id, cell.relation);
  response.Response = to_wire(call.context, stored ? stored->crud : "");
}

void get_data_rights(Call& call, const _so__GetDataRights& request,
                     _so__GetDataRightsResponse& response) {
  const store::Role role = readable_role(call, request.RoleId);
  response.Response = data_rights_row(call.context, role.type, table_id(request.TableName),
                                      call.store.data_rights.list(role.id));
}

}  // namespace

void install_data_rights(Operations& on) {
  on.SetDataRight.serve_with(set_data_right);
  on.GetDataRight.serve_with(get_data_right);
  on.GetDataRights.serve_with(get_data_rights);
}

}  // namespace emulator
