#include "server/carriers/user_group_carrier.h"

#include "server/carriers/wire.h"

namespace emulator {

so__UserGroup* user_group_carrier(SoapContext& context, const store::UserGroup& group) {
  so__UserGroup* wire = soap_new_so__UserGroup(context.get());
  wire->Id = group.id;
  wire->Value = to_wire(context, group.name);
  wire->Tooltip = to_wire(context, group.tooltip);
  wire->Rank = to_short(group.rank);
  wire->Deleted = group.deleted ? 1 : 0;  // A short until Services86, a boolean from 87 on.
  return wire;
}

store::UserGroup user_group_of_wire(const so__UserGroup& wire) {
  store::UserGroup group;
  group.id = wire.Id;
  group.name = text_of(wire.Value);
  group.rank = wire.Rank;
  group.tooltip = text_of(wire.Tooltip);
  group.deleted = wire.Deleted != 0;
  return group;
}

}  // namespace emulator
