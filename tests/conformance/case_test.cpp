#include "tests/conformance/case.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

namespace conformance {
namespace {

TEST_CASE("Case: the WSDL alone gives each of the 84 operations a case") {
  std::set<std::string> operations;
  std::set<std::string> names;
  for (const Case& one : all_cases()) {
    operations.insert(one.operation);
    CHECK_MESSAGE(names.insert(one.name()).second, one.name());
  }
  CHECK(operations.size() == 84);
  CHECK(all_cases().front().operation == "GetSystemInfo");
}

TEST_CASE(
    "Case: no call of an operation that writes is for --read-only, one to be refused neither") {
  for (const Case& one : all_cases()) {
    CAPTURE(one.name());
    if (one.operation == "DeleteRole") CHECK(one.facts.writes);
    if (one.operation == "SetExternalUserInfo") CHECK(one.facts.writes);
    if (one.operation == "GetUser") CHECK_FALSE(one.facts.writes);
    if (one.operation == "AuthenticateGeneric") CHECK_FALSE(one.facts.writes);
  }
}

TEST_CASE("Case: tags and source are in words") {
  const Case one{"GetUser",
                 "is read",
                 Facts{.source = Source::inferred,
                       .writes = true,
                       .needs_rights = true,
                       .assumption = "A-NAME",
                       .fails_on = FailsOn::real},
                 {}};
  CHECK(one.tags() == "writes, needs-rights, assumption A-NAME, fails-on-real");
  CHECK(name_of(one.facts.source) == "inferred");
  CHECK(Case{"a", "b", {}, {}}.tags() == "");
}

TEST_CASE("Case: a pattern is of the operation or of the whole name, in any case") {
  const Case one{"GetUser", "is read", {}, {}};
  CHECK(is_wanted(one, {}));
  CHECK(is_wanted(one, {"getuser"}));
  CHECK(is_wanted(one, {"Nothing", "Get*"}));
  CHECK(is_wanted(one, {"*is read"}));
  CHECK_FALSE(is_wanted(one, {"Get"}));
}

}  // namespace
}  // namespace conformance
