#pragma once

#include <set>
#include <string>

#include "store/records.h"

namespace emulator {

/// Who calls: the associate behind a valid ticket, with what decides about its rights. Read anew
/// at every call, so that a changed role takes effect at once (A-RIGHTS-AT-ONCE).
struct Principal {
  int associate_id = 0;
  std::string name;
  store::AssociateType type = store::AssociateType::anonymous;
  int role_id = 0;
  int person_id = 0;   ///< 0: none (system and anonymous users).
  int contact_id = 0;  ///< The company of the person, 0: none.
  int group_id = 0;
  std::set<std::string> functional_rights;  ///< Code names, such as `admin-users`.
  std::set<std::string> licenses;           ///< Such as `superoffice.user`, in lower case.
};

}  // namespace emulator
