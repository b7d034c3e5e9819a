#include "server/carriers/principal_carrier.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const so__SoPrincipalCarrier& principal(Shown& rows, int id) {
  return *principal_carrier(rows.context, rows.store(), rows.associate(id), "Cust12345");
}

}  // namespace

TEST_CASE("Principal carrier: an employee with person, company, role and group") {
  Shown rows;
  const so__SoPrincipalCarrier& wire = principal(rows, 11);
  CHECK(wire.UserType == so__UserType::InternalAssociate);
  CHECK(shown(wire.Associate) == "ADM0");
  CHECK(wire.AssociateId == 11);
  CHECK(wire.IsPerson);
  CHECK(wire.PersonId == 147);
  CHECK(wire.CountryId == 578);
  CHECK(wire.HomeCountryId == 578);
  CHECK(wire.ContactId == 1);
  CHECK(wire.BusinessId == 7);
  CHECK(wire.CategoryId == 4);
  CHECK(wire.ContactOwner == 11);
  CHECK(wire.GroupId == 1);
  CHECK(wire.RoleId == 1);
  CHECK(shown(wire.RoleName) == "User level 0");
  CHECK(wire.RoleType == so__RoleType::Employee);
  CHECK(shown(wire.FullName) == "Ada Moe");
  CHECK(shown(wire.EMailAddress) == "ada.moe@emulator.example");
  CHECK(shown(wire.DatabaseContextIdentifier) == "Cust12345");
  CHECK(wire.Licenses->GrantedModuleLicense.size() == 1);
}

TEST_CASE("Principal carrier: a system user is no person") {
  Shown rows;
  const so__SoPrincipalCarrier& wire = principal(rows, 14);
  CHECK(wire.UserType == so__UserType::SystemAssociate);
  CHECK(!wire.IsPerson);
  CHECK(wire.PersonId == 0);
  CHECK(wire.ContactId == 0);
  CHECK(shown(wire.FullName) == "SYS0");
  CHECK(shown(wire.EMailAddress) == "");
  CHECK(wire.RoleType == so__RoleType::System);
  CHECK(wire.SecondaryGroups->int_.empty());
}

TEST_CASE("Principal carrier: rights are sorted, so that clients can search by halves") {
  Shown rows;
  const auto& rights = principal(rows, 11).FunctionRights->string;
  CHECK(rights.size() > 30);
  CHECK(std::is_sorted(rights.begin(), rights.end()));
  CHECK(std::binary_search(rights.begin(), rights.end(), "admin-all"));
  CHECK(principal(rows, 14).FunctionRights->string.empty());
}

TEST_CASE("Principal carrier: the primary group is among the groups, before the others") {
  Shown rows;
  rows.store().associates.set_secondary_groups(12, {5, 1}, {});
  CHECK(principal(rows, 12).SecondaryGroups->int_ == std::vector<int>{2, 1, 5});
  CHECK(principal(rows, 101).SecondaryGroups->int_.empty());
}

TEST_CASE("Principal carrier: the user of SuperOffice Service, where there is one") {
  Shown rows;
  CHECK(principal(rows, 11).EjUserStatus == so__EjUserStatus::StatusNone);
  auto ada = rows.associate(11);
  ada.ej_user_id = 3;
  rows.store().associates.save(ada, {});
  CHECK(principal(rows, 11).EjUserId == 3);
  CHECK(principal(rows, 11).EjUserStatus == so__EjUserStatus::StatusNormal);
}

TEST_CASE("Principal carrier: without a role there are no rights and no name of it") {
  Shown rows;
  store::Associate lonely;
  lonely.name = lonely.name_key = lonely.user_name = lonely.user_name_key = "lonely";
  rows.store().associates.save(lonely, {});
  const so__SoPrincipalCarrier& wire = principal(rows, lonely.id);
  CHECK(wire.RoleId == 0);
  CHECK(shown(wire.RoleName) == "");
  CHECK(wire.FunctionRights->string.empty());
}
