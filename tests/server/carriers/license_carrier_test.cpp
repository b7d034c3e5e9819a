#include "server/carriers/license_carrier.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// `name total free in-use`, `+` where it is held and `!` where it can be given.
std::string line(const so__ModuleLicenseLink& link) {
  return shown(link.Name) + " " + std::to_string(link.Total) + " " + std::to_string(link.Free) +
         " " + std::to_string(link.InUse) + (link.Assigned ? "+" : "") +
         (link.CanAssign ? "!" : "");
}

using Lines = std::vector<std::string>;

Lines lines(const so__ArrayOfModuleLicenseLink* links) {
  Lines list;
  for (const auto* link : links->ModuleLicenseLink) list.push_back(line(*link));
  return list;
}

}  // namespace

TEST_CASE("License carrier: an employee may hold two licences, of both a number is left") {
  Shown rows;
  const auto* owners = license_owners(rows.context, rows.store(), rows.associate(11));
  REQUIRE(owners->LicenseOwner.size() == 1);
  const so__LicenseOwner& owner = *owners->LicenseOwner[0];
  CHECK(shown(owner.Name) == "SUPEROFFICE");
  CHECK(lines(owner.RestrictedModuleLicenses) ==
        Lines{"superoffice.user 50 47 3+!", "superoffice.admin-extern-user 10 9 1!"});
  CHECK(lines(owner.UnrestrictedModuleLicenses).empty());
}

TEST_CASE("License carrier: an external user's licence to log on is unrestricted") {
  Shown rows;
  const auto* owners = license_owners(rows.context, rows.store(), rows.associate(102));
  REQUIRE(owners->LicenseOwner.size() == 1);
  const so__LicenseOwner& owner = *owners->LicenseOwner[0];
  CHECK(lines(owner.RestrictedModuleLicenses) == Lines{"superoffice.admin-extern-user 10 9 1!"});
  CHECK(lines(owner.UnrestrictedModuleLicenses) == Lines{"superoffice.extern-user-cal 0 0 2!"});
  CHECK(owner.UnrestrictedModuleLicenses->ModuleLicenseLink[0]->Unrestricted);
  CHECK(shown(owner.UnrestrictedModuleLicenses->ModuleLicenseLink[0]->PrerequisiteModuleName) ==
        "superoffice.extern-user");
}

TEST_CASE("License carrier: when none is left, none can be given") {
  Shown rows;
  auto license = rows.store().licenses.find_by_name("superoffice.user").value();
  for (const int number : {3, 2}) {
    license.number = number;
    rows.store().licenses.save(license, {});
    const auto* owners = license_owners(rows.context, rows.store(), rows.associate(11));
    const so__ModuleLicenseLink& link =
        *owners->LicenseOwner[0]->RestrictedModuleLicenses->ModuleLicenseLink[0];
    CHECK(link.Free == 0);
    CHECK(!link.CanAssign);
    CHECK(link.InUse == 3);
  }
}

TEST_CASE("License carrier: hidden licences are left out, other owners come by themselves") {
  Shown rows;
  auto hidden = rows.store().licenses.find_by_name("superoffice.admin-extern-user").value();
  hidden.hidden = true;
  rows.store().licenses.save(hidden, {});
  store::ModuleLicense other;
  other.owner_name = "PARTNER";
  other.module_name = "EXTRA";
  other.type = store::LicenseType::user;
  other.number = 1;
  rows.store().licenses.save(other, {});
  const auto* owners = license_owners(rows.context, rows.store(), rows.associate(11));
  REQUIRE(owners->LicenseOwner.size() == 2);
  Lines all;
  for (const auto* owner : owners->LicenseOwner) {
    for (const auto& text : lines(owner->RestrictedModuleLicenses)) {
      all.push_back(shown(owner->Name) + ": " + text);
    }
  }
  std::sort(all.begin(), all.end());
  CHECK(all == Lines{"PARTNER: partner.extra 1 1 0!", "SUPEROFFICE: superoffice.user 50 47 3+!"});
}

TEST_CASE("License carrier: what is held, as SoPrincipal shows it") {
  Shown rows;
  const auto* granted = granted_licenses(rows.context, rows.store(), 103);
  REQUIRE(granted->GrantedModuleLicense.size() == 2);
  const so__GrantedModuleLicense& first = *granted->GrantedModuleLicense[0];
  CHECK(shown(first.Name) == "superoffice.extern-user-cal");
  CHECK(shown(first.OwnerName) == "SUPEROFFICE");
  CHECK(first.ModuleId == 6);
  CHECK(first.LicenseType == so__LicenseType::UserLicense);
  CHECK(first.IsUnrestricted);
  CHECK(!first.IsHidden);
  CHECK(first.ExpiryDate == "9999-12-31T23:59:59");
  CHECK(shown(granted->GrantedModuleLicense[1]->Name) == "superoffice.admin-extern-user");
  CHECK(granted->GrantedModuleLicense[1]->LicenseNumber == 10);
  CHECK(granted_licenses(rows.context, rows.store(), 102)->GrantedModuleLicense.empty());
}
