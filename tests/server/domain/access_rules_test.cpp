#include "server/domain/access_rules.h"

#include <doctest/doctest.h>

#include <vector>

using namespace emulator;
using store::AssociateType;

namespace {

constexpr int own_contact = 2;
constexpr int other_contact = 3;
constexpr int no_contact = 0;

const std::set<std::string> none;
const std::set<std::string> admin_extern_user{"superoffice.admin-extern-user"};

Principal caller_of(AssociateType type, const std::set<std::string>& rights,
                    const std::set<std::string>& licenses) {
  Principal caller;
  caller.associate_id = 11;
  caller.type = type;
  caller.contact_id = own_contact;
  caller.functional_rights = rights;
  caller.licenses = licenses;
  return caller;
}

struct Case {
  const char* who;
  Principal caller;
  bool own_company;         ///< May manage the external users of the caller's own company.
  bool other_companies;     ///< Those of others, and of persons without one.
  bool employees_password;  ///< May set the password of another employee.
};

std::vector<Case> cases() {
  const auto employee = AssociateType::employee;
  const auto external = AssociateType::external_person;
  return {
      {"system user", caller_of(AssociateType::system, none, none), true, true, true},
      {"admin-all", caller_of(employee, {"admin-all"}, none), true, true, true},
      {"admin-users", caller_of(employee, {"admin-users"}, none), true, true, true},
      {"employee with the licence", caller_of(employee, none, admin_extern_user), true, true,
       false},
      {"employee with other rights", caller_of(employee, {"admin-role", "admin-lists"}, none),
       false, false, false},
      {"employee without any", caller_of(employee, none, {"superoffice.user"}), false, false,
       false},
      {"external user with the licence", caller_of(external, none, admin_extern_user), true, false,
       false},
      {"external user with an employee's right", caller_of(external, {"admin-users"}, none), false,
       false, false},
      {"external user without any", caller_of(external, none, {"superoffice.extern-user-cal"}),
       false, false, false},
      {"resource with everything",
       caller_of(AssociateType::resource, {"admin-all"}, admin_extern_user), false, false, false},
      {"anonymous user with everything",
       caller_of(AssociateType::anonymous, {"admin-all"}, admin_extern_user), false, false, false},
  };
}

}  // namespace

TEST_CASE("Access rules: who may manage the external users of which company") {
  for (const Case& c : cases()) {
    CAPTURE(c.who);
    CHECK(may_manage_external_users(c.caller) == c.own_company);
    CHECK(may_manage_external_users_of(c.caller, own_contact) == c.own_company);
    CHECK(may_manage_external_users_of(c.caller, other_contact) == c.other_companies);
    CHECK(may_manage_external_users_of(c.caller, no_contact) == c.other_companies);
  }
}

TEST_CASE("Access rules: an external administrator without a company has no colleagues") {
  Principal caller = caller_of(AssociateType::external_person, none, admin_extern_user);
  caller.contact_id = no_contact;
  CHECK(may_manage_external_users(caller));
  CHECK_FALSE(may_manage_external_users_of(caller, no_contact));
  CHECK_FALSE(may_manage_external_users_of(caller, other_contact));
}

TEST_CASE("Access rules: operations on external users ask for the right, others do not") {
  for (const Case& c : cases()) {
    CAPTURE(c.who);
    CHECK(is_admitted(c.caller, Access::anyone));
    CHECK(is_admitted(c.caller, Access::ticket));
    CHECK(is_admitted(c.caller, Access::manage_external_users) == c.own_company);
  }
}

TEST_CASE("Access rules: everybody may set the own password") {
  for (const Case& c : cases()) {
    CAPTURE(c.who);
    CHECK(may_change_password_of(c.caller, c.caller.associate_id, c.caller.type, own_contact));
  }
}

TEST_CASE("Access rules: who may set the password of somebody else") {
  for (const Case& c : cases()) {
    CAPTURE(c.who);
    const auto external = AssociateType::external_person;
    CHECK(may_change_password_of(c.caller, 101, external, own_contact) == c.own_company);
    CHECK(may_change_password_of(c.caller, 101, external, other_contact) == c.other_companies);
    // Even of one's own company: the licence is for external users alone.
    CHECK(may_change_password_of(c.caller, 12, AssociateType::employee, own_contact) ==
          c.employees_password);
    CHECK(may_change_password_of(c.caller, 14, AssociateType::system, no_contact) ==
          c.employees_password);
  }
}
