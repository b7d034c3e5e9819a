#pragma once

#include "server/envelope/soap_context.h"
#include "store/records.h"

namespace emulator {

/// A functional right as a row of the MDO list "functionrights": its code is the ExtraInfo
/// (documented). The table has no rank.
so__SelectableMDOListItem* function_right_list_item(SoapContext& context,
                                                    const store::FunctionRight& right,
                                                    bool selected);

}  // namespace emulator
