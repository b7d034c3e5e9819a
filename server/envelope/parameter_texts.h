#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emulator {

/// The texts of a message's parameters, those within others by their path, such as `UserId`,
/// `User/Name` and, one for each item, `FunctionalRightIds/int`. Elements that are nil, or hold
/// nothing, have an empty text.
/// @param payload the operation's element, as RequestReader has it
std::vector<std::pair<std::string, std::string>> parameter_texts(std::string_view payload);

}  // namespace emulator
