#pragma once

#include <string>
#include <string_view>

#include "tests/conformance/contract.h"
#include "tests/conformance/http.h"

namespace conformance {

/// What was answered to a message. Paths are of local names, such as `Person/Firstname`.
class Answer {
 public:
  Answer(const Operation& operation, HttpAnswer http);

  const HttpAnswer& http() const { return http_; }
  const Operation& operation() const { return *operation_; }
  int status() const { return http_.status; }

  /// A header block; none where the answer does not have it.
  Element header(std::string_view name) const;
  /// The element in the Body.
  Element body() const;
  /// `Response` in it (`SystemInfo` for GetSystemInfo), or what is below it at a path.
  Element response(std::string_view path = {}) const;
  std::string text(std::string_view path = {}) const { return response(path).text(); }
  /// \throws Failure when it is no number.
  int number(std::string_view path = {}) const;

  bool succeeded() const { return header("Succeeded").text() == "true"; }
  std::string exception_type() const { return header("ExceptionInfo").at("ExceptionType").text(); }
  std::string message() const { return header("ExceptionInfo").at("Message").text(); }
  /// Of a SOAP fault, without its prefix; empty for none.
  std::string fault_code() const;
  std::string fault_text() const;

  /// In words, for a report: what came, whatever was expected.
  std::string summary() const;
  /// What is not as the contract has it, in an answer with HTTP 200: the HTTP header, the
  /// envelope, the four headers and their order, the element in the Body; empty for nothing.
  std::string breach() const;

 private:
  Element envelope() const { return root_of(document_); }

  const Operation* operation_;
  HttpAnswer http_;
  Document document_;
};

}  // namespace conformance
