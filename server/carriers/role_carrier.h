#pragma once

#include "server/envelope/soap_context.h"
#include "store/records.h"

namespace emulator {

/// The light Role: id, name as Value, tooltip.
so__Role* role_carrier(SoapContext& context, const store::Role& role);

/// A role as a row of the MDO list "roles".
so__SelectableMDOListItem* role_list_item(SoapContext& context, const store::Role& role);

/// The same where the list is not for choosing.
so__MDOListItem* role_flat_list_item(SoapContext& context, const store::Role& role);

}  // namespace emulator
