#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emulator {

/// The texts of a message's parameters, those within others by their path, such as `UserId`,
/// `User/Name` and, one for each item, `FunctionalRightIds/int`. Elements that are nil, or hold
/// nothing, have an empty text. A message of a few MiB can have a million of them, each with a path
/// as long: the first 1000 are given, and none behind the one with which names and texts are more
/// than 256 KiB.
/// @param payload the operation's element, as RequestReader has it
std::vector<std::pair<std::string, std::string>> parameter_texts(std::string_view payload);

}  // namespace emulator
