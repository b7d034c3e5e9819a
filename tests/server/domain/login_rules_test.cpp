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

Principal user_of(AssociateType type, const std::set<std::string>& licenses) {
  Principal user;
  user.name = "Anon Ø";
  user.type = type;
  user.licenses = licenses;
  return user;
}

ServiceSettings allowing(const std::set<AssociateType>& types, const std::string& anonymous = "") {
  ServiceSettings settings;
  settings.allowed_user_types = types;
  settings.anonymous_user = anonymous;
  return settings;
}

constexpr AssociateType every_type[] = {AssociateType::employee, AssociateType::resource,
                                        AssociateType::external_person, AssociateType::anonymous,
                                        AssociateType::system};
const std::set<AssociateType> all_types(std::begin(every_type), std::end(every_type));

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
TEST_CASE("Log-in rules: employees, external users and system users are let in unless told else") {
  for (const AssociateType type : every_type) {
    CAPTURE(static_cast<int>(type));
    const bool usual = type == AssociateType::employee || type == AssociateType::external_person ||
                       type == AssociateType::system;
    CHECK(login_problem(user_of(type, every_license), false, ServiceSettings{}) ==
          (usual ? LoginProblem::none : LoginProblem::type_not_allowed));
  }
}

TEST_CASE("Log-in rules: a type that is left out is refused before anything else is asked") {
  for (const AssociateType type : every_type) {
    CAPTURE(static_cast<int>(type));
    std::set<AssociateType> others = all_types;
    others.erase(type);
    for (const bool deleted : {false, true}) {
      CHECK(login_problem(user_of(type, every_license), deleted, allowing(others, "Anon Ø")) ==
            LoginProblem::type_not_allowed);
      CHECK(login_problem(user_of(type, {}), deleted, allowing({})) ==
            LoginProblem::type_not_allowed);
    }
  }
}

TEST_CASE("Log-in rules: of the allowed types, who can log on is let in, the others are inactive") {
  const ServiceSettings settings = allowing(all_types);
  for (const Case& c : cases) {
    CAPTURE(static_cast<int>(c.type));
    const std::set<std::string> license{c.license};
    const auto expected = *c.license == '\0' ? LoginProblem::inactive : LoginProblem::none;
    CHECK(login_problem(user_of(c.type, license), false, settings) == expected);
    CHECK(login_problem(user_of(c.type, license), true, settings) == LoginProblem::inactive);
    CHECK(login_problem(user_of(c.type, {}), false, settings) == LoginProblem::inactive);
  }
}

TEST_CASE("Log-in rules: an anonymous user is let in as the one of --anonymous-user alone") {
  const Principal anonymous = user_of(AssociateType::anonymous, {});
  struct Row {
    const char* name;  ///< --anonymous-user.
    bool deleted;
    LoginProblem problem;
  };
  for (const Row& row :
       {Row{"Anon Ø", false, LoginProblem::none}, Row{"aNON ø", false, LoginProblem::none},
        Row{"Anon Ø", true, LoginProblem::inactive}, Row{"Anon O", false, LoginProblem::inactive},
        Row{"Anon", false, LoginProblem::inactive}, Row{"", false, LoginProblem::inactive}}) {
    CAPTURE(row.name);
    CAPTURE(row.deleted);
    CHECK(login_problem(anonymous, row.deleted, allowing(all_types, row.name)) == row.problem);
  }
  // The option helps no user of another type.
  for (const Case& c : cases) {
    CHECK(login_problem(user_of(c.type, {}), false, allowing(all_types, "Anon Ø")) ==
          (c.type == AssociateType::anonymous ? LoginProblem::none : LoginProblem::inactive));
  }
}
