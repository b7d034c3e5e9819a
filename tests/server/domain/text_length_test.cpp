#include "server/domain/text_length.h"

#include <doctest/doctest.h>

#include "server/domain/fault.h"

using namespace emulator;

namespace {

std::string repeated(int count, const std::string& text) {
  std::string made;
  for (int i = 0; i < count; ++i) made += text;
  return made;
}

}  // namespace

TEST_CASE("Text length: code points count, and not bytes") {
  for (const std::string letter : {"a", "\u00F8", "\u4E16", "\U0001F600", "\t"}) {
    CAPTURE(letter);
    CHECK(code_points(repeated(5, letter)) == 5);
    CHECK_NOTHROW(require_length("", 0, "Value"));
    CHECK_NOTHROW(require_length(repeated(5, letter), 5, "Value"));
    CHECK_THROWS_AS(require_length(repeated(6, letter), 5, "Value"), Fault);
  }
}

TEST_CASE("Text length: the error names the argument and the length, and not the text") {
  try {
    require_length("a secret", 7, "Password");
    FAIL("too long");
  } catch (const Fault& fault) {
    CHECK(fault.message == "Password is too long: at most 7 characters");
    CHECK(fault.parameters == Fault::Parameters{{"Argument", "Password"}});
  }
}
