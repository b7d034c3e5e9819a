#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"
#include "tests/conformance/typed.h"

namespace conformance {
namespace {

constexpr std::string_view invalid = "SoInvalidArgumentException";
const std::string flags = "ExternalUserInfoModification";

Call set_info(int id) { return Call("SetExternalUserInfo").number("AssociateId", id); }

Call renaming(int id, const std::string& name) {
  return set_info(id).text("UserName", name).text(flags, "UserName");
}

Call activation(int id, bool is_active) {
  return set_info(id).boolean("IsActive", is_active).text(flags, "Active");
}

CONFORMANCE_CASE("SetExternalUserInfo", "flag UserName gives both names, and the log-in that name",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME") {
  const OwnUser own = active_user(session);
  const std::string name = session.fresh_name();
  expect_success(session.call(renaming(own.id, name)));
  const Answer user = user_of(session, own.id);
  expect_text(user, "Name", name);
  expect_text(user, "UserName", name);
  expect_login(session, name, own.password);
  expect_no_login(session, own.name, own.password);
}

CONFORMANCE_CASE("SetExternalUserInfo", "a name keeps letters beyond ASCII, and those of XML",
                 .source = Source::wsdl, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  const std::string name = session.fresh_name() + " \xC3\x85se & <\xC3\x98>";
  expect_success(session.call(renaming(user.id, name)));
  expect_text(info_of(session, user.id), "UserName", name);
  expect_login(session, name, user.password);
}

CONFORMANCE_CASE("SetExternalUserInfo", "a name that is absent, nil or empty is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NIL-NAME") {
  const OwnUser user = active_user(session);
  for (const NoText& no : without_text("UserName")) {
    expect_refused(session.call(set_info(user.id).xml(no.xml).text(flags, "UserName")), invalid,
                   name_empty);
  }
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("SetExternalUserInfo", "a name that another user has is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ARGUMENT") {
  const OwnUser user = active_user(session);
  expect_refused(session.call(renaming(user.id, session.caller().name)), invalid, name_taken);
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("SetExternalUserInfo", "a user may be given its own name, and in other case",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-CASE") {
  OwnUser user = active_user(session);
  expect_success(session.call(renaming(user.id, user.name)));
  user.name.replace(0, 1, "C");  // Of the run's prefix.
  expect_success(session.call(renaming(user.id, user.name)));
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("SetExternalUserInfo", "a name that begins as a ticket does is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-VALID") {
  const OwnUser user = active_user(session);
  for (const char* head : {"7T:", "7t:", "8A:"}) {
    expect_refused(session.call(renaming(user.id, head + session.fresh_name())), invalid,
                   "Invalid user name");
  }
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("SetExternalUserInfo", "a password that is absent, nil or empty is a blank one",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NIL-PASSWORD") {
  require_blank_passwords(session);
  const OwnUser user = active_user(session);
  for (const NoText& no : without_text("Password")) {
    expect_success(
        session.call(set_info(user.id).text("Password", other_password).text(flags, "Password")));
    expect_success(session.call(set_info(user.id).xml(no.xml).text(flags, "Password")));
    expect_login(session, user.name, "");
    expect_no_login(session, user.name, other_password);
  }
}

CONFORMANCE_CASE("SetExternalUserInfo", "a role that is not for external users is refused",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  for (const int role : {session.caller().role_id, nobody, -1}) {
    expect_refused(session.call(set_info(user.id).number("RoleId", role).text(flags, "Role")));
  }
  expect_number(user_of(session, user.id), "Role/Id", session.external_role());
}

CONFORMANCE_CASE("SetExternalUserInfo", "RoleId that is absent is 0, which is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ABSENT-VALUE") {
  const OwnUser user = active_user(session);
  expect_refused(session.call(set_info(user.id).text(flags, "Role")), invalid);
  expect_number(user_of(session, user.id), "Role/Id", session.external_role());
}

CONFORMANCE_CASE("SetExternalUserInfo", "IsActive that is absent is false",
                 .source = Source::platform, .writes = true, .needs_rights = true,
                 .assumption = "A-ABSENT-VALUE") {
  const OwnUser user = active_user(session);
  expect_success(session.call(set_info(user.id).text(flags, "Active")));
  expect_text(info_of(session, user.id), "CanLogon", "false");
}

CONFORMANCE_CASE("SetExternalUserInfo", "IsActive is the licence to log in",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACTIVE") {
  const OwnUser user = active_user(session);
  const auto is_licensed = [&] {
    const std::string all = info_of(session, user.id).text("GrantedLicenses");
    return all.find(login_license) != std::string::npos;
  };
  expect(is_licensed(), "an active user does not have superoffice.extern-user-cal");
  expect_success(session.call(activation(user.id, false)));
  expect(!is_licensed(), "an inactive user has superoffice.extern-user-cal");
  expect_success(session.call(activation(user.id, true)));
  expect(is_licensed(), "a user made active again does not have superoffice.extern-user-cal");
}

CONFORMANCE_CASE("SetExternalUserInfo", "a ticket stops while the user is not active",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACTIVE") {
  const OwnUser user = active_user(session);
  const Call use =
      Call("GetUserInfo").number("UserInfoId", user.id).ticket(ticket_of(session, user));
  expect_success(session.call(activation(user.id, false)));
  expect_refused(session.call(use), "SoSessionException", "Authentication failed!");
  expect_success(session.call(activation(user.id, true)));
  expect_success(session.call(use));
}

CONFORMANCE_CASE("SetExternalUserInfo", "a ticket works on with another name and password",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-TICKETS") {
  const OwnUser user = active_user(session);
  const std::string ticket = ticket_of(session, user);
  expect_success(session.call(set_info(user.id)
                                  .text("UserName", session.fresh_name())
                                  .text("Password", other_password)
                                  .text(flags, "UserName Password")));
  expect_success(session.call(Call("GetUserInfo").number("UserInfoId", user.id).ticket(ticket)));
}

CONFORMANCE_CASE("SetExternalUserInfo", "one wrong value, and nothing is changed",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CHECK-ORDER") {
  const OwnUser user = active_user(session);
  expect_refused(session.call(set_info(user.id)
                                  .text("UserName", session.fresh_name())
                                  .text("Password", other_password)
                                  .boolean("IsActive", false)
                                  .number("RoleId", nobody)
                                  .text(flags, "UserName Password Role Active")),
                 invalid);
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("SetExternalUserInfo", "of two wrong values the name is told, not the role",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CHECK-ORDER") {
  const OwnUser user = active_user(session);
  expect_refused(session.call(set_info(user.id)
                                  .text("UserName", session.caller().name)
                                  .number("RoleId", nobody)
                                  .text(flags, "Role UserName")),
                 invalid, name_taken);
}

CONFORMANCE_CASE("SetExternalUserInfo", "an id of nobody is refused, without a flag too",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  expect_id_not_found(session, "SetExternalUserInfo");
  expect_refused(session.call(activation(nobody, true)), "SoNotFoundException");
}

CONFORMANCE_CASE("SetExternalUserInfo", "a user of another type is refused, without a flag too",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ARGUMENT") {
  const OwnUser user = saved_user(session, "AnonymousAssociate");
  expect_refused(session.call(renaming(user.id, session.fresh_name())), invalid, wrong_type);
  expect_refused(session.call(set_info(user.id)), invalid, wrong_type);
  expect_text(info_of(session, user.id), "UserName", user.name);
}

CONFORMANCE_CASE("SetExternalUserInfo", "gSOAP's generated proxy joins flags",
                 .source = Source::wsdl, .writes = true, .needs_rights = true) {
  using Flag = so__ExternalUserInfoModification;
  const OwnUser user = active_user(session);
  Typed typed(session);
  auto& request = typed.make<_so__SetExternalUserInfo>();
  request.AssociateId = user.id;
  request.UserName = typed.text(session.fresh_name());
  request.Password = typed.text(other_password);
  request.IsActive = false;
  request.ExternalUserInfoModification =
      static_cast<Flag>(static_cast<int>(Flag::UserName) | static_cast<int>(Flag::Password));
  typed.call(&Typed::Proxy::SetExternalUserInfo, request);
  expect(typed.succeeded(), "Succeeded is not true");
  expect_login(session, *request.UserName, other_password);
}

}  // namespace
}  // namespace conformance
