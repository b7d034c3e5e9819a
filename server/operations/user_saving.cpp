#include "server/carriers/enumerations.h"
#include "server/carriers/user_carrier.h"
#include "server/carriers/user_command_carrier.h"
#include "server/carriers/user_draft_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/fault.h"
#include "server/domain/user_rules.h"
#include "server/operations/install.h"
#include "server/operations/user_defaults.h"
#include "server/operations/user_lookup.h"
#include "server/operations/user_writing.h"

namespace emulator {
namespace {

using store::AssociateType;

const so__User& required(const so__User* user) {
  if (user == nullptr) throw fault::argument_missing("User");
  return *user;
}

UserDraft draft_of(const so__User& wire) {
  if (!from_wire(wire.Type)) throw fault::user_type_missing("Type");
  return user_draft_of_wire(wire);
}

so__User* saved_carrier(Call& call, const store::Associate& user) {
  so__User* wire = user_carrier(call.context, call.store, user);
  // A-USER-COMMANDS.
  wire->PostSaveCommands = user_commands_carrier(call.context, call.store, user.type);
  return wire;
}

void save_user(Call& call, const _so__SaveUser& request, _so__SaveUserResponse& response) {
  const auto saved = save_user(call, draft_of(required(request.User)));
  response.Response = saved_carrier(call, saved);
}

// A-SAVE-BY-NAME: the name alone says who it is.
void save_user_from_name(Call& call, const _so__SaveUserFromName& request,
                         _so__SaveUserFromNameResponse& response) {
  UserDraft draft = draft_of(required(request.User));
  draft.associate.id = required_user(call, text_of(request.UserName)).id;
  const auto saved = save_user(call, std::move(draft));
  response.Response = saved_carrier(call, saved);
}

// The licences of the one type make way for those of the other; who could have access keeps it.
LicenseChange licenses_of_other_type(Call& call, const store::Associate& user, AssociateType to) {
  const auto states = license_states(call.store, user.id);
  std::vector<LicenseName> wanted;
  std::vector<std::string> taken;
  for (const LicenseState& state : states) {
    if (!state.is_held) continue;
    const std::string name = full_name(state.license);
    if (is_for(state.license, to)) {
      wanted.push_back({state.license.id, name});
    } else {
      taken.push_back(name);
      if (name == access_license(user.type)) wanted.push_back({0, std::string(access_license(to))});
    }
  }
  LicenseChange change = license_change(states, to, wanted, false);
  change.taken.insert(change.taken.end(), taken.begin(), taken.end());
  return change;
}

void change_stored_type(Call& call, store::Associate& user, AssociateType to) {
  if (user.type == to) return;
  if (user.id == call.caller.associate_id) throw fault::own_role();
  const int role_id = default_user(call, to).role_id;
  require_role_for(to, call.store.roles.find(role_id), role_id, "Role");
  const LicenseChange licenses = licenses_of_other_type(call, user, to);
  user.type = to;
  call.store.associates.save(user, call.author());
  call.store.associates.set_role(user.id, role_id, call.author());
  change_licenses(call, user.id, licenses);
}

// A-USER-TYPE.
void change_user_type(Call& call, const _so__ChangeUserType& request,
                      _so__ChangeUserTypeResponse& response) {
  const so__User& wire = required(request.User);
  const auto to = from_wire(request.UserType);
  if (wire.AssociateId != 0) {
    store::Associate user = required_user(call, wire.AssociateId);
    require_type_change(user.type, to, user.deleted);
    change_stored_type(call, user, *to);
    response.Response = user_carrier(call.context, call.store, user);
    return;
  }
  require_type_change(from_wire(wire.Type), to, wire.Deleted);
  UserDraft draft = user_draft_of_wire(wire);
  const UserDraft fresh = default_user(call, *to);
  draft.associate.type = *to;
  draft.role_id = fresh.role_id;
  draft.licenses = fresh.licenses;
  response.Response = user_draft_carrier(call.context, call.store, draft);
}

}  // namespace

void install_user_saving(Operations& on) {
  on.SaveUser.serve_with(save_user);
  on.SaveUserFromName.serve_with(save_user_from_name);
  on.ChangeUserType.serve_with(change_user_type);
}

}  // namespace emulator
