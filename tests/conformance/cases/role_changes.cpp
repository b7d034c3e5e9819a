#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_roles.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

constexpr std::string_view not_found = "SoNotFoundException";
constexpr std::string_view argument = "SoInvalidArgumentException";
constexpr std::string_view illegal = "SoIllegalOperationException";

std::string unknown_role(int id) { return "Role id " + std::to_string(id) + " not found"; }

Call giving_role(const OwnUser& user, int role) {
  return Call("SetExternalUserInfo")
      .number("AssociateId", user.id)
      .number("RoleId", role)
      .text("ExternalUserInfoModification", "Role");
}

CONFORMANCE_CASE("SaveRoleEntity", "with an id changes that role", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const int id = own_role(session);
  const std::string name = session.fresh_name();
  expect_text(session.call(saving_role(id, name, "Employee")), "Name", name);
  expect_text(role_entity(session, id), "Name", name);
}

CONFORMANCE_CASE("SaveRoleEntity", "another RoleType is passed over", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const int id = own_role(session);
  const std::string name = session.fresh_name();
  expect_success(session.call(saving_role(id, name, "ExternalUser")));
  const Answer role = role_entity(session, id);
  expect_text(role, "RoleType", "Employee");
  expect_text(role, "Name", name);
}

CONFORMANCE_CASE("SaveRoleEntity", "an unknown id is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-NOT-FOUND") {
  expect_refused(session.call(saving_role(nobody, session.fresh_name(), "Employee")), not_found,
                 unknown_role(nobody));
}

CONFORMANCE_CASE("SaveRoleEntity", "without a RoleEntity it is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-ARGUMENT") {
  expect_refused(session.call(Call("SaveRoleEntity")), argument);
  expect_refused(session.call(Call("SaveRoleEntity").nil("RoleEntity")), argument);
}

CONFORMANCE_CASE("SaveRoleEntity", "a name must be there, of at most 239 characters",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ROLE-SAVE") {
  const int id = own_role(session);
  const std::string name = role_entity(session, id).text("Name");
  for (const std::string& wrong : {std::string(), std::string(240, 'x')}) {
    expect_refused(session.call(saving_role(id, wrong, "Employee")), argument);
  }
  expect_text(role_entity(session, id), "Name", name);
  const std::string longest = name + std::string(239 - name.size(), 'x');
  expect_text(session.call(saving_role(id, longest, "Employee")), "Name", longest);
  expect_success(session.call(saving_role(id, name, "Employee")));
}

CONFORMANCE_CASE("SaveRoleEntity", "the name of another role may be taken",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ROLE-SAVE") {
  const std::string name = role_entity(session, own_role(session)).text("Name");
  expect_text(session.call(saving_role(spare_role(session), name, "ExternalUser")), "Name", name);
}

CONFORMANCE_CASE("SaveRoleEntity", "one row of DataRights is taken, the other rows stay",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ROLE-SAVE") {
  const int id = own_role(session);
  const std::string name = role_entity(session, id).text("Name");
  const Answer role = role_entity(session, id);
  const std::string own = role.text("DataRights/ColumnsInfo/RelationToOwner/Id");
  const auto cell = [](const char* crud) {
    return "<ArrayOfDataRight><DataRight><Value>" + std::string(crud) +
           "</Value></DataRight></ArrayOfDataRight>";
  };
  const auto row = [&](const char* table, const char* crud) {
    return "<DataRights><ColumnsInfo><RelationToOwner><Id>" + own +
           "</Id></RelationToOwner></ColumnsInfo><RowsInfo><EntityName><TableName>" + table +
           "</TableName></EntityName></RowsInfo><Rights>" + cell(crud) + "</Rights></DataRights>";
  };
  const auto right = [&](const char* table) {
    return session.call(Call("GetDataRight")
                            .number("RoleId", id)
                            .text("TableName", table)
                            .text("RelationToOwner", "MyOwn"));
  };
  expect_success(session.call(saving_role(id, name, "Employee", row("sale", "CRU"))));
  expect_success(session.call(saving_role(id, name, "Employee", row("project", "CR"))));
  expect_text(right("sale"), "", "CRU");
  expect_text(right("project"), "", "CR");
  expect_success(session.call(saving_role(id, name, "Employee", "<DataRights xsi:nil=\"true\"/>")));
  expect_text(right("sale"), "", "CRU");
}

