#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"
#include "tests/conformance/typed.h"

namespace conformance {
namespace {

Call of_id(std::string_view operation, int id) { return Call(operation).number("AssociateId", id); }

Call of_name(std::string_view operation, const std::string& name) {
  return Call(operation).text("AssociateName", name);
}

Call to_password(Call call, const std::string& old_password, const std::string& new_password) {
  return call.text("OldPassword", old_password).text("NewPassword", new_password);
}

/// Response false, without an error, and the user has the password that it had.
void expect_not_changed(Session& session, const OwnUser& user, const Call& call) {
  expect_text(session.call(call), "", "false");
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("ChangePassword", "with the old password the new one is set",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_password_set(session, user,
                      to_password(of_id("ChangePassword", user.id), user.password, other_password));
}

CONFORMANCE_CASE("ChangePassword", "administrators may leave the old password blank",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_password_set(session, user,
                      to_password(of_id("ChangePassword", user.id), "", other_password));
}

CONFORMANCE_CASE("ChangePassword", "administrators may leave the old password out, or nil",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OLD") {
  const OwnUser user = active_user(session);
  for (const NoText& no : without_text("OldPassword")) {
    const std::string password = other_password + std::string(no.how);
    expect_text(
        session.call(of_id("ChangePassword", user.id).xml(no.xml).text("NewPassword", password)),
        "", "true");
    expect_login(session, user.name, password);
  }
}

CONFORMANCE_CASE("ChangePassword", "a wrong old password is false, to an administrator too",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OLD") {
  const OwnUser user = active_user(session);
  expect_not_changed(session, user,
                     to_password(of_id("ChangePassword", user.id), "wrong", other_password));
}

CONFORMANCE_CASE("ChangePassword", "passwords that differ in case are two",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  std::string in_other_case = user.password;
  in_other_case.replace(0, 1, "p");
  expect_no_login(session, user.name, in_other_case);
  expect_not_changed(session, user,
                     to_password(of_id("ChangePassword", user.id), in_other_case, other_password));
}

CONFORMANCE_CASE("ChangePassword", "a user changes its own with the old one, not with a blank",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OLD") {
  const OwnUser user = active_user(session);
  const Call change = of_id("ChangePassword", user.id).ticket(ticket_of(session, user));
  expect_not_changed(session, user, to_password(change, "", other_password));
  expect_password_set(session, user, to_password(change, user.password, other_password));
}

CONFORMANCE_CASE("ChangePassword", "a new password that is absent, nil or empty is a blank one",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NIL-PASSWORD") {
  require_blank_passwords(session);
  const OwnUser user = active_user(session);
  for (const NoText& no : without_text("NewPassword")) {
    const Call change = of_id("ChangePassword", user.id).text("OldPassword", "");
    expect_text(session.call(Call(change).text("NewPassword", other_password)), "", "true");
    expect_text(session.call(Call(change).xml(no.xml)), "", "true");
    expect_login(session, user.name, "");
  }
}

CONFORMANCE_CASE("ChangePassword", "an id of nobody is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-NOT-FOUND") {
  expect_id_not_found(session, "ChangePassword");
}

CONFORMANCE_CASE("ChangePassword", "that of another user is refused to an external one",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OTHERS") {
  const OwnUser other = saved_user(session, "AnonymousAssociate");
  const std::string ticket = ticket_of(session, active_user(session));
  expect_refused(
      session.call(
          to_password(of_id("ChangePassword", other.id), "", other_password).ticket(ticket)),
      "SoIllegalOperationException", "Can only set own password");
}

CONFORMANCE_CASE("ChangePassword", "gSOAP's generated proxy changes a password",
                 .source = Source::wsdl, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  Typed typed(session);
  auto& request = typed.make<_so__ChangePassword>();
  request.AssociateId = user.id;
  request.OldPassword = typed.text(user.password);
  request.NewPassword = typed.text(other_password);
  const auto& answer = typed.call(&Typed::Proxy::ChangePassword, request);
  expect(typed.succeeded() && answer.Response, "the password is not changed");
  expect_login(session, user.name, other_password);
}

CONFORMANCE_CASE("ChangePasswordFromName", "with the old password the new one is set",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_password_set(
      session, user,
      to_password(of_name("ChangePasswordFromName", user.name), user.password, other_password));
}

CONFORMANCE_CASE("ChangePasswordFromName", "administrators may leave the old password blank",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_password_set(
      session, user, to_password(of_name("ChangePasswordFromName", user.name), "", other_password));
}

CONFORMANCE_CASE("ChangePasswordFromName", "a wrong old password is false",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OLD") {
  const OwnUser user = active_user(session);
  expect_not_changed(
      session, user,
      to_password(of_name("ChangePasswordFromName", user.name), "wrong", other_password));
}

CONFORMANCE_CASE("ChangePasswordFromName", "a name of nobody is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  expect_name_not_found(session, "ChangePasswordFromName");
}

CONFORMANCE_CASE("ChangeOwnPassword", "with the old password the new one is set",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  const Call change = Call("ChangeOwnPassword").ticket(ticket_of(session, user));
  expect_password_set(session, user, to_password(change, user.password, other_password));
}

CONFORMANCE_CASE("ChangeOwnPassword", "a wrong or a blank old password is false",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OLD") {
  const OwnUser user = active_user(session);
  const Call change = Call("ChangeOwnPassword").ticket(ticket_of(session, user));
  expect_not_changed(session, user, to_password(change, "wrong", other_password));
  expect_not_changed(session, user, to_password(change, "", other_password));
  expect_not_changed(session, user, Call(change).text("NewPassword", other_password));
}

CONFORMANCE_CASE("ChangeOwnPassword", "the ticket works on", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-PASSWORD-TICKETS") {
  const OwnUser user = active_user(session);
  const std::string ticket = ticket_of(session, user);
  const Call change = Call("ChangeOwnPassword").ticket(ticket);
  expect_text(session.call(to_password(change, user.password, other_password)), "", "true");
  expect_text(session.call(to_password(change, other_password, user.password)), "", "true");
  expect_unchanged(session, user);
}

}  // namespace
}  // namespace conformance
