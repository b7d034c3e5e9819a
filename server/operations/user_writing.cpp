#include "server/operations/user_writing.h"

#include <algorithm>
#include <set>

#include "server/domain/fault.h"
#include "server/domain/text_length.h"
#include "server/domain/user_name_rules.h"
#include "server/domain/user_rules.h"
#include "server/operations/credential_changes.h"
#include "server/operations/login_changes.h"
#include "server/operations/user_lookup.h"

namespace emulator {
namespace {

constexpr int tooltip_length_max = 254;  // Of the column (documented).

using Before = std::optional<store::Associate>;  // None: the user is a new one.

void check_person(Call& call, const store::Associate& user, const Before& before,
                  const std::optional<store::Person>& person) {
  require_person_id(user.type, user.person_id, "PersonId");
  if (before && before->person_id != user.person_id) throw fault::person_of_user_changed();
  if (user.person_id == 0) return;
  if (!person) throw fault::person_not_found();
  if (person->retired) throw fault::user_retired();
  if (before) return;
  if (user.type == store::AssociateType::employee &&
      !call.store.owner_contacts.contains(person->contact_id)) {
    throw fault::person_of_no_owner();
  }
  if (!call.store.associates.find_by_person(person->id).empty()) {
    throw fault::person_already_user();
  }
}

// One may log in by either name, so both are held against both of everybody else.
void check_names(Call& call, store::Associate& user, const Before& before) {
  if (!before && user.name.empty()) user.name = user.user_name;
  if (!before && user.user_name.empty()) user.user_name = user.name;
  user.name_key = user_name_key(user.name);
  user.user_name_key = user_name_key(user.user_name);
  for (const auto& [name, argument] :
       {std::pair<const std::string&, std::string>{user.name, "Name"},
        {user.user_name, "UserName"}}) {
    require_free_user_name(call.store, name, user.id, argument);
  }
}

void check_role(Call& call, const UserDraft& draft) {
  const int present = call.store.associates.role_of(draft.associate.id);
  const bool is_its_own = draft.role_id == present;
  require_role_for(draft.associate.type, call.store.roles.find(draft.role_id), draft.role_id,
                   "Role", is_its_own);
  if (!is_its_own && draft.associate.id == call.caller.associate_id) throw fault::own_role();
}

// Afterwards each further group is there once, and the primary one is none of them.
void check_groups(Call& call, UserDraft& draft, const Before& before) {
  const int primary = draft.associate.group_id;
  std::set<int> others(draft.other_groups.begin(), draft.other_groups.end());
  others.erase(primary);
  require_groups_for(draft.associate.type, primary, !others.empty());
  std::vector<int> present = call.store.associates.secondary_groups(draft.associate.id);
  if (before) present.push_back(before->group_id);
  draft.other_groups.assign(others.begin(), others.end());
  if (primary != 0) others.insert(primary);
  for (const int id : others) {
    require_group(call.store.user_groups.find(id), id, std::ranges::count(present, id) > 0);
  }
}

// A-USER-DELETED: a retired user has no right (documented), so no licence either.
LicenseChange checked_licenses(Call& call, const UserDraft& draft, const Before& before) {
  const store::AssociateType type = draft.associate.type;
  const auto access = call.store.licenses.find_by_name(access_license(type));
  if (!before) require_license_for(type, access);
  if (draft.associate.deleted) return {{}, call.store.licenses.names_of(draft.associate.id)};
  return license_change(license_states(call.store, draft.associate.id), type, draft.licenses,
                        before && before->deleted);
}

LicenseChange check(Call& call, UserDraft& draft, const Before& before) {
  store::Associate& user = draft.associate;
  const auto person = call.store.persons.find(user.person_id);
  if (before) {
    if (before->type != user.type) throw fault::user_type_is_fixed();
    if (before->deleted && user.deleted) throw fault::user_retired();
    if (user.deleted && user.id == call.caller.associate_id) throw fault::own_deletion();
  } else {
    require_may_manage(call, user.type, person ? person->contact_id : 0);
  }
  check_person(call, user, before, person);
  check_names(call, user, before);
  require_length(user.tooltip, tooltip_length_max, "Tooltip");
  check_role(call, draft);
  check_groups(call, draft, before);
  LicenseChange licenses = checked_licenses(call, draft, before);
  for (const CredentialDraft& credential : draft.credentials) {
    require_credential(call, user, credential);
  }
  return licenses;
}

/// Whether it is the user of the directory that this one is already, sent back as it was shown.
bool has_credential(Call& call, const store::Associate& user, const CredentialDraft& draft) {
  if (draft.type != directory_credential) return false;
  const auto row = call.store.credentials.find(directory_credential, draft.value);
  return row && row->associate_id == user.id && row->display_name == draft.display_value;
}

void write(Call& call, UserDraft& draft, const Before& before, const LicenseChange& licenses) {
  store::Associate& user = draft.associate;
  if (user != before) call.store.associates.save(user, call.author());
  if (before && before->user_name != user.user_name) rename_password(call, user);
  if (call.store.associates.role_of(user.id) != draft.role_id) {
    call.store.associates.set_role(user.id, draft.role_id, call.author());
  }
  call.store.associates.set_secondary_groups(user.id, draft.other_groups, call.author());
  change_licenses(call, user.id, licenses);
  for (const CredentialDraft& credential : draft.credentials) {
    save_credential(call, user, credential);
  }
}

}  // namespace

store::Associate save_user(Call& call, UserDraft draft) {
  store::Associate& user = draft.associate;
  Before before;
  if (user.id != 0) before = managed_user(call, user.id);
  // What no client sets.
  const store::Associate kept = before.value_or(store::Associate{});
  user.last_login = kept.last_login;
  user.last_logout = kept.last_logout;
  user.stamp = kept.stamp;
  // Before the first write: saving one credential takes the other away.
  std::erase_if(draft.credentials, [&](const CredentialDraft& credential) {
    return has_credential(call, user, credential);
  });
  const LicenseChange licenses = check(call, draft, before);
  write(call, draft, before, licenses);
  return user;
}

std::vector<LicenseState> license_states(store::Store& store, int associate_id) {
  std::vector<LicenseState> states;
  for (store::ModuleLicense& license : store.licenses.list()) {
    const int holders = store.licenses.holders(license.id);
    const bool is_held = store.licenses.holds(associate_id, full_name(license));
    states.push_back({std::move(license), holders, is_held});
  }
  return states;
}

void change_licenses(Call& call, int associate_id, const LicenseChange& change) {
  for (const std::string& name : change.taken) call.store.licenses.withdraw(associate_id, name);
  for (const std::string& name : change.given) {
    call.store.licenses.assign(associate_id, name, call.author());
  }
}

}  // namespace emulator
