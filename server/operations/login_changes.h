#pragma once

#include <string>

#include "server/gate/call.h"

namespace emulator {

/// A-NAME: name and user name of the associate and the search name of its password change
/// together. The name has been checked.
void rename_login(Call& call, store::Associate& associate, const std::string& name);

/// The password, if there is one, is found by the present user name from now on.
void rename_password(Call& call, const store::Associate& associate);

/// Whether it is the user's password. Nothing is that of a user without one.
bool has_password(Call& call, int associate_id, const std::string& password);

/// Throws a Fault unless the text may become a password by the installation's rules.
void require_new_password(Call& call, const std::string& password);

/// Replaces the password, by hash; it has been checked. Tickets stay good (A-PASSWORD-TICKETS).
void set_password(Call& call, const store::Associate& associate, const std::string& password);

/// Gives the user a password that is made up, and returns it in clear (A-GENERATE).
std::string set_generated_password(Call& call, const store::Associate& associate);

/// A-ACTIVE: gives or takes the user licence without which an external user cannot log on.
void set_active(Call& call, const store::Associate& associate, bool active);

}  // namespace emulator
