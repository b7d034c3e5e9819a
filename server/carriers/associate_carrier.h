#pragma once

#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

/// The light Associate that tells who made or changed a row: a deleted one by what is left of it.
/// Null: nobody, or one that is not even known as deleted.
so__Associate* associate_carrier(SoapContext& context, store::Store& store, int associate_id);

}  // namespace emulator
