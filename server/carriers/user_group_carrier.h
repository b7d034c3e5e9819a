#pragma once

#include "server/envelope/soap_context.h"
#include "store/records.h"

namespace emulator {

so__UserGroup* user_group_carrier(SoapContext& context, const store::UserGroup& group);

}  // namespace emulator
