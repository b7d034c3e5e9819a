#include "tests/conformance/case.h"
#include "tests/conformance/cases/messages.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

constexpr std::string_view action_not_supported = "ActionNotSupported";
constexpr std::string_view unreadable = "DeserializationFailed";

std::string soap_1_2(const Session& session) {
  return changed(written(session, ask_who(session)), soap_uri, soap_1_2_uri);
}

/// The headers as children of the Envelope, as the documentation prints them.
std::string without_header_element(std::string message) {
  return changed(changed(std::move(message), "<s:Header>", ""), "</s:Header>", "");
}

/// Of an HTTP error that has no SOAP fault.
void expect_no_body(const Answer& answer) {
  expect(answer.http().body.empty(), "there is something in the body: " + answer.summary());
}

CONFORMANCE_CASE("Message", "SOAP 1.2 as application/soap+xml is refused with 415",
                 .source = Source::platform, .fails_on = FailsOn::emulator) {
  const Answer answer = session.send(ask_who(session)
                                         .content_type("application/soap+xml; charset=utf-8")
                                         .message(soap_1_2(session)));
  expect_status(answer, 415);
  expect_no_body(answer);
}

CONFORMANCE_CASE("Message", "an envelope of SOAP 1.2 is refused with 400",
                 .source = Source::platform, .fails_on = FailsOn::emulator) {
  const Answer answer = session.send(ask_who(session).message(soap_1_2(session)));
  expect_status(answer, 400);
  expect_no_body(answer);
}

CONFORMANCE_CASE("Message", "headers straight under the Envelope are refused with 400",
                 .source = Source::platform, .fails_on = FailsOn::emulator) {
  const std::string message = without_header_element(written(session, ask_who(session)));
  const Answer answer = session.send(ask_who(session).message(message));
  expect_status(answer, 400);
  expect_no_body(answer);
}

