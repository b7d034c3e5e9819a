#include <doctest/doctest.h>

#include "tests/server/envelope/reading.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

const std::string ours = std::string(" xmlns=\"") + services_uri + "\"";
const std::string theirs = " xmlns=\"http://www.superoffice.net/ws/crm/NetServer/Services84\"";
const std::string next_1_1 = "http://schemas.xmlsoap.org/soap/actor/next";
const std::string role_1_2 = "http://www.w3.org/2003/05/soap-envelope/role/";

Reading read(ContractMode mode, const std::string& header, Service service = Service::user) {
  const std::string operation = service == Service::user ? "GetUser" : "GetSystemInfo";
  const std::string named = action(std::string(service_name(service)), operation);
  const std::string body = envelope(header, wrapper(operation, ""));
  return {service, mode, SoapMessage{"text/xml; charset=utf-8", named, body}};
}

// `token|ticket|time zone|place`, `-` for what is not there; or the outcome, when it is not ok.
std::string headers_of(const Reading& reading) {
  if (reading.outcome() != "ok") return summary(reading);
  const RequestHeaders& headers = reading.reader().headers();
  std::string text = headers.application_token.value_or("-") + "|" + headers.ticket.value_or("-");
  text += "|" + (headers.time_zone ? std::to_string(headers.time_zone->id) : "-");
  text += "|" + (headers.time_zone ? headers.time_zone->location_code.value_or("-") : "-");
  return reading.breaches().empty() ? text : text + " ! " + reading.breaches();
}

void check_same(const std::string& header, const std::string& expected) {
  CAPTURE(header);
  for (const ContractMode mode : all_modes) CHECK(headers_of(read(mode, header)) == expected);
}

void check(const std::string& header, const std::string& taken, const std::string& id) {
  CAPTURE(header);
  CHECK(headers_of(read(ContractMode::lenient, header)) == taken + " ! " + id);
  CHECK(headers_of(read(ContractMode::warn, header)) == taken + " ! " + id);
  CHECK(headers_of(read(ContractMode::strict, header)) == "refused " + id);
}

std::string block(const std::string& attributes) {
  return "<x:Security xmlns:x=\"urn:x\" " + attributes + "/>";
}

}  // namespace

TEST_CASE("Headers: the three of the service, in any order") {
  const std::string token = "<ApplicationToken" + ours + ">t</ApplicationToken>";
  const std::string ticket = "<Credentials" + ours + "><Ticket>7T:a</Ticket></Credentials>";
  const std::string zone = "<TimeZone" + ours +
                           "><SoTimeZoneId>261</SoTimeZoneId><SoTimeZoneLocationCode>NO"
                           "</SoTimeZoneLocationCode></TimeZone>";
  check_same("", "-|-|-|-");
  check_same(token + ticket + zone, "t|7T:a|261|NO");
  check_same(zone + ticket + token, "t|7T:a|261|NO");
  check_same(ticket, "-|7T:a|-|-");
}

TEST_CASE("Headers: nil, empty and absent") {
  check_same("<ApplicationToken" + ours + " i:nil=\"true\"/>", "-|-|-|-");
  check_same("<ApplicationToken" + ours + "/>", "|-|-|-");
  check_same("<Credentials" + ours + " i:nil=\"true\"/>", "-|-|-|-");
  check_same("<Credentials" + ours + "/>", "-|-|-|-");
  check_same("<Credentials" + ours + "><Ticket i:nil=\"true\"/></Credentials>", "-|-|-|-");
  check_same("<Credentials" + ours + "><Ticket/></Credentials>", "-||-|-");
  check_same("<TimeZone" + ours + " i:nil=\"true\"/>", "-|-|-|-");
  check_same("<TimeZone" + ours + "/>", "-|-|0|-");
  check_same("<TimeZone" + ours +
                 "><SoTimeZoneId> +1 </SoTimeZoneId><SoTimeZoneLocationCode "
                 "i:nil=\"true\"/></TimeZone>",
             "-|-|1|-");
}

TEST_CASE("Headers: values are checked as parameters are") {
  for (const std::string id : {"", "NO", "99999999999", "<x/>"}) {
    check_same("<TimeZone" + ours + "><SoTimeZoneId>" + id + "</SoTimeZoneId></TimeZone>",
               "DeserializationFailed");
  }
  check_same("<ApplicationToken" + ours + "><x/></ApplicationToken>", "DeserializationFailed");
  check_same("<Credentials" + ours + ">7T:a</Credentials>", "DeserializationFailed");
  check_same("<Credentials" + ours + " href=\"#a\"/>", "400");
}

TEST_CASE("Headers: of another version or of no namespace they are as good as missing") {
  const std::string ticket = "><Ticket>7T:a</Ticket></Credentials>";
  check("<Credentials" + theirs + ticket, "-|-|-|-", "W-NAMESPACE");
  check("<Credentials xmlns=\"\"" + ticket, "-|-|-|-", "W-NAMESPACE");
  check("<Credentials" + ours + "><Ticket" + theirs + ">7T:a</Ticket></Credentials>", "-|-|-|-",
        "W-NAMESPACE");
}

TEST_CASE("Headers: unknown ones are ignored; in the service's namespace that is told") {
  check_same("<Other/>", "-|-|-|-");
  check_same("<x:Other xmlns:x=\"urn:x\">y</x:Other>", "-|-|-|-");
  check("<SoCredentials" + ours + "><Ticket>7T:a</Ticket></SoCredentials>", "-|-|-|-",
        "W-UNKNOWN-ELEMENT");
}

