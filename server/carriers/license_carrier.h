#pragma once

#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

/// Every user licence that an associate of this type may hold, by owner, with what it holds and
/// how many are left. Site licences belong to nobody. A-LICENSES.
so__ArrayOfLicenseOwner* license_owners(SoapContext& context, store::Store& store,
                                        const store::Associate& associate);

/// What the associate holds, as SoPrincipal shows it.
so__ArrayOfGrantedModuleLicense* granted_licenses(SoapContext& context, store::Store& store,
                                                  int associate_id);

}  // namespace emulator
