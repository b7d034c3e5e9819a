// What gSOAP by itself would take without a word: by message and by mode, what is answered and
// what is reported. The rules for flags and values in all their forms are in
// parameter_check_values_test.cpp, those for what is no XML in message_parser_test.cpp.

#include <doctest/doctest.h>

#include <boost/algorithm/string/replace.hpp>

#include "tests/server/envelope/reading.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {
namespace {

using std::string_literals::operator""s;

const std::string so = services_uri;
const std::string so_87 = "http://www.superoffice.net/ws/crm/NetServer/Services87";
const std::string arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";
const std::string in_header = " /s:Envelope/s:Header/";
const std::string in_body = " /s:Envelope/s:Body/";
const std::string user_id = "<UserId>11</UserId>";

struct Message {
  std::string body;
  std::optional<std::string> soap_action = action("User", "GetUser");
  std::string content_type = "text/xml; charset=utf-8";
};

/// An answer, and on lines of their own the breaches, `id path | found | expected`.
struct Row {
  std::string what;
  Message message;
  std::string lenient, warn, strict;
};

const std::string same = "the same as lenient";

/// What lenient accepts with these breaches: strict refuses it for the first of them.
Row breach(const std::string& what, const Message& message, const std::string& breaches,
           const std::string& warn, const std::string& strict = "500 s:Client") {
  const std::string lenient = "200 ok\n" + breaches;
  return {what, message, lenient, warn == same ? lenient : warn,
          strict + "\n" + breaches.substr(0, breaches.find('\n'))};
}

Row refused(const std::string& what, const Message& message, const std::string& answer) {
  return {what, message, answer, answer, answer};
}

/// The platform's 400, whose body only lenient fills.
Row bad_message(const std::string& what, const std::string& body) {
  return {what, {body}, "400 s:Client", "400 (empty)", "400 (empty)"};
}

// TICKET stands for a good one.
std::string message_of(const std::string& in_header_too, const std::string& body) {
  return envelope(credentials("TICKET") + in_header_too, body);
}

Message get_user(const std::string& parameters, const std::string& headers = "") {
  return {message_of(headers, wrapper("GetUser", parameters))};
}

Message call(const std::string& operation, const std::string& parameters) {
  return {message_of("", wrapper(operation, parameters)), action("User", operation)};
}

std::string block(const std::string& uri, const std::string& name, const std::string& content) {
  return "<" + name + " xmlns=\"" + uri + "\">" + content + "</" + name + ">";
}

std::string nested(int depth) {
  std::string elements;
  for (int i = 0; i < depth; ++i) elements = "<a>" + elements + "</a>";
  return elements;
}

std::string in_1_2(const std::string& body) {
  return boost::algorithm::replace_all_copy(body, "http://schemas.xmlsoap.org/soap/envelope/",
                                            "http://www.w3.org/2003/05/soap-envelope");
}

std::string code_of(const Reply& reply) {
  if (reply.xml().empty()) return "(empty)";
  if (reply.succeeded() == "true") return "ok";
  for (const std::string path : {"Body/Fault/faultcode", "Body/Fault/Code/Value"}) {
    if (reply.text(path) != "(none)") return reply.text(path);
  }
  return reply.exception_type();
}

std::string seen(GateFixture& emulator, const std::string& ticket, const Message& message) {
  const std::string body = boost::algorithm::replace_all_copy(message.body, "TICKET", ticket);
  SoapMessage sent{message.content_type, {}, body};
  if (message.soap_action) sent.soap_action = *message.soap_action;
  const GateAnswer answer = emulator.send(Service::user, sent);
  const Reply reply(answer.soap);
  std::string text = std::to_string(reply.status()) + " " + code_of(reply);
  for (const Breach& one : answer.breaches) {
    text += "\n" + one.id + " " + one.path + " | " + one.found + " | " + one.expected;
    if (emulator.settings.contract == ContractMode::strict) {
      const bool is_1_2 = reply.text("Body/Fault/faultstring") == "(none)";
      CHECK(reply.text(is_1_2 ? "Body/Fault/Reason/Text" : "Body/Fault/faultstring") ==
            platform::contract_breach(one.id, one.path, one.found, one.expected).text);
    }
  }
  return text;
}

void check(const std::vector<Row>& rows) {
  for (const ContractMode mode : all_modes) {
    ServiceSettings settings;
    settings.contract = mode;
    GateFixture emulator(settings);
    const std::string ticket = emulator.login("ADM0", "adm0");
    for (const Row& row : rows) {
      CAPTURE(row.what);
      const std::string answer = seen(emulator, ticket, row.message);
      if (mode == ContractMode::lenient) CHECK(answer == row.lenient);
      if (mode == ContractMode::warn) CHECK(answer == row.warn);
      if (mode == ContractMode::strict) CHECK(answer == row.strict);
    }
  }
}

}  // namespace

