#include "server/domain/password_rules.h"

#include <doctest/doctest.h>

#include <string>

#include "server/domain/secrets.h"

using namespace emulator;
using store::PasswordRules;

namespace {

/// The message; empty: nothing is wrong.
std::string reason(std::string_view password, const PasswordRules& rules) {
  const auto fault = password_fault(password, rules);
  return fault ? fault->message : "";
}

const std::string lacks = "The password has too few ";

}  // namespace

TEST_CASE("Password rules: without any, every text is a password") {
  for (const char* password : {"", " ", "a", "\xC3\xB8", "\xFF", "<&>"}) {
    CHECK(reason(password, {}) == "");
  }
}

TEST_CASE("Password rules: each asks for its own, and one less is too few") {
  struct Case {
    PasswordRules rules;
    std::string good, bad, reason;
  };
  for (const Case& c : {
           Case{{.min_characters = 3}, "abc", "ab", "Password too short."},
           Case{{.min_characters = 1}, " ", "", "Password too short."},
           Case{{.min_numbers = 2}, "1a2", "1a", lacks + "digits: at least 2"},
           Case{{.min_lowercase = 2}, "aBc", "aBC", lacks + "lower case letters: at least 2"},
           Case{{.min_uppercase = 2}, "AbC", "Abc", lacks + "upper case letters: at least 2"},
           Case{{.min_special = 2},
                "a_ ",
                "a_b1",
                lacks + "characters other than letters and digits: at least 2"},
       }) {
    CAPTURE(c.reason);
    CHECK(reason(c.good, c.rules) == "");
    CHECK(reason(c.bad, c.rules) == c.reason);
    CHECK_NOTHROW(require_password(c.good, c.rules));
    CHECK_THROWS_AS(require_password(c.bad, c.rules), Fault);
  }
}

TEST_CASE("Password rules: characters are those of Unicode, not bytes") {
  CHECK(reason("\u00E6\u00F8\u00E5", {.min_characters = 4}) == "Password too short.");
  CHECK(reason("\U0001F37A\U0001F37A", {.min_characters = 2, .min_special = 2}) == "");
  CHECK(reason("\U0001F37A", {.min_characters = 2}) == "Password too short.");
  CHECK(reason("\u00E6\u00C6\u0665", {.min_numbers = 1, .min_lowercase = 1, .min_uppercase = 1}) ==
        "");
  CHECK(reason("\u00E6\u6F22", {.min_special = 1}) != "");
}

TEST_CASE("Password rules: all are kept at once, and the first that is not is told") {
  const PasswordRules rules{.min_characters = 8,
                            .min_numbers = 1,
                            .min_lowercase = 1,
                            .min_uppercase = 1,
                            .min_special = 1};
  CHECK(reason("Passw0rd!", rules) == "");
  CHECK(reason("", rules) == "Password too short.");
  CHECK(reason("password", rules) == lacks + "digits: at least 1");
  CHECK(reason("PASSW0RD", rules) == lacks + "lower case letters: at least 1");
  CHECK(reason("passw0rd", rules) == lacks + "upper case letters: at least 1");
}

TEST_CASE("Password rules: flags and negative numbers ask for nothing") {
  CHECK(reason("", {.flags = -1, .min_characters = -1, .min_special = -5}) == "");
}

TEST_CASE("Password rules: a generated password keeps them, and is no longer than it must") {
  start_secrets();
  Randomness random;
  struct Case {
    PasswordRules rules;
    std::size_t size;
  };
  for (const Case& c : {
           Case{{}, 12},
           Case{{.min_characters = 5}, 12},
           Case{{.min_characters = 20}, 20},
           Case{{.min_numbers = 3, .min_lowercase = 3, .min_uppercase = 3, .min_special = 3}, 12},
           Case{{.min_numbers = 10, .min_special = 9}, 21},
           Case{{.min_characters = -3, .min_numbers = -1, .min_special = -1}, 12},
       }) {
    for (int i = 0; i < 100; ++i) {
      const std::string password = generated_password(random, c.rules);
      CAPTURE(password);
      REQUIRE(reason(password, c.rules) == "");
      REQUIRE(password.size() == c.size);
    }
  }
}
