#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/credential_xml.h"
#include "tests/server/operations/external_user_calls.h"
#include "tests/server/operations/role_calls.h"
#include "tests/server/operations/secret_calls.h"

// What operations make of a parameter that a client leaves out, where the tests of the operation
// have no case for it.

using namespace emulator;
using namespace emulator::testing;
using namespace emulator::testing::seeded;

namespace {

const std::string argument = "SoInvalidArgumentException ";
const std::string not_found = "SoNotFoundException";

std::string nil(const std::string& name) { return "<" + name + " i:nil=\"true\"/>"; }

/// A parameter that is absent, nil and empty.
std::vector<std::string> left_out(const std::string& name) {
  return {"", nil(name), "<" + name + "/>"};
}

/// A call without one of its texts.
struct CallWithout {
  std::string operation, before, text, after;

  std::string parameters(const std::string& part) const { return before + part + after; }
};

struct Refused {
  CallWithout call;
  std::string outcome, message;
};

struct Answered {
  CallWithout call;
  std::string path, value;
};

/// ADM0 and SAL1 have the secret `office` of type imap.
struct Office {
  Office() {
    save(emulator, login(emulator, sal1), "imap", office);
    save(emulator, ticket, "imap", office);
  }

  /// By ADM0.
  Reply call(const std::string& operation, const std::string& parameters) {
    return emulator.call(ticket, operation, parameters);
  }
  Cells cells() { return Cells::of(emulator.store()); }

  GateFixture emulator;
  std::string ticket = login(emulator, adm0);
  const Secret office{.public_value = "office", .secret_value = "s3cret"};
};

const std::string imap = element("Type", "imap");
const std::string directory = element("Type", "ActiveDirectory");
const std::string from_credential = "CreateDefaultUserFromUserTypeAndCredential";
const std::string colleague = element("UserType", "InternalAssociate") + element("ContactId", "1");

}  // namespace

TEST_CASE("Every operation: a text that is needed is refused alike when absent, nil and empty") {
  Office office;
  const std::string no_name = "The user name can not be empty";
  const std::string new_user = element("RoleId", "10") + element("IsActive", "true");
  const std::string public_value = element("PublicValue", "office");
  for (const Refused& c : {
           Refused{{"CreateExternalUser", element("PersonId", "504"), "UserName", new_user},
                   argument + "UserName",
                   no_name},
           Refused{{"GenerateNewPasswordForExternalUser", "", "AssociateName", ""},
                   not_found,
                   "Associate name  not found"},
           Refused{{"SetDataRight", role_id(4), "TableName",
                    element("RelationToOwner", "MyOwn") + element("DataRightValue", "R")},
                   argument + "TableName",
                   "There are no data rights for the table "},
           Refused{{from_credential, colleague, "CredentialType", element("CredentialValue", "x")},
                   argument + "Type",
                   "Credentials of type  cannot be used here"},
           Refused{{"SaveUntrustedCredentials", "", "Type", office.office.xml()},
                   argument + "Type",
                   "Type is missing"},
           Refused{{"SaveUntrustedCredentialsForAssociate", associate_id(12), "Type",
                    office.office.xml()},
                   argument + "Type",
                   "Type is missing"},
           Refused{{"RemoveUntrustedCredentials", "", "Type", public_value},
                   not_found,
                   "UntrustedCredentials name office not found"},
           Refused{
               {"RemoveUntrustedCredentialsForAssociate", associate_id(12), "Type", public_value},
               not_found,
               "UntrustedCredentials name office not found"},
           Refused{{"RemoveUntrustedCredentials", imap, "PublicValue", ""},
                   not_found,
                   "UntrustedCredentials name  not found"},
           Refused{{"RemoveUntrustedCredentialsForAssociate", associate_id(12) + imap,
                    "PublicValue", ""},
                   not_found,
                   "UntrustedCredentials name  not found"},
       }) {
    CAPTURE(c.call.operation);
    for (const std::string& part : left_out(c.call.text)) {
      CAPTURE(part);
      const Cells before = office.cells();
      const Reply reply = office.call(c.call.operation, c.call.parameters(part));
      CHECK(outcome_of(reply) == c.outcome);
      CHECK(reply.message() == c.message);
      CHECK(listed(before.changed_to(office.cells())) == "");
    }
  }
}

