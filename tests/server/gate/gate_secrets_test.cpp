#include <doctest/doctest.h>

#include "server/gate/gate.h"
#include "server/tenants/tickets.h"
#include "tests/server/gate/log_capture.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

// One word each, so that no part of them is in a line by chance.
const std::string password = "hunter2hunter2";
const std::string ticket = "7T:SGVsbG9IZWxsb0hlbGxv";
const std::string token = "applicationsecret";

std::string service_header(const std::string& name, const std::string& content) {
  return "<" + name + " xmlns=\"" + services_uri + "\">" + content + "</" + name + ">";
}

std::string message(const std::string& parameters) {
  return envelope(service_header("ApplicationToken", token) + credentials(ticket),
                  wrapper("SetExternalUserInfo", parameters));
}

void check_silent(const LogCapture& log, const std::string& secret) {
  CAPTURE(log.text());
  CHECK(!log.contains(secret));
}

std::string utf_16(const std::string& text) {
  std::string wide = "\xFF\xFE";
  for (const char c : text) wide += {c, '\0'};
  return wide;
}

}  // namespace

TEST_CASE("Gate: the log has who called what and how it ended") {
  GateFixture emulator;
  const LogCapture log;
  const std::string own = emulator.login("ADM0", "adm0");
  emulator.login("ADM0", "wrong");
  emulator.call(own, "DeleteExternalUser", element("AssociateId", "11"));
  emulator.call(own, "GetUserInfo", element("UserInfoId", "11") + element("Extra", ""));
  const std::string wrong_type =
      "SuperOffice.Exceptions.SoInvalidArgumentException: The user has the wrong user type";
  for (const std::string& line :
       {std::string("info default SoPrincipal.AuthenticateUsernamePassword by -: 200 log-in of "
                    "ADM0 in "),
        std::string("200 log-in refused: wrong password of ADM0 in "),
        "info default User.DeleteExternalUser by ADM0: 200 " + wrong_type + " in ",
        std::string("warning GetUserInfo W-UNKNOWN-ELEMENT at "
                    "/s:Envelope/s:Body/GetUserInfo/Extra"),
        std::string(" ms W-UNKNOWN-ELEMENT")}) {
    CAPTURE(log.text());
    CHECK(log.contains(line));
  }
}

TEST_CASE("Gate: no password and no ticket of any call is in the log") {
  GateFixture emulator;
  const LogCapture log;
  const std::string own = emulator.login("ADM0", "adm0");
  emulator.login("ADM0", password);
  emulator.login("nobody", password);
  emulator.login(ticket, password);
  emulator.login("ext2@fjord.example", password);
  const std::string parts = element("UserName", "x") + element("Password", password);
  for (const std::string& caller : {own, ticket, std::string()}) {
    for (const std::string flags : {"", "Password", "Password Role"}) {
      emulator.call(
          caller, "SetExternalUserInfo",
          element("AssociateId", "101") + parts + element("ExternalUserInfoModification", flags));
    }
    emulator.call(caller, "CreateExternalUser",
                  element("PersonId", "504") + parts + element("RoleId", "10"));
    emulator.call(caller, "SetPassword",
                  element("AssociateId", "101") + element("Password", password));
  }
  emulator.send(Service::user, "SetExternalUserInfo",
                message(element("AssociateId", "101") + element("Password", password)));
  const std::string access_token = issue_access_token(emulator.tenant(), 11).text;
  emulator.call(access_token, "GetUserInfo", element("UserInfoId", "11"));
  emulator.login(access_token, "");
  emulator.call_principal("AuthenticateWithAccessToken", element("AccessToken", access_token));
  emulator.call_principal("AuthenticateWithAccessToken", element("AccessToken", "8A:" + password));
  const std::string generated = emulator
                                    .call(own, "GenerateNewPasswordForExternalUser",
                                          element("AssociateName", "ext2@fjord.example"))
                                    .result("Response");
  REQUIRE(generated.size() == 12);
  REQUIRE(own.size() > 12);
  for (const std::string& secret : {own, own.substr(3), access_token, generated, password, ticket,
                                    token, std::string("$argon2id$"), std::string("7S:")}) {
    check_silent(log, secret);
  }
  CHECK(log.contains("SetExternalUserInfo by ADM0"));
}

