#pragma once

#include <string>
#include <vector>

#include "server/domain/user_draft.h"
#include "store/records.h"

namespace emulator {

/// A licence, how many hold it, and whether the user in question does.
struct LicenseState {
  store::ModuleLicense license;
  int holders = 0;
  bool is_held = false;
};

/// Whether a client may give it to users of this type, and is shown it. Site licences belong to
/// nobody (documented).
bool is_for(const store::ModuleLicense& license, store::AssociateType type);

/// Whether one more user may hold it.
bool is_free(const store::ModuleLicense& license, int holders);

/// Full names of the licences that a user is given and loses.
struct LicenseChange {
  std::vector<std::string> given, taken;
  bool operator==(const LicenseChange&) const = default;
};

/// What makes a user of this type hold just `wanted` (A-USER-LICENSES). What is not for the type
/// is left alone. Throws a Fault when one cannot be given: it is not there or for others, none is
/// left, or its prerequisite is missing. `undeletes`: the user is being brought back.
LicenseChange license_change(const std::vector<LicenseState>& all, store::AssociateType type,
                             const std::vector<LicenseName>& wanted, bool undeletes);

}  // namespace emulator
