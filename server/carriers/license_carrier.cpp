#include "server/carriers/license_carrier.h"

#include <algorithm>
#include <map>

#include "server/carriers/enumerations.h"
#include "server/carriers/wire.h"
#include "server/domain/license_rules.h"

namespace emulator {
namespace {

so__ModuleLicenseLink* license_link(SoapContext& context, const store::ModuleLicense& license,
                                    int holders, bool assigned) {
  so__ModuleLicenseLink* wire = soap_new_so__ModuleLicenseLink(context.get());
  wire->ModuleLicenseId = license.id;
  wire->Name = to_wire(context, full_name(license));
  wire->Description = to_wire(context, license.description);
  wire->Tooltip = to_wire(context, license.tooltip);
  wire->PrerequisiteModuleName = to_wire(context, license.prerequisite);
  wire->SortOrder = license.sort_order;
  wire->Unrestricted = license.unrestricted;
  wire->Total = license.number;
  wire->InUse = holders;
  wire->Free = license.unrestricted ? 0 : std::max(0, license.number - holders);
  wire->CanAssign = is_free(license, holders);
  wire->Assigned = assigned;
  return wire;
}

}  // namespace

so__ArrayOfLicenseOwner* license_owners(SoapContext& context, store::Store& store,
                                        const store::Associate& associate) {
  so__ArrayOfLicenseOwner* owners = soap_new_so__ArrayOfLicenseOwner(context.get());
  std::map<std::string, so__LicenseOwner*> by_name;
  for (const store::ModuleLicense& license : store.licenses.list()) {
    if (!is_for(license, associate.type)) continue;
    so__LicenseOwner*& owner = by_name[license.owner_name];
    if (owner == nullptr) {
      owner = soap_new_so__LicenseOwner(context.get());
      owner->Name = to_wire(context, license.owner_name);
      owner->Description = to_wire(context, license.owner_name);
      owner->RestrictedModuleLicenses = soap_new_so__ArrayOfModuleLicenseLink(context.get());
      owner->UnrestrictedModuleLicenses = soap_new_so__ArrayOfModuleLicenseLink(context.get());
      owners->LicenseOwner.push_back(owner);
    }
    auto* links =
        license.unrestricted ? owner->UnrestrictedModuleLicenses : owner->RestrictedModuleLicenses;
    links->ModuleLicenseLink.push_back(
        license_link(context, license, store.licenses.holders(license.id),
                     store.licenses.holds(associate.id, full_name(license))));
  }
  return owners;
}

so__ArrayOfGrantedModuleLicense* granted_licenses(SoapContext& context, store::Store& store,
                                                  int associate_id) {
  auto* wire = soap_new_so__ArrayOfGrantedModuleLicense(context.get());
  for (const store::ModuleLicense& license : store.licenses.of_associate(associate_id)) {
    so__GrantedModuleLicense* granted = soap_new_so__GrantedModuleLicense(context.get());
    granted->OwnerName = to_wire(context, license.owner_name);
    granted->OwnerDescription = to_wire(context, license.owner_name);
    granted->ModuleId = license.id;
    granted->Name = to_wire(context, full_name(license));
    granted->Description = to_wire(context, license.description);
    granted->Version = to_wire(context, license.version);
    granted->LicenseType = to_wire(license.type);
    granted->SortOrder = license.sort_order;
    granted->LicenseNumber = license.number;
    granted->IsHidden = license.hidden;
    granted->IsUnrestricted = license.unrestricted;
    granted->ExpiryDate = store::open_end;
    wire->GrantedModuleLicense.push_back(granted);
  }
  return wire;
}

}  // namespace emulator
