#include "tests/conformance/answer.h"

#include <charconv>

#include "tests/conformance/expect.h"

namespace conformance {
namespace {

std::string quoted(const std::string& text) { return "'" + text + "'"; }

/// That all headers are there, in this order, and as the schema has them.
std::string header_breach(const Element& headers, const Contract& contract) {
  static const std::vector<std::string> names{"ExceptionInfo", "ExtraInfo", "Succeeded",
                                              "TimeZone"};
  std::vector<std::string> found;
  for (const Element& one : headers.children()) {
    if (one.uri() != services_uri) {
      return "header " + one.name() + " is of the namespace " + quoted(one.uri());
    }
    found.push_back(one.name());
    const std::string breach = contract.breach(one);
    if (!breach.empty()) return "header " + one.name() + ": " + breach;
  }
  if (found == names) return {};
  std::string list;
  for (const auto& name : found) list += (list.empty() ? "" : ", ") + name;
  return "the headers are " + (list.empty() ? "none" : list) +
         "; expected ExceptionInfo, ExtraInfo, Succeeded, TimeZone";
}

std::string outcome_breach(const Answer& answer) {
  const Element info = answer.header("ExceptionInfo");
  if (answer.succeeded()) {
    return info.is_nil() ? "" : "Succeeded is true and ExceptionInfo is not nil";
  }
  if (info.is_nil()) return "Succeeded is false and ExceptionInfo is nil";
  if (answer.message().empty()) return "ExceptionInfo has no Message";
  return answer.exception_type().empty() ? "ExceptionInfo has no ExceptionType" : "";
}

}  // namespace

Answer::Answer(const Operation& operation, HttpAnswer http)
    : operation_(&operation), http_(std::move(http)), document_(parse_xml(http_.body)) {}

Element Answer::header(std::string_view name) const { return envelope().at("Header").at(name); }

Element Answer::body() const {
  const auto found = envelope().at("Body").children();
  return found.empty() ? Element() : found.front();
}

Element Answer::response(std::string_view path) const {
  return body().at(operation_->name == "GetSystemInfo" ? "SystemInfo" : "Response").at(path);
}

int Answer::number(std::string_view path) const {
  const std::string found = text(path);
  int value = 0;
  const auto [end, error] = std::from_chars(found.data(), found.data() + found.size(), value);
  if (error != std::errc() || end != found.data() + found.size() || found.empty()) {
    fail("Response/" + std::string(path) + " is " + quoted(found) + ", expected a number; " +
         summary());
  }
  return value;
}

std::string Answer::fault_code() const {
  if (body().name() != "Fault") return {};
  const std::string code = body().at("faultcode").text();
  return code.substr(code.find(':') + 1);
}

std::string Answer::fault_text() const { return body().at("faultstring").text(); }

std::string Answer::summary() const {
  std::string text = "HTTP " + std::to_string(status());
  if (!document_) {
    return text + (http_.body.empty() ? ", an empty body" : ", a body that is no XML");
  }
  if (!fault_code().empty()) return text + ", fault " + fault_code() + ": " + fault_text();
  if (!header("Succeeded")) return text + ", without the header Succeeded";
  if (succeeded()) return text + ", Succeeded true";
  return text + ", Succeeded false, " + exception_type() + ": " + message();
}

std::string Answer::breach() const {
  const Contract& contract = Contract::of(operation_->service);
  if (!http_.header("content-type").starts_with("text/xml")) {
    return "Content-Type is " + quoted(http_.header("content-type")) + ", expected text/xml";
  }
  std::string problem;
  if (!parse_xml(http_.body, &problem)) return "the body is no XML: " + problem;
  if (envelope().name() != "Envelope" || envelope().uri() != soap_uri) {
    return "the root is " + envelope().name() + " of " + quoted(envelope().uri()) +
           ", expected the Envelope of SOAP 1.1";
  }
  const std::string headers = header_breach(envelope().at("Header"), contract);
  if (!headers.empty()) return headers;
  const auto bodies = envelope().at("Body").children();
  if (bodies.size() != 1 || body().name() != operation_->answer || body().uri() != services_uri) {
    return "in the Body is " + quoted(body().name()) + ", expected " + operation_->answer;
  }
  const std::string breach = contract.breach(body());
  return breach.empty() ? outcome_breach(*this) : "the Body: " + breach;
}

}  // namespace conformance
