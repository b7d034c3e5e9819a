#include "server/carriers/function_right_carrier.h"

#include "server/carriers/mdo_item.h"

namespace emulator {

so__SelectableMDOListItem* function_right_list_item(SoapContext& context,
                                                    const store::FunctionRight& right,
                                                    bool selected) {
  auto* wire = filled(context, soap_new_so__SelectableMDOListItem(context.get()),
                      {.id = right.id, .name = right.text, .extra_info = right.name});
  wire->Selected = selected;
  wire->LastChanged = store::null_date;
  return wire;
}

}  // namespace emulator
