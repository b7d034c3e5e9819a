#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

Answer user_named(Session& session, const std::string& name) {
  return session.call(Call("GetUserFromName").text("UserName", name));
}

Answer users_of_person(Session& session, int person) {
  return session.call(Call("GetUserFromPersonId").number("PersonId", person));
}

CONFORMANCE_CASE("GetUser", "the caller is who it is by its log-in", .source = Source::document) {
  const Caller& caller = session.caller();
  const Answer user = user_of(session, caller.associate_id);
  expect_success(user);
  expect_number(user, "AssociateId", caller.associate_id);
  expect_text(user, "Name", caller.name);
  expect_text(user, "Type", caller.user_type);
  expect_number(user, "Role/Id", caller.role_id);
  expect_text(user, "Deleted", "false");
  if (caller.contact_id != 0) expect_number(user, "Person/ContactId", caller.contact_id);
}

CONFORMANCE_CASE("GetUser", "an external user has its person and role, and no group",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser made = session.external_user();
  const Answer user = user_of(session, made.id);
  expect_text(user, "UserName", made.name);
  expect_text(user, "Type", "ExternalAssociate");
  expect_number(user, "Person/PersonId", made.person_id);
  expect_number(user, "Role/Id", session.external_role());
  expect_nothing(user, "UserGroup/Id");
  expect(user.response("OtherGroups").children().empty(), "an external user has groups");
}

CONFORMANCE_CASE("GetUser", "an external user without a group has UserGroup nil",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CARRIER-VALUES") {
  const Answer user = user_of(session, session.external_user().id);
  expect_nil(user, "UserGroup");
  expect_text(user, "IsOnTravel", "false");
  expect_text(user, "IsPersonRetired", "false");
  expect_text(user, "Person/FormalName", user.text("Person/FullName"));
  expect_text(user, "PostSaveCommands", "");
}

CONFORMANCE_CASE("GetUser", "who has no person has Person nil", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-CARRIER-VALUES") {
  const Answer user = user_of(session, saved_user(session, "AnonymousAssociate").id);
  expect_nil(user, "Person");
  expect_nil(user, "UserGroup");
  expect_text(user, "IsPersonRetired", "false");
  expect_number(user, "EjUserId", 0);
  expect(!user.response("Credentials").is_nil(), "Credentials is nil, and not empty");
  expect(user.response("Credentials").children().empty(), "an anonymous user has credentials");
}

CONFORMANCE_CASE("GetUser", "an id that is not there is nil", .source = Source::inferred,
                 .assumption = "A-GET-UNKNOWN") {
  for (const int id : {nobody, 0, -1}) {
    const Answer user = user_of(session, id);
    expect_success(user);
    expect_nil(user);
  }
  expect_nil(session.call(Call("GetUser")));
}

CONFORMANCE_CASE("GetUser", "who never logged in has the null date, who did has another",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NULL-DATE") {
  const OwnUser made = session.external_user();
  for (const char* date : {"Lastlogin", "Lastlogout"}) {
    expect_text(user_of(session, made.id), date, "0001-01-01T00:00:00");
  }
  if (session.log_in(made.name, made.password).empty()) throw LeftOut("it cannot log in");
  const std::string last = user_of(session, made.id).text("Lastlogin");
  expect(!last.starts_with("0001"), "Lastlogin is " + last + " after the log-in");
}

CONFORMANCE_CASE("GetUser", "a password is one credential, and not shown",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CREDENTIAL-TYPE") {
  const OwnUser made = session.external_user();
  const Answer user = user_of(session, made.id);
  expect_equal("number of credentials", user.response("Credentials").children().size(), 1U);
  const std::string one = "Credentials/Credential/";
  expect_text(user, one + "Type/Type", "CRM5/PASSWORD");
  expect_text(user, one + "Type/DisplayType", "Password");
  expect_text(user, one + "Type/ValueControl", "Password");
  expect_text(user, one + "Type/IsUserNameSupported", "true");
  expect_text(user, one + "Type/CanCreatePerson", "false");
  expect_text(user, one + "Value", "");
  expect_text(user, one + "DisplayValue", made.name);
}

CONFORMANCE_CASE("GetUser", "LicenseOwners has the licences of its type, held or not",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-LICENSES") {
  const Answer user = user_of(session, session.external_user().id);
  bool has_login = false;
  for (const Element& one : licenses_of(user)) {
    const std::string name = one.at("Name").text();
    expect(name != "superoffice.user", "an external user is shown the licence of employees");
    if (name == login_license) has_login = one.at("Assigned").text() == "true";
    const bool is_free = one.at("Free").text() != "0";
    const bool is_unrestricted = one.at("Unrestricted").text() == "true";
    expect(!is_unrestricted || !is_free, name + " is unrestricted, and Free is not 0");
    expect_equal(name + ": CanAssign", one.at("CanAssign").text() == "true",
                 is_unrestricted || is_free);
  }
  expect(has_login, "an active user does not hold " + login_license);
}

