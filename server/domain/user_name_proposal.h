#pragma once

#include <functional>
#include <string>

#include "store/records.h"

namespace emulator {

/// A name to begin with for a user of this type who is this person (A-NAME-PROPOSAL): employees get
/// their initials, all others their e-mail address, or, without one, `first.last` in lower case.
/// Empty when the person has none of these.
std::string user_name_from(store::AssociateType type, const store::Person& person);

/// The name itself, or the first of `name2`, `name3`, ... that is not taken; in an e-mail address
/// the number stands before the `@`. What is longer than a user name may be is cut, and what makes
/// it look like a ticket. An empty name becomes `user`.
std::string free_user_name(const std::string& name,
                           const std::function<bool(const std::string&)>& is_taken);

}  // namespace emulator
