#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string invalid = "SoInvalidArgumentException ";
const std::string no_person = "An internal or external user has to be linked to a person.";
const std::string is_no_person = "An anonymous or system user cannot be a contact";
const std::string no_type = "All associates/users must have a type";
const std::string no_license =
    "There are no Client Access Licences for user type ResourceAssociate";

using Fields = std::vector<std::pair<std::string, std::string>>;

void check_fields(const Reply& reply, const Fields& fields) {
  CHECK(outcome_of(reply) == "ok");
  for (const auto& field : fields) {
    CAPTURE(field.first);
    CHECK(reply.result("Response/" + field.first) == field.second);
  }
}

/// Names of the licences that are Assigned.
std::vector<std::string> assigned(const Reply& reply) {
  std::vector<std::string> names;
  const std::string owner = "Body/*/Response/LicenseOwners/LicenseOwner/";
  for (const auto* const list : {"RestrictedModuleLicenses", "UnrestrictedModuleLicenses"}) {
    const std::string path = owner + list + "/ModuleLicenseLink/";
    const auto all = reply.texts(path + "Name");
    const auto flags = reply.texts(path + "Assigned");
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (flags.at(i) == "true") names.push_back(all[i]);
    }
  }
  return names;
}

Reply as_adm0(GateFixture& emulator, const std::string& operation, const std::string& parameters) {
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  Reply reply = emulator.call(ticket, operation, parameters);
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  return reply;
}

std::string type_and_person(const std::string& type, int person_id) {
  return element("UserType", type) + element("PersonId", std::to_string(person_id));
}

struct Refused {
  std::string what, parameters, outcome, message;
};

void check_refused(const std::string& operation, const std::vector<Refused>& cases) {
  GateFixture emulator;
  for (const Refused& c : cases) {
    CAPTURE(c.what);
    const Reply reply = as_adm0(emulator, operation, c.parameters);
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.message() == c.message);
    CHECK(reply.result("Response") == "(nil)");
  }
}

}  // namespace

TEST_CASE("CreateDefaultUser: an employee without names and person, not stored") {
  GateFixture emulator;
  const Reply reply = as_adm0(emulator, "CreateDefaultUser", "");
  check_fields(reply, {{"AssociateId", "0"},
                       {"Name", ""},
                       {"UserName", ""},
                       {"Tooltip", ""},
                       {"Rank", "9"},
                       {"Type", "InternalAssociate"},
                       {"Role/Id", "1"},
                       {"Role/Value", "User level 0"},
                       {"UserGroup/Id", "1"},
                       {"OtherGroups", ""},
                       {"Person", "(nil)"},
                       {"Deleted", "false"},
                       {"Lastlogin", "0001-01-01T00:00:00"},
                       {"EjUserId", "0"},
                       {"IsPersonRetired", "false"},
                       {"Credentials", ""},
                       {"PostSaveCommands", ""}});
  CHECK(assigned(reply) == std::vector<std::string>{"superoffice.user"});
}

TEST_CASE("CreateDefaultUser: without a free licence none is Assigned") {
  GateFixture emulator;
  auto license = emulator.store().licenses.find_by_name("superoffice.user").value();
  license.number = 3;
  emulator.store().licenses.save(license, {});
  CHECK(assigned(as_adm0(emulator, "CreateDefaultUser", "")).empty());
}

TEST_CASE("CreateDefaultUserFromUserType: system and anonymous users") {
  GateFixture emulator;
  struct Case {
    std::string type, role, license;
  };
  for (const Case& c : {Case{"SystemAssociate", "12", "superoffice.system-user-cal"},
                        Case{"AnonymousAssociate", "11", "superoffice.anonymous-user-cal"}}) {
    CAPTURE(c.type);
    const Reply reply =
        as_adm0(emulator, "CreateDefaultUserFromUserType", element("UserType", c.type));
    check_fields(reply, {{"AssociateId", "0"},
                         {"Name", ""},
                         {"Rank", "9"},
                         {"Type", c.type},
                         {"Role/Id", c.role},
                         {"UserGroup", "(nil)"},
                         {"Person", "(nil)"}});
    CHECK(assigned(reply) == std::vector<std::string>{c.license});
  }
}

