#include "server/envelope/answer_writer.h"

#include <doctest/doctest.h>

#include "server/envelope/message_parser.h"
#include "tests/server/envelope/reading.h"
#include "tests/support/messages.h"
#include "tests/support/reply.h"

namespace emulator::testing {
namespace {

constexpr auto versions = {SoapVersion::v1_1, SoapVersion::v1_2};

Fault some_fault() {
  Fault fault;
  fault.type = "SuperOffice.Exceptions.SoException";
  fault.message = "It <failed> & \"more\"\r\n\xC3\xA6";
  fault.parameters = {{"Reason", "a<b"}, {"Empty", ""}};
  return fault;
}

std::string response() {
  return std::string("<GetUserResponse xmlns=\"") + services_uri +
         "\"><Response xsi:nil=\"true\"/></GetUserResponse>";
}

SoapAnswer operation_answer_of(const Fault* fault, const std::optional<TimeZoneHeader>& zone = {},
                               SoapVersion version = SoapVersion::v1_1) {
  SoapContext context;
  return operation_answer(context, version, fault, zone, response());
}

std::vector<std::string> header_names(const SoapAnswer& answer) {
  std::vector<std::string> names;
  const XmlDocument document = parse_message(answer.body);
  const xmlNode* header = child_elements(xmlDocGetRootElement(document.get())).at(0);
  for (const xmlNode* block : child_elements(header)) {
    CHECK(namespace_of(block) == services_uri);
    names.emplace_back(xml_text(block->name));
  }
  return names;
}

std::string child_names(const std::string& xml, const std::string& parent) {
  const XmlDocument document = parse_message(xml);
  std::vector<const xmlNode*> left{xmlDocGetRootElement(document.get())};
  while (!left.empty()) {
    const xmlNode* node = left.back();
    left.pop_back();
    std::string names;
    for (const xmlNode* child : child_elements(node)) {
      left.push_back(child);
      names += (names.empty() ? "" : " ") + std::string(xml_text(child->name));
    }
    if (xml_text(node->name) == parent) return names;
  }
  return "(none)";
}

}  // namespace

TEST_CASE("Answer: four headers in the real order, whatever the outcome") {
  const Fault fault = some_fault();
  const std::vector<std::string> names{"ExceptionInfo", "ExtraInfo", "Succeeded", "TimeZone"};
  for (const SoapVersion version : versions) {
    CHECK(header_names(operation_answer_of(nullptr, {}, version)) == names);
    CHECK(header_names(operation_answer_of(nullptr, TimeZoneHeader{1, {}}, version)) == names);
    CHECK(header_names(operation_answer_of(&fault, {}, version)) == names);
  }
}

TEST_CASE("Answer: a success says so, with the rest nil") {
  const Reply reply(operation_answer_of(nullptr));
  CHECK(reply.status() == 200);
  CHECK(reply.content_type() == "text/xml; charset=utf-8");
  CHECK(reply.succeeded() == "true");
  CHECK(reply.text("Header/ExceptionInfo") == "(nil)");
  CHECK(reply.text("Header/ExtraInfo") == "(nil)");
  CHECK(reply.text("Header/TimeZone") == "(nil)");
  CHECK(reply.result("Response") == "(nil)");
  CHECK_FALSE(reply.xml().starts_with("<?xml"));
  CHECK(reply.xml().find("xsi:type") == std::string::npos);
}

TEST_CASE("Answer: the time zone is sent back") {
  const Reply full(operation_answer_of(nullptr, TimeZoneHeader{261, "N<O"}));
  CHECK(full.text("Header/TimeZone/SoTimeZoneId") == "261");
  CHECK(full.text("Header/TimeZone/SoTimeZoneLocationCode") == "N<O");
  const Reply half(operation_answer_of(nullptr, TimeZoneHeader{0, {}}));
  CHECK(half.text("Header/TimeZone/SoTimeZoneId") == "0");
  CHECK(half.text("Header/TimeZone/SoTimeZoneLocationCode") == "(nil)");
}

TEST_CASE("Answer: a failure fills ExceptionInfo and stays a 200") {
  const Fault fault = some_fault();
  const Reply reply(operation_answer_of(&fault));
  CHECK(reply.status() == 200);
  CHECK(reply.succeeded() == "false");
  CHECK(reply.message() == fault.message);
  CHECK(reply.text("Header/ExceptionInfo/FriendlyText") == fault.message);
  CHECK(reply.exception_type() == fault.type);
  CHECK(reply.text("Header/ExceptionInfo/Source") == "SuperOffice.Services.Implementation");
  CHECK(reply.text("Header/ExceptionInfo/StackTrace") == "(nil)");
  CHECK(reply.text("Header/ExceptionInfo/InnerException") == "(nil)");
  CHECK(reply.parameter("Reason") == "a<b");
  CHECK(reply.parameter("Empty") == "");
  CHECK(child_names(reply.xml(), "ExceptionInfo") ==
        "Message StackTrace FriendlyText ExceptionType Source InnerException Parameters");
  Fault bare = fault;
  bare.parameters.clear();
  CHECK(Reply(operation_answer_of(&bare)).text("Header/ExceptionInfo/Parameters") == "(nil)");
}

TEST_CASE("Answer: valid by the WSDL's schema") {
  const Fault fault = some_fault();
  const auto complaint = [](const SoapAnswer& answer) {
    return schema_complaint(Service::user, parse_message(answer.body));
  };
  CHECK(complaint(operation_answer_of(nullptr, TimeZoneHeader{1, "NO"})) == "");
  CHECK(complaint(operation_answer_of(&fault)) == "");
  // The schema is not blind.
  SoapAnswer wrong = operation_answer_of(nullptr);
  wrong.body.replace(wrong.body.find(">true<"), 6, ">yes<");
  CHECK(complaint(wrong) != "");
}

TEST_CASE("Answer: in SOAP 1.2 envelope and content type are another") {
  const SoapAnswer answer = operation_answer_of(nullptr, {}, SoapVersion::v1_2);
  CHECK(answer.content_type == "application/soap+xml; charset=utf-8");
  CHECK(answer.body.starts_with("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""));
}

TEST_CASE("Fault: the form of SOAP 1.1") {
  const Reply reply(unwrapped_fault_answer(SoapVersion::v1_1, some_fault()));
  CHECK(reply.status() == 500);
  CHECK(reply.content_type() == "text/xml; charset=utf-8");
  CHECK(reply.text("Header") == "(none)");
  CHECK(child_names(reply.xml(), "Fault") == "faultcode faultstring detail");
  CHECK(reply.text("Body/Fault/faultcode") == "a:InternalServiceFault");
  CHECK(reply.xml().find("xmlns:a=\"http://schemas.microsoft.com/net/2005/12/"
                         "windowscommunicationfoundation/dispatcher\"") != std::string::npos);
  CHECK(reply.text("Body/Fault/faultstring") == some_fault().message);
  CHECK(reply.xml().find("<faultstring xml:lang=\"en-US\">") != std::string::npos);
}

TEST_CASE("Fault: the form of SOAP 1.2, with sender or receiver to blame") {
  Fault fault = some_fault();
  const Reply sender(unwrapped_fault_answer(SoapVersion::v1_2, fault));
  CHECK(sender.status() == 500);
  CHECK(sender.content_type() == "application/soap+xml; charset=utf-8");
  CHECK(child_names(sender.xml(), "Fault") == "Code Reason Detail");
  CHECK(sender.text("Body/Fault/Code/Value") == "s:Sender");
  CHECK(sender.text("Body/Fault/Code/Subcode/Value") == "a:InternalServiceFault");
  CHECK(sender.text("Body/Fault/Reason/Text") == fault.message);
  fault.blame = Fault::Blame::service;
  CHECK(Reply(unwrapped_fault_answer(SoapVersion::v1_2, fault)).text("Body/Fault/Code/Value") ==
        "s:Receiver");
}

TEST_CASE("Fault: WCF's ExceptionDetail, its parts in WCF's order") {
  for (const SoapVersion version : versions) {
    const SoapAnswer answer = unwrapped_fault_answer(version, some_fault());
    CHECK(child_names(answer.body, "ExceptionDetail") ==
          "HelpLink InnerException Message StackTrace Type");
    const Reply reply(answer);
    const std::string detail = "Body/Fault/*/ExceptionDetail/";
    CHECK(reply.text(detail + "Message") == some_fault().message);
    CHECK(reply.text(detail + "Type") == some_fault().type);
    CHECK(reply.text(detail + "HelpLink") == "(nil)");
  }
}

TEST_CASE("Platform's fault: with a body, without one, or with one to explain") {
  for (const SoapVersion version : versions) {
    for (const bool explain : {true, false}) {
      CAPTURE(explain);
      const SoapAnswer known =
          platform_fault_answer(version, platform::action_not_supported("a"), explain);
      CHECK(known.status == 500);
      CHECK_FALSE(known.body.empty());
      const SoapAnswer bad = platform_fault_answer(version, platform::bad_message("w<"), explain);
      CHECK(bad.status == 400);
      CHECK(bad.body.empty() != explain);
      CHECK(bad.content_type.empty() == bad.body.empty());
      const SoapAnswer type =
          platform_fault_answer(version, platform::wrong_content_type("x"), explain);
      CHECK(type.status == 415);
      CHECK(type.http_reason == platform::wrong_content_type("x").text);
    }
  }
}

TEST_CASE("Platform's fault: codes in both versions") {
  struct Case {
    PlatformFault fault;
    std::string old_code;
    std::string new_code;
    std::string new_subcode;
    bool has_detail;
  };
  const Case cases[] = {
      {platform::action_not_supported("a"), "a:ActionNotSupported", "s:Sender",
       "a:ActionNotSupported", false},
      {platform::deserialization_failed("n", "p", "i"), "a:DeserializationFailed", "s:Sender",
       "a:DeserializationFailed", true},
      {platform::header_not_understood("h", "n"), "s:MustUnderstand", "s:MustUnderstand", "(none)",
       false},
      {platform::bad_message("w"), "s:Client", "s:Sender", "(none)", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.fault.text);
    const Reply old_form(platform_fault_answer(SoapVersion::v1_1, one.fault, true));
    CHECK(old_form.text("Body/Fault/faultcode") == one.old_code);
    CHECK(old_form.text("Body/Fault/faultstring") == one.fault.text);
    CHECK((old_form.text("Body/Fault/detail") != "(none)") == one.has_detail);
    const Reply new_form(platform_fault_answer(SoapVersion::v1_2, one.fault, true));
    CHECK(new_form.text("Body/Fault/Code/Value") == one.new_code);
    CHECK(new_form.text("Body/Fault/Code/Subcode/Value") == one.new_subcode);
    CHECK(new_form.text("Body/Fault/Reason/Text") == one.fault.text);
    CHECK((new_form.text("Body/Fault/Detail") != "(none)") == one.has_detail);
  }
}

}  // namespace emulator::testing