CONFORMANCE_CASE("SaveRoleEntity", "Deleted is not taken over", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-ROLE-SAVE") {
  const int id = own_role(session);
  expect_success(session.call(
      Call("SaveRoleEntity")
          .carrier("RoleEntity", "<RoleId>" + std::to_string(id) + "</RoleId><Name>" +
                                     session.fresh_name() +
                                     "</Name><RoleType>Employee</RoleType><Deleted>1</Deleted>"
                                     "<Rank>9999</Rank>")));
  expect_number(role_entity(session, id), "Deleted", 0);
}

CONFORMANCE_CASE("SaveRoleEntity", "is not for who may not manage roles",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  const OwnUser user = session.external_user();
  const std::string ticket = ticket_of(session, user);
  const int id = own_role(session);
  const std::string name = session.fresh_name();
  expect_refused(session.call(saving_role(id, name, "Employee").ticket(ticket)), illegal,
                 not_permitted);
  expect_refused(session.call(deleting_role(id, session.caller().role_id).ticket(ticket)), illegal,
                 not_permitted);
  const Answer role = role_entity(session, id);
  expect(role.text("Name") != name, "the role has another name");
  expect_number(role, "Deleted", 0);
}

CONFORMANCE_CASE("DeleteRole", "an unknown id is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-NOT-FOUND") {
  expect_refused(session.call(deleting_role(nobody, own_role(session))), not_found,
                 unknown_role(nobody));
}

CONFORMANCE_CASE("DeleteRole", "the replacing role must be another one of that type",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ROLE-DELETE") {
  const int id = own_role(session);
  for (const int replacing : {id, spare_role(session), nobody}) {
    expect_refused(session.call(deleting_role(id, replacing)), argument);
  }
  expect_number(role_entity(session, id), "Deleted", 0);
}

CONFORMANCE_CASE("DeleteRole", "of a role that somebody has, needs a replacing one",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ROLE-DELETE") {
  const OwnUser user = session.external_user();
  const int id = spare_role(session);
  expect_success(session.call(giving_role(user, id)));
  expect_refused(session.call(deleting_role(id, 0)), argument);
  expect_number(role_entity(session, id), "Deleted", 0);
  expect_number(user_of(session, user.id), "Role/Id", id);
}

// The spare role is gone with it.
CONFORMANCE_CASE("DeleteRole", "moves its users, and marks it as deleted",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = session.external_user();
  const int id = spare_role(session);
  expect_success(session.call(giving_role(user, id)));
  const Answer answer = session.call(deleting_role(id, session.external_role()));
  expect_success(answer);
  session.kept("spare role") = 0;
  session.kept("deleted role") = id;
  expect(answer.body().children().empty(), "the answer of a void operation has something in it");
  expect_number(user_of(session, user.id), "Role/Id", session.external_role());
  expect(!has(ids_of(session.call(Call("GetAllRoles").text("RoleType", "ExternalUser"))), id),
         "it is in GetAllRoles");
}

CONFORMANCE_CASE("DeleteRole", "a deleted role is found by its id", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-GET-UNKNOWN") {
  const int id = deleted_role(session);
  expect_number(role_entity(session, id), "Deleted", 1);
  expect_number(session.call(Call("GetRole").number("RoleId", id)), "Id", id);
}

CONFORMANCE_CASE("DeleteRole", "a deleted role has no rights, and cannot be changed",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ROLE-DELETE") {
  const int id = deleted_role(session);
  expect(ids_of(session.call(Call("GetFunctionalRights").number("RoleId", id))).empty(),
         "it has functional rights");
  expect_refused(session.call(deleting_role(id, session.external_role())), not_found,
                 unknown_role(id));
  expect_refused(session.call(saving_role(id, session.fresh_name(), "ExternalUser")), not_found,
                 unknown_role(id));
}

CONFORMANCE_CASE("DeleteRole", "nobody gets a deleted role", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-ARGUMENT") {
  const OwnUser user = session.external_user();
  const int id = deleted_role(session);
  expect_refused(session.call(giving_role(user, id)), argument,
                 "The role " + std::to_string(id) + " does not exist.");
}

}  // namespace
}  // namespace conformance