TEST_CASE("Laxness: envelope, headers and SOAPAction") {
  const std::string good = get_user(user_id).body;
  const std::string empty_token = block(so, "ApplicationToken", "");
  const std::string misplaced =
      boost::algorithm::replace_first_copy(good, "<s:Header>", empty_token + "<s:Header>");
  check({
      breach("the type of SOAP 1.2", {in_1_2(good), {}, "application/soap+xml; charset=utf-8"},
             "W-SOAP12 Content-Type | application/soap+xml | text/xml; charset=utf-8",
             "415 (empty)", "500 s:Sender"),
      breach("the envelope of SOAP 1.2", {in_1_2(good)},
             "W-SOAP12 /s:Envelope | a SOAP 1.2 envelope | SOAP 1.1", "400 (empty)",
             "500 s:Sender"),
      breach("a header under the Envelope", {misplaced},
             "W-HEADER-PLACE /s:Envelope/ApplicationToken | ApplicationToken under /s:Envelope | "
             "it in the Header",
             "400 (empty)"),
      breach("no SOAPAction", {good, std::nullopt},
             "W-ACTION SOAPAction | none | " + action("User", "GetUser"),
             "500 a:ActionNotSupported"),
      breach(
          "the SOAPAction of another operation", {good, action("User", "GetRole")},
          "W-ACTION SOAPAction | " + action("User", "GetRole") + " | " + action("User", "GetUser"),
          "500 a:DeserializationFailed"),
      breach("a header of ours that there is not",
             get_user(user_id, block(so, "SoCredentials", "")),
             "W-UNKNOWN-ELEMENT" + in_header +
                 "SoCredentials | SoCredentials | a header block of the service",
             same),
      breach("a header again", get_user(user_id, credentials("7T:other")),
             "W-DUPLICATE" + in_header + "Credentials | Credentials again | it once", same),
      breach(
          "a header in no namespace", get_user(user_id, block("", "TimeZone", "")),
          "W-NAMESPACE" + in_header + "TimeZone | TimeZone in no namespace | {" + so + "}TimeZone",
          same),
  });
}

TEST_CASE("Laxness: parameters") {
  const std::string flags = "SetExternalUserInfo/ExternalUserInfoModification";
  check({
      breach("out of order",
             call("IsUserNameValid", element("UserName", "n") + element("AssociateId", "1")),
             "W-ORDER" + in_body +
                 "IsUserNameValid/AssociateId | AssociateId after UserName | the order of the WSDL",
             same),
      breach("unknown", get_user("<Bogus/>" + user_id),
             "W-UNKNOWN-ELEMENT" + in_body + "GetUser/Bogus | {" + so + "}Bogus | one of UserId",
             same),
      breach("nested deeply, and unknown", get_user(user_id + nested(250)),
             "W-UNKNOWN-ELEMENT" + in_body + "GetUser/a | {" + so + "}a | one of UserId", same),
      breach("text in a nil element",
             call("GetUserFromName", "<UserName i:nil=\"true\">ADM0</UserName>"),
             "W-UNKNOWN-ELEMENT" + in_body +
                 "GetUserFromName/UserName | content in a nil element | an empty element",
             same),
      breach("an attribute", get_user("<UserId id=\"a\">11</UserId>"),
             "W-UNKNOWN-ATTRIBUTE" + in_body +
                 "GetUser/UserId | the attribute id in no namespace | no such attribute",
             same),
      breach("twice", get_user(user_id + "<UserId>12</UserId>"),
             "W-DUPLICATE" + in_body + "GetUser/UserId | UserId again | it once", same),
      breach(
          "in no namespace", get_user(user_id + "<UserId xmlns=\"\">12</UserId>"),
          "W-NAMESPACE" + in_body + "GetUser/UserId | UserId in no namespace | {" + so + "}UserId",
          same),
      breach("an array's item in the services' namespace",
             call("GetUserInfoList", "<UserInfoIds><int>11</int></UserInfoIds>"),
             "W-NAMESPACE" + in_body + "GetUserInfoList/UserInfoIds/int | {" + so + "}int | {" +
                 arrays + "}int",
             same),
      breach("a flag with a prefix",
             call("SetExternalUserInfo",
                  element("AssociateId", "101") +
                      element("ExternalUserInfoModification", "tns:Active Active")),
             "W-FLAG" + in_body + flags + " | 'tns:Active Active' | 'Active Active'",
             "500 a:DeserializationFailed"),
      {"what the schema alone refuses", get_user("<UserId i:nil=\"false\">11</UserId>"), "200 ok",
       "200 ok",
       "500 s:Client\nW-SCHEMA" + in_body + "GetUser/UserId | Element '{" + so +
           "}UserId': The element is not 'nillable' | what the schema says"},
  });
}

