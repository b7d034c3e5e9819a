#include "server/carriers/function_right_carrier.h"

#include "server/carriers/wire.h"

namespace emulator {

so__SelectableMDOListItem* function_right_list_item(SoapContext& context,
                                                    const store::FunctionRight& right,
                                                    bool selected) {
  so__SelectableMDOListItem* wire = soap_new_so__SelectableMDOListItem(context.get());
  wire->Id = right.id;
  wire->Name = to_wire(context, right.text);
  wire->ToolTip = to_wire(context, "");
  wire->Type = to_wire(context, "");
  wire->IconHint = to_wire(context, "");
  wire->Selected = selected;
  wire->LastChanged = store::null_date;
  wire->ExtraInfo = to_wire(context, right.name);
  wire->StyleHint = to_wire(context, "");
  wire->FullName = to_wire(context, right.text);
  return wire;
}

}  // namespace emulator
