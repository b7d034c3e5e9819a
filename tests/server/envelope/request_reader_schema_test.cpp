#include <doctest/doctest.h>

#include "tests/server/envelope/reading.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

const std::string in_body = "/s:Envelope/s:Body/";
const std::string not_nil = " i:nil=\"false\"";

Reading read(ContractMode mode, const std::string& headers, const std::string& operation,
             const std::string& parameters) {
  const std::string body = envelope(headers, wrapper(operation, parameters));
  const std::string named = action("User", operation);
  return {Service::user, mode, SoapMessage{"text/xml; charset=utf-8", named, body}};
}

std::string block(const std::string& name, const std::string& attributes,
                  const std::string& content) {
  return "<" + name + " xmlns=\"" + services_uri + "\"" + attributes + ">" + content + "</" + name +
         ">";
}

std::string zone(const std::string& attributes) {
  return block("TimeZone", "", "<SoTimeZoneId" + attributes + ">1</SoTimeZoneId>");
}

}  // namespace

TEST_CASE("Schema: what it alone refuses is refused by strict, with its place") {
  struct Case {
    std::string headers, operation, parameters, path;
  };
  const Case cases[] = {
      // Of a type that may not be nil, xsi:nil must not even say no.
      {"", "GetUser", "<UserId" + not_nil + ">1</UserId>", in_body + "GetUser/UserId"},
      {"", "SaveUser", "<User><Person><Retired" + not_nil + ">0</Retired></Person></User>",
       in_body + "SaveUser/User/Person/Retired"},
      {zone(not_nil), "GetUser", "", "/s:Envelope/s:Header/TimeZone/SoTimeZoneId"},
      // Where nothing is declared, not even a line end may stand.
      {"", "CreateDefaultUser", "\n", in_body + "CreateDefaultUser"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    for (const ContractMode mode : {ContractMode::lenient, ContractMode::warn}) {
      const Reading reading = read(mode, c.headers, c.operation, c.parameters);
      CHECK(reading.outcome() == "ok");
      CHECK(reading.breaches() == "");
    }
    const Reading strict = read(ContractMode::strict, c.headers, c.operation, c.parameters);
    CHECK(summary(strict) == "refused W-SCHEMA");
    REQUIRE(strict.reader().breaches().size() == 1);
    CHECK(strict.reader().breaches()[0].path == c.path);
  }
}

TEST_CASE("Schema: a refusal has the schema's words") {
  const Reading reading =
      read(ContractMode::strict, "", "GetUser", "<UserId" + not_nil + ">1</UserId>");
  CHECK(reading.fault().status == 500);
  CHECK(reading.fault().text ==
        "W-SCHEMA at /s:Envelope/s:Body/GetUser/UserId: found Element "
        "'{http://www.superoffice.net/ws/crm/NetServer/Services86}UserId': The element is not "
        "'nillable', expected what the schema says (nsemu --contract strict)");
}

TEST_CASE("Schema: it has its say last") {
  const std::string nil = "<AssociateId" + not_nil + ">1</AssociateId>";
  CHECK(summary(read(ContractMode::strict, zone(not_nil), "GetUser", "<Bogus/>")) ==
        "refused W-UNKNOWN-ELEMENT");
  CHECK(summary(read(ContractMode::strict, "", "IsUserNameValid",
                     "<UserName>n</UserName>" + nil)) == "refused W-ORDER");
  CHECK(
      read(ContractMode::strict, "", "SetExternalUserInfo", nil + "<RoleId>x</RoleId>").outcome() ==
      "DeserializationFailed");
}

TEST_CASE("Schema: it is asked about the message as it was sent, and not about SOAP's attributes") {
  const std::string soap_attributes =
      " s:mustUnderstand=\"1\" s:actor=\"http://schemas.xmlsoap.org/soap/actor/next\"";
  const std::string types =
      " xmlns:x=\"http://www.w3.org/2001/XMLSchema\" xmlns:u=\"" + std::string(services_uri) + "\"";
  const std::string good[][2] = {
      {"", "<AssociateId> 7\n</AssociateId><IsActive>\ttrue </IsActive>"},
      {"", "<AssociateId" + types + " i:type=\"x:int\">7</AssociateId>"},
      {"", "<ExternalUserInfoModification" + types +
               " i:type=\"u:ExternalUserInfoModification\">Role"
               "</ExternalUserInfoModification>"},
      {"", "<UserName" + not_nil + ">n</UserName>"},
      {"",
       "<UserName i:schemaLocation=\"urn:x /nowhere.xsd\" "
       "i:noNamespaceSchemaLocation=\"/nowhere.xsd\">n</UserName>"},
      {block("Credentials", soap_attributes, "<Ticket>7T:a</Ticket>"), ""},
      {block("ApplicationToken", soap_attributes + " i:nil=\"1\"", ""), ""},
      {"<x:Other xmlns:x=\"urn:x\" a=\"b\">c</x:Other>", ""},
  };
  for (const auto& [headers, parameters] : good) {
    CAPTURE(headers);
    CAPTURE(parameters);
    const Reading reading = read(ContractMode::strict, headers, "SetExternalUserInfo", parameters);
    CHECK(reading.outcome() == "ok");
    CHECK(reading.fault().text == "");
  }
}

TEST_CASE("Schema: the types of the other service are its own") {
  const std::string body = envelope("", wrapper("GetSystemInfo", " "));
  const std::string named = action("SoPrincipal", "GetSystemInfo");
  const Reading reading(Service::so_principal, ContractMode::strict,
                        SoapMessage{"text/xml; charset=utf-8", named, body});
  CHECK(summary(reading) == "refused W-SCHEMA");
}

TEST_CASE("Schema: no secret of the message is in the refusal or in the breach") {
  const std::string secret = "hunter2hunter2";
  const std::string headers = block("ApplicationToken", "", secret + "a") +
                              block("Credentials", "", element("Ticket", secret + "t"));
  const std::string parameters[] = {
      "<AssociateId" + not_nil + ">1</AssociateId>" + element("Password", secret),
      "<Password" + not_nil + ">" + secret + "</Password><RoleId" + not_nil + ">1</RoleId>",
  };
  for (const std::string& sent : parameters) {
    const Reading reading = read(ContractMode::strict, headers, "SetExternalUserInfo", sent);
    REQUIRE(summary(reading) == "refused W-SCHEMA");
    CHECK(reading.fault().text.find(secret) == std::string::npos);
    for (const Breach& breach : reading.reader().breaches()) {
      CHECK((breach.path + breach.found + breach.expected).find(secret) == std::string::npos);
    }
  }
}

}  // namespace emulator::testing
