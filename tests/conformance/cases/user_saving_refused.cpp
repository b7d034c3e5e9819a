#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

std::string id_member(std::string_view member, int id) {
  return "<" + std::string(member) + ">" + std::to_string(id) + "</" + std::string(member) + ">";
}

/// A draft of the type with these changes is refused, and no user is made of it.
void expect_not_made(Session& session, const std::string& type, Changes changes,
                     std::string_view message) {
  const std::string name = session.fresh_name();
  changes.insert({"Name", name});
  expect_refused(save(session, draft(session, type, changes)), invalid_argument, message);
  expect_nil(session.call(Call("GetUserFromName").text("UserName", name)));
}

/// A change of the user is refused, and it stays as it is.
void expect_not_changed(Session& session, const OwnUser& user, Changes changes,
                        std::string_view type, std::string_view message) {
  const Answer before = user_of(session, user.id);
  changes.insert({"Tooltip", "Changed"});
  expect_refused(change(session, user.id, changes), type, message);
  expect_same(user_of(session, user.id), before);
}

int first_group(Session& session) {
  const Answer groups = session.call(Call("GetAllUserGroups").boolean("IncludeDeleted", false));
  if (groups.response().children().empty()) throw LeftOut("there are no user groups");
  return groups.number("UserGroup/Id");
}

CONFORMANCE_CASE("SaveUser", "without a User, or without its type, is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-CHECK-ORDER") {
  for (const Call& call : {Call("SaveUser"), Call("SaveUser").nil("User")}) {
    expect_refused(session.call(call), invalid_argument, "User is missing");
  }
  expect_not_made(session, "ExternalAssociate", {{"Type", std::nullopt}},
                  "All associates/users must have a type");
}

CONFORMANCE_CASE("SaveUser", "an id that is not there is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-NOT-FOUND") {
  const std::string user =
      draft(session, "ExternalAssociate", {{"AssociateId", std::to_string(nobody)}});
  expect_refused(save(session, user), not_found,
                 "Associate id " + std::to_string(nobody) + " not found");
}

CONFORMANCE_CASE("SaveUser", "a name of another user is refused, whichever of the two it is",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const std::string& taken = session.caller().name;
  for (const char* name : {"Name", "UserName"}) {
    expect_refused(save(session, draft(session, "ExternalAssociate", {{name, taken}})));
  }
}

CONFORMANCE_CASE("SaveUser", "names are refused with NetServer's texts", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-USER-RULES") {
  const OwnUser user = session.external_user();
  const std::string long_name = session.fresh_name() + std::string(240, 'x');
  for (const char* name : {"Name", "UserName"}) {
    expect_not_changed(session, user, {{name, session.caller().name}}, invalid_argument,
                       name_taken);
    expect_not_changed(session, user, {{name, ""}}, invalid_argument, name_empty);
    expect_not_changed(session, user, {{name, long_name}}, invalid_argument, "Invalid user name");
  }
}

CONFORMANCE_CASE("SaveUser", "a role must be there, and for the type", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-USER-RULES") {
  const OwnUser user = session.external_user();
  const std::string id = std::to_string(nobody);
  expect_not_changed(session, user, {{"Role/Id", id}}, invalid_argument,
                     "The role " + id + " does not exist.");
  expect_not_changed(session, user, {{"Role", std::nullopt}}, invalid_argument,
                     "The role 0 does not exist.");
  const std::string other = proposed(session, "AnonymousAssociate").text("Role/Id");
  expect_not_changed(session, user, {{"Role/Id", other}}, invalid_argument,
                     "The role must be of type ExternalUser: " + other + " is not.");
}

CONFORMANCE_CASE("SaveUser", "employees need a group that is there", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-USER-RULES") {
  require_owner_company(session);
  expect_not_made(session, "InternalAssociate", {{"UserGroup", std::nullopt}},
                  "All associates must belong to a user group");
  expect_not_made(session, "InternalAssociate", {{"UserGroup/Id", std::to_string(nobody)}},
                  "The user group " + std::to_string(nobody) + " does not exist.");
}

