#pragma once

#include <optional>

#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

/// The commands that clients offer for users of this type (none: of no known type), for
/// GetUserCommands and User.PostSaveCommands alike (A-USER-COMMANDS).
so__ArrayOfCustomCommand* user_commands_carrier(SoapContext& context, store::Store& store,
                                                std::optional<store::AssociateType> type);

}  // namespace emulator
