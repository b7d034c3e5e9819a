#include "server/domain/user_rules.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>

#include "server/domain/fault.h"

using namespace emulator;
using store::AssociateType;
using store::RoleType;

namespace {

/// Id of the fault and its argument, or `ok`.
std::string outcome_of(const std::function<void()>& check) {
  try {
    check();
  } catch (const Fault& fault) {
    return fault.parameters.empty() ? fault.id : fault.id + " " + fault.parameters[0].second;
  }
  return "ok";
}

constexpr AssociateType types[] = {AssociateType::employee, AssociateType::resource,
                                   AssociateType::external_person, AssociateType::anonymous,
                                   AssociateType::system};

store::Role role_of(RoleType type, bool deleted) {
  store::Role role;
  role.id = 7;
  role.type = type;
  role.deleted = deleted;
  return role;
}

}  // namespace

TEST_CASE("User rules: each type has its name in the WSDL, its roles and its licence") {
  struct Case {
    AssociateType type;
    std::string name;
    RoleType role;
    std::string license;
    bool is_named;
  };
  for (const Case& c : {
           Case{AssociateType::employee, "InternalAssociate", RoleType::employee,
                "superoffice.user", true},
           Case{AssociateType::resource, "ResourceAssociate", RoleType::employee, "", false},
           Case{AssociateType::external_person, "ExternalAssociate", RoleType::external_user,
                "superoffice.extern-user-cal", true},
           Case{AssociateType::anonymous, "AnonymousAssociate", RoleType::anonymous,
                "superoffice.anonymous-user-cal", false},
           Case{AssociateType::system, "SystemAssociate", RoleType::system,
                "superoffice.system-user-cal", false},
       }) {
    CAPTURE(c.name);
    CHECK(name_of(c.type) == c.name);
    CHECK(role_type_of(c.type) == c.role);
    CHECK(access_license(c.type) == c.license);
    CHECK(is_named(c.type) == c.is_named);
  }
}

TEST_CASE("User rules: only system users become anonymous and the other way round") {
  const std::set<AssociateType> changeable{AssociateType::system, AssociateType::anonymous};
  for (const AssociateType from : types) {
    for (const AssociateType to : types) {
      CAPTURE(name_of(from));
      CAPTURE(name_of(to));
      CHECK(outcome_of([&] { require_type_change(from, to, false); }) ==
            (changeable.contains(from) && changeable.contains(to)
                 ? "ok"
                 : "user-type-not-system-or-anonymous"));
      CHECK(outcome_of([&] { require_type_change(from, to, true); }) == "user-type-is-fixed");
    }
    CHECK(outcome_of([&] { require_type_change(from, std::nullopt, false); }) ==
          "user-type-not-system-or-anonymous");
    CHECK(outcome_of([&] { require_type_change(std::nullopt, from, false); }) ==
          "user-type-not-system-or-anonymous");
  }
}

TEST_CASE("User rules: without a licence for the type there are no users of it") {
  store::ModuleLicense license;
  const auto outcome = [&](const std::optional<store::ModuleLicense>& one) {
    return outcome_of([&] { require_license_for(AssociateType::system, one); });
  };
  CHECK(outcome(std::nullopt) == "user-type-without-license");
  CHECK(outcome(license) == "user-type-without-license");
  license.number = 1;
  CHECK(outcome(license) == "ok");
  license.number = 0;
  license.unrestricted = true;
  CHECK(outcome(license) == "ok");
}

TEST_CASE("User rules: named users have a person, the others have none") {
  for (const AssociateType type : types) {
    CAPTURE(name_of(type));
    CHECK(outcome_of([&] { require_person_id(type, 0, "UserType"); }) ==
          (is_named(type) ? "user-without-person UserType" : "ok"));
    CHECK(outcome_of([&] { require_person_id(type, 5, "ContactId"); }) ==
          (is_named(type) ? "ok" : "user-is-no-person ContactId"));
  }
}

TEST_CASE(
    "User rules: a role is there, of the type of the user, and not deleted unless it had it") {
  struct Case {
    std::optional<store::Role> role;
    bool is_its_own;
    std::string outcome;
  };
  const std::string none = "role-does-not-exist Role";
  for (const Case& c : {
           Case{role_of(RoleType::external_user, false), false, "ok"},
           Case{role_of(RoleType::external_user, true), false, none},
           Case{role_of(RoleType::external_user, true), true, "ok"},
           Case{role_of(RoleType::employee, false), false, "role-of-other-type Role"},
           Case{role_of(RoleType::employee, true), true, "role-of-other-type Role"},
           Case{std::nullopt, false, none},
           Case{std::nullopt, true, none},
       }) {
    CHECK(outcome_of([&] {
            require_role_for(AssociateType::external_person, c.role, 7, "Role", c.is_its_own);
          }) == c.outcome);
  }
}

TEST_CASE("User rules: employees have a group, and nobody else has any") {
  for (const AssociateType type : types) {
    CAPTURE(name_of(type));
    const bool is_employee = type == AssociateType::employee;
    const auto outcome = [&](int group_id, bool has_others) {
      return outcome_of([&] { require_groups_for(type, group_id, has_others); });
    };
    const std::string wrong = "user-group-of-no-employee UserGroup";
    CHECK(outcome(0, false) == (is_employee ? "user-group-missing UserGroup" : "ok"));
    CHECK(outcome(0, true) == (is_employee ? "user-group-missing UserGroup" : wrong));
    CHECK(outcome(1, false) == (is_employee ? "ok" : wrong));
    CHECK(outcome(1, true) == (is_employee ? "ok" : wrong));
  }
}

TEST_CASE("User rules: a group is there, and not deleted unless one is its member") {
  store::UserGroup group;
  const auto outcome = [&](const std::optional<store::UserGroup>& one, bool is_its_own) {
    return outcome_of([&] { require_group(one, 3, is_its_own); });
  };
  const std::string none = "user-group-does-not-exist UserGroup";
  CHECK(outcome(group, false) == "ok");
  group.deleted = true;
  CHECK(outcome(group, false) == none);
  CHECK(outcome(group, true) == "ok");
  CHECK(outcome(std::nullopt, false) == none);
  CHECK(outcome(std::nullopt, true) == none);
}
