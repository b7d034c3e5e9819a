#include "server/carriers/role_entity_carrier.h"

#include "server/carriers/associate_carrier.h"
#include "server/carriers/data_rights_carrier.h"
#include "server/carriers/enumerations.h"
#include "server/carriers/wire.h"

namespace emulator {

so__RoleEntity* role_entity_carrier(SoapContext& context, store::Store& store,
                                    const store::Role& role) {
  so__RoleEntity* wire = soap_new_so__RoleEntity(context.get());
  wire->RoleId = role.id;
  wire->Name = to_wire(context, role.name);
  wire->Tooltip = to_wire(context, role.tooltip);
  wire->RoleType = to_wire(role.type);
  wire->Deleted = role.deleted ? 1 : 0;
  wire->Rank = to_short(role.rank);
  wire->Created = role.stamp.registered;
  wire->UseCategories = role.use_categories ? 1 : 0;
  wire->CreatedBy = associate_carrier(context, store, role.stamp.registered_associate_id);
  wire->Updated = role.stamp.updated;
  wire->UpdatedBy = associate_carrier(context, store, role.stamp.updated_associate_id);
  wire->DataRights = data_rights_carrier(context, role.type, store.data_rights.list(role.id));
  return wire;
}

store::Role role_of_wire(const so__RoleEntity& wire) {
  store::Role role;
  role.id = wire.RoleId;
  role.name = text_of(wire.Name);
  role.tooltip = text_of(wire.Tooltip);
  role.rank = wire.Rank;
  role.type = from_wire(wire.RoleType);
  role.use_categories = wire.UseCategories != 0;
  return role;
}

}  // namespace emulator
