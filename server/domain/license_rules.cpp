#include "server/domain/license_rules.h"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <set>

#include "server/domain/fault.h"

namespace emulator {
namespace {

using States = std::vector<LicenseState>;

States::const_iterator found(const States& all, const LicenseName& name) {
  return std::ranges::find_if(all, [&](const LicenseState& state) {
    return name.id != 0 ? state.license.id == name.id
                        : boost::algorithm::iequals(full_name(state.license), name.full_name);
  });
}

// A site licence counts when the installation has it, one of users when this user is to hold it.
bool has_prerequisite(const States& all, const LicenseState& state, const std::set<int>& wanted) {
  if (state.license.prerequisite.empty()) return true;
  const auto other = found(all, {0, state.license.prerequisite});
  if (other == all.end()) return false;
  return other->license.type == store::LicenseType::user
             ? wanted.contains(other->license.id)
             : other->license.unrestricted || other->license.number > 0;
}

void require_assignable(const States& all, const LicenseState& state, store::AssociateType type,
                        const std::set<int>& wanted, bool undeletes) {
  const store::ModuleLicense& license = state.license;
  const bool may_be = is_for(license, type) && has_prerequisite(all, state, wanted);
  if (may_be && is_free(license, state.holders)) return;
  if (may_be && undeletes) throw fault::licenses_too_few_to_undelete(license.description);
  throw fault::license_not_assignable(license.description, full_name(license));
}

}  // namespace

bool is_for(const store::ModuleLicense& license, store::AssociateType type) {
  return license.type == store::LicenseType::user && !license.hidden &&
         license.allowed_type.value_or(type) == type;
}

bool is_free(const store::ModuleLicense& license, int holders) {
  return license.unrestricted || holders < license.number;
}

LicenseChange license_change(const States& all, store::AssociateType type,
                             const std::vector<LicenseName>& wanted, bool undeletes) {
  std::set<int> ids;
  for (const LicenseName& name : wanted) {
    const auto state = found(all, name);
    if (state == all.end()) {
      throw fault::license_not_assignable(name.full_name, std::to_string(name.id));
    }
    ids.insert(state->license.id);
  }
  LicenseChange change;
  for (const LicenseState& state : all) {
    if (ids.contains(state.license.id)) {
      if (state.is_held) continue;
      require_assignable(all, state, type, ids, undeletes);
      change.given.push_back(full_name(state.license));
    } else if (state.is_held && is_for(state.license, type)) {
      change.taken.push_back(full_name(state.license));
    }
  }
  return change;
}

}  // namespace emulator
