#include "server/carriers/role_carrier.h"

#include "server/carriers/mdo_item.h"

namespace emulator {
namespace {

MdoRow row_of(const store::Role& role) {
  return {.id = role.id,
          .name = role.name,
          .tooltip = role.tooltip,
          .rank = role.rank,
          .deleted = role.deleted};
}

}  // namespace

so__Role* role_carrier(SoapContext& context, const store::Role& role) {
  so__Role* wire = soap_new_so__Role(context.get());
  wire->Id = role.id;
  wire->Value = to_wire(context, role.name);
  wire->Tooltip = to_wire(context, role.tooltip);
  return wire;
}

so__SelectableMDOListItem* role_list_item(SoapContext& context, const store::Role& role) {
  auto* wire = filled(context, soap_new_so__SelectableMDOListItem(context.get()), row_of(role));
  wire->LastChanged = store::null_date;
  return wire;
}

so__MDOListItem* role_flat_list_item(SoapContext& context, const store::Role& role) {
  return filled(context, soap_new_so__MDOListItem(context.get()), row_of(role));
}

}  // namespace emulator
