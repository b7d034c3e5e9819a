#include "server/domain/service_auth_rules.h"

#include <doctest/doctest.h>

#include <string>

#include "server/domain/fault.h"

using namespace emulator;
using store::ServiceAuth;

TEST_CASE("Service log-in rules: any texts of at most 255 characters are good") {
  const std::string longest(255, 'x');
  CHECK_NOTHROW(require_service_auth_texts({}));
  CHECK_NOTHROW(require_service_auth_texts({.server = longest,
                                            .port = -1,
                                            .auth_type = longest,
                                            .user_name = longest,
                                            .password = longest}));
}

TEST_CASE("Service log-in rules: the text that is too long is named, and not shown") {
  const std::string long_text(256, 'x');
  struct Case {
    std::string argument;
    ServiceAuth auth;
  };
  for (const Case& c :
       {Case{"Server", {.server = long_text}}, Case{"AuthType", {.auth_type = long_text}},
        Case{"Username", {.user_name = long_text}}, Case{"Password", {.password = long_text}}}) {
    CAPTURE(c.argument);
    try {
      require_service_auth_texts(c.auth);
      FAIL("too long");
    } catch (const Fault& fault) {
      CHECK(fault.message == c.argument + " is too long: at most 255 characters");
      CHECK(fault.parameters == Fault::Parameters{{"Argument", c.argument}});
    }
  }
}
