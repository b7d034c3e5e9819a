#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

constexpr std::string_view own_deletion = "The current user cannot delete him/herself";

Answer retire(Session& session, int id, bool is_retired) {
  return session.call(Call("MakeRetired").number("AssociateId", id).boolean("Retired", is_retired));
}

/// An active external user whose person is no longer retired after the case.
OwnUser user_to_retire(Session& session) {
  const OwnUser user = active_user(session);
  session.afterwards([&session, id = user.id] { expect_success(retire(session, id, false)); });
  return user;
}

Call deletion(int id) { return Call("DeleteUser").number("UserId", id); }

/// The ticket of a user who may manage those of its company, and so itself.
std::string manager_ticket(Session& session, const OwnUser& user) {
  give_licenses(session, user, {login_license, "superoffice.admin-extern-user"});
  return ticket_of(session, user);
}

CONFORMANCE_CASE("DeleteUser", "the user is gone", .source = Source::document, .writes = true,
                 .needs_rights = true) {
  const OwnUser user = active_user(session);
  const Answer deleted = session.call(deletion(user.id));
  expect_success(deleted);
  expect(deleted.body().children().empty(), "the answer of a void operation has something in it");
  expect_nothing(info_of(session, user.id), "UserInfoId");
  expect_no_login(session, user.name, user.password);
}

CONFORMANCE_CASE("DeleteUser", "its name is free, and the person is still there",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DELETE") {
  const OwnUser user = session.external_user();
  expect_success(session.call(deletion(user.id)));
  expect_success(create(session, creation(session, user.name)));
}

CONFORMANCE_CASE("DeleteUser", "users of each type go", .source = Source::document, .writes = true,
                 .needs_rights = true) {
  for (const char* type : {"SystemAssociate", "AnonymousAssociate", "InternalAssociate"}) {
    const OwnUser user = saved_user(session, type);
    expect_success(session.call(deletion(user.id)));
    expect_nothing(info_of(session, user.id), "UserInfoId");
  }
}

CONFORMANCE_CASE("DeleteUser", "tickets of the user go with it", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-DELETE") {
  const OwnUser user = active_user(session);
  const std::string ticket = ticket_of(session, user);
  expect_success(session.call(deletion(user.id)));
  expect_refused(session.call(Call("GetUser").number("UserId", user.id).ticket(ticket)),
                 "SoSessionException", "Authentication failed!");
}

CONFORMANCE_CASE("DeleteUser", "a user that is not there, or not any more, is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  const OwnUser user = session.external_user();
  expect_success(session.call(deletion(user.id)));
  for (const int id : {user.id, nobody, 0}) {
    expect_refused(session.call(deletion(id)), not_found,
                   "Associate id " + std::to_string(id) + " not found");
  }
}

CONFORMANCE_CASE("DeleteUserFromName", "the user of that name is gone", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const OwnUser user = session.external_user();
  expect_success(session.call(Call("DeleteUserFromName").text("UserName", user.name)));
  expect_nothing(info_of(session, user.id), "UserInfoId");
}

CONFORMANCE_CASE("DeleteUserFromName", "a name that nobody has, or none, is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  const std::string name = session.fresh_name();
  expect_refused(session.call(Call("DeleteUserFromName").text("UserName", name)), not_found,
                 "Associate name " + name + " not found");
  for (const NoText& no : without_text("UserName")) {
    expect_refused(session.call(Call("DeleteUserFromName").xml(no.xml)), not_found);
  }
}

