#pragma once

#include <string>
#include <vector>

#include "server/envelope/answer_writer.h"

namespace emulator::testing {

/// An answer taken apart, for tests to look into by the local names of elements.
class Reply {
 public:
  explicit Reply(SoapAnswer answer) : answer_(std::move(answer)) {}

  int status() const { return answer_.status; }
  const std::string& content_type() const { return answer_.content_type; }
  const std::string& xml() const { return answer_.body; }

  /// The text of the first element with this path of local names below the Envelope, such as
  /// `Body/GetUserInfoResponse/Response/UserName`; `(none)` when there is no such element and
  /// `(nil)` when it is nil.
  std::string text(const std::string& path) const;
  /// The texts of all elements with this path.
  std::vector<std::string> texts(const std::string& path) const;

  /// Header Succeeded, `true` or `false`.
  std::string succeeded() const { return text("Header/Succeeded"); }
  std::string exception_type() const { return text("Header/ExceptionInfo/ExceptionType"); }
  std::string message() const { return text("Header/ExceptionInfo/Message"); }
  /// Value of a parameter of the ExceptionInfo; `(none)` when it has none of this key.
  std::string parameter(const std::string& key) const;
  /// Below the one element in the Body: `result("Response/UserName")`.
  std::string result(const std::string& path) const { return text("Body/*/" + path); }

 private:
  SoapAnswer answer_;
};

}  // namespace emulator::testing
