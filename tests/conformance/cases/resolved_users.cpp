#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

/// What is sought by; a new user's password is its only credential.
struct Sought {
  int contact = 0;
  std::string name = {};
  std::vector<std::string> phones = {};
  std::vector<std::string> emails = {};
  std::string type = "ExternalAssociate";
};

Call resolving(const Sought& sought) {
  return Call("ResolveUserFromInfo")
      .number("ContactId", sought.contact)
      .text("PersonName", sought.name)
      .strings("PhoneNumbers", sought.phones)
      .strings("Emails", sought.emails)
      .text("UserType", sought.type)
      .carrier("Credential",
               "<Type><Type>CRM5/PASSWORD</Type></Type><Value>" + other_password + "</Value>");
}

/// The user that is found or made goes after the case; a person that is made stays, because no
/// operation removes it.
Answer resolve(Session& session, const Sought& sought) {
  Answer resolved = session.call(resolving(sought));
  if (!resolved.succeeded()) return resolved;
  session.remove_afterwards(resolved.number("User/AssociateId"));
  session.own(resolved.number("User/Person/PersonId"));
  return resolved;
}

/// The run's person as it is stored.
Answer person_of_run(Session& session) { return proposed(session, "ExternalAssociate"); }

int company_of(const Answer& person) {
  const int company = person.number("Person/ContactId");
  if (company == 0) throw LeftOut("the person is of no company");
  return company;
}

std::string address_of(const Answer& person) {
  const std::string address = person.text("Person/Email");
  if (address.empty()) throw LeftOut("the person has no e-mail address");
  return address;
}

// It makes a person, and so it is the only case that does.
CONFORMANCE_CASE("ResolveUserFromInfo", "makes person and user, and finds both again",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const std::string name = session.fresh_name();
  const Sought sought{.contact = own_company(session),
                      .name = "Conform Between " + name,
                      .emails = {name + "@conform.example"}};
  const Answer made = resolve(session, sought);
  expect_success(made);
  expect_text(made, "PersonCreated", "true");
  expect_text(made, "User/Type", "ExternalAssociate");
  expect_number(made, "User/Person/ContactId", sought.contact);
  const std::string id = made.text("User/AssociateId");
  expect_number(user_of(session, std::stoi(id)), "Person/PersonId",
                made.number("User/Person/PersonId"));

  const Answer again = resolve(session, sought);
  expect_success(again);
  expect_text(again, "PersonCreated", "false");
  expect_text(again, "User/AssociateId", id);
}

CONFORMANCE_CASE("ResolveUserFromInfo",
                 "a person without a user is not made again, but its user is",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RESOLVE") {
  const Answer person = person_of_run(session);
  const Answer made =
      resolve(session, {.contact = company_of(person), .emails = {address_of(person)}});
  expect_success(made);
  expect_text(made, "PersonCreated", "false");
  expect_number(made, "User/Person/PersonId", session.person());
  expect_text(made, "User/Name", person.text("Name"));
  expect_equal("number of its credentials", made.response("User/Credentials").children().size(),
               1U);
}

CONFORMANCE_CASE("ResolveUserFromInfo", "finds by address, else by name, in any case",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RESOLVE") {
  const Answer person = person_of_run(session);
  const int company = company_of(person);
  std::string address = address_of(person);
  address.replace(0, 1, std::string(1, static_cast<char>(std::toupper(address.front()))));
  const OwnUser user = active_user(session);
  const std::string full_name = person.text("Person/FullName");
  for (const Sought& sought :
       {Sought{.contact = company, .emails = {"nobody@conform.example", address}},
        Sought{.contact = company, .name = full_name},
        Sought{.contact = company, .name = full_name, .phones = {"000"}}}) {
    const Answer found = resolve(session, sought);
    expect_success(found);
    expect_number(found, "User/AssociateId", user.id);
    expect_text(found, "PersonCreated", "false");
  }
  expect_unchanged(session, user);  // The credential was not used.
}

CONFORMANCE_CASE("ResolveUserFromInfo", "of a phone number the digits count, before the name",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RESOLVE") {
  const Answer person = person_of_run(session);
  std::string phone = person.text("Person/DirectPhone");
  if (phone.size() < 5) throw LeftOut("the person has no phone number");
  phone.insert(phone.size() - 2, " - ");
  const OwnUser user = session.external_user();
  const Answer found = resolve(session, {.contact = company_of(person),
                                         .name = "Conform " + session.fresh_name(),
                                         .phones = {"", phone}});
  expect_success(found);
  expect_number(found, "User/AssociateId", user.id);
}

CONFORMANCE_CASE("ResolveUserFromInfo", "a retired user comes as it is", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-RESOLVE") {
  const Answer person = person_of_run(session);
  const OwnUser user = session.external_user();
  expect_success(change(session, user.id, {{"Deleted", "true"}}));
  const Answer found =
      resolve(session, {.contact = company_of(person), .emails = {address_of(person)}});
  expect_number(found, "User/AssociateId", user.id);
  expect_text(found, "User/Deleted", "true");
}

CONFORMANCE_CASE("ResolveUserFromInfo", "a user of the other type is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RESOLVE") {
  const Answer person = person_of_run(session);
  session.external_user();
  expect_refused(resolve(session, {.contact = company_of(person),
                                   .emails = {address_of(person)},
                                   .type = "InternalAssociate"}),
                 invalid_argument, wrong_type);
}

CONFORMANCE_CASE("ResolveUserFromInfo", "ContactId must not be 0, and there must be a Credential",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  expect_refused(resolve(session, {.contact = 0, .name = session.fresh_name()}));
  expect_refused(session.call(Call("ResolveUserFromInfo")
                                  .number("ContactId", own_company(session))
                                  .text("PersonName", session.fresh_name())
                                  .text("UserType", "ExternalAssociate")));
}

CONFORMANCE_CASE("ResolveUserFromInfo", "what is missing, unknown or of no person is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RESOLVE") {
  const std::string name = session.fresh_name();
  const int company = own_company(session);
  expect_refused(resolve(session, {.contact = 0, .name = name}), invalid_argument,
                 "ContactId is missing");
  expect_refused(resolve(session, {.contact = nobody, .name = name}), not_found,
                 "Contact id " + std::to_string(nobody) + " not found");
  expect_refused(resolve(session, {.contact = company, .name = name, .type = "SystemAssociate"}),
                 invalid_argument, "An anonymous or system user cannot be a contact");
  expect_refused(resolve(session, {.contact = company, .name = name, .type = "Unknown"}),
                 invalid_argument, "All associates/users must have a type");
  expect_refused(session.call(Call("ResolveUserFromInfo")
                                  .number("ContactId", company)
                                  .text("PersonName", name)
                                  .text("UserType", "ExternalAssociate")
                                  .carrier("Credential", "<Type><Type>Nothing</Type></Type>")),
                 invalid_argument, "Credentials of type Nothing cannot be used here");
}

CONFORMANCE_CASE("ResolveUserFromInfo", "external users may not resolve",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  expect_not_permitted(
      session,
      {resolving({.contact = own_company(session), .name = "Conform " + session.fresh_name()})});
}

}  // namespace
}  // namespace conformance