TEST_CASE("Headers: of two with the same name the first counts") {
  check("<ApplicationToken" + ours + ">1</ApplicationToken><ApplicationToken" + ours +
            ">2</ApplicationToken>",
        "1|-|-|-", "W-DUPLICATE");
  check("<ApplicationToken" + ours + " i:nil=\"true\"/><ApplicationToken" + ours +
            ">2</ApplicationToken>",
        "-|-|-|-", "W-DUPLICATE");
}

TEST_CASE("Headers: SoPrincipal knows the application token only") {
  const std::string both = "<ApplicationToken" + ours + ">t</ApplicationToken><Credentials" + ours +
                           "><Ticket>7T:a</Ticket></Credentials>";
  CHECK(headers_of(read(ContractMode::lenient, both, Service::so_principal)) ==
        "t|-|-|- ! W-UNKNOWN-ELEMENT");
}

TEST_CASE("Headers: one that must be understood and is not ends the call") {
  const std::string not_understood[] = {
      "s:mustUnderstand=\"1\"",
      "s:mustUnderstand=\"true\"",
      "s:mustUnderstand=\"1\" s:actor=\"\"",
      "s:mustUnderstand=\"1\" s:actor=\"" + next_1_1 + "\"",
  };
  for (const std::string& attributes : not_understood) {
    check_same(block(attributes), "MustUnderstand");
  }
  const std::string fine[] = {
      "",
      "s:mustUnderstand=\"0\"",
      "mustUnderstand=\"1\"",
      "s:mustUnderstand=\"1\" s:actor=\"urn:somebody-else\"",
  };
  for (const std::string& attributes : fine) check_same(block(attributes), "-|-|-|-");
  CHECK(read(ContractMode::lenient, block("s:mustUnderstand=\"1\"")).fault().text ==
        "The header 'Security' from the namespace 'urn:x' was not understood by the recipient of "
        "this message, causing the message to not be processed.  This error typically indicates "
        "that the sender of this message has enabled a communication protocol that the receiver "
        "cannot process.  Please ensure that the configuration of the client's binding is "
        "consistent with the service's binding. ");
}

TEST_CASE("Headers: one of the service's own may say that it must be understood") {
  check_same("<ApplicationToken" + ours + " s:mustUnderstand=\"1\" s:actor=\"" + next_1_1 +
                 "\">t</ApplicationToken>",
             "t|-|-|-");
  CHECK(read(ContractMode::warn, "<Credentials" + theirs + " s:mustUnderstand=\"1\"/>").outcome() ==
        "MustUnderstand");
}

TEST_CASE("Headers: SOAP 1.2 speaks of roles") {
  const auto outcome = [](const std::string& attributes) {
    std::string body = envelope(block(attributes), wrapper("GetUser", ""));
    const std::string old_uri = "http://schemas.xmlsoap.org/soap/envelope/";
    body.replace(body.find(old_uri), old_uri.size(), "http://www.w3.org/2003/05/soap-envelope");
    const SoapMessage message{"application/soap+xml", std::nullopt, body};
    return Reading(Service::user, ContractMode::lenient, message).outcome();
  };
  CHECK(outcome("s:mustUnderstand=\"true\"") == "MustUnderstand");
  CHECK(outcome("s:mustUnderstand=\"1\" s:role=\"" + role_1_2 + "next\"") == "MustUnderstand");
  CHECK(outcome("s:mustUnderstand=\"1\" s:role=\"" + role_1_2 + "ultimateReceiver\"") ==
        "MustUnderstand");
  CHECK(outcome("s:mustUnderstand=\"1\" s:role=\"" + role_1_2 + "none\"") == "ok");
  CHECK(outcome("s:mustUnderstand=\"false\"") == "ok");
}

TEST_CASE("Headers: straight under the Envelope, as the documentation has them") {
  const std::string token = "<ApplicationToken" + ours + ">t</ApplicationToken>";
  const std::string ticket = "<Credentials" + ours + "><Ticket>7T:a</Ticket></Credentials>";
  const auto read_with = [](ContractMode mode, const std::string& before,
                            const std::string& after) {
    const std::string body = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">" +
                             before + "<s:Body>" + wrapper("GetUser", "") + "</s:Body>" + after +
                             "</s:Envelope>";
    const std::string named = action("User", "GetUser");
    return headers_of({Service::user, mode, SoapMessage{"text/xml", named, body}});
  };
  const std::string twice = " ! W-HEADER-PLACE W-HEADER-PLACE";
  CHECK(read_with(ContractMode::lenient, token + ticket, "") == "t|7T:a|-|-" + twice);
  CHECK(read_with(ContractMode::lenient, token, ticket) == "t|7T:a|-|-" + twice);
  CHECK(read_with(ContractMode::warn, token + ticket, "") == "400");
  CHECK(read_with(ContractMode::strict, token + ticket, "") == "refused W-HEADER-PLACE");
  // The Header's own counts more.
  CHECK(read_with(ContractMode::lenient,
                  token + "<s:Header><ApplicationToken" + ours + ">h</ApplicationToken></s:Header>",
                  "") == "h|-|-|- ! W-HEADER-PLACE W-DUPLICATE");
  CHECK(read_with(ContractMode::lenient, "<Credentials" + theirs + "/>", "") == "400");
}

}  // namespace emulator::testing
