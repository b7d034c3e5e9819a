#pragma once

#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

/// The role with its data rights, and who made and changed it. Id 0: one that is not stored yet.
/// Created and Updated are UTC (documented).
so__RoleEntity* role_entity_carrier(SoapContext& context, store::Store& store,
                                    const store::Role& role);

/// What of it a client may set: id, name, tooltip, rank, UseCategories, and the type of a new one.
store::Role role_of_wire(const so__RoleEntity& wire);

}  // namespace emulator
