#pragma once

#include <set>
#include <string>
#include <string_view>

#include "server/domain/principal.h"
#include "server/domain/settings.h"
#include "store/records.h"

namespace emulator {

/// The user licence without which an associate of this type cannot log on; empty: none is enough,
/// such users never log on. Source: the licences' documented names; that IsActive of an external
/// user is the licence is inferred (A-ACTIVE).
std::string_view login_license(store::AssociateType type);

/// A-ACTIVE: the licence is held and the associate is not retired. Anonymous users have no
/// password to log on with, whatever they hold.
bool can_log_on(store::AssociateType type, bool deleted, const std::set<std::string>& licenses);

/// What keeps a user who has proved its identity from being let in.
enum class LoginProblem { none, inactive, type_not_allowed };

/// A type that --allowed-user-types leaves out is refused first (documented). An anonymous user is
/// let in only as the one of --anonymous-user. `deleted`: the associate is retired.
LoginProblem login_problem(const Principal& user, bool deleted, const ServiceSettings& settings);

/// `CRM5/PASSWORD`: the table's value for the credential of a password (documented).
inline constexpr std::string_view password_credential = "CRM5/PASSWORD";

}  // namespace emulator