TEST_CASE("CreateDefaultUserFromUserType: the other types need a person") {
  check_refused(
      "CreateDefaultUserFromUserType",
      {{"employee", element("UserType", "InternalAssociate"), invalid + "UserType", no_person},
       {"external", element("UserType", "ExternalAssociate"), invalid + "UserType", no_person},
       {"resource", element("UserType", "ResourceAssociate"), "SoLicenseException", no_license},
       {"Unknown", element("UserType", "Unknown"), invalid + "UserType", no_type},
       {"absent", "", invalid + "UserType", no_type}});
}

TEST_CASE("CreateDefaultUserFromUserTypeAndPersonId: names and tooltip are the person's") {
  GateFixture emulator;
  const std::string operation = "CreateDefaultUserFromUserTypeAndPersonId";
  const int person = new_colleague(emulator);
  const Reply internal = as_adm0(emulator, operation, type_and_person("InternalAssociate", person));
  check_fields(internal, {{"Name", "NA"},
                          {"UserName", "NA"},
                          {"Tooltip", "Nora Ask"},
                          {"Type", "InternalAssociate"},
                          {"Role/Id", "1"},
                          {"UserGroup/Id", "1"},
                          {"Person/PersonId", std::to_string(person)},
                          {"Person/FullName", "Nora Ask"},
                          {"Person/ContactName", "SuperOffice Emulator"}});
  CHECK(assigned(internal) == std::vector<std::string>{"superoffice.user"});
  const Reply external = as_adm0(emulator, operation, type_and_person("ExternalAssociate", 512));
  check_fields(external, {{"Name", "free.person512@nordlys.example"},
                          {"UserName", "free.person512@nordlys.example"},
                          {"Tooltip", "Free Person 512"},
                          {"Role/Id", "10"},
                          {"UserGroup", "(nil)"},
                          {"Person/PersonId", "512"}});
  CHECK(assigned(external) == std::vector<std::string>{"superoffice.extern-user-cal"});
}

TEST_CASE("CreateDefaultUserFromUserTypeAndPersonId: a name that is taken gets a number") {
  GateFixture emulator;
  const std::string operation = "CreateDefaultUserFromUserTypeAndPersonId";
  check_fields(as_adm0(emulator, operation, type_and_person("ExternalAssociate", 501)),
               {{"Name", "ext12@fjord.example"}});
  const int person = new_colleague(emulator);
  REQUIRE(outcome_of(save(emulator, emulator.login("ADM0", "adm0"), [&] {
            SentUser user = employee(person);
            user.name = "XY";
            user.user_name = "na";
            return user;
          }())) == "ok");
  check_fields(as_adm0(emulator, operation, type_and_person("InternalAssociate", person)),
               {{"Name", "NA2"}});
}

TEST_CASE("CreateDefaultUserFromUserTypeAndPersonId: person 0 for system and anonymous users") {
  GateFixture emulator;
  for (const std::string type : {"SystemAssociate", "AnonymousAssociate"}) {
    CAPTURE(type);
    for (const std::string& parameters : {type_and_person(type, 0), element("UserType", type)}) {
      check_fields(as_adm0(emulator, "CreateDefaultUserFromUserTypeAndPersonId", parameters),
                   {{"Type", type}, {"Person", "(nil)"}});
    }
  }
}

TEST_CASE("CreateDefaultUserFromUserTypeAndPersonId: what is refused") {
  check_refused(
      "CreateDefaultUserFromUserTypeAndPersonId",
      {{"person 0", type_and_person("ExternalAssociate", 0), invalid + "PersonId", no_person},
       {"no person", element("UserType", "InternalAssociate"), invalid + "PersonId", no_person},
       {"unknown person", type_and_person("ExternalAssociate", 9999), invalid + "PersonId",
        "The person does not exist."},
       {"system", type_and_person("SystemAssociate", 512), invalid + "PersonId", is_no_person},
       {"anonymous", type_and_person("AnonymousAssociate", 512), invalid + "PersonId",
        is_no_person},
       {"resource", type_and_person("ResourceAssociate", 0), "SoLicenseException", no_license},
       {"no type", element("PersonId", "512"), invalid + "UserType", no_type}});
}

namespace {

const std::string liv = "S-1-5-21-1004336348-1177238915-682003330-1104";

std::string credential(const std::string& type, int contact_id, const std::string& value,
                       const std::string& display,
                       const std::string& credential_type = "ActiveDirectory") {
  return element("UserType", type) + element("ContactId", std::to_string(contact_id)) +
         element("CredentialType", credential_type) + element("CredentialValue", value) +
         element("CredentialDisplayValue", display);
}

const std::string from_credential = "CreateDefaultUserFromUserTypeAndCredential";

}  // namespace

