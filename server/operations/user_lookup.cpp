#include "server/operations/user_lookup.h"

#include "server/domain/access_rules.h"
#include "server/domain/fault.h"
#include "server/domain/user_name_rules.h"

namespace emulator {
namespace {

// `argument` names what the caller named the associate by.
store::Associate checked(Call& call, const store::Associate& associate,
                         const std::string& argument) {
  // Before the type, so that an external administrator learns nothing of other companies.
  if (!may_manage_external_users_of(call.caller, contact_of(call.store, associate))) {
    throw fault::not_permitted();
  }
  if (associate.type != store::AssociateType::external_person) {
    throw fault::wrong_user_type(argument);
  }
  return associate;
}

}  // namespace

int contact_of(store::Store& store, const store::Associate& associate) {
  const auto person = store.persons.find(associate.person_id);
  return person ? person->contact_id : 0;
}

store::Associate managed_external_user(Call& call, int associate_id) {
  const auto found = call.store.associates.find(associate_id);
  if (!found) throw fault::not_found("Associate", associate_id);
  return checked(call, *found, "AssociateId");
}

store::Associate managed_external_user(Call& call, const std::string& name) {
  const auto found = call.store.associates.find_by_key(user_name_key(name));
  if (!found) throw fault::not_found("Associate", name);
  return checked(call, *found, "AssociateName");
}

bool is_name_taken(store::Store& store, const std::string& name, int associate_id) {
  const auto holder = store.associates.find_by_key(user_name_key(name));
  return holder && holder->id != associate_id;
}

void require_external_role(store::Store& store, int role_id) {
  const auto role = store.roles.find(role_id);
  if (!role || role->deleted) throw fault::role_does_not_exist(role_id);
  if (role->type != store::RoleType::external_user) {
    throw fault::role_of_other_type(role_id, "ExternalUser");
  }
}

}  // namespace emulator
