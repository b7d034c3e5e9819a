#include "server/carriers/system_info_carrier.h"

#include "server/carriers/enumerations.h"
#include "server/carriers/wire.h"

namespace emulator {
namespace {

// 8.3 R02 to 8.4 R06 speak Services86 (documented); the last of them.
constexpr std::string_view version = "8.4 R06";

so__ModuleLicense* module_license(SoapContext& context, const store::ModuleLicense& license) {
  so__ModuleLicense* wire = soap_new_so__ModuleLicense(context.get());
  wire->OwnerName = to_wire(context, license.owner_name);
  wire->ModuleName = to_wire(context, license.module_name);
  wire->ModuleDescription = to_wire(context, license.description);
  wire->ModuleTooltip = to_wire(context, license.tooltip);
  wire->ModuleVersion = to_wire(context, license.version);
  wire->LicenseType = to_wire(license.type);
  wire->Unrestricted = license.unrestricted;
  wire->AllowedUserType =
      license.allowed_type ? to_wire(*license.allowed_type) : so__UserType::Unknown;
  wire->NumberOfLicenses = license.number;
  wire->ExtraInfo = to_wire(context, "");
  wire->SortOrder = license.sort_order;
  wire->IsHidden = license.hidden;
  wire->PrerequisiteModuleName = to_wire(context, license.prerequisite);
  wire->Signature = to_wire(context, "");
  return wire;
}

so__LicenseInfo* license_info(SoapContext& context, store::Store& store,
                              const std::string& company) {
  so__LicenseInfo* wire = soap_new_so__LicenseInfo(context.get());
  wire->CompanyName = to_wire(context, company);
  wire->SerialNr = to_wire(context, "0");
  wire->OwnerName = to_wire(context, "SUPEROFFICE");
  wire->OwnerDescription = to_wire(context, "SUPEROFFICE");
  wire->NextCheckDate = store::null_date;
  wire->MaintenanceDate = store::null_date;
  wire->AdminWarningDate = store::null_date;
  wire->ExpiryDate = store::open_end;
  wire->GraceDate = store::open_end;
  wire->LicenseUrl = to_wire(context, "");
  wire->LicenseVersion = to_wire(context, version);
  wire->ProductType = to_wire(context, "");
  wire->ProductDescription = to_wire(context, "");
  wire->ModuleLicenses = soap_new_so__ArrayOfModuleLicense(context.get());
  for (const store::ModuleLicense& license : store.licenses.list()) {
    wire->ModuleLicenses->ModuleLicense.push_back(module_license(context, license));
  }
  wire->Signature = to_wire(context, "");
  return wire;
}

}  // namespace

so__SoSystemInfoCarrier* system_info_carrier(SoapContext& context, store::Store& store) {
  const auto contacts = store.contacts.list();
  const store::Contact owner = contacts.empty() ? store::Contact{} : contacts.front();
  so__SoSystemInfoCarrier* wire = soap_new_so__SoSystemInfoCarrier(context.get());
  wire->License = license_info(context, store, owner.name);
  wire->WarningEnglish = to_wire(context, "");
  wire->WarningResource = to_wire(context, "");
  wire->BranchName = to_wire(context, "emulator");
  wire->BuildLabel = to_wire(context, version);
  wire->AssemblyVersion = to_wire(context, "8.4.0.0");
  wire->AccumulatedNextCheckDate = store::null_date;
  wire->FileVersion = to_wire(context, "8.4.0.0");
  wire->Description = to_wire(context, "NetServer emulator");
  wire->DaysUntilNetServerExpiry = 36500;  // 0 would read as "today".
  wire->BuildType = so__NetServerBuildType::Release;
  wire->IsUnicode = true;
  wire->CompanyName = to_wire(context, owner.name);
  wire->CompanyId = owner.id;
  wire->DatabaseType = to_wire(context, "SQLite");
  wire->DatabaseMinor = to_wire(context, "");
  wire->DatabaseName = to_wire(context, "Default");
  return wire;
}

}  // namespace emulator
