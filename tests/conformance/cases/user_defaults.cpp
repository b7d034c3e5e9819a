#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

constexpr std::string_view needs_person =
    "An internal or external user has to be linked to a person.";
constexpr std::string_view is_no_person = "An anonymous or system user cannot be a contact";

Call from_type(std::string_view type) {
  return Call("CreateDefaultUserFromUserType").text("UserType", type);
}

Call from_person(std::string_view type, int person) {
  return Call("CreateDefaultUserFromUserTypeAndPersonId")
      .text("UserType", type)
      .number("PersonId", person);
}

Call from_credential(std::string_view type, int contact, std::string_view credential,
                     const std::string& value) {
  return Call("CreateDefaultUserFromUserTypeAndCredential")
      .text("UserType", type)
      .number("ContactId", contact)
      .text("CredentialType", credential)
      .text("CredentialValue", value)
      .text("CredentialDisplayValue", "Conform " + value);
}

/// Role and rank of a new user of the type.
void expect_defaults(Session& session, const Answer& user, std::string_view role_type) {
  const Answer roles = session.call(Call("GetAllRoles").text("RoleType", role_type));
  expect_text(user, "Role/Id", roles.text("SelectableMDOListItem/Id"));
  const Answer next = session.call(Call("CreateDefaultUser"));
  expect_text(user, "Rank", next.text("Rank"));
}

CONFORMANCE_CASE("CreateDefaultUser", "is not stored", .source = Source::document) {
  const Answer user = session.call(Call("CreateDefaultUser"));
  expect_success(user);
  expect_number(user, "AssociateId", 0);
}

CONFORMANCE_CASE("CreateDefaultUser",
                 "is an employee without a person, of the first role and group",
                 .source = Source::inferred, .assumption = "A-DEFAULT-USER") {
  undisturbed([&] {
    const Answer user = session.call(Call("CreateDefaultUser"));
    expect_text(user, "Type", "InternalAssociate");
    expect_nil(user, "Person");
    expect_text(user, "Name", "");
    expect_defaults(session, user, "Employee");
    const Answer groups = session.call(Call("GetAllUserGroups").boolean("IncludeDeleted", false));
    expect_text(user, "UserGroup/Id", groups.text("UserGroup/Id"));
  });
}

CONFORMANCE_CASE("CreateDefaultUser", "its rank is one above the highest",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DEFAULT-USER") {
  undisturbed([&] {
    const int rank = session.call(Call("CreateDefaultUser")).number("Rank");
    const OwnUser user = saved_user(session, "ExternalAssociate", {{"Rank", std::to_string(rank)}});
    expect_number(user_of(session, user.id), "Rank", rank);
    expect_number(session.call(Call("CreateDefaultUser")), "Rank", rank + 1);
  });
}

CONFORMANCE_CASE("CreateDefaultUserFromUserType", "system and anonymous users need no person",
                 .source = Source::document) {
  for (const char* type : {"SystemAssociate", "AnonymousAssociate"}) {
    const Answer user = proposed(session, type);
    expect_number(user, "AssociateId", 0);
    expect_text(user, "Type", type);
    expect_nothing(user, "Person/PersonId");
    expect_nothing(user, "UserGroup/Id");
  }
}

CONFORMANCE_CASE("CreateDefaultUserFromUserType", "the role is the first of those that fit",
                 .source = Source::inferred, .assumption = "A-DEFAULT-USER") {
  undisturbed([&] {
    expect_defaults(session, proposed(session, "SystemAssociate"), "System");
    expect_defaults(session, proposed(session, "AnonymousAssociate"), "Anonymous");
  });
}

CONFORMANCE_CASE("CreateDefaultUserFromUserType", "employees and external users are refused",
                 .source = Source::inferred, .assumption = "A-DEFAULT-USER") {
  for (const char* type : {"InternalAssociate", "ExternalAssociate"}) {
    expect_refused(session.call(from_type(type)), invalid_argument, needs_person);
  }
}

CONFORMANCE_CASE("CreateDefaultUserFromUserType", "resources, and no type at all, are refused",
                 .source = Source::inferred, .assumption = "A-DEFAULT-USER") {
  expect_refused(session.call(from_type("ResourceAssociate")), "SoLicenseException",
                 "There are no Client Access Licences for user type ResourceAssociate");
  for (const Call& call : {from_type("Unknown"), Call("CreateDefaultUserFromUserType")}) {
    expect_refused(session.call(call), invalid_argument, "All associates/users must have a type");
  }
}

CONFORMANCE_CASE("CreateDefaultUserFromUserTypeAndPersonId", "is of that type and person",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  for (const char* type : {"InternalAssociate", "ExternalAssociate"}) {
    const Answer user = proposed(session, type);
    expect_number(user, "AssociateId", 0);
    expect_text(user, "Type", type);
    expect_number(user, "Person/PersonId", session.person());
    const Answer users =
        session.call(Call("GetUserFromPersonId").number("PersonId", session.person()));
    expect(users.response().children().empty(), "a user of the person is stored");
  }
}

