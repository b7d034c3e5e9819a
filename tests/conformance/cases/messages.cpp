#include "tests/conformance/cases/messages.h"

#include "tests/conformance/expect.h"

namespace conformance {

Call ask_who(const Session& session) {
  return Call("GetUserInfo").number("UserInfoId", session.caller().associate_id);
}

void expect_who(const Session& session, const Answer& answer) {
  expect_number(answer, "UserInfoId", session.caller().associate_id);
}

std::string written(const Session& session, const Call& call) {
  return call.envelope(session.ticket(), session.options().application_token);
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

std::string utf16(std::string_view ascii) {
  std::string text;
  for (const char c : ascii) {
    text += c;
    text += '\0';
  }
  return text;
}

}  // namespace conformance
