#include "tests/conformance/answer.h"

#include <doctest/doctest.h>

#include <functional>

#include "tests/conformance/expect.h"

namespace conformance {
namespace {

const std::string nil = " xmlns='" + std::string(services_uri) + "' i:nil='true'/>";
const std::string time_zone = "<TimeZone" + nil;

std::string headers(const std::string& succeeded, const std::string& info) {
  const std::string own = " xmlns='" + std::string(services_uri) + "'>";
  return "<ExceptionInfo" + (info.empty() ? nil : own + info + "</ExceptionInfo>") + "<ExtraInfo" +
         nil + "<Succeeded" + own + succeeded + "</Succeeded>";
}

std::string info(const std::string& message, const std::string& type) {
  return "<Message>" + message + "</Message><ExceptionType>" + type + "</ExceptionType>";
}

Answer answered(const std::string& header, const std::string& response, int status = 200,
                const std::string& operation = "CanChangePassword") {
  const std::string body = "<s:Envelope xmlns:s='" + std::string(soap_uri) + "' xmlns:i='" +
                           std::string(instance_uri) + "'><s:Header>" + header +
                           "</s:Header><s:Body><" + operation + "Response xmlns='" +
                           std::string(services_uri) + "'>" + response + "</" + operation +
                           "Response></s:Body></s:Envelope>";
  return Answer(operation_of("CanChangePassword"),
                {status, {{"content-type", "text/xml; charset=utf-8"}}, body});
}

std::string failure_of(const std::function<void()>& claim) {
  try {
    claim();
  } catch (const Failure& failure) {
    return failure.what();
  }
  return {};
}

const std::string yes = "<Response>true</Response>";
const std::string no = "<Response>false</Response>";

TEST_CASE("Answer: one that keeps to the contract has no breach") {
  const Answer answer = answered(headers("true", "") + time_zone, yes);
  CHECK(answer.breach() == "");
  CHECK(failure_of([&] { expect_text(answer, "", "true"); }) == "");
  CHECK(failure_of([&] { expect_text(answer, "", "false"); }) ==
        "Response is 'true', expected 'false'");
}

TEST_CASE("Answer: what breaks the contract is said") {
  const std::string good = headers("true", "") + time_zone;
  struct Case {
    Answer answer;
    std::string said;
  };
  const Case cases[] = {
      {answered("", yes), "the headers are none"},
      {answered(time_zone + headers("true", ""), yes),
       "the headers are TimeZone, ExceptionInfo, ExtraInfo, Succeeded"},
      {answered(headers("maybe", "") + time_zone, yes), "header Succeeded"},
      {answered(good, "<Response>maybe</Response>"), "the Body: "},
      {answered(good, yes, 200, "GetUser"), "in the Body is 'GetUserResponse'"},
      {answered(headers("false", "") + time_zone, no), "Succeeded is false and ExceptionInfo"},
      {answered(headers("true", info("m", "t")) + time_zone, no), "ExceptionInfo is not nil"},
      {answered(headers("false", info("", "t")) + time_zone, no), "no Message"},
      {answered(headers("false", info("m", "")) + time_zone, no), "no ExceptionType"},
      {Answer(operation_of("GetUser"), {200, {{"content-type", "text/plain"}}, "x"}),
       "Content-Type is 'text/plain'"},
      {Answer(operation_of("GetUser"), {200, {{"content-type", "text/xml"}}, "<a>"}),
       "the body is no XML"},
      {Answer(operation_of("GetUser"), {200, {{"content-type", "text/xml"}}, "<a/>"}),
       "the root is a"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.said);
    CHECK(one.answer.breach().find(one.said) != std::string::npos);
  }
}

TEST_CASE("Answer: a refusal has its type and text, and nothing in its body") {
  const std::string header =
      headers("false", info("No!", "SuperOffice.Exceptions.SoSessionException")) + time_zone;
  const Answer refused = answered(header, no);
  CHECK(failure_of([&] { expect_refused(refused, "SoSessionException", "No!"); }) == "");
  CHECK(failure_of([&] { expect_refused(refused, "SoSessionException", "Yes!"); }) ==
        "expected Succeeded false, SoSessionException: Yes!; found HTTP 200, Succeeded false, "
        "SuperOffice.Exceptions.SoSessionException: No!");
  CHECK(failure_of([&] { expect_refused(refused, "SoException"); }) != "");
  CHECK(failure_of([&] { expect_success(refused); }) != "");
  CHECK(failure_of([&] { expect_refused(answered(header, yes), "SoSessionException"); }) ==
        "a refused call has a Response in its Body: 'true'");
}

TEST_CASE("Answer: a fault has its code, without the prefix") {
  const Answer fault(operation_of("GetUser"),
                     {500,
                      {},
                      "<s:Envelope xmlns:s='" + std::string(soap_uri) +
                          "'><s:Body><s:Fault><faultcode>a:ActionNotSupported</faultcode>"
                          "<faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>"});
  CHECK(failure_of([&] { expect_fault(fault, "ActionNotSupported"); }) == "");
  CHECK(failure_of([&] { expect_fault(fault, "DeserializationFailed"); }) ==
        "expected HTTP 500, fault DeserializationFailed; found HTTP 500, fault ActionNotSupported: "
        "no");
}

}  // namespace
}  // namespace conformance
