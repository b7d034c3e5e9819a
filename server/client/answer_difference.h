#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace emulator {

/// Where two answers say something else, a line each, such as
/// `Body/GetUserInfoResponse/Response/UserName: 'a', now 'b'`. Empty: they are alike. As XML
/// prefixes, order of attributes, comments and blanks between elements make no difference; elements
/// named in `ignored` are not looked into. What is not XML is compared byte for byte.
/// @param ignored local names of elements that differ from call to call
std::vector<std::string> answer_differences(std::string_view recorded, std::string_view now,
                                            const std::set<std::string, std::less<>>& ignored);

}  // namespace emulator