TEST_CASE("Laxness: the names of another version at the address of this one") {
  const std::string body_87 = message_of("", block(so_87, "GetUser", user_id));
  const std::string action_87 = so_87 + "/User/GetUser";
  check({
      refused("body and SOAPAction", {body_87, action_87}, "500 a:ActionNotSupported"),
      refused("the body", {body_87}, "500 a:DeserializationFailed"),
      refused("the body, without a SOAPAction", {body_87, std::nullopt},
              "500 a:ActionNotSupported"),
      breach("the SOAPAction", {get_user(user_id).body, action_87},
             "W-ACTION SOAPAction | " + action_87 + " | " + action("User", "GetUser"),
             "500 a:ActionNotSupported"),
      breach(
          "a parameter", get_user(user_id + block(so_87, "UserId", "11")),
          "W-NAMESPACE" + in_body + "GetUser/UserId | {" + so_87 + "}UserId | {" + so + "}UserId",
          same),
      breach(
          "a header", get_user(user_id, block(so_87, "TimeZone", "")),
          "W-NAMESPACE" + in_header + "TimeZone | {" + so_87 + "}TimeZone | {" + so + "}TimeZone",
          same),
  });
}

TEST_CASE("Laxness: what is refused in every mode") {
  const auto named = [](const std::string& text) {
    return call("GetUserFromName", "<UserName>" + text + "</UserName>").body;
  };
  const std::string good = get_user(user_id).body;
  check({
      bad_message("an undefined entity", named("&nosuch;")),
      bad_message("a zero", named("a\0b"s)),
      bad_message("a zero by number", named("&#0;")),
      bad_message("a control character", named("\x01")),
      bad_message("a control character by number", named("&#x1F;")),
      bad_message("invalid UTF-8", named("p\xE5s")),
      bad_message("a DOCTYPE", "<!DOCTYPE a>" + good),
      bad_message("an entity of the sender's own",
                  "<!DOCTYPE a [<!ENTITY b \"ADM0\">]>" + named("&b;")),
      bad_message("an href of SOAP encoding", get_user("<UserId href=\"#a\"/>").body),
      bad_message("an href of SOAP encoding, followed by what it is about",
                  message_of("", wrapper("GetUser", "<UserId href=\"#a\"/>") +
                                     "<UserId id=\"a\">11</UserId>")),
      bad_message("an operation elsewhere",
                  message_of("", "<GetUser xmlns=\"" + so + "\" href=\"#a\"/>")),
      bad_message("a header elsewhere", envelope("<Credentials xmlns=\"" + so + "\" href=\"#a\"/>",
                                                 wrapper("GetUser", user_id))),
      bad_message("elements nested too deeply", get_user(user_id + nested(300)).body),
      bad_message("two operations",
                  message_of("", wrapper("GetUser", user_id) + wrapper("GetUser", user_id))),
      bad_message("an operation twice over, in two Bodies",
                  boost::algorithm::replace_first_copy(good, "</s:Body>", "</s:Body><s:Body/>")),
      bad_message("half a message", good.substr(0, good.size() / 2)),
      bad_message("more than a message", good + "x"),
  });
}

TEST_CASE(
    "Laxness: breaches are told in the order of reading, envelope, headers, SOAPAction, body") {
  const std::string body =
      "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">" +
      block(so, "ApplicationToken", "a") + credentials("TICKET") + credentials("7T:other") +
      "<s:Body>" +
      wrapper("SetExternalUserInfo",
              "<Bogus/><RoleId x=\"y\">10</RoleId><AssociateId>101</AssociateId>"
              "<IsActive xmlns=\"\">true</IsActive><ExternalUserInfoModification>a:Role"
              "</ExternalUserInfoModification>") +
      "</s:Body></s:Envelope>";
  GateFixture emulator;
  std::string ids;
  const std::string sent =
      boost::algorithm::replace_all_copy(body, "TICKET", emulator.login("ADM0", "adm0"));
  const GateAnswer answer = emulator.send(
      Service::user, SoapMessage{"application/soap+xml", std::string_view("urn:x"), sent});
  for (const Breach& one : answer.breaches) ids += one.id + " ";
  CHECK(Reply(answer.soap).succeeded() == "true");
  CHECK(ids ==
        "W-SOAP12 W-HEADER-PLACE W-HEADER-PLACE W-HEADER-PLACE W-DUPLICATE W-ACTION "
        "W-UNKNOWN-ELEMENT W-UNKNOWN-ATTRIBUTE W-ORDER W-NAMESPACE W-FLAG ");
}

}  // namespace emulator::testing
