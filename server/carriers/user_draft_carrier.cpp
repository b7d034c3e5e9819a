#include "server/carriers/user_draft_carrier.h"

#include <algorithm>

#include "server/carriers/credential_carrier.h"
#include "server/carriers/enumerations.h"
#include "server/carriers/role_carrier.h"
#include "server/carriers/user_carrier.h"
#include "server/carriers/wire.h"

namespace emulator {
namespace {

template <class Visit>
void each_license(const so__User& user, Visit visit) {
  if (user.LicenseOwners == nullptr) return;
  for (const so__LicenseOwner* owner : user.LicenseOwners->LicenseOwner) {
    if (owner == nullptr) continue;
    for (const auto* links : {owner->RestrictedModuleLicenses, owner->UnrestrictedModuleLicenses}) {
      if (links == nullptr) continue;
      for (so__ModuleLicenseLink* link : links->ModuleLicenseLink) {
        if (link != nullptr) visit(*link);
      }
    }
  }
}

// A-USER-ABSENT: an empty value is what a client is shown of a password, and so nothing new.
std::vector<CredentialDraft> credentials_of(const so__ArrayOfCredential* wire) {
  std::vector<CredentialDraft> drafts;
  if (wire == nullptr) return drafts;
  for (const so__Credential* credential : wire->Credential) {
    if (credential == nullptr || text_of(credential->Value).empty()) continue;
    drafts.push_back(credential_of_wire(*credential));
  }
  return drafts;
}

}  // namespace

so__User* user_draft_carrier(SoapContext& context, store::Store& store, const UserDraft& draft) {
  so__User* wire = user_carrier(context, store, draft.associate);
  const auto role = store.roles.find(draft.role_id);
  wire->Role = role ? role_carrier(context, *role) : nullptr;
  each_license(*wire, [&](so__ModuleLicenseLink& link) {
    link.Assigned = std::ranges::find(draft.licenses, link.ModuleLicenseId, &LicenseName::id) !=
                    draft.licenses.end();
  });
  return wire;
}

UserDraft user_draft_of_wire(const so__User& wire) {
  UserDraft draft;
  store::Associate& user = draft.associate;
  user.id = wire.AssociateId;
  user.name = text_of(wire.Name);
  user.user_name = text_of(wire.UserName);
  user.rank = wire.Rank;
  user.tooltip = text_of(wire.Tooltip);
  user.deleted = wire.Deleted;
  user.group_id = wire.UserGroup == nullptr ? 0 : wire.UserGroup->Id;
  user.person_id = wire.Person == nullptr ? 0 : wire.Person->PersonId;
  user.type = from_wire(wire.Type).value_or(user.type);
  user.ej_user_id = wire.EjUserId;
  draft.role_id = wire.Role == nullptr ? 0 : wire.Role->Id;
  if (wire.OtherGroups != nullptr) {
    for (const so__UserGroup* group : wire.OtherGroups->UserGroup) {
      if (group != nullptr) draft.other_groups.push_back(group->Id);
    }
  }
  each_license(wire, [&](const so__ModuleLicenseLink& link) {
    if (link.Assigned) draft.licenses.push_back({link.ModuleLicenseId, text_of(link.Name)});
  });
  draft.credentials = credentials_of(wire.Credentials);
  return draft;
}

}  // namespace emulator
