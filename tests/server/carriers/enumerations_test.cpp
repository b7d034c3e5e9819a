#include "server/carriers/enumerations.h"

#include <doctest/doctest.h>

#include "server/domain/data_right_rules.h"

using namespace emulator;
using store::AssociateType;

TEST_CASE("Enumerations: the types of users have other names and numbers on the wire") {
  struct Case {
    AssociateType type;
    so__UserType wire;
  };
  for (const Case& c : {Case{AssociateType::employee, so__UserType::InternalAssociate},
                        Case{AssociateType::resource, so__UserType::ResourceAssociate},
                        Case{AssociateType::external_person, so__UserType::ExternalAssociate},
                        Case{AssociateType::anonymous, so__UserType::AnonymousAssociate},
                        Case{AssociateType::system, so__UserType::SystemAssociate}}) {
    CHECK(to_wire(c.type) == c.wire);
    CHECK(from_wire(c.wire) == c.type);
  }
  CHECK(from_wire(so__UserType::Unknown) == std::nullopt);
  CHECK(to_wire(static_cast<AssociateType>(99)) == so__UserType::Unknown);
}

TEST_CASE("Enumerations: the types of roles") {
  struct Case {
    store::RoleType type;
    so__RoleType wire;
  };
  for (const Case& c : {Case{store::RoleType::employee, so__RoleType::Employee},
                        Case{store::RoleType::external_user, so__RoleType::ExternalUser},
                        Case{store::RoleType::anonymous, so__RoleType::Anonymous},
                        Case{store::RoleType::system, so__RoleType::System}}) {
    CHECK(to_wire(c.type) == c.wire);
    CHECK(from_wire(c.wire) == c.type);
  }
}

TEST_CASE("Enumerations: the relations to an owner are numbered as in the WSDL") {
  int number = 0;
  for (const OwnerRelation& one : owner_relations()) {
    CAPTURE(one.name);
    CHECK(static_cast<int>(to_wire(one.relation)) == number);
    CHECK(from_wire(static_cast<so__RoleRelationToOwner>(number)) == one.relation);
    ++number;
  }
}

TEST_CASE("Enumerations: the types of licences") {
  CHECK(to_wire(store::LicenseType::unknown) == so__LicenseType::Unknown);
  CHECK(to_wire(store::LicenseType::site) == so__LicenseType::SiteLicense);
  CHECK(to_wire(store::LicenseType::satellite) == so__LicenseType::SatelliteLicense);
  CHECK(to_wire(store::LicenseType::user) == so__LicenseType::UserLicense);
}

TEST_CASE("Enumerations: a flag is found in each set that holds it, and in no other") {
  using Flag = so__ExternalUserInfoModification;
  const std::vector<Flag> flags{Flag::UserName, Flag::Password, Flag::Role, Flag::Active,
                                Flag::UndefinedValue16};
  for (unsigned set = 0; set < 32; ++set) {
    for (std::size_t i = 0; i < flags.size(); ++i) {
      CHECK(has_flag(static_cast<Flag>(set), flags[i]) == ((set >> i & 1U) != 0));
    }
  }
}
