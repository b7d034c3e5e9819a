// The ways in other than AuthenticateUsernamePassword: AuthenticateGeneric, AuthenticateImplicit
// and AuthenticateWithAccessToken.

#include <doctest/doctest.h>

#include "server/domain/secrets.h"
#include "server/tenants/tickets.h"
#include "tests/server/gate/log_capture.h"
#include "tests/server/operations/cells.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::string pair_of(const std::string& key, const std::string& value) {
  return "<AuthenticationGenericDataKeyValuePair>" + element("Key", key) + element("Value", value) +
         "</AuthenticationGenericDataKeyValuePair>";
}

Reply generic(GateFixture& emulator, const std::string& pairs) {
  return emulator.call_principal("AuthenticateGeneric",
                                 "<AuthenticationData>" + pairs + "</AuthenticationData>");
}

Reply with_token(GateFixture& emulator, const std::string& token) {
  return emulator.call_principal("AuthenticateWithAccessToken", element("AccessToken", token));
}

/// Id of who is logged in, `refused`, or what else came.
std::string entered(const Reply& reply) {
  if (reply.succeeded() != "true") return reply.exception_type();
  if (reply.result("AuthenticationSucceeded") == "true") {
    return reply.result("Response/AssociateId");
  }
  const auto parts = reply.texts("Body/AuthenticateResponse/*");
  return parts == std::vector<std::string>{"(nil)", "(nil)", "false"} ? "refused" : "half refused";
}

/// What a ticket is good for: the name of the user whom its calls run as.
std::string caller_of(GateFixture& emulator, const std::string& ticket) {
  const LogCapture log;
  const Reply reply = emulator.call(ticket, "GetUserInfo", element("UserInfoId", "11"));
  if (reply.succeeded() != "true") return reply.parameter("Reason");
  const std::string line = log.text();
  const std::size_t by = line.find(" by ") + 4;
  return line.substr(by, line.find(": ", by) - by);
}

ServiceSettings with_anonymous() {
  ServiceSettings settings;
  settings.allowed_user_types.insert(store::AssociateType::anonymous);
  settings.anonymous_user = "anon";
  return settings;
}

ServiceSettings online() {
  ServiceSettings settings;
  settings.mode = InstallationMode::online;
  settings.application_tokens = {{"known", false}};
  return settings;
}

}  // namespace

TEST_CASE("AuthenticateGeneric: takes the other operations' parameters, keys in any case") {
  GateFixture emulator;
  const std::string ticket = emulator.login("SAL1", "sal1");
  const std::string token = issue_access_token(emulator.tenant(), 13).text;
  struct Case {
    std::string pairs, outcome;
  };
  const std::string adm0 = pair_of("UserName", "ADM0");
  for (const Case& c : {
           Case{adm0 + pair_of("Password", "adm0"), "11"},
           Case{pair_of("PASSWORD", "adm0") + pair_of("username", "ADM0"), "11"},
           Case{pair_of("userName", "ada.moe@emulator.example") + pair_of("password", "adm0"),
                "11"},
           Case{pair_of("UserName", ticket), "12"},
           Case{pair_of("Ticket", ticket), "12"},
           Case{pair_of("ticket", token), "13"},
           Case{pair_of("ACCESSTOKEN", token), "13"},
           Case{pair_of("Other", "x") + pair_of("Ticket", ticket), "12"},
           Case{adm0, "refused"},
           Case{adm0 + pair_of("Password", "wrong"), "refused"},
           Case{adm0 + pair_of("Pass", "adm0"), "refused"},
           Case{pair_of("Ticket", "ADM0"), "refused"},
           Case{pair_of("Password", "adm0"), "refused"},
           Case{pair_of("User", "ADM0") + pair_of("Password", "adm0"), "refused"},
           Case{"", "refused"},
       }) {
    CAPTURE(c.pairs);
    CHECK(entered(generic(emulator, c.pairs)) == c.outcome);
  }
}

TEST_CASE("AuthenticateGeneric: a good ticket goes before the name, a bad one leaves it to it") {
  GateFixture emulator;
  const std::string name = pair_of("UserName", "ADM0") + pair_of("Password", "adm0");
  const std::string sal1 = emulator.login("SAL1", "sal1");
  CHECK(entered(generic(emulator, name + pair_of("Ticket", sal1))) == "12");
  CHECK(entered(generic(emulator, name + pair_of("Ticket", "7T:x"))) == "11");
  CHECK(entered(generic(emulator, pair_of("Ticket", "7T:x") + pair_of("AccessToken", sal1))) ==
        "12");
  CHECK(entered(generic(emulator, pair_of("Ticket", sal1) + pair_of("AccessToken", "8A:x"))) ==
        "12");
  CHECK(entered(generic(emulator, pair_of("UserName", "nobody") + pair_of("Ticket", "7T:x"))) ==
        "refused");
}

TEST_CASE("AuthenticateGeneric: nothing at all is a refusal, and the log says what is missing") {
  GateFixture emulator;
  for (const std::string parameters :
       {"", "<AuthenticationData/>", "<AuthenticationData i:nil=\"true\"/>",
        "<AuthenticationData><AuthenticationGenericDataKeyValuePair><Key i:nil=\"true\"/>"
        "<Value i:nil=\"true\"/></AuthenticationGenericDataKeyValuePair></AuthenticationData>"}) {
    CAPTURE(parameters);
    const LogCapture log;
    CHECK(entered(emulator.call_principal("AuthenticateGeneric", parameters)) == "refused");
    CHECK(log.contains("no UserName, Ticket or AccessToken among the AuthenticationData"));
  }
}

