#include "server/carriers/system_info_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("System info: the owner company, and that this is an emulator") {
  Shown rows;
  const so__SoSystemInfoCarrier* wire = system_info_carrier(rows.context, rows.store());
  CHECK(shown(wire->CompanyName) == "SuperOffice Emulator");
  CHECK(wire->CompanyId == 1);
  CHECK(shown(wire->BranchName) == "emulator");
  CHECK(shown(wire->Description) == "NetServer emulator");
  CHECK(shown(wire->DatabaseType) == "SQLite");
  CHECK(wire->BuildType == so__NetServerBuildType::Release);
  CHECK(wire->IsUnicode);
  CHECK(!wire->IsOnTravel);
  CHECK(!wire->IsSatellite);
  CHECK(shown(wire->License->CompanyName) == "SuperOffice Emulator");
  CHECK(wire->License->ExpiryDate == "9999-12-31T23:59:59");
  CHECK(wire->License->PublicKey == nullptr);
}

TEST_CASE("System info: all licences, each with whom it is for") {
  Shown rows;
  struct Case {
    std::string name;
    so__LicenseType type;
    bool unrestricted;
    so__UserType for_type;
    int number;
  };
  using License = so__LicenseType;
  using User = so__UserType;
  const std::vector<Case> expected{
      {"SERVER", License::SiteLicense, true, User::Unknown, 1},
      {"EXTERN-USER", License::SiteLicense, true, User::Unknown, 1},
      {"SYSTEM-USER", License::SiteLicense, true, User::Unknown, 1},
      {"ANONYMOUS-USER", License::SiteLicense, true, User::Unknown, 1},
      {"USER", License::UserLicense, false, User::InternalAssociate, 50},
      {"EXTERN-USER-CAL", License::UserLicense, true, User::ExternalAssociate, 0},
      {"SYSTEM-USER-CAL", License::UserLicense, true, User::SystemAssociate, 0},
      {"ANONYMOUS-USER-CAL", License::UserLicense, true, User::AnonymousAssociate, 0},
      {"ADMIN-EXTERN-USER", License::UserLicense, false, User::Unknown, 10},
  };
  const auto& found =
      system_info_carrier(rows.context, rows.store())->License->ModuleLicenses->ModuleLicense;
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(expected[i].name);
    CHECK(shown(found[i]->ModuleName) == expected[i].name);
    CHECK(found[i]->LicenseType == expected[i].type);
    CHECK(found[i]->Unrestricted == expected[i].unrestricted);
    CHECK(found[i]->AllowedUserType == expected[i].for_type);
    CHECK(found[i]->NumberOfLicenses == expected[i].number);
  }
}
