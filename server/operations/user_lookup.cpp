#include "server/operations/user_lookup.h"

#include "server/domain/access_rules.h"
#include "server/domain/fault.h"
#include "server/domain/user_name_proposal.h"
#include "server/domain/user_name_rules.h"
#include "server/domain/user_rules.h"

namespace emulator {
namespace {

store::Associate managed(Call& call, const store::Associate& associate) {
  require_may_manage(call, associate.type, contact_of(call.store, associate));
  return associate;
}

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

store::Associate required_user(Call& call, int associate_id) {
  const auto associate = call.store.associates.find(associate_id);
  if (!associate) throw fault::not_found("Associate", associate_id);
  return *associate;
}

store::Associate required_user(Call& call, const std::string& name) {
  const auto associate = call.store.associates.find_by_key(user_name_key(name));
  if (!associate) throw fault::not_found("Associate", name);
  return *associate;
}

int contact_of(store::Store& store, const store::Associate& associate) {
  const auto person = store.persons.find(associate.person_id);
  return person ? person->contact_id : 0;
}

void require_may_manage(const Call& call, store::AssociateType type, int contact_id) {
  if (may_manage(call.caller, type, contact_id)) return;
  // The gate lets in only who manages external users: what is wrong then is the company.
  if (type == store::AssociateType::external_person) throw fault::not_permitted();
  throw fault::user_type_not_managed(std::string(name_of(type)));
}

store::Associate managed_user(Call& call, int associate_id) {
  return managed(call, required_user(call, associate_id));
}

store::Associate managed_user(Call& call, const std::string& name) {
  return managed(call, required_user(call, name));
}

store::Associate managed_external_user(Call& call, int associate_id) {
  return checked(call, required_user(call, associate_id), "AssociateId");
}

store::Associate managed_external_user(Call& call, const std::string& name) {
  return checked(call, required_user(call, name), "AssociateName");
}

bool is_name_taken(store::Store& store, const std::string& name, int associate_id) {
  const auto holder = store.associates.find_by_key(user_name_key(name));
  return holder && holder->id != associate_id;
}

std::optional<Fault> user_name_problem(store::Store& store, const std::string& name,
                                       int associate_id, const std::string& argument) {
  auto problem = user_name_fault(name, argument);
  if (!problem && is_name_taken(store, name, associate_id)) {
    problem = fault::user_name_taken(argument);
  }
  return problem;
}

void require_free_user_name(store::Store& store, const std::string& name, int associate_id,
                            const std::string& argument) {
  if (const auto problem = user_name_problem(store, name, associate_id, argument)) throw *problem;
}

std::string unused_user_name(store::Store& store, const std::string& wanted, int associate_id) {
  return free_user_name(wanted, [&](const std::string& proposal) {
    return is_name_taken(store, proposal, associate_id);
  });
}

void require_external_role(store::Store& store, int role_id) {
  require_role_for(store::AssociateType::external_person, store.roles.find(role_id), role_id,
                   "RoleId");
}

}  // namespace emulator
