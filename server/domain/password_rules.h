#pragma once

#include <optional>
#include <string_view>

#include "server/domain/fault.h"
#include "store/records.h"

namespace emulator {

/// What is wrong with a text as a password by an installation's policy; none: nothing. Lengths are
/// in code points, letters and digits those of Unicode, and special is what is neither. That
/// NetServer keeps such a table is documented, what it asks of these operations is not
/// (A-PASSWORD-RULES).
std::optional<Fault> password_fault(std::string_view password, const store::PasswordRules& rules);

/// Throws it.
void require_password(std::string_view password, const store::PasswordRules& rules);

}  // namespace emulator
