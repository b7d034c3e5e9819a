#pragma once

#include <string>
#include <string_view>

#include "tests/conformance/session.h"

namespace conformance {

constexpr std::string_view soap_1_2_uri = "http://www.w3.org/2003/05/soap-envelope";

/// GetUserInfo of the caller: it changes nothing, and what it answers is known.
Call ask_who(const Session& session);
/// That the answer to it is the caller.
void expect_who(const Session& session, const Answer& answer);

/// The message of a call as the session sends it.
std::string written(const Session& session, const Call& call);
/// With the first `from` replaced. \throws std::out_of_range when it is not there.
std::string changed(std::string text, std::string_view from, std::string_view to);
/// ASCII in UTF-16, the low byte first, without a byte order mark.
std::string utf16(std::string_view ascii);

}  // namespace conformance
