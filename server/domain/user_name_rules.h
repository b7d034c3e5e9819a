#pragma once

#include <string>
#include <string_view>

namespace emulator {

/// Two names with the same key are the same user name: Unicode case folding, as far as case goes
/// (`Øre` and `øre` are one, `Ore` is another). Source: names are unique (unique index of the
/// associate table, documented) and log-in ignores case (a real answer shows `Adm0` become `ADM0`);
/// that all else does, and beyond ASCII, is A-NAME-CASE.
std::string user_name_key(std::string_view name);

/// What is wrong with a user name, whoever has it.
enum class UserNameProblem { none, empty, too_long };

/// At most 239 code points: `associate.name` is String(239), documented. Any character is
/// accepted: the web admin client sets no limits on the user ID, documented.
UserNameProblem check_user_name(std::string_view name);

/// Throws the fault that goes with the problem (A-ARGUMENT), if there is one. `argument` is what
/// the call names the name.
void require_user_name(std::string_view name, const std::string& argument = "UserName");

}  // namespace emulator
