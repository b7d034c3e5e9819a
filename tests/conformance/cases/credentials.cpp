#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

constexpr std::string_view password = "CRM5/PASSWORD";
constexpr std::string_view directory = "ActiveDirectory";

std::string credential(std::string_view type, std::string_view value,
                       std::string_view display_value = {}) {
  return "<Type><Type>" + std::string(type) + "</Type></Type><Value>" + std::string(value) +
         "</Value><DisplayValue>" + std::string(display_value) + "</DisplayValue>";
}

Call saving(int user, const std::string& credential) {
  return Call("SaveCredential").number("UserId", user).carrier("Credential", credential);
}

Call deleting(int user, std::string_view type) {
  return Call("DeleteCredential").number("UserId", user).text("CredentialType", type);
}

void expect_types(Session& session, const Call& call, const std::vector<std::string>& types) {
  const Answer answer = session.call(call);
  expect_success(answer);
  expect(!answer.response().is_nil(), "the list is nil");
  std::string expected;
  for (const std::string& type : types) expected += type + " ";
  std::string found;
  for (const std::string& type : texts_of(answer.response(), "Type")) found += type + " ";
  expect_equal("the list of types", found, expected);
}

CONFORMANCE_CASE("GetCredentialTypes", "one of them is entered as a password",
                 .source = Source::document) {
  const Answer types = session.call(Call("GetCredentialTypes"));
  expect_success(types);
  int passwords = 0;
  for (const Element& type : types.response().children()) {
    expect(!type.at("Type").text().empty(), "a type has no name");
    if (type.at("ValueControl").text() == "Password") ++passwords;
  }
  expect(passwords > 0, "no type has the ValueControl Password");
}

CONFORMANCE_CASE("GetCredentialTypes", "a password, and Active Directory",
                 .source = Source::inferred, .assumption = "A-CREDENTIAL-TYPES") {
  expect_types(session, Call("GetCredentialTypes"), {"CRM5/PASSWORD", "ActiveDirectory"});
}

CONFORMANCE_CASE("GetCredentialTypes", "how both are shown", .source = Source::inferred,
                 .assumption = "A-CREDENTIAL-TYPE") {
  const Answer types = session.call(Call("GetCredentialTypes"));
  const auto shown = [&types](const char* member) {
    std::string texts;
    for (const std::string& text : texts_of(types.response(), member)) texts += text + "; ";
    return texts;
  };
  expect_equal("DisplayType", shown("DisplayType"), "Password; Active Directory User; ");
  expect_equal("ValueControl", shown("ValueControl"), "Password; Link; ");
  expect_equal("CanCreatePerson", shown("CanCreatePerson"), "false; true; ");
  expect_equal("IsUserNameSupported", shown("IsUserNameSupported"), "true; false; ");
}

CONFORMANCE_CASE("GetCredentialTypesForUserType", "is a part of GetCredentialTypes",
                 .source = Source::document) {
  const Answer all = session.call(Call("GetCredentialTypes"));
  const std::string types = all.text();
  for (const char* type : {"InternalAssociate", "ExternalAssociate", "SystemAssociate"}) {
    const Answer some = session.call(Call("GetCredentialTypesForUserType").text("UserType", type));
    expect_success(some);
    for (const std::string& name : texts_of(some.response(), "Type")) {
      expect(types.find(name) != std::string::npos, name + " is not in GetCredentialTypes");
    }
  }
}

CONFORMANCE_CASE("GetCredentialTypesForUserType", "which types a type of users can have",
                 .source = Source::inferred, .assumption = "A-CREDENTIAL-TYPES") {
  const auto of = [](std::string_view type) {
    return Call("GetCredentialTypesForUserType").text("UserType", type);
  };
  expect_types(session, of("InternalAssociate"), {"CRM5/PASSWORD", "ActiveDirectory"});
  expect_types(session, of("ExternalAssociate"), {"CRM5/PASSWORD"});
  expect_types(session, of("SystemAssociate"), {"CRM5/PASSWORD"});
  for (const char* type : {"AnonymousAssociate", "ResourceAssociate", "Unknown"}) {
    expect_types(session, of(type), {});
  }
  expect_types(session, Call("GetCredentialTypesForUserType"), {});
}

CONFORMANCE_CASE("SaveCredential", "replaces the password", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_password_set(session, user, saving(user.id, credential(password, other_password)));
}

CONFORMANCE_CASE("SaveCredential", "adds a password to who has none", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-CREDENTIAL-SAVE") {
  const OwnUser user = active_user(session);
  expect_text(session.call(deleting(user.id, password)), "", "true");
  expect_text(session.call(saving(user.id, credential(password, other_password, "Not looked at"))),
              "", "true");
  expect_login(session, user.name, other_password);
  expect_text(user_of(session, user.id), "Credentials/Credential/DisplayValue", user.name);
}

