#include "server/gate/gate.h"

#include <doctest/doctest.h>

#include "server/tenants/tickets.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string get_user = element("UserId", "11");

std::string header(const std::string& name, const std::string& content) {
  return "<" + name + " xmlns=\"" + services_uri + "\">" + content + "</" + name + ">";
}

Reply with_headers(GateFixture& emulator, const std::string& headers) {
  return emulator.send(Service::user, "GetUser", envelope(headers, wrapper("GetUser", get_user)));
}

ServiceSettings unwrapped() {
  ServiceSettings settings;
  settings.wrap_exceptions = false;
  return settings;
}

}  // namespace

TEST_CASE("Gate: a success carries its four headers in their order") {
  GateFixture emulator;
  const Reply reply = emulator.call(emulator.login("ADM0", "adm0"), "GetUser", get_user);
  CHECK(reply.status() == 200);
  CHECK(reply.content_type() == "text/xml; charset=utf-8");
  CHECK(reply.texts("Header/*") == std::vector<std::string>{"(nil)", "(nil)", "true", "(nil)"});
  std::size_t last = 0;
  for (const std::string name : {":ExceptionInfo", ":ExtraInfo", ":Succeeded", ":TimeZone"}) {
    const std::size_t place = reply.xml().find(name, last);
    CHECK(place != std::string::npos);
    last = place;
  }
}

TEST_CASE("Gate: a failure is a success of HTTP, with ExceptionInfo and an empty answer") {
  GateFixture emulator;
  const Reply reply = emulator.call("", "GetUser", get_user);
  CHECK(reply.status() == 200);
  CHECK(reply.succeeded() == "false");
  CHECK(reply.exception_type() == "SuperOffice.Exceptions.SoSessionException");
  CHECK(reply.message() == "Authentication failed!");
  CHECK(reply.text("Header/ExceptionInfo/FriendlyText") == "Authentication failed!");
  CHECK(reply.text("Header/ExceptionInfo/Source") == "SuperOffice.Services.Implementation");
  CHECK(reply.text("Header/ExceptionInfo/StackTrace") == "(nil)");
  CHECK(reply.text("Header/ExceptionInfo/InnerException") == "(nil)");
  CHECK(reply.parameter("Reason") == "missing");
  CHECK(reply.text("Header/ExtraInfo") == "(nil)");
  CHECK(reply.result("Response") == "(nil)");
}

TEST_CASE("Gate: without emulator headers the reason, which the real server lacks, is left out") {
  ServiceSettings settings;
  settings.emulator_headers = false;
  GateFixture emulator(settings);
  const Reply reply = emulator.call("garbled", "GetUser", get_user);
  CHECK(reply.message() == "Authentication failed!");
  CHECK(reply.text("Header/ExceptionInfo/Parameters") == "(nil)");
  // What names the argument stays: it is no hint of ours.
  const Reply argument = emulator.call(emulator.login("ADM0", "adm0"), "DeleteExternalUser",
                                       element("AssociateId", "11"));
  CHECK(argument.parameter("Argument") == "AssociateId");
}

TEST_CASE("Gate: unwrapped, a failure is a SOAP fault with the exception's detail") {
  GateFixture emulator(unwrapped());
  const Reply reply = emulator.call("", "GetUser", get_user);
  CHECK(reply.status() == 500);
  CHECK(reply.text("Header") == "(none)");
  CHECK(reply.text("Body/Fault/faultcode") == "a:InternalServiceFault");
  CHECK(reply.text("Body/Fault/faultstring") == "Authentication failed!");
  CHECK(reply.text("Body/Fault/detail/ExceptionDetail/Message") == "Authentication failed!");
  CHECK(reply.text("Body/Fault/detail/ExceptionDetail/Type") ==
        "SuperOffice.Exceptions.SoSessionException");
  const Reply success = emulator.call(emulator.login("ADM0", "adm0"), "GetUser", get_user);
  CHECK(success.status() == 200);
  CHECK(success.succeeded() == "true");
}