TEST_CASE("Every operation: a text that is asked for is the empty one when absent, nil and empty") {
  Office office;
  const std::string sales = element("GroupName", "EMULATOR\\Sales");
  for (const Answered& c : {
           Answered{{"FindCredentialsGroups", "", "Type", element("SearchString", "sales")},
                    "CredentialsGroup/Name",
                    ""},
           Answered{{"FindCredentialsGroups", directory, "SearchString", ""},
                    "CredentialsGroup/Name",
                    "EMULATOR\\Employees"},
           Answered{
               {"FindCredentialUsers", "", "Type", element("SearchString", "liv")}, "Users", ""},
           Answered{{"GetCredentialUsersInGroup", "", "Type", sales}, "Users", ""},
           Answered{{"GetCredentialUsersInGroup", directory, "GroupName", ""}, "Users", ""},
           Answered{{"ExecuteUserCommand", "", "CommandName",
                     element("CommandActionResult", "Yes") + "<User/>"},
                    "Message",
                    "There is no command  for this user"},
           Answered{{"GetUntrustedCredentials", "", "Type", ""}, "", ""},
           Answered{{"GetUntrustedCredentialsForAssociate", associate_id(12), "Type", ""}, "", ""},
           Answered{{from_credential, colleague + element("CredentialType", "ActiveDirectory"),
                     "CredentialValue", element("CredentialDisplayValue", "Bo Ek")},
                    "Credentials/Credential/Value",
                    ""},
           Answered{{from_credential,
                     colleague + element("CredentialType", "ActiveDirectory") +
                         element("CredentialValue", "x"),
                     "CredentialDisplayValue", ""},
                    "Person/FullName",
                    ""},
       }) {
    CAPTURE(c.call.operation);
    CAPTURE(c.call.text);
    const Cells before = office.cells();
    const std::string path = c.path.empty() ? "Response" : "Response/" + c.path;
    const Reply empty = office.call(c.call.operation, c.call.parameters(element(c.call.text, "")));
    for (const std::string& part : left_out(c.call.text)) {
      CAPTURE(part);
      const Reply reply = office.call(c.call.operation, c.call.parameters(part));
      CHECK(outcome_of(reply) == "ok");
      CHECK(reply.result(path) == c.value);
      CHECK(reply.xml() == empty.xml());
    }
    CHECK(listed(before.changed_to(office.cells())) == "");
  }
}

TEST_CASE("Every operation: an id that is absent is 0, which is nobody's") {
  Office office;
  struct Case {
    std::string operation, parameters, outcome, message;
  };
  const std::string no_associate = "Associate id 0 not found";
  const std::string name = element("UserName", "new@fjord.example");
  for (const Case& c : {
           Case{"CreateExternalUser", name + element("RoleId", "10"), argument + "PersonId",
                "The person does not exist."},
           Case{"CreateExternalUser", element("PersonId", "504") + name, argument + "RoleId",
                "The role 0 does not exist."},
           Case{"DeleteExternalUser", "", not_found, no_associate},
           Case{"SetExternalUserInfo", "", not_found, no_associate},
           Case{"SaveCredential", password("new"), not_found, no_associate},
           Case{"DeleteCredential", element("CredentialType", "CRM5/PASSWORD"), not_found,
                no_associate},
           Case{"SetFunctionalRights", functional_right_ids({"9"}), not_found,
                "Role id 0 not found"},
           Case{"SaveUntrustedCredentialsForAssociate", imap + office.office.xml(), not_found,
                no_associate},
           Case{"RemoveUntrustedCredentialsForAssociate", imap + element("PublicValue", "office"),
                not_found, no_associate},
           Case{"ResolveUserFromInfo",
                element("PersonName", "Nina Dal") + element("UserType", "ExternalAssociate") +
                    password("first"),
                argument + "ContactId", "ContactId is missing"},
           Case{from_credential,
                element("UserType", "InternalAssociate") +
                    element("CredentialType", "ActiveDirectory"),
                not_found, "Contact id 0 not found"},
       }) {
    CAPTURE(c.operation);
    const Cells before = office.cells();
    const Reply reply = office.call(c.operation, c.parameters);
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.message() == c.message);
    CHECK(listed(before.changed_to(office.cells())) == "");
  }
  const Reply nobody_asked = office.call("CanChangePassword", "");
  CHECK(outcome_of(nobody_asked) == "ok");
  CHECK(nobody_asked.result("Response") == "false");
}