CONFORMANCE_CASE("SaveCredential", "a user of Active Directory has that alone",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CREDENTIAL-SAVE") {
  const OwnUser user = saved_user(session, "InternalAssociate");
  const std::string value = session.fresh_name();
  expect_success(session.call(saving(user.id, credential(password, other_password))));
  expect_text(session.call(saving(user.id, credential(directory, value, "Conform"))), "", "true");
  const Answer stored = user_of(session, user.id);
  expect_equal("number of credentials", stored.response("Credentials").children().size(), 1U);
  expect_text(stored, "Credentials/Credential/Type/Type", directory);
  expect_text(stored, "Credentials/Credential/Value", value);
  expect_text(stored, "Credentials/Credential/DisplayValue", "Conform");
  expect_text(session.call(saving(user.id, credential(password, other_password))), "", "true");
  expect_text(user_of(session, user.id), "Credentials/Credential/Type/Type", password);
}

CONFORMANCE_CASE("SaveCredential", "a user of Active Directory is one user's, and has a Value",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CREDENTIAL-SAVE") {
  const OwnUser user = saved_user(session, "InternalAssociate");
  const std::string value = session.fresh_name();
  expect_success(session.call(saving(user.id, credential(directory, value))));
  expect_text(user_of(session, user.id), "Credentials/Credential/DisplayValue", value);
  expect_success(session.call(saving(user.id, credential(directory, value))));  // Its own.
  expect_refused(session.call(saving(user.id, credential(directory, ""))), invalid_argument,
                 "Value is missing");
}

CONFORMANCE_CASE("SaveCredential", "types that are unknown, or not for the user, are refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CREDENTIAL-SAVE") {
  const OwnUser user = active_user(session);
  for (const char* type : {"Nothing", "crm5/password", "Ticket", ""}) {
    expect_refused(session.call(saving(user.id, credential(type, "x"))), invalid_argument,
                   "Credentials of type " + std::string(type) + " cannot be used here");
  }
  expect_refused(session.call(saving(user.id, credential(directory, session.fresh_name()))),
                 invalid_argument, wrong_type);
  expect_refused(session.call(Call("SaveCredential").number("UserId", user.id)), invalid_argument,
                 "Credential is missing");
  const OwnUser anonymous = saved_user(session, "AnonymousAssociate");
  expect_refused(session.call(saving(anonymous.id, credential(password, other_password))),
                 invalid_argument, wrong_type);
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("SaveCredential", "a retired user is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-CREDENTIAL-SAVE") {
  const OwnUser user = session.external_user();
  expect_success(change(session, user.id, {{"Deleted", "true"}}));
  expect_refused(session.call(saving(user.id, credential(password, other_password))),
                 illegal_operation, retired);
  expect_refused(session.call(deleting(user.id, password)), illegal_operation, retired);
}

CONFORMANCE_CASE("SaveCredential", "an id that is not there is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-NOT-FOUND") {
  const std::string message = "Associate id " + std::to_string(nobody) + " not found";
  expect_refused(session.call(saving(nobody, credential(password, other_password))), not_found,
                 message);
  expect_refused(session.call(deleting(nobody, password)), not_found, message);
}

CONFORMANCE_CASE("SaveCredential", "external users change their own, and not those of others",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  const OwnUser user = active_user(session);
  const OwnUser other = saved_user(session, "SystemAssociate");
  const std::string ticket = ticket_of(session, user);
  const std::string mine = credential(password, other_password);
  expect_refused(session.call(saving(other.id, mine).ticket(ticket)), illegal_operation,
                 not_permitted);
  expect_refused(session.call(deleting(other.id, password).ticket(ticket)), illegal_operation,
                 not_permitted);
  expect_text(session.call(saving(user.id, mine).ticket(ticket)), "", "true");
  expect_text(session.call(deleting(user.id, password).ticket(ticket)), "", "true");
  expect_no_login(session, user.name, other_password);
}

CONFORMANCE_CASE("DeleteCredential", "the password is gone, and the user cannot log in",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_text(session.call(deleting(user.id, password)), "", "true");
  expect_no_login(session, user.name, user.password);
  expect(user_of(session, user.id).response("Credentials").children().empty(),
         "the user has credentials");
}

CONFORMANCE_CASE("DeleteCredential", "is false when there is no such credential",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CREDENTIAL-DELETE") {
  const OwnUser user = active_user(session);
  const std::string ticket = ticket_of(session, user);
  for (const std::string_view type :
       {directory, std::string_view("Ticket"), std::string_view("Nothing"), std::string_view("")}) {
    const Answer answer = session.call(deleting(user.id, type));
    expect_success(answer);
    expect_text(answer, "", "false");
  }
  expect_success(session.call(Call("GetUser").number("UserId", user.id).ticket(ticket)));
  expect_text(session.call(deleting(user.id, password)), "", "true");
  expect_text(session.call(deleting(user.id, password)), "", "false");
}

}  // namespace
}  // namespace conformance
