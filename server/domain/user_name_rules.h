#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/domain/fault.h"

namespace emulator {

/// Two names with the same key are the same user name: Unicode case folding, as far as case goes
/// (`Øre` and `øre` are one, `Ore` is another). Source: names are unique (unique index of the
/// associate table, documented) and log-in ignores case (a real answer shows `Adm0` become `ADM0`);
/// that all else does, and beyond ASCII, is A-NAME-CASE.
std::string user_name_key(std::string_view name);

/// What is wrong with a user name, whoever has it.
enum class UserNameProblem { none, empty, too_long, like_ticket };

/// In code points: `associate.name` is String(239), documented.
inline constexpr int user_name_length_max = 239;

/// Any character is accepted: the web admin client sets no limits on the user ID, documented. But
/// a name that begins as a ticket does, in any case, could never log in, since a ticket may be
/// given for the name (documented); that it is refused is A-NAME-VALID.
UserNameProblem check_user_name(std::string_view name);

/// The fault that goes with the problem (A-ARGUMENT), if there is one. `argument` is what the call
/// names the name.
std::optional<Fault> user_name_fault(std::string_view name,
                                     const std::string& argument = "UserName");

/// Throws it.
void require_user_name(std::string_view name, const std::string& argument = "UserName");

}  // namespace emulator