CONFORMANCE_CASE("GetUser", "TableRight and FieldProperties say what an administrator may do",
                 .source = Source::inferred, .needs_rights = true,
                 .assumption = "A-CARRIER-RIGHTS") {
  const Answer user = user_of(session, session.caller().associate_id);
  expect_text(user, "TableRight/Mask", "Select Update Insert Delete");
  expect_text(user, "TableRight/Reason", "");
  std::string length;
  for (const Element& one : user.response("FieldProperties").children()) {
    if (one.at("Key").text() == "Name") length = one.at("Value/FieldLength").text();
  }
  expect_equal("FieldLength of Name", length, "239");
}

CONFORMANCE_CASE("GetUser", "external users may ask, and are told that they may only read",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CARRIER-RIGHTS") {
  const OwnUser made = active_user(session);
  const Answer user =
      session.call(Call("GetUser").number("UserId", made.id).ticket(ticket_of(session, made)));
  expect_text(user, "AssociateId", std::to_string(made.id));
  expect_text(user, "TableRight/Mask", "Select");
  expect(!user.text("TableRight/Reason").empty(), "TableRight has no Reason");
}

CONFORMANCE_CASE("GetUserFromName", "finds the user with that name", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const OwnUser made = session.external_user();
  expect_number(user_named(session, made.name), "AssociateId", made.id);
  expect_number(user_named(session, session.caller().name), "AssociateId",
                session.caller().associate_id);
}

CONFORMANCE_CASE("GetUserFromName", "the case of letters does not count",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-CASE") {
  const OwnUser made = session.external_user();
  std::string name = made.name;
  name.replace(0, 7, "CONFORM");  // Of the run's prefix.
  expect_number(user_named(session, name), "AssociateId", made.id);
}

CONFORMANCE_CASE("GetUserFromName", "finds a user by either of its names",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-EITHER") {
  const std::string name = session.fresh_name();
  const std::string user_name = session.fresh_name();
  const int id =
      saved_user(session, "ExternalAssociate", {{"Name", name}, {"UserName", user_name}}).id;
  expect_number(user_named(session, name), "AssociateId", id);
  expect_number(user_named(session, user_name), "AssociateId", id);
}

CONFORMANCE_CASE("GetUserFromName", "a name that nobody has, or none, is nil",
                 .source = Source::inferred, .assumption = "A-GET-UNKNOWN") {
  expect_nil(user_named(session, session.fresh_name()));
  for (const NoText& no : without_text("UserName")) {
    const Answer user = session.call(Call("GetUserFromName").xml(no.xml));
    expect_success(user);
    expect_nil(user);
  }
}

CONFORMANCE_CASE("GetUserFromPersonId", "the users of the person", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const OwnUser made = session.external_user();
  const Answer users = users_of_person(session, made.person_id);
  expect_success(users);
  expect(has_item(users, "AssociateId", made.id), "its user is not in the list");
  for (const std::string& person : texts_of(users.response(), "Person")) {
    expect(!person.empty(), "a user in the list has no person");
  }
}

CONFORMANCE_CASE("GetUserFromPersonId", "retired users are in it", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-PERSON-USERS") {
  const OwnUser made = session.external_user();
  expect_success(change(session, made.id, {{"Deleted", "true"}}));
  expect_text(users_of_person(session, made.person_id), "User/Deleted", "true");
}

CONFORMANCE_CASE("GetUserFromPersonId", "nobody's users are an empty list, and not nil",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PERSON-USERS") {
  for (const int person : {session.person(), nobody, 0}) {
    const Answer users = users_of_person(session, person);
    expect_success(users);
    expect(!users.response().is_nil() && users.response().children().empty(),
           "the list of person " + std::to_string(person) + " is nil, or has users");
  }
}

CONFORMANCE_CASE("GetUserFromEjUserId", "the users with that number", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const int id = saved_user(session, "ExternalAssociate").id;
  const std::string number = std::to_string(nobody - id % 1000);
  session.own(nobody - id % 1000);
  expect_success(change(session, id, {{"EjUserId", number}}));
  if (user_of(session, id).text("EjUserId") != number) {
    throw LeftOut("SaveUser does not give a user such a number");
  }
  const Answer users =
      session.call(Call("GetUserFromEjUserId").xml("<EjUserId>" + number + "</EjUserId>"));
  expect(has_item(users, "AssociateId", id), "the user is not in the list");
}

CONFORMANCE_CASE("GetUserFromEjUserId", "0 is nobody's number: an empty list, and not nil",
                 .source = Source::inferred, .assumption = "A-PERSON-USERS") {
  for (const int number : {0, nobody}) {
    const Answer users = session.call(Call("GetUserFromEjUserId").number("EjUserId", number));
    expect_success(users);
    expect(!users.response().is_nil() && users.response().children().empty(),
           "the list is nil, or has users");
  }
}

}  // namespace
}  // namespace conformance