CONFORMANCE_CASE("CreateDefaultUserFromUserTypeAndPersonId", "role, Tooltip and licence are there",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DEFAULT-USER") {
  undisturbed([&] {
    const Answer user = proposed(session, "ExternalAssociate");
    expect_defaults(session, user, "ExternalUser");
    expect_text(user, "Tooltip", user.text("Person/FullName"));
    expect_nil(user, "UserGroup");
    for (const Element& one : licenses_of(user)) {
      const std::string name = one.at("Name").text();
      const bool is_wanted = name == login_license && one.at("CanAssign").text() == "true";
      expect_equal(name + ": Assigned", one.at("Assigned").text() == "true", is_wanted);
    }
  });
}

CONFORMANCE_CASE("CreateDefaultUserFromUserTypeAndPersonId",
                 "external users are named by their address, employees by their initials",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-PROPOSAL") {
  const Answer user = proposed(session, "ExternalAssociate");
  const std::string address = user.text("Person/Email");
  if (address.empty()) throw LeftOut("the person has no e-mail address");
  expect_text(user, "Name", address);
  expect_text(user, "UserName", address);
  std::string initials;
  for (const char* part : {"Person/Firstname", "Person/MiddleName", "Person/Lastname"}) {
    for (const char letter : user.text(part).substr(0, 1)) {
      initials += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
  }
  const std::string name = proposed(session, "InternalAssociate").text("Name");
  expect(name.starts_with(initials) &&
             name.find_first_not_of("0123456789", initials.size()) == std::string::npos,
         "the name is '" + name + "', expected '" + initials + "', maybe with a number");
}

CONFORMANCE_CASE("CreateDefaultUserFromUserTypeAndPersonId",
                 "person 0 is for system and anonymous users alone", .source = Source::document) {
  for (const char* type : {"SystemAssociate", "AnonymousAssociate"}) {
    expect_text(session.call(from_person(type, 0)), "Type", type);
  }
  for (const char* type : {"InternalAssociate", "ExternalAssociate"}) {
    expect_refused(session.call(from_person(type, 0)));
  }
}

CONFORMANCE_CASE("CreateDefaultUserFromUserTypeAndPersonId", "what does not fit is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DEFAULT-USER") {
  expect_refused(session.call(from_person("ExternalAssociate", 0)), invalid_argument, needs_person);
  expect_refused(session.call(from_person("ExternalAssociate", nobody)), invalid_argument,
                 "The person does not exist.");
  expect_refused(session.call(from_person("SystemAssociate", session.person())), invalid_argument,
                 is_no_person);
}

CONFORMANCE_CASE("CreateDefaultUserFromUserTypeAndPersonId", "who is a user already is not refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DEFAULT-USER") {
  const OwnUser user = session.external_user();
  expect_success(session.call(from_person("ExternalAssociate", user.person_id)));
}

CONFORMANCE_CASE("CreateDefaultUserFromUserTypeAndCredential",
                 "has the credential, and a person of the company who is not stored",
                 .source = Source::inferred, .assumption = "A-DEFAULT-CREDENTIAL") {
  const std::string value = session.fresh_name();
  const int company = own_company(session);
  const Answer user =
      session.call(from_credential("InternalAssociate", company, "ActiveDirectory", value));
  expect_success(user);
  expect_number(user, "AssociateId", 0);
  expect_text(user, "Credentials/Credential/Type/Type", "ActiveDirectory");
  expect_text(user, "Credentials/Credential/Value", value);
  expect_text(user, "Credentials/Credential/DisplayValue", "Conform " + value);
  expect_number(user, "Person/PersonId", 0);
  expect_number(user, "Person/ContactId", company);
  expect_text(user, "Person/FullName", "Conform " + value);
}

CONFORMANCE_CASE("CreateDefaultUserFromUserTypeAndCredential", "system users are of no company",
                 .source = Source::inferred, .assumption = "A-DEFAULT-CREDENTIAL") {
  const std::string value = session.fresh_name();
  const Answer user = session.call(from_credential("SystemAssociate", 0, "CRM5/PASSWORD", value));
  expect_text(user, "Type", "SystemAssociate");
  expect_refused(session.call(from_credential("SystemAssociate", own_company(session),
                                              "CRM5/PASSWORD", value)),
                 invalid_argument, is_no_person);
}

CONFORMANCE_CASE("CreateDefaultUserFromUserTypeAndCredential",
                 "an unknown company, and a credential that does not fit, are refused",
                 .source = Source::inferred, .assumption = "A-DEFAULT-CREDENTIAL") {
  const std::string value = session.fresh_name();
  expect_refused(session.call(from_credential("ExternalAssociate", nobody, "CRM5/PASSWORD", value)),
                 not_found, "Contact id " + std::to_string(nobody) + " not found");
  const int company = own_company(session);
  expect_refused(session.call(from_credential("ExternalAssociate", company, "Nothing", value)),
                 invalid_argument, "Credentials of type Nothing cannot be used here");
  expect_refused(
      session.call(from_credential("ExternalAssociate", company, "ActiveDirectory", value)),
      invalid_argument, wrong_type);
}

}  // namespace
}  // namespace conformance