TEST_CASE("Gate: no password and no ticket of a message that breaks the contract is in the log") {
  struct Case {
    std::string what, parameters;
  };
  const std::string good = element("Password", password);
  for (const ContractMode mode :
       {ContractMode::lenient, ContractMode::warn, ContractMode::strict}) {
    ServiceSettings settings;
    settings.contract = mode;
    GateFixture emulator(settings);
    for (const Case& c : {
             Case{"out of order", good + element("UserName", "x")},
             Case{"twice", good + element("Password", password + "again")},
             Case{"in no namespace", "<Password xmlns=\"\">" + password + "</Password>"},
             Case{"with an element in it", "<Password>" + element(password, "") + "</Password>"},
             Case{"with an unknown prefix", "<q:Password>" + password + "</q:Password>"},
             Case{"as an entity", "<Password>x&" + password + ";</Password>"},
             Case{"as a tag", "<Password>x<" + password + "</Password>"},
             Case{"as a tag with blanks", "<Password>x< " + password + "</Password>"},
             Case{"as an open tag", "<Password>x<" + password + "></Password>"},
             Case{"as an instruction", "<Password><?" + password + "</Password>"},
             Case{"as a reference", "<Password>&#x" + password + ";</Password>"},
             Case{"without an end", "<Password>&" + password},
             Case{"with an attribute", "<Password a=\"b\" a=\"c\">&" + password + ";</Password>"},
             Case{"beside a bad number", element("AssociateId", "x") + good},
             Case{"beside a bad flag", good + element("ExternalUserInfoModification", "All")},
             Case{"under another name", element("Pasword", password)},
         }) {
      CAPTURE(c.what);
      const LogCapture log;
      emulator.send(Service::user, "SetExternalUserInfo", message(c.parameters));
      emulator.send(Service::user, "SetExternalUserInfo", utf_16(message(c.parameters)));
      emulator.send(Service::user, "NoSuchOperation", message(c.parameters));
      for (const std::string& secret : {password, ticket, token}) check_silent(log, secret);
      CHECK(log.contains("info default User."));
    }
  }
}

TEST_CASE("Gate: a header that breaks the contract is not logged with its value") {
  GateFixture emulator;
  const std::string call = wrapper("GetUser", element("UserId", "11"));
  for (const std::string& headers : {
           credentials(ticket) + credentials(ticket),
           "<Credentials xmlns=\"" + std::string(services_uri) + "\"><Ticket>" + ticket +
               "</Ticket><Secret>" + token + "</Secret></Credentials>",
           "<Credentials><Ticket>&" + ticket.substr(3) + ";</Ticket></Credentials>",
           "<ApplicationToken>x<" + token + "</ApplicationToken>",
       }) {
    CAPTURE(headers);
    const LogCapture log;
    emulator.send(Service::user, "GetUser", envelope(headers, call));
    check_silent(log, ticket.substr(3));
    check_silent(log, token);
    CHECK(log.contains("info default User."));
  }
}

TEST_CASE("Gate: no secret is in the log or in an error of any operation that takes or gives one") {
  struct Call {
    std::string operation, parameters;
  };
  const auto all_in = [](const std::string& name) { return element(name, password); };
  const std::string credential =
      "<Credential><Type><Type>CRM5/PASSWORD</Type></Type>" + all_in("Value") + "</Credential>";
  const std::string untrusted =
      "<Credentials>" + all_in("SecretValue") + element("PublicValue", "own") + "</Credentials>";
  const std::string change = all_in("OldPassword") + all_in("NewPassword");
  for (const int user : {11, 12, 14, 15, 101, 99999}) {
    const std::string id = element("AssociateId", std::to_string(user));
    for (const Call& one : {
             Call{"ChangeOwnPassword", change},
             Call{"ChangePassword", id + change},
             Call{"ChangePasswordFromName", element("AssociateName", "SAL1") + change},
             Call{"SetPassword", id + all_in("Password")},
             Call{"SetPasswordFromName", element("AssociateName", "SAL1") + all_in("Password")},
             Call{"IsPasswordValid", id + all_in("Password")},
             Call{"IsPasswordValidWithReason", id + all_in("Password")},
             Call{"SaveCredential", element("UserId", std::to_string(user)) + credential},
             Call{"SaveUntrustedCredentials", element("Type", "imap") + untrusted},
             Call{"SaveUntrustedCredentialsForAssociate", id + element("Type", "imap") + untrusted},
             Call{"SaveUntrustedCredentials", element("Type", "Ticket") + untrusted},
         }) {
      CAPTURE(one.operation);
      CAPTURE(user);
      GateFixture emulator;
      store::PasswordRules rules = emulator.store().password_rules.get();
      rules.min_special = user == 101 ? 1 : 0;
      emulator.store().password_rules.save(rules, {});
      for (const std::string& caller :
           {emulator.login("ADM0", "adm0"), emulator.login("SAL1", "sal1")}) {
        const LogCapture log;
        const Reply reply = emulator.call(caller, one.operation, one.parameters);
        check_silent(log, password);
        CHECK(reply.xml().find(password) == std::string::npos);
        CHECK(log.contains(one.operation));
      }
    }
  }
}

TEST_CASE("Gate: generated passwords and secrets that are read are in the answer, not in the log") {
  GateFixture emulator;
  const std::string caller = emulator.login("ADM0", "adm0");
  emulator.call(caller, "SaveUntrustedCredentials",
                element("Type", "imap") + "<Credentials>" + element("SecretValue", password) +
                    "</Credentials>");
  const LogCapture log;
  const std::string generated =
      emulator.call(caller, "SetGeneratedPassword", element("AssociateId", "101"))
          .result("Response");
  CHECK(generated.size() == 12);
  check_silent(log, generated);
  CHECK(emulator.call(caller, "GetUntrustedCredentials", element("Type", "imap"))
            .result("Response/UntrustedCredentials/SecretValue") == password);
  check_silent(log, password);
}