TEST_CASE("Gate: the header TimeZone comes back as it was sent, in failures too") {
  struct Case {
    std::string content, id, code;
  };
  const std::string id = element("SoTimeZoneId", "261");
  const std::string code = element("SoTimeZoneLocationCode", "NO");
  for (const Case& c :
       {Case{id + code, "261", "NO"}, Case{id, "261", "(nil)"}, Case{code, "0", "NO"},
        Case{id + "<SoTimeZoneLocationCode i:nil=\"true\"/>", "261", "(nil)"},
        Case{id + element("SoTimeZoneLocationCode", "<&>"), "261", "<&>"}}) {
    CAPTURE(c.content);
    GateFixture emulator;
    for (const std::string& ticket : {emulator.login("ADM0", "adm0"), std::string("garbled")}) {
      const Reply reply =
          with_headers(emulator, credentials(ticket) + header("TimeZone", c.content));
      CHECK(reply.text("Header/TimeZone/SoTimeZoneId") == c.id);
      CHECK(reply.text("Header/TimeZone/SoTimeZoneLocationCode") == c.code);
    }
  }
}

TEST_CASE("Gate: without the header TimeZone, or with a nil one, it is nil") {
  GateFixture emulator;
  const std::string ticket = credentials(emulator.login("ADM0", "adm0"));
  const std::string nil = "<TimeZone xmlns=\"" + std::string(services_uri) + "\" i:nil=\"true\"/>";
  CHECK(with_headers(emulator, ticket).text("Header/TimeZone") == "(nil)");
  CHECK(with_headers(emulator, ticket + nil).text("Header/TimeZone") == "(nil)");
}

TEST_CASE("Gate: online, the application token is asked for before the ticket") {
  ServiceSettings settings;
  settings.mode = InstallationMode::online;
  settings.application_tokens = {{"open", false}, {"closed", true}};
  GateFixture emulator(settings);
  const std::string token = element("Ticket", issue_ticket(emulator.tenant(), 11, "").text);
  const std::string ticket = header("Credentials", token);
  struct Case {
    std::string headers, message;
  };
  const std::string failed = "Failed to validate tokens: ";
  for (const Case& c : {
           Case{header("ApplicationToken", "open") + ticket, "(none)"},
           Case{ticket + header("ApplicationToken", "open"), "(none)"},
           Case{header("ApplicationToken", "open"), "Authentication failed!"},
           Case{header("ApplicationToken", "closed") + ticket,
                "The User agent is not available to this application"},
           Case{header("ApplicationToken", "other"), failed + "unknown application token"},
           Case{ticket, failed + "no application token"},
       }) {
    CAPTURE(c.headers);
    CHECK(with_headers(emulator, c.headers).message() == c.message);
  }
}

TEST_CASE("Gate: on-site, any application token will do, and none") {
  GateFixture emulator;
  const std::string ticket = credentials(emulator.login("ADM0", "adm0"));
  for (const std::string& token :
       {std::string(), header("ApplicationToken", ""), header("ApplicationToken", "?"),
        header("ApplicationToken", "anything")}) {
    CHECK(with_headers(emulator, token + ticket).succeeded() == "true");
  }
}

TEST_CASE("Gate: a ticket is one tenant's, and a tenant's rows are its own") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const auto ask = [&](const std::string& tenant) {
    const std::string action_text = action("User", "GetUser");
    const std::string body = envelope(credentials(ticket), wrapper("GetUser", get_user));
    return Reply(
        emulator.gate
            .answer({Service::user, tenant, {"text/xml; charset=utf-8", action_text, body}})
            .soap);
  };
  CHECK(ask("default").succeeded() == "true");
  CHECK(ask("DEFAULT").succeeded() == "true");
  CHECK(ask("other").succeeded() == "false");
  CHECK(ask("other").parameter("Reason") == "unknown");
  CHECK_THROWS_AS(ask("no such name"), NoSuchTenant);
}

TEST_CASE("Gate: a call answers to the operation's service alone") {
  GateFixture emulator;
  const std::string body = envelope("", wrapper("GetSystemInfo", ""));
  CHECK(emulator.send(Service::so_principal, "GetSystemInfo", body).status() == 200);
  const Reply reply = emulator.send(Service::user, "GetSystemInfo", body);
  CHECK(reply.status() == 500);
  CHECK(reply.text("Body/Fault/faultcode") == "a:ActionNotSupported");
}

TEST_CASE("Gate: breaches of the contract come with the answer") {
  GateFixture emulator;
  const std::string quoted = "\"" + action("User", "GetUser") + "\"";
  const std::string body = envelope(credentials(emulator.login("ADM0", "adm0")),
                                    wrapper("GetUser", get_user + element("Extra", "1")));
  const GateAnswer answer =
      emulator.send(Service::user, SoapMessage{"text/xml; charset=utf-8", quoted, body});
  REQUIRE(answer.breaches.size() == 1);
  CHECK(answer.breaches[0].id == "W-UNKNOWN-ELEMENT");
  CHECK(Reply(answer.soap).result("Response/AssociateId") == "11");
}
