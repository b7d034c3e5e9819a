#include "tests/conformance/expect.h"

#include <chrono>
#include <random>
#include <thread>

#include "tests/conformance/answer.h"

namespace conformance {
namespace {

std::string place(std::string_view path) {
  return path.empty() ? "Response" : "Response/" + std::string(path);
}

void expect_default(const Answer& answer) {
  for (const Element& one : answer.body().children()) {
    const std::string text = one.text();
    const bool is_default =
        one.is_nil() || (one.children().empty() && (text == "0" || text == "false"));
    if (!is_default) fail("a refused call has a " + one.name() + " in its Body: '" + text + "'");
  }
}

}  // namespace

void fail(const std::string& what) { throw Failure(what); }

void expect(bool is_so, std::string_view what) {
  if (!is_so) fail(std::string(what));
}

void undisturbed(const std::function<void()>& look) {
  std::random_device chance;
  for (int times = 1; times < 5; ++times) {
    try {
      return look();
    } catch (const Failure&) {
      // Not at once: another run may be at the same case.
      std::this_thread::sleep_for(std::chrono::milliseconds(10 + chance() % 100));
    }
  }
  look();
}

void expect_success(const Answer& answer) {
  if (answer.status() != 200 || !answer.succeeded()) {
    fail("expected success, found " + answer.summary());
  }
}

void expect_refused(const Answer& answer, std::string_view type, std::string_view message) {
  const std::string found = answer.exception_type();
  const std::string last = found.substr(found.rfind('.') + 1);
  const bool is_refused = answer.status() == 200 && answer.header("Succeeded") &&
                          !answer.succeeded() && (type.empty() || last == type);
  if (!is_refused || (!message.empty() && answer.message() != message)) {
    std::string expected = "expected Succeeded false";
    if (!type.empty()) expected += ", " + std::string(type);
    if (!message.empty()) expected += ": " + std::string(message);
    fail(expected + "; found " + answer.summary());
  }
  expect_default(answer);
}

void expect_fault(const Answer& answer, std::string_view code) {
  if (answer.status() != 500 || answer.fault_code() != code) {
    fail("expected HTTP 500, fault " + std::string(code) + "; found " + answer.summary());
  }
}

void expect_status(const Answer& answer, int status) {
  if (answer.status() != status) {
    fail("expected HTTP " + std::to_string(status) + ", found " + answer.summary());
  }
}

void expect_text(const Answer& answer, std::string_view path, std::string_view expected) {
  expect_success(answer);
  if (!answer.response(path))
    fail(place(path) + " is not there, expected '" + std::string(expected) + "'");
  expect_equal(place(path), answer.text(path), expected);
}

void expect_number(const Answer& answer, std::string_view path, int expected) {
  expect_success(answer);
  expect_equal(place(path), answer.number(path), expected);
}

void expect_nil(const Answer& answer, std::string_view path) {
  expect_success(answer);
  if (!answer.response(path).is_nil()) {
    fail(place(path) + " is '" + answer.text(path) + "', expected nil");
  }
}

}  // namespace conformance
