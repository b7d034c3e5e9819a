#include "server/carriers/role_carrier.h"

#include "server/carriers/wire.h"

namespace emulator {

so__Role* role_carrier(SoapContext& context, const store::Role& role) {
  so__Role* wire = soap_new_so__Role(context.get());
  wire->Id = role.id;
  wire->Value = to_wire(context, role.name);
  wire->Tooltip = to_wire(context, role.tooltip);
  return wire;
}

so__SelectableMDOListItem* role_list_item(SoapContext& context, const store::Role& role) {
  so__SelectableMDOListItem* wire = soap_new_so__SelectableMDOListItem(context.get());
  wire->Id = role.id;
  wire->Name = to_wire(context, role.name);
  wire->ToolTip = to_wire(context, role.tooltip);
  wire->Deleted = role.deleted;
  wire->Rank = role.rank;
  wire->Type = to_wire(context, "");
  wire->IconHint = to_wire(context, "");
  wire->LastChanged = store::null_date;
  wire->ExtraInfo = to_wire(context, "");
  wire->StyleHint = to_wire(context, "");
  wire->FullName = to_wire(context, role.name);
  return wire;
}

so__MDOListItem* role_flat_list_item(SoapContext& context, const store::Role& role) {
  so__MDOListItem* wire = soap_new_so__MDOListItem(context.get());
  wire->Id = role.id;
  wire->Name = to_wire(context, role.name);
  wire->ToolTip = to_wire(context, role.tooltip);
  wire->Deleted = role.deleted;
  wire->Rank = role.rank;
  wire->Type = to_wire(context, "");
  wire->IconHint = to_wire(context, "");
  wire->ExtraInfo = to_wire(context, "");
  wire->StyleHint = to_wire(context, "");
  wire->FullName = to_wire(context, role.name);
  return wire;
}

}  // namespace emulator
