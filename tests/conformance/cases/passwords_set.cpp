#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

Call of_id(std::string_view operation, int id) { return Call(operation).number("AssociateId", id); }

Call set_from_name(const std::string& name) {
  return Call("SetPasswordFromName").text("AssociateName", name);
}

CONFORMANCE_CASE("SetPassword", "sets it, and asks for no old one", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_password_set(session, user,
                      of_id("SetPassword", user.id).text("Password", other_password));
}

CONFORMANCE_CASE("SetPassword", "a user may set its own", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-PASSWORD-OTHERS") {
  const OwnUser user = active_user(session);
  expect_password_set(session, user,
                      of_id("SetPassword", user.id)
                          .text("Password", other_password)
                          .ticket(ticket_of(session, user)));
}

CONFORMANCE_CASE("SetPassword", "a password that is absent, nil or empty is a blank one",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NIL-PASSWORD") {
  require_blank_passwords(session);
  const OwnUser user = active_user(session);
  for (const NoText& no : without_text("Password")) {
    const Call set = of_id("SetPassword", user.id);
    expect_text(session.call(Call(set).text("Password", other_password)), "", "true");
    expect_text(session.call(Call(set).xml(no.xml)), "", "true");
    expect_login(session, user.name, "");
  }
}

CONFORMANCE_CASE("SetPassword", "an id of nobody is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-NOT-FOUND") {
  expect_id_not_found(session, "SetPassword");
}

CONFORMANCE_CASE("SetPassword", "that of another user is refused to an external one",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OTHERS") {
  const OwnUser other = saved_user(session, "AnonymousAssociate");
  const std::string ticket = ticket_of(session, active_user(session));
  expect_refused(
      session.call(of_id("SetPassword", other.id).text("Password", other_password).ticket(ticket)),
      "SoIllegalOperationException", "Can only set own password");
}

CONFORMANCE_CASE("SetPassword", "a user whose type has no password is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OTHERS") {
  const OwnUser user = saved_user(session, "AnonymousAssociate");
  const Call set = of_id("SetPassword", user.id).text("Password", other_password);
  expect_refused(session.call(set), "SoInvalidArgumentException", wrong_type);
  expect_no_login(session, user.name, other_password);
}

CONFORMANCE_CASE("SetPassword", "a retired user is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-PASSWORD-OTHERS") {
  const OwnUser user = active_user(session);
  const auto retire = [&session, user](bool is_retired) {
    expect_success(session.call(of_id("MakeRetired", user.id).boolean("Retired", is_retired)));
  };
  retire(true);
  session.afterwards([retire] { retire(false); });
  expect_refused(session.call(of_id("SetPassword", user.id).text("Password", other_password)),
                 "SoIllegalOperationException",
                 "This associate is marked as a former employee and cannot be modified.");
  expect_text(session.call(of_id("CanChangePassword", user.id)), "", "false");
}

CONFORMANCE_CASE("SetPasswordFromName", "sets it, and asks for no old one",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_password_set(session, user, set_from_name(user.name).text("Password", other_password));
}

CONFORMANCE_CASE("SetPasswordFromName", "AssociateName may be in any case",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-CASE") {
  OwnUser user = active_user(session);
  user.name.replace(0, 1, "C");  // Of the run's prefix.
  expect_password_set(session, user, set_from_name(user.name).text("Password", other_password));
}

CONFORMANCE_CASE("SetPasswordFromName", "AssociateName is either of a user's two names",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-EITHER") {
  const auto [user, user_name] = user_of_two_names(session);
  expect_password_set(session, user, set_from_name(user_name).text("Password", other_password));
}

CONFORMANCE_CASE("SetPasswordFromName", "a name of nobody is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-NOT-FOUND") {
  expect_name_not_found(session, "SetPasswordFromName");
}

CONFORMANCE_CASE("SetPasswordFromName", "that of another user is refused to an external one",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OTHERS") {
  const OwnUser other = saved_user(session, "AnonymousAssociate");
  const std::string ticket = ticket_of(session, active_user(session));
  expect_refused(
      session.call(set_from_name(other.name).text("Password", other_password).ticket(ticket)),
      "SoIllegalOperationException", "Can only set own password");
}

CONFORMANCE_CASE("CanChangePassword", "is true of a user whom the caller manages",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  expect_text(session.call(of_id("CanChangePassword", active_user(session).id)), "", "true");
}

CONFORMANCE_CASE("CanChangePassword", "is true of oneself, and false of others",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  const std::string ticket = ticket_of(session, user);
  expect_text(session.call(of_id("CanChangePassword", user.id).ticket(ticket)), "", "true");
  expect_text(
      session.call(of_id("CanChangePassword", session.caller().associate_id).ticket(ticket)), "",
      "false");
}

CONFORMANCE_CASE("CanChangePassword", "is false of a user whose type has no password",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OTHERS") {
  expect_text(
      session.call(of_id("CanChangePassword", saved_user(session, "AnonymousAssociate").id)), "",
      "false");
}

CONFORMANCE_CASE("CanChangePassword", "is false of nobody", .source = Source::inferred,
                 .assumption = "A-GET-UNKNOWN") {
  expect_text(session.call(of_id("CanChangePassword", nobody)), "", "false");
  expect_text(session.call(Call("CanChangePassword")), "", "false");
}

}  // namespace
}  // namespace conformance
