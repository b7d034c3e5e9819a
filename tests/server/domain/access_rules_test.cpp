#include "server/domain/access_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace emulator;
using store::AssociateType;

namespace {

constexpr int own_contact = 2;
constexpr int other_contact = 3;
constexpr int no_contact = 0;

const std::set<std::string> none;
const std::set<std::string> admin_extern_user{"superoffice.admin-extern-user"};

constexpr Access every_access[] = {
    Access::anyone,
    Access::ticket,
    Access::oneself,
    Access::oneself_or_manager,
    Access::manage_external_users,
    Access::manage_users,
    Access::administer_users,
    Access::administer_roles,
    Access::administer_installation,
};

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
  bool own_company;      ///< May manage the external users of the caller's own company.
  bool other_companies;  ///< Those of others, and of persons without one.
  bool users;            ///< May manage all users, employees among them.
  bool roles;
  bool installation;
};

std::vector<Case> cases() {
  const auto employee = AssociateType::employee;
  const auto external = AssociateType::external_person;
  const std::set<std::string> every_right{"admin-all", "admin-users", "admin-role"};
  return {
      {"system user", caller_of(AssociateType::system, none, none), true, true, true, true, true},
      {"admin-all", caller_of(employee, {"admin-all"}, none), true, true, true, true, true},
      {"admin-users", caller_of(employee, {"admin-users"}, none), true, true, true, false, false},
      {"admin-role", caller_of(employee, {"admin-role"}, none), false, false, false, true, false},
      {"employee with the licence", caller_of(employee, none, admin_extern_user), true, true, false,
       false, false},
      {"employee with other rights", caller_of(employee, {"admin-lists", "Admin-All"}, none), false,
       false, false, false, false},
      {"employee without any", caller_of(employee, none, {"superoffice.user"}), false, false, false,
       false, false},
      {"external user with the licence", caller_of(external, none, admin_extern_user), true, false,
       false, false, false},
      {"external user with an employee's rights", caller_of(external, every_right, none), false,
       false, false, false, false},
      {"external user without any", caller_of(external, none, {"superoffice.extern-user-cal"}),
       false, false, false, false, false},
      {"resource with everything",
       caller_of(AssociateType::resource, every_right, admin_extern_user), false, false, false,
       false, false},
      {"anonymous user with everything",
       caller_of(AssociateType::anonymous, every_right, admin_extern_user), false, false, false,
       false, false},
  };
}

bool is_anonymous(const Case& c) { return c.caller.type == AssociateType::anonymous; }

bool expected(const Case& c, Access access) {
  switch (access) {
    case Access::anyone:
    case Access::ticket:
      return true;
    case Access::oneself:
    case Access::oneself_or_manager:
      return !is_anonymous(c);
    case Access::manage_external_users:
    case Access::manage_users:
      return c.own_company;
    case Access::administer_users:
      return c.users;
    case Access::administer_roles:
      return c.roles;
    case Access::administer_installation:
      return c.installation;
  }
  return false;
}

}  // namespace

TEST_CASE("Access rules: each kind of caller is admitted to just what it may") {
  for (const Case& c : cases()) {
    for (const Access access : every_access) {
      CAPTURE(c.who);
      CAPTURE(name_of(access));
      CHECK(is_admitted(c.caller, access) == expected(c, access));
    }
  }
}

TEST_CASE("Access rules: every access has a name of its own, in lower case with hyphens") {
  std::set<std::string_view> names;
  for (const Access access : every_access) {
    const std::string_view name = name_of(access);
    CAPTURE(name);
    CHECK_FALSE(name.empty());
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
    names.insert(name);
  }
  CHECK(names.size() == std::size(every_access));
  CHECK(name_of(Access::manage_external_users) == "manage-external-users");
}

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
  CHECK_FALSE(may_change_password_of(caller, 101, AssociateType::external_person, no_contact));
}

TEST_CASE("Access rules: the licence is for external users alone, in whatever company") {
  for (const Case& c : cases()) {
    CAPTURE(c.who);
    const auto external = AssociateType::external_person;
    CHECK(may_manage(c.caller, external, own_contact) == c.own_company);
    CHECK(may_manage(c.caller, external, other_contact) == c.other_companies);
    for (const auto type : {AssociateType::employee, AssociateType::resource,
                            AssociateType::anonymous, AssociateType::system}) {
      CAPTURE(static_cast<int>(type));
      for (const int contact : {own_contact, other_contact, no_contact}) {
        CHECK(may_manage(c.caller, type, contact) == c.users);
      }
    }
  }
}

TEST_CASE("Access rules: everybody but the anonymous user may set the own password") {
  for (const Case& c : cases()) {
    CAPTURE(c.who);
    for (const int contact : {own_contact, other_contact, no_contact}) {
      CHECK(may_change_password_of(c.caller, c.caller.associate_id, c.caller.type, contact) ==
            !is_anonymous(c));
    }
  }
}

TEST_CASE("Access rules: who may manage a user may set its password, nobody else") {
  for (const Case& c : cases()) {
    CAPTURE(c.who);
    for (const auto type : {AssociateType::employee, AssociateType::external_person,
                            AssociateType::anonymous, AssociateType::system}) {
      for (const int contact : {own_contact, other_contact, no_contact}) {
        CAPTURE(static_cast<int>(type));
        CAPTURE(contact);
        CHECK(may_change_password_of(c.caller, 12, type, contact) ==
              may_manage(c.caller, type, contact));
      }
    }
  }
}