CONFORMANCE_CASE("SaveUser", "others than employees have no group", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-USER-RULES") {
  const std::string group = id_member("Id", first_group(session));
  for (const char* type : {"ExternalAssociate", "AnonymousAssociate"}) {
    expect_not_made(session, type, {{"UserGroup", group}}, "Only internal users have user groups.");
    expect_not_made(session, type, {{"OtherGroups", "<UserGroup>" + group + "</UserGroup>"}},
                    "Only internal users have user groups.");
  }
}

CONFORMANCE_CASE("SaveUser", "who has a person, and who has none", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-USER-RULES") {
  for (const char* type : {"InternalAssociate", "ExternalAssociate"}) {
    expect_not_made(session, type, {{"Person", std::nullopt}},
                    "An internal or external user has to be linked to a person.");
    expect_not_made(session, type, {{"Person/PersonId", std::to_string(nobody)}},
                    "The person does not exist.");
  }
  for (const char* type : {"SystemAssociate", "AnonymousAssociate"}) {
    expect_not_made(session, type, {{"Person", id_member("PersonId", session.person())}},
                    "An anonymous or system user cannot be a contact");
  }
}

CONFORMANCE_CASE("SaveUser", "a person is one user at most", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-USER-RULES") {
  session.external_user();
  expect_not_made(session, "ExternalAssociate", {}, "This contact is already defined as a user.");
}

CONFORMANCE_CASE("SaveUser", "no new resources", .source = Source::inferred, .writes = true,
                 .needs_rights = true, .assumption = "A-USER-RULES") {
  const std::string user = draft(session, "AnonymousAssociate", {{"Type", "ResourceAssociate"}});
  const Answer saved = save(session, user);
  expect(!saved.succeeded(), "a resource is made");
}

CONFORMANCE_CASE("SaveUser", "type and person of a stored user are fixed",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-RULES") {
  const OwnUser user = session.external_user();
  expect_not_changed(session, user, {{"Type", "InternalAssociate"}}, illegal_operation,
                     "It is not permitted to change user type. This also applies to users marked "
                     "as deleted.");
  expect_not_changed(session, user, {{"Person/PersonId", std::to_string(nobody)}}, invalid_argument,
                     "The person of a user can not be changed.");
}

CONFORMANCE_CASE("SaveUser", "a tooltip has 254 letters at most", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const OwnUser user = session.external_user();
  const std::string tooltip(254, 'x');
  expect_success(change(session, user.id, {{"Tooltip", tooltip}}));
  expect_refused(change(session, user.id, {{"Tooltip", tooltip + "x"}}));
  expect_text(user_of(session, user.id), "Tooltip", tooltip);
}

CONFORMANCE_CASE("SaveUser", "of several errors it tells the person, then names, role, groups",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-CHECK-ORDER") {
  const OwnUser user = session.external_user();
  const std::string id = std::to_string(nobody);
  Changes wrong = {{"Person/PersonId", id},
                   {"Name", session.caller().name},
                   {"Role/Id", id},
                   {"UserGroup", id_member("Id", first_group(session))}};
  expect_not_changed(session, user, wrong, invalid_argument,
                     "The person of a user can not be changed.");
  wrong.erase("Person/PersonId");
  expect_not_changed(session, user, wrong, invalid_argument, name_taken);
  wrong.erase("Name");
  expect_not_changed(session, user, wrong, invalid_argument, "The role " + id + " does not exist.");
  wrong.erase("Role/Id");
  expect_not_changed(session, user, wrong, invalid_argument,
                     "Only internal users have user groups.");
}

CONFORMANCE_CASE("SaveUser", "external users may not save, not even themselves",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  const OwnUser user = active_user(session);
  const std::string sent = copy_of(user_of(session, user.id).response(), {{"Tooltip", "Changed"}});
  const std::string ticket = ticket_of(session, user);
  expect_refused(session.call(Call("SaveUser").carrier("User", sent).ticket(ticket)),
                 illegal_operation, not_permitted);
  expect_refused(session.call(Call("SaveUserFromName")
                                  .text("UserName", user.name)
                                  .carrier("User", sent)
                                  .ticket(ticket)),
                 illegal_operation, not_permitted);
  expect(user_of(session, user.id).text("Tooltip") != "Changed", "the user is changed");
}

}  // namespace
}  // namespace conformance