TEST_CASE("AuthenticateGeneric: no value of the data gets into the log") {
  GateFixture emulator;
  const LogCapture log;
  generic(emulator, pair_of("UserName", "s3cret-1") + pair_of("Password", "s3cret-2"));
  generic(emulator, pair_of("Ticket", "s3cret-3"));
  generic(emulator, pair_of("s3cret-4", "s3cret-5"));
  CHECK_FALSE(log.contains("s3cret"));
}

TEST_CASE("AuthenticateImplicit: nobody, as the transport proves nothing") {
  GateFixture emulator;
  const Cells before = Cells::of(emulator.store());
  CHECK(entered(emulator.call_principal("AuthenticateImplicit", "")) == "refused");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("AuthenticateImplicit: the user of --anonymous-user, with a ticket that works") {
  GateFixture emulator(with_anonymous());
  const Reply reply = emulator.call_principal("AuthenticateImplicit", "");
  CHECK(entered(reply) == "15");
  CHECK(reply.result("Response/UserType") == "AnonymousAssociate");
  CHECK(reply.result("Response/IsPerson") == "false");
  CHECK(reply.result("Response/RoleName") == "Anonymous user");
  CHECK(caller_of(emulator, reply.result("Credentials/Ticket")) == "ANON");
  CHECK(caller_of(emulator, "") == "ANON");  // Without Credentials, too.
}

TEST_CASE("AuthenticateImplicit: an anonymous user who is retired is nobody") {
  GateFixture emulator(with_anonymous());
  auto anonymous = emulator.store().associates.find(15).value();
  anonymous.deleted = true;
  emulator.store().associates.save(anonymous, {});
  CHECK(entered(emulator.call_principal("AuthenticateImplicit", "")) == "refused");
  CHECK(caller_of(emulator, "") == "missing");
}

TEST_CASE("AuthenticateWithAccessToken: an 8A token gives a 7T ticket, a new one each time") {
  GateFixture emulator;
  const IssuedTicket issued = issue_access_token(emulator.tenant(), 12);
  CHECK(issued.text.starts_with("8A:default."));
  const Reply first = with_token(emulator, issued.text);
  const Reply second = with_token(emulator, issued.text);
  for (const Reply* reply : {&first, &second}) {
    CHECK(entered(*reply) == "12");
    CHECK(reply->result("Response/Associate") == "SAL1");
    CHECK(reply->result("Credentials/Ticket").starts_with("7T:"));
    CHECK(caller_of(emulator, reply->result("Credentials/Ticket")) == "SAL1");
  }
  CHECK(first.result("Credentials/Ticket") != second.result("Credentials/Ticket"));
}

TEST_CASE("AuthenticateWithAccessToken: after an hour the token is over, its tickets are not") {
  GateFixture emulator;
  const std::string token = issue_access_token(emulator.tenant(), 12).text;
  emulator.advance(std::chrono::minutes(59));
  CHECK(caller_of(emulator, token) == "SAL1");  // As Credentials/Ticket, which renews nothing.
  const Reply reply = with_token(emulator, token);
  emulator.advance(std::chrono::minutes(1));
  CHECK(entered(with_token(emulator, token)) == "refused");
  CHECK(caller_of(emulator, token) == "expired");
  CHECK(caller_of(emulator, reply.result("Credentials/Ticket")) == "SAL1");
}

TEST_CASE("AuthenticateWithAccessToken: no, altered and foreign tokens are refused") {
  GateFixture emulator;
  GateFixture other;
  std::string altered = issue_access_token(emulator.tenant(), 12).text;
  altered[20] = altered[20] == 'A' ? 'Q' : 'A';
  for (const std::string& token : {std::string(), std::string("8A:"), altered, std::string("sal1"),
                                   issue_access_token(other.tenant(), 12).text}) {
    CAPTURE(token);
    CHECK(entered(with_token(emulator, token)) == "refused");
    CHECK(caller_of(emulator, token) == (token.empty() ? "missing" : "unknown"));
  }
  CHECK(entered(emulator.call_principal("AuthenticateWithAccessToken", "")) == "refused");
}

TEST_CASE("SoPrincipal: online, each way in names the customer and asks for the application") {
  GateFixture emulator(online());
  const std::string token = issue_access_token(emulator.tenant(), 11).text;
  const std::string application =
      "<ApplicationToken xmlns=\"" + std::string(services_uri) + "\">known</ApplicationToken>";
  struct Case {
    std::string operation, parameters;
  };
  for (const Case& c : {
           Case{"AuthenticateUsernamePassword",
                element("UserName", "ADM0") + element("Password", "adm0")},
           Case{"AuthenticateGeneric",
                "<AuthenticationData>" + pair_of("AccessToken", token) + "</AuthenticationData>"},
           Case{"AuthenticateWithAccessToken", element("AccessToken", token)},
       }) {
    CAPTURE(c.operation);
    CHECK(entered(emulator.call_principal(c.operation, c.parameters)) ==
          "SuperOffice.Exceptions.SoSessionException");
    const Reply reply = emulator.send(Service::so_principal, c.operation,
                                      envelope(application, wrapper(c.operation, c.parameters)));
    CHECK(entered(reply) == "11");
    CHECK(reply.result("Response/DatabaseContextIdentifier") == "default");
    std::string bytes;
    REQUIRE(base64_decoded(reply.result("Credentials/Ticket").substr(3), bytes));
    std::erase(bytes, '\0');  // UTF-16.
    CHECK(bytes.ends_with(";default"));
  }
}
