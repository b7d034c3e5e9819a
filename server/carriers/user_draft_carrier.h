#pragma once

#include "server/domain/user_draft.h"
#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

/// A User that is not stored, as a client is to fill it in and save it.
so__User* user_draft_carrier(SoapContext& context, store::Store& store, const UserDraft& draft);

/// What a client wants stored. What it only reads is passed over: log-in times, IsPersonRetired,
/// IsOnTravel, PostSaveCommands, and of Person, Role and groups all but the id. Type Unknown counts
/// as the default type: who cares asks before.
UserDraft user_draft_of_wire(const so__User& wire);

}  // namespace emulator