CONFORMANCE_CASE("DeleteUser", "nobody deletes or retires itself", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-ONESELF") {
  const OwnUser user = user_to_retire(session);
  const std::string ticket = manager_ticket(session, user);
  for (Call call : {deletion(user.id), Call("DeleteUserFromName").text("UserName", user.name),
                    Call("MakeRetired").number("AssociateId", user.id).boolean("Retired", true)}) {
    expect_refused(session.call(call.ticket(ticket)), illegal_operation, own_deletion);
  }
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("RemoveLicenses", "one's own may be taken, and end the ticket",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-REMOVE-LICENSES") {
  const OwnUser user = active_user(session);
  const std::string ticket = manager_ticket(session, user);
  const Call removal = Call("RemoveLicenses").number("AssociateId", user.id).ticket(ticket);
  expect_success(session.call(removal));
  expect_text(info_of(session, user.id), "CanLogon", "false");
  expect_refused(session.call(removal), "SoSessionException", "Authentication failed!");
}

CONFORMANCE_CASE("DeleteUser", "external users may not delete, retire, or take licences",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  const OwnUser user = saved_user(session, "AnonymousAssociate");
  expect_not_permitted(session,
                       {deletion(user.id), Call("DeleteUserFromName").text("UserName", user.name),
                        Call("MakeRetired").number("AssociateId", user.id).boolean("Retired", true),
                        Call("RemoveLicenses").number("AssociateId", user.id)});
  expect_text(info_of(session, user.id), "Deleted", "false");
}

CONFORMANCE_CASE("MakeRetired", "user and person are marked, and the user loses its licences",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = user_to_retire(session);
  expect_success(retire(session, user.id, true));
  const Answer stored = user_of(session, user.id);
  expect_text(stored, "Deleted", "true");
  expect_text(stored, "IsPersonRetired", "true");
  expect_number(stored, "Person/Retired", 1);
  expect_text(info_of(session, user.id), "GrantedLicenses", "");
  expect_text(info_of(session, user.id), "CanLogon", "false");
  expect_no_login(session, user.name, user.password);
}

CONFORMANCE_CASE("MakeRetired", "false takes the marks back, and gives no licences",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = user_to_retire(session);
  expect_success(retire(session, user.id, true));
  expect_success(retire(session, user.id, false));
  const Answer stored = user_of(session, user.id);
  expect_text(stored, "Deleted", "false");
  expect_text(stored, "IsPersonRetired", "false");
  expect_number(stored, "Person/Retired", 0);
  expect_text(info_of(session, user.id), "GrantedLicenses", "");
  expect_no_login(session, user.name, user.password);
}

CONFORMANCE_CASE("MakeRetired", "what is so already stays as it is", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-RETIRE") {
  const OwnUser user = user_to_retire(session);
  expect_success(retire(session, user.id, false));
  expect_unchanged(session, user);
  expect_success(retire(session, user.id, true));
  expect_success(retire(session, user.id, true));
  expect_text(info_of(session, user.id), "Deleted", "true");
}

CONFORMANCE_CASE("MakeRetired", "tickets stop at once, and the name stays taken",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RETIRE") {
  const OwnUser user = user_to_retire(session);
  const std::string ticket = ticket_of(session, user);
  expect_success(retire(session, user.id, true));
  expect_refused(session.call(Call("GetUser").number("UserId", user.id).ticket(ticket)),
                 "SoSessionException", "Authentication failed!");
  expect_refused(save(session, draft(session, "AnonymousAssociate", {{"Name", user.name}})),
                 invalid_argument, name_taken);
}

CONFORMANCE_CASE("MakeRetired", "SaveUser cannot bring back whose person is retired, too",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-DELETED") {
  const OwnUser user = user_to_retire(session);
  expect_success(retire(session, user.id, true));
  expect_refused(change(session, user.id, {{"Deleted", "false"}}), illegal_operation, retired);
}

CONFORMANCE_CASE("MakeRetired", "a user without a person is marked alone",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RETIRE") {
  const OwnUser user = saved_user(session, "SystemAssociate");
  expect_success(retire(session, user.id, true));
  expect_text(user_of(session, user.id), "Deleted", "true");
  expect_text(user_of(session, user.id), "IsPersonRetired", "false");
}

CONFORMANCE_CASE("MakeRetired", "an id that is not there is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-NOT-FOUND") {
  expect_id_not_found(session, "MakeRetired");
}

CONFORMANCE_CASE("RemoveLicenses", "all licences of the user go", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_success(session.call(Call("RemoveLicenses").number("AssociateId", user.id)));
  const Answer info = info_of(session, user.id);
  expect_text(info, "GrantedLicenses", "");
  expect_text(info, "Deleted", "false");
  expect_no_login(session, user.name, user.password);
}

CONFORMANCE_CASE("RemoveLicenses", "ends tickets, and succeeds without licences as well",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-REMOVE-LICENSES") {
  const OwnUser user = active_user(session);
  const std::string ticket = ticket_of(session, user);
  const Call removal = Call("RemoveLicenses").number("AssociateId", user.id);
  expect_success(session.call(removal));
  expect_refused(session.call(Call("GetUser").number("UserId", user.id).ticket(ticket)),
                 "SoSessionException", "Authentication failed!");
  expect_success(session.call(removal));
}

CONFORMANCE_CASE("RemoveLicenses", "an id that is not there is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-NOT-FOUND") {
  expect_id_not_found(session, "RemoveLicenses");
}

}  // namespace
}  // namespace conformance