TEST_CASE("CreateDefaultUserFromUserTypeAndCredential: a person as the directory knows it") {
  GateFixture emulator;
  const Reply reply = as_adm0(emulator, from_credential,
                              credential("InternalAssociate", 1, liv, "EMULATOR\\liv.haug"));
  check_fields(reply, {{"AssociateId", "0"},
                       {"Name", "LH"},
                       {"Tooltip", "Liv Haug"},
                       {"Role/Id", "1"},
                       {"UserGroup/Id", "1"},
                       {"Person/PersonId", "0"},
                       {"Person/Firstname", "Liv"},
                       {"Person/Lastname", "Haug"},
                       {"Person/Email", "liv.haug@emulator.example"},
                       {"Person/ContactId", "1"},
                       {"Person/ContactName", "SuperOffice Emulator"},
                       {"Person/CountryId", "578"},
                       {"Credentials/Credential/Type/Type", "ActiveDirectory"},
                       {"Credentials/Credential/Type/ValueControl", "Link"},
                       {"Credentials/Credential/Value", liv},
                       {"Credentials/Credential/DisplayValue", "EMULATOR\\liv.haug"}});
}

TEST_CASE("CreateDefaultUserFromUserTypeAndCredential: whom it does not know is as shown") {
  GateFixture emulator;
  check_fields(as_adm0(emulator, from_credential,
                       credential("ExternalAssociate", 3, "x", "Nora Mia Ask", "CRM5/PASSWORD")),
               {{"Name", "nora.mia.ask"},
                {"Tooltip", "Nora Mia Ask"},
                {"Role/Id", "10"},
                {"Person/Firstname", "Nora Mia"},
                {"Person/Lastname", "Ask"},
                {"Person/ContactName", "Nordlys Partner"},
                {"Credentials/Credential/Type/Type", "CRM5/PASSWORD"},
                {"Credentials/Credential/Value", "x"}});
  check_fields(
      as_adm0(emulator, from_credential, credential("InternalAssociate", 1, "S-1-5-7", "Ask")),
      {{"Name", "A"}, {"Person/Firstname", ""}, {"Person/Lastname", "Ask"}});
}

TEST_CASE("CreateDefaultUserFromUserTypeAndCredential: without a display value, no names") {
  GateFixture emulator;
  for (const std::string& parameters :
       {credential("InternalAssociate", 1, "", ""),
        element("UserType", "InternalAssociate") + element("ContactId", "1") +
            element("CredentialType", "ActiveDirectory")}) {
    check_fields(as_adm0(emulator, from_credential, parameters),
                 {{"Name", ""}, {"UserName", ""}, {"Person/Lastname", ""}});
  }
}

TEST_CASE("CreateDefaultUserFromUserTypeAndCredential: system users have a credential, no person") {
  GateFixture emulator;
  check_fields(as_adm0(emulator, from_credential,
                       credential("SystemAssociate", 0, "x", "Robot", "CRM5/PASSWORD")),
               {{"Name", ""},
                {"Person", "(nil)"},
                {"Role/Id", "12"},
                {"Credentials/Credential/DisplayValue", "Robot"}});
}

TEST_CASE("CreateDefaultUserFromUserTypeAndCredential: what is refused") {
  const std::string wrong_type = "The user has the wrong user type";
  check_refused(
      from_credential,
      {{"unknown contact", credential("InternalAssociate", 77, liv, "x"), "SoNotFoundException",
        "Contact id 77 not found"},
       {"contact 0", credential("InternalAssociate", 0, liv, "x"), "SoNotFoundException",
        "Contact id 0 not found"},
       {"system", credential("SystemAssociate", 3, liv, "x"), invalid + "ContactId", is_no_person},
       {"no credential type", credential("InternalAssociate", 1, liv, "x", ""), invalid + "Type",
        "Credentials of type  cannot be used here"},
       {"unknown credential type", credential("InternalAssociate", 1, liv, "x", "Ticket"),
        invalid + "Type", "Credentials of type Ticket cannot be used here"},
       {"external user of a domain", credential("ExternalAssociate", 3, liv, "x"),
        invalid + "UserType", wrong_type},
       {"anonymous user with a password",
        credential("AnonymousAssociate", 0, "x", "x", "CRM5/PASSWORD"), invalid + "UserType",
        wrong_type},
       {"resource", credential("ResourceAssociate", 3, liv, "x"), "SoLicenseException", no_license},
       {"nothing", "", invalid + "UserType", no_type}});
}
