#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

constexpr std::string_view illegal = "SoIllegalOperationException";
const std::string admin_license = "superoffice.admin-extern-user";

/// SetExternalUserInfo that makes the user active, which it is.
Call change_of(const OwnUser& user) {
  return Call("SetExternalUserInfo")
      .number("AssociateId", user.id)
      .boolean("IsActive", true)
      .text("ExternalUserInfoModification", "Active");
}

/// Lets it manage external users of its company, or no longer.
void license(Session& session, const OwnUser& user, bool is_administrator) {
  give_licenses(session, user,
                is_administrator ? std::vector<std::string>{login_license, admin_license}
                                 : std::vector<std::string>{login_license});
}

CONFORMANCE_CASE("CreateExternalUser", "is refused to an external user", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-RIGHTS") {
  const OwnUser user = active_user(session);
  expect_refused(
      create(session, creation(session, session.fresh_name()).ticket(ticket_of(session, user))),
      illegal, not_permitted);
}

CONFORMANCE_CASE("DeleteExternalUser", "is refused to an external user, who stays",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RIGHTS") {
  const OwnUser user = active_user(session);
  expect_refused(session.call(Call("DeleteExternalUser")
                                  .number("AssociateId", user.id)
                                  .ticket(ticket_of(session, user))),
                 illegal, not_permitted);
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("SetExternalUserInfo", "is refused to an external user, who stays as it is",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RIGHTS") {
  const OwnUser user = active_user(session);
  expect_refused(session.call(Call("SetExternalUserInfo")
                                  .number("AssociateId", user.id)
                                  .text("UserName", session.fresh_name())
                                  .text("Password", other_password)
                                  .text("ExternalUserInfoModification", "UserName Password")
                                  .ticket(ticket_of(session, user))),
                 illegal, not_permitted);
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("SetExternalUserInfo", "rights are looked at before all other things",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CHECK-ORDER") {
  const OwnUser user = active_user(session);
  expect_refused(session.call(Call("SetExternalUserInfo")
                                  .number("AssociateId", nobody)
                                  .text("ExternalUserInfoModification", "UserName")
                                  .ticket(ticket_of(session, user))),
                 illegal, not_permitted);
}

CONFORMANCE_CASE("GenerateNewPasswordForExternalUser", "is refused to an external user",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RIGHTS") {
  const OwnUser user = active_user(session);
  expect_refused(session.call(Call("GenerateNewPasswordForExternalUser")
                                  .text("AssociateName", user.name)
                                  .ticket(ticket_of(session, user))),
                 illegal, not_permitted);
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("SetExternalUserInfo", "an external user with the licence manages its company",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RIGHTS") {
  const OwnUser user = active_user(session);
  license(session, user, true);
  const std::string ticket = ticket_of(session, user);
  if (user_of(session, user.id).number("Person/ContactId") == 0) {
    throw LeftOut("the person is of no company");
  }
  expect_success(session.call(change_of(user).ticket(ticket)));
}

CONFORMANCE_CASE("SetExternalUserInfo", "who has a ticket gains and loses the right at once",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RIGHTS-AT-ONCE") {
  const OwnUser user = active_user(session);
  const Call change = change_of(user).ticket(ticket_of(session, user));
  license(session, user, true);
  expect_success(session.call(change));
  license(session, user, false);
  expect_refused(session.call(change), illegal, not_permitted);
}

CONFORMANCE_CASE("SetExternalUserInfo", "nobody changes its own role", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-ONESELF") {
  const OwnUser user = active_user(session);
  const int other = other_external_role(session);
  license(session, user, true);
  expect_refused(session.call(Call("SetExternalUserInfo")
                                  .number("AssociateId", user.id)
                                  .number("RoleId", other)
                                  .text("ExternalUserInfoModification", "Role")
                                  .ticket(ticket_of(session, user))),
                 illegal,
                 "You cannot change your own role; this might make it impossible to log in to "
                 "SuperOffice Administration again.");
  expect_number(user_of(session, user.id), "Role/Id", session.external_role());
}

CONFORMANCE_CASE("DeleteExternalUser", "nobody deletes itself", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-ONESELF") {
  const OwnUser user = active_user(session);
  license(session, user, true);
  expect_refused(session.call(Call("DeleteExternalUser")
                                  .number("AssociateId", user.id)
                                  .ticket(ticket_of(session, user))),
                 illegal, "The current user cannot delete him/herself");
  expect_unchanged(session, user);
}

}  // namespace
}  // namespace conformance
