#include "server/carriers/enumerations.h"

namespace emulator {

using store::AssociateType;
using store::LicenseType;
using store::RelationToOwner;
using store::RoleType;

so__UserType to_wire(AssociateType type) {
  switch (type) {
    case AssociateType::employee:
      return so__UserType::InternalAssociate;
    case AssociateType::resource:
      return so__UserType::ResourceAssociate;
    case AssociateType::external_person:
      return so__UserType::ExternalAssociate;
    case AssociateType::anonymous:
      return so__UserType::AnonymousAssociate;
    case AssociateType::system:
      return so__UserType::SystemAssociate;
  }
  return so__UserType::Unknown;
}

std::optional<AssociateType> from_wire(so__UserType type) {
  switch (type) {
    case so__UserType::InternalAssociate:
      return AssociateType::employee;
    case so__UserType::ResourceAssociate:
      return AssociateType::resource;
    case so__UserType::ExternalAssociate:
      return AssociateType::external_person;
    case so__UserType::AnonymousAssociate:
      return AssociateType::anonymous;
    case so__UserType::SystemAssociate:
      return AssociateType::system;
    case so__UserType::Unknown:
      break;
  }
  return std::nullopt;
}

so__RoleType to_wire(RoleType type) {
  switch (type) {
    case RoleType::external_user:
      return so__RoleType::ExternalUser;
    case RoleType::anonymous:
      return so__RoleType::Anonymous;
    case RoleType::system:
      return so__RoleType::System;
    case RoleType::employee:
      break;
  }
  return so__RoleType::Employee;
}

RoleType from_wire(so__RoleType type) {
  switch (type) {
    case so__RoleType::ExternalUser:
      return RoleType::external_user;
    case so__RoleType::Anonymous:
      return RoleType::anonymous;
    case so__RoleType::System:
      return RoleType::system;
    case so__RoleType::Employee:
      break;
  }
  return RoleType::employee;
}

so__RoleRelationToOwner to_wire(RelationToOwner relation) {
  switch (relation) {
    case RelationToOwner::primary_group:
      return so__RoleRelationToOwner::PrimaryGroup;
    case RelationToOwner::other:
      return so__RoleRelationToOwner::OtherAssociates;
    case RelationToOwner::other_group:
      return so__RoleRelationToOwner::OtherGroups;
    case RelationToOwner::external:
      return so__RoleRelationToOwner::ExternalUser;
    case RelationToOwner::anonymous:
      return so__RoleRelationToOwner::Anonymous;
    case RelationToOwner::my_company:
      return so__RoleRelationToOwner::MyCompany;
    case RelationToOwner::same_project:
      return so__RoleRelationToOwner::SameProject;
    case RelationToOwner::owner:
      break;
  }
  return so__RoleRelationToOwner::MyOwn;
}

RelationToOwner from_wire(so__RoleRelationToOwner relation) {
  switch (relation) {
    case so__RoleRelationToOwner::PrimaryGroup:
      return RelationToOwner::primary_group;
    case so__RoleRelationToOwner::OtherAssociates:
      return RelationToOwner::other;
    case so__RoleRelationToOwner::OtherGroups:
      return RelationToOwner::other_group;
    case so__RoleRelationToOwner::ExternalUser:
      return RelationToOwner::external;
    case so__RoleRelationToOwner::Anonymous:
      return RelationToOwner::anonymous;
    case so__RoleRelationToOwner::MyCompany:
      return RelationToOwner::my_company;
    case so__RoleRelationToOwner::SameProject:
      return RelationToOwner::same_project;
    case so__RoleRelationToOwner::MyOwn:
      break;
  }
  return RelationToOwner::owner;
}

so__LicenseType to_wire(LicenseType type) {
  switch (type) {
    case LicenseType::site:
      return so__LicenseType::SiteLicense;
    case LicenseType::satellite:
      return so__LicenseType::SatelliteLicense;
    case LicenseType::user:
      return so__LicenseType::UserLicense;
    case LicenseType::unknown:
      break;
  }
  return so__LicenseType::Unknown;
}

}  // namespace emulator
