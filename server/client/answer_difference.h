#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/client/http_call.h"

namespace emulator {

using ElementNames = std::set<std::string, std::less<>>;

/// Where two answers say something else, a line each, such as
/// `Body/GetUserInfoResponse/Response/UserName: 'a', now 'b'`. Empty: they are alike. As XML
/// prefixes, order of attributes, comments and blanks between elements make no difference; elements
/// named in `ignored` are not looked into. What is not XML is compared byte for byte.
/// @param ignored local names of elements that differ from call to call
/// @param word what stands before the second answer's part, in place of `now`
std::vector<std::string> answer_differences(std::string_view recorded, std::string_view now,
                                            const ElementNames& ignored,
                                            std::string_view word = "now");

/// The same, with a line for the status of HTTP first, where that differs.
std::vector<std::string> reply_differences(const HttpReply& recorded, const HttpReply& now,
                                           const ElementNames& ignored,
                                           std::string_view word = "now");

/// Elements that differ from call to call on any server: tickets, times.
ElementNames volatile_elements();

}  // namespace emulator
