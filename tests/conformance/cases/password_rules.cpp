#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

// Rules differ from one installation to the next: what is looked at is whether the operations
// agree, with passwords that are likely to be refused somewhere.
const std::string passwords[] = {"a", "password", "12345678", other_password, "\xC3\xA6\xC3\xB8"};

Call about(std::string_view operation, const std::string& password) {
  return Call(operation)
      .number("AssociateId", 0)
      .text("Type", "ExternalAssociate")
      .number("PersonId", 0)
      .text("Password", password);
}

CONFORMANCE_CASE("IsPasswordValid", "a password of all kinds of letters is valid",
                 .source = Source::inferred, .assumption = "A-PASSWORD-VALID") {
  expect_text(session.call(about("IsPasswordValid", other_password)), "", "true");
}

CONFORMANCE_CASE("IsPasswordValidWithReason", "a valid password has no Reason",
                 .source = Source::inferred, .assumption = "A-PASSWORD-VALID") {
  const Answer answer = session.call(about("IsPasswordValidWithReason", other_password));
  expect_text(answer, "Result", "true");
  expect_text(answer, "Reason", "");
}

CONFORMANCE_CASE("IsPasswordValidWithReason", "says what IsPasswordValid says, and why not",
                 .source = Source::inferred, .assumption = "A-PASSWORD-VALID") {
  for (const std::string& password : passwords) {
    const Answer reason = session.call(about("IsPasswordValidWithReason", password));
    expect_text(session.call(about("IsPasswordValid", password)), "", reason.text("Result"));
    expect_equal("whether '" + password + "' has no Reason", reason.text("Reason").empty(),
                 reason.text("Result") == "true");
  }
}

CONFORMANCE_CASE("IsPasswordValid", "AssociateId, Type and PersonId are not looked at",
                 .source = Source::inferred, .assumption = "A-PASSWORD-VALID") {
  for (const std::string& password : passwords) {
    const std::string verdict = session.call(about("IsPasswordValid", password)).text();
    expect_text(session.call(Call("IsPasswordValid")
                                 .number("AssociateId", nobody)
                                 .text("Type", "AnonymousAssociate")
                                 .number("PersonId", nobody)
                                 .text("Password", password)),
                "", verdict);
    expect_text(session.call(Call("IsPasswordValid").text("Password", password)), "", verdict);
  }
}

CONFORMANCE_CASE("IsPasswordValid", "a password that is absent or nil is an empty one",
                 .source = Source::inferred, .assumption = "A-PASSWORD-VALID") {
  const std::string verdict = session.call(about("IsPasswordValid", "")).text();
  for (const NoText& no : without_text("Password")) {
    expect_text(session.call(Call("IsPasswordValid").xml(no.xml)), "", verdict);
  }
}

/// That a call with the password does what IsPasswordValidWithReason says: it succeeds, or is
/// refused with its Reason.
void expect_as_judged(Session& session, const std::string& password, const Call& call) {
  const Answer reason = session.call(about("IsPasswordValidWithReason", password));
  const Answer answer = session.call(call);
  if (reason.text("Result") == "true") {
    expect_success(answer);
  } else {
    expect_refused(answer, "SoInvalidPasswordException", reason.text("Reason"));
  }
}

CONFORMANCE_CASE("SetPassword", "takes the passwords that IsPasswordValid calls valid",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-RULES") {
  const OwnUser user = active_user(session);
  for (const std::string& password : passwords) {
    expect_as_judged(session, password,
                     Call("SetPassword").number("AssociateId", user.id).text("Password", password));
  }
}

CONFORMANCE_CASE("SetExternalUserInfo", "takes the passwords that IsPasswordValid calls valid",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-RULES") {
  const OwnUser user = active_user(session);
  for (const std::string& password : passwords) {
    expect_as_judged(session, password,
                     Call("SetExternalUserInfo")
                         .number("AssociateId", user.id)
                         .text("Password", password)
                         .text("ExternalUserInfoModification", "Password"));
  }
}

CONFORMANCE_CASE("ChangeOwnPassword", "takes the passwords that IsPasswordValid calls valid",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-RULES") {
  OwnUser user = active_user(session);
  const std::string ticket = ticket_of(session, user);
  for (const std::string& password : passwords) {
    expect_as_judged(session, password,
                     Call("ChangeOwnPassword")
                         .text("OldPassword", user.password)
                         .text("NewPassword", password)
                         .ticket(ticket));
    if (!session.log_in(user.name, password).empty()) user.password = password;
  }
}

CONFORMANCE_CASE("IsPasswordValid", "external users may ask", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-ACCESS") {
  const OwnUser user = active_user(session);
  const std::string ticket = ticket_of(session, user);
  expect_success(session.call(about("IsPasswordValid", "a").ticket(ticket)));
  expect_success(session.call(about("IsPasswordValidWithReason", "a").ticket(ticket)));
  expect_success(
      session.call(Call("CanChangePassword").number("AssociateId", user.id).ticket(ticket)));
}

}  // namespace
}  // namespace conformance
