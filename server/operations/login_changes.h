#pragma once

#include <string>

#include "server/gate/call.h"

namespace emulator {

/// A-NAME: name and user name of the associate and the search name of its password change
/// together. The name has been checked.
void rename_login(Call& call, store::Associate& associate, const std::string& name);

/// The password, if there is one, is found by the present user name from now on.
void rename_password(Call& call, const store::Associate& associate);

/// Replaces the password, by hash. Any text is one, none among it (A-PASSWORD-RULES). Tickets stay
/// good (A-PASSWORD-TICKETS).
void set_password(Call& call, const store::Associate& associate, const std::string& password);

/// A-ACTIVE: gives or takes the user licence without which an external user cannot log on.
void set_active(Call& call, const store::Associate& associate, bool active);

}  // namespace emulator
