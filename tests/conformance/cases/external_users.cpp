#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"
#include "tests/conformance/typed.h"

namespace conformance {
namespace {

constexpr std::string_view invalid = "SoInvalidArgumentException";

CONFORMANCE_CASE("CreateExternalUser", "makes a user of the person, who can log in",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  require_logins(session);
  const std::string name = session.fresh_name();
  const Answer made = create(session, creation(session, name));
  expect_success(made);
  const Answer info = info_of(session, made.number());
  expect_number(info, "UserInfoId", made.number());
  expect_text(info, "UserName", name);
  expect_text(info, "UserType", "ExternalAssociate");
  expect_number(info, "PersonId", session.person());
  expect_number(info, "UserGroupId", 0);
  expect_text(info, "CanLogon", "true");
  expect_login(session, name, other_password);
}

CONFORMANCE_CASE("CreateExternalUser", "with IsActive false makes a user who cannot log in",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const std::string name = session.fresh_name();
  const Answer made = create(session, creation(session)
                                          .text("UserName", name)
                                          .text("Password", other_password)
                                          .number("RoleId", session.external_role())
                                          .boolean("IsActive", false));
  expect_success(made);
  expect_text(info_of(session, made.number()), "CanLogon", "false");
  expect_no_login(session, name, other_password);
}

CONFORMANCE_CASE("CreateExternalUser", "IsActive that is absent is false",
                 .source = Source::platform, .writes = true, .needs_rights = true,
                 .assumption = "A-ABSENT-VALUE") {
  const Answer made = create(session, creation(session)
                                          .text("UserName", session.fresh_name())
                                          .text("Password", other_password)
                                          .number("RoleId", session.external_role()));
  expect_success(made);
  expect_text(info_of(session, made.number()), "CanLogon", "false");
}

CONFORMANCE_CASE("CreateExternalUser", "both names are the one given, Tooltip is the person's name",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CREATE") {
  const std::string name = session.fresh_name();
  const Answer made = create(session, creation(session, name));
  expect_success(made);
  const Answer user = user_of(session, made.number());
  expect_text(user, "Name", name);
  expect_text(user, "UserName", name);
  expect_text(user, "Tooltip", user.text("Person/FullName"));
  expect_number(user, "Rank", 0);
  expect_number(user, "Role/Id", session.external_role());
}

CONFORMANCE_CASE("CreateExternalUser", "gSOAP's generated proxy makes and deletes a user",
                 .source = Source::wsdl, .writes = true, .needs_rights = true) {
  require_logins(session);
  Typed typed(session);
  auto& request = typed.make<_so__CreateExternalUser>();
  request.PersonId = session.person();
  request.UserName = typed.text(session.fresh_name());
  request.Password = typed.text(other_password);
  request.RoleId = session.external_role();
  request.IsActive = true;
  const auto& made = typed.call(&Typed::Proxy::CreateExternalUser, request);
  expect(typed.succeeded(), "CreateExternalUser: Succeeded is not true");
  session.remove_afterwards(made.Response);
  expect_login(session, *request.UserName, other_password);

  auto& deletion = typed.make<_so__DeleteExternalUser>();
  deletion.AssociateId = made.Response;
  typed.call(&Typed::Proxy::DeleteExternalUser, deletion);
  expect(typed.succeeded(), "DeleteExternalUser: Succeeded is not true");
  expect_no_login(session, *request.UserName, other_password);
}

CONFORMANCE_CASE("CreateExternalUser", "a person who is a user already is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CREATE") {
  session.external_user();
  expect_refused(create(session, creation(session, session.fresh_name())), invalid,
                 "This contact is already defined as a user.");
}

CONFORMANCE_CASE("CreateExternalUser", "a person who is not there is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ARGUMENT") {
  for (const int person : {nobody, 0, -1}) {
    expect_refused(create(session, Call("CreateExternalUser")
                                       .number("PersonId", person)
                                       .text("UserName", session.fresh_name())
                                       .text("Password", other_password)
                                       .number("RoleId", session.external_role())
                                       .boolean("IsActive", true)),
                   invalid, "The person does not exist.");
  }
}

CONFORMANCE_CASE("CreateExternalUser", "a name that another user has is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ARGUMENT") {
  expect_refused(create(session, creation(session, session.caller().name)), invalid, name_taken);
}

CONFORMANCE_CASE("CreateExternalUser", "a name that is absent, nil or empty is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NIL-NAME") {
  for (const NoText& no : without_text("UserName")) {
    expect_refused(create(session, creation(session)
                                       .xml(no.xml)
                                       .text("Password", other_password)
                                       .number("RoleId", session.external_role())
                                       .boolean("IsActive", true)),
                   invalid, name_empty);
  }
}

CONFORMANCE_CASE("CreateExternalUser", "a name may be an e-mail address",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  require_logins(session);
  const std::string name = session.fresh_name() + "@conform.example";
  const Answer made = create(session, creation(session, name));
  expect_text(info_of(session, made.number()), "UserName", name);
  expect_login(session, name, other_password);
}

CONFORMANCE_CASE("CreateExternalUser", "a name has 239 letters at most", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  std::string name = session.fresh_name();
  name.append(239 - name.size(), 'x');
  expect_refused(create(session, creation(session, name + "x")));
  const Answer made = create(session, creation(session, name));
  expect_text(info_of(session, made.number()), "UserName", name);
}

CONFORMANCE_CASE("CreateExternalUser", "a password that is absent, nil or empty is a blank one",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NIL-PASSWORD") {
  require_logins(session);
  require_blank_passwords(session);
  for (const NoText& no : without_text("Password")) {
    const std::string name = session.fresh_name();
    const Answer made = create(session, creation(session)
                                            .text("UserName", name)
                                            .xml(no.xml)
                                            .number("RoleId", session.external_role())
                                            .boolean("IsActive", true));
    expect_success(made);
    expect_login(session, name, "");
    expect_success(session.call(Call("DeleteExternalUser").number("AssociateId", made.number())));
  }
}

CONFORMANCE_CASE("CreateExternalUser", "a role that is not for external users is refused",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  for (const int role : {session.caller().role_id, nobody, 0}) {
    const std::string name = session.fresh_name();
    expect_refused(create(session, creation(session)
                                       .text("UserName", name)
                                       .text("Password", other_password)
                                       .number("RoleId", role)
                                       .boolean("IsActive", true)));
    expect_nil(session.call(Call("GetUserFromName").text("UserName", name)));
  }
}

CONFORMANCE_CASE("DeleteExternalUser", "the user is gone", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  const Answer deleted = session.call(Call("DeleteExternalUser").number("AssociateId", user.id));
  expect_success(deleted);
  expect(deleted.body().children().empty(), "the answer of a void operation has something in it");
  expect_nothing(info_of(session, user.id), "UserInfoId");
  expect_no_login(session, user.name, user.password);
}

CONFORMANCE_CASE("DeleteExternalUser", "its name is free, and the person is still there",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DELETE") {
  const OwnUser user = session.external_user();
  expect_success(session.call(Call("DeleteExternalUser").number("AssociateId", user.id)));
  expect_success(create(session, creation(session, user.name)));
}

CONFORMANCE_CASE("DeleteExternalUser", "who is logged on goes too, and its ticket with it",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DELETE") {
  const OwnUser user = active_user(session);
  const std::string ticket = ticket_of(session, user);
  expect_success(session.call(Call("DeleteExternalUser").number("AssociateId", user.id)));
  expect_refused(session.call(Call("GetUserInfo").number("UserInfoId", user.id).ticket(ticket)),
                 "SoSessionException", "Authentication failed!");
}

CONFORMANCE_CASE("DeleteExternalUser", "a user that is not there, or not any more, is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  const OwnUser user = active_user(session);
  const Call deletion = Call("DeleteExternalUser").number("AssociateId", user.id);
  expect_success(session.call(deletion));
  expect_refused(session.call(deletion), "SoNotFoundException",
                 "Associate id " + std::to_string(user.id) + " not found");
  expect_id_not_found(session, "DeleteExternalUser");
}

CONFORMANCE_CASE("DeleteExternalUser", "a user of another type is refused, and stays",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DELETE") {
  const OwnUser user = saved_user(session, "AnonymousAssociate");
  expect_refused(session.call(Call("DeleteExternalUser").number("AssociateId", user.id)), invalid,
                 wrong_type);
  expect_text(info_of(session, user.id), "UserName", user.name);
}

}  // namespace
}  // namespace conformance
