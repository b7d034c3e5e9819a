#pragma once

#include <functional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace conformance {

class Answer;

/// The target did not answer as the case has it. Its text is for the report.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The case cannot be tried with this target or caller; its text says why.
class LeftOut : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

[[noreturn]] void fail(const std::string& what);

/// Fails with "WHAT is 'FOUND', expected 'EXPECTED'".
template <typename Found, typename Expected>
void expect_equal(std::string_view what, const Found& found, const Expected& expected) {
  if (found == expected) return;
  std::ostringstream text;
  text << std::boolalpha << what << " is '" << found << "', expected '" << expected << "'";
  fail(text.str());
}

/// Fails with "WHAT", which says what was expected.
void expect(bool is_so, std::string_view what);

/// Up to five times, until it does not fail: for what others may change at the server while it
/// looks.
void undisturbed(const std::function<void()>& look);

/// HTTP 200 and Succeeded.
void expect_success(const Answer& answer);
/// HTTP 200, not Succeeded, the type by the last part of its name (`SoSessionException`), and a
/// Response of nil, 0 or false. An empty type or message stands for any: which one it is, is
/// nowhere documented.
void expect_refused(const Answer& answer, std::string_view type = {},
                    std::string_view message = {});
/// HTTP 500 and a SOAP fault of this code, without its prefix.
void expect_fault(const Answer& answer, std::string_view code);
void expect_status(const Answer& answer, int status);

/// `found` at a path of the Response; both as text.
void expect_text(const Answer& answer, std::string_view path, std::string_view expected);
void expect_number(const Answer& answer, std::string_view path, int expected);
void expect_nil(const Answer& answer, std::string_view path = {});

}  // namespace conformance