// SOAP 1.2, no Header, xsi:type everywhere.
CONFORMANCE_CASE("Message", "a request in the form of the documentation's examples is refused",
                 .source = Source::platform, .fails_on = FailsOn::emulator) {
  std::string message = without_header_element(soap_1_2(session));
  message = changed(std::move(message), "<UserInfoId>", "<UserInfoId xsi:type=\"xsd:int\">");
  message = changed(std::move(message), "<s:Envelope",
                    "<s:Envelope xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"");
  expect_status(session.send(ask_who(session).message("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" +
                                                      message)),
                400);
}

CONFORMANCE_CASE("Message", "what is not well-formed is refused with 400",
                 .source = Source::platform) {
  const std::string whole = written(session, ask_who(session));
  const std::string cut = whole.substr(0, whole.size() - 12);
  const std::string other_end = changed(whole, "</s:Body>", "</s:Bodi>");
  const std::string undefined = changed(whole, "</UserInfoId>", "&nbsp;</UserInfoId>");
  const std::string prefix = changed(whole, "<s:Body>", "<none:Body>");
  for (const std::string& message : {std::string("nothing"), cut, other_end, undefined, prefix}) {
    expect_status(session.send(ask_who(session).message(message)), 400);
  }
}

CONFORMANCE_CASE("Message", "an empty body is refused with 400", .source = Source::platform) {
  expect_status(session.send(ask_who(session).message("")), 400);
}

CONFORMANCE_CASE("Message", "a 400 has an empty body", .source = Source::platform,
                 .fails_on = FailsOn::emulator) {
  const Answer answer = session.send(ask_who(session).message("<s:Envelope>"));
  expect_status(answer, 400);
  expect_no_body(answer);
}

CONFORMANCE_CASE("Message", "a root that is no Envelope is refused with 400",
                 .source = Source::platform) {
  expect_status(session.send(ask_who(session).message("<GetUserInfo/>")), 400);
  const std::string message = changed(written(session, ask_who(session)), soap_uri, "urn:other");
  expect_status(session.send(ask_who(session).message(message)), 400);
}

CONFORMANCE_CASE("Message", "an Envelope without a Body is refused with 400",
                 .source = Source::platform) {
  std::string message = written(session, ask_who(session));
  message.erase(message.find("<s:Body>"));
  expect_status(session.send(ask_who(session).message(message + "</s:Envelope>")), 400);
}

CONFORMANCE_CASE("Message", "a DOCTYPE is refused with 400, and its entities are not read",
                 .source = Source::platform) {
  const std::string message = written(session, ask_who(session));
  expect_status(session.send(ask_who(session).message("<!DOCTYPE s:Envelope>" + message)), 400);
  const std::string id = std::to_string(session.caller().associate_id);
  const std::string named = changed(message, ">" + id + "<", ">&id;<");
  expect_status(session.send(ask_who(session).message("<!DOCTYPE s:Envelope [<!ENTITY id \"" + id +
                                                      "\">]>" + named)),
                400);
}

CONFORMANCE_CASE("Message", "a Body without an operation is a fault", .source = Source::platform) {
  std::string message = written(session, ask_who(session));
  message.erase(message.find("<s:Body>"));
  const Answer answer = session.send(ask_who(session).message(message + "<s:Body/></s:Envelope>"));
  expect_fault(answer, unreadable);
}

CONFORMANCE_CASE("Message", "a Body with two operations is refused", .source = Source::platform) {
  const std::string message =
      changed(written(session, ask_who(session)), "</s:Body>",
              "<GetUserInfo xmlns=\"" + std::string(services_uri) + "\"/></s:Body>");
  const Answer answer = session.send(ask_who(session).message(message));
  expect(answer.status() == 400 || answer.status() == 500,
         "expected HTTP 400 or 500, found " + answer.summary());
}

CONFORMANCE_CASE("Message", "an operation of another namespace is a fault",
                 .source = Source::platform) {
  const std::string message = changed(written(session, ask_who(session)),
                                      "<GetUserInfo xmlns=\"" + std::string(services_uri),
                                      "<GetUserInfo xmlns=\"urn:other");
  expect_fault(session.send(ask_who(session).message(message)), unreadable);
}

CONFORMANCE_CASE("Message", "prefixes are free: the form that svcutil, gSOAP and PHP send",
                 .source = Source::platform) {
  std::string message = written(session, ask_who(session));
  message = changed(std::move(message), "<GetUserInfo xmlns=", "<p:GetUserInfo xmlns:p=");
  message = changed(std::move(message), "</GetUserInfo>", "</p:GetUserInfo>");
  message = changed(std::move(message), "<UserInfoId>", "<p:UserInfoId>");
  message = changed(std::move(message), "</UserInfoId>", "</p:UserInfoId>");
  expect_who(session, session.call(ask_who(session).message(message)));
}

CONFORMANCE_CASE("Message", "the SOAPAction may be without its quotes",
                 .source = Source::document) {
  const Call call = ask_who(session);
  expect_who(session, session.call(Call(call).action(call.operation().action())));
}

CONFORMANCE_CASE("Message", "without a SOAPAction, or with an empty one, it is a fault",
                 .source = Source::platform, .fails_on = FailsOn::emulator) {
  expect_fault(session.send(ask_who(session).action("")), action_not_supported);
  expect_fault(session.send(ask_who(session).action("\"\"")), action_not_supported);
}

CONFORMANCE_CASE("Message", "a SOAPAction that nobody knows is a fault", .source = Source::platform,
                 .fails_on = FailsOn::emulator) {
  const Answer answer = session.send(ask_who(session).action("\"urn:none\""));
  expect_fault(answer, action_not_supported);
  expect(answer.fault_text().find("'urn:none'") != std::string::npos,
         "the fault's text does not name the action: " + answer.fault_text());
}

CONFORMANCE_CASE("Message", "the SOAPAction of another operation is a fault",
                 .source = Source::platform, .fails_on = FailsOn::emulator) {
  const std::string action = "\"" + operation_of("GetUser").action() + "\"";
  expect_fault(session.send(ask_who(session).action(action)), unreadable);
}

CONFORMANCE_CASE("Message", "the texts and codes of faults are those of WCF",
                 .source = Source::inferred, .assumption = "A-PLATFORM-FAULT") {
  const Answer answer = session.send(Call("GetUserInfo").xml("<UserInfoId/>"));
  expect_fault(answer, unreadable);
  expect_equal("faultstring", answer.fault_text(),
               "The formatter threw an exception while trying to deserialize the message: There "
               "was an error while trying to deserialize parameter " +
                   std::string(services_uri) +
                   ":UserInfoId. The InnerException message was 'The value '' cannot be parsed as "
                   "the type 'Int32'.'.  Please see InnerException for more details.");
  expect(answer.http().body.find("http://schemas.microsoft.com/net/2005/12/"
                                 "windowscommunicationfoundation/dispatcher") != std::string::npos,
         "the code is not of WCF's namespace");
}

}  // namespace
}  // namespace conformance
