#include "server/domain/login_rules.h"

#include <doctest/doctest.h>

using namespace emulator;
using store::AssociateType;

namespace {

const std::set<std::string> every_license{"superoffice.user", "superoffice.extern-user-cal",
                                          "superoffice.system-user-cal",
                                          "superoffice.anonymous-user-cal"};

struct Case {
  AssociateType type;
  const char* license;  ///< The one that lets it log on; empty: nothing does.
};

constexpr Case cases[] = {
    {AssociateType::employee, "superoffice.user"},
    {AssociateType::external_person, "superoffice.extern-user-cal"},
    {AssociateType::system, "superoffice.system-user-cal"},
    {AssociateType::resource, ""},
    {AssociateType::anonymous, ""},
};

}  // namespace

TEST_CASE("Log-in rules: each type of associate logs on by its own licence") {
  for (const Case& c : cases) {
    CAPTURE(static_cast<int>(c.type));
    const std::string license = c.license;
    CHECK(login_license(c.type) == license);
    CHECK(can_log_on(c.type, false, every_license) == !license.empty());
    CHECK(can_log_on(c.type, false, {license}) == !license.empty());
  }
}

TEST_CASE("Log-in rules: the licences of other types are no help") {
  for (const Case& c : cases) {
    CAPTURE(static_cast<int>(c.type));
    std::set<std::string> others = every_license;
    others.erase(c.license);
    CHECK_FALSE(can_log_on(c.type, false, others));
    CHECK_FALSE(can_log_on(c.type, false, {}));
  }
}

TEST_CASE("Log-in rules: a retired associate does not log on, whatever it holds") {
  for (const Case& c : cases) {
    CAPTURE(static_cast<int>(c.type));
    CHECK_FALSE(can_log_on(c.type, true, every_license));
  }
}
