#pragma once

#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

/// What GetSystemInfo tells of the installation: the owner company, its licences, and versions
/// that say plainly that this is an emulator. Dates without meaning here are the null date.
/// A-SYSTEM-INFO.
so__SoSystemInfoCarrier* system_info_carrier(SoapContext& context, store::Store& store);

}  // namespace emulator
