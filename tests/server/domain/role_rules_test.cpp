#include "server/domain/role_rules.h"

#include <doctest/doctest.h>

#include <string>

#include "server/domain/fault.h"

using namespace emulator;
using store::Role;
using store::RoleType;

namespace {

std::string times(int count, const std::string& text) {
  std::string made;
  for (int i = 0; i < count; ++i) made += text;
  return made;
}

/// The message of the fault; empty: there is none.
std::string problem_of(const Role& role) {
  try {
    require_role_texts(role);
  } catch (const Fault& fault) {
    return fault.message;
  }
  return "";
}

constexpr RoleType types[] = {RoleType::employee, RoleType::external_user, RoleType::anonymous,
                              RoleType::system};

}  // namespace

TEST_CASE("Role rules: the types of roles have the WSDL's names") {
  CHECK(name_of(RoleType::employee) == "Employee");
  CHECK(name_of(RoleType::external_user) == "ExternalUser");
  CHECK(name_of(RoleType::anonymous) == "Anonymous");
  CHECK(name_of(RoleType::system) == "System");
}

TEST_CASE("Role rules: a name of 1 to 239 characters, a tooltip of at most 254") {
  struct Case {
    Role role;
    const char* problem;
  };
  const char* const name_too_long = "Name is too long: at most 239 characters";
  for (const Case& c :
       {Case{{.name = "x"}, ""}, Case{{.name = " "}, ""}, Case{{.name = ""}, "Name is missing"},
        Case{{.name = times(239, "x"), .tooltip = times(254, "x")}, ""},
        Case{{.name = times(240, "x")}, name_too_long},
        // Characters and not bytes: these have two and four.
        Case{{.name = times(239, "ø"), .tooltip = times(254, "😀")}, ""},
        Case{{.name = times(240, "ø")}, name_too_long},
        Case{{.name = "x", .tooltip = times(255, "😀")},
             "Tooltip is too long: at most 254 characters"}}) {
    CAPTURE(c.role.name);
    CHECK(problem_of(c.role) == c.problem);
  }
}

TEST_CASE("Role rules: administrators, anonymous and system users keep their roles") {
  for (const RoleType type : types) {
    CAPTURE(name_of(type));
    const bool is_of_persons = type == RoleType::employee || type == RoleType::external_user;
    CHECK(is_deletable({.id = 2, .type = type}) == is_of_persons);
    CHECK_FALSE(is_deletable({.id = 1, .type = type}));
  }
}

TEST_CASE("Role rules: a role is replaced by another one of its type that is not deleted") {
  for (const RoleType type : types) {
    for (const RoleType other : types) {
      CAPTURE(name_of(type));
      CAPTURE(name_of(other));
      const Role deleted{.id = 2, .type = type};
      CHECK(can_replace({.id = 3, .type = other}, deleted) == (type == other));
      CHECK_FALSE(can_replace({.id = 2, .type = other}, deleted));
      CHECK_FALSE(can_replace({.id = 3, .deleted = true, .type = other}, deleted));
    }
  }
}
