#include "server/carriers/enumerations.h"
#include "server/carriers/wire.h"
#include "server/domain/access_rules.h"
#include "server/domain/fault.h"
#include "server/domain/person_rules.h"
#include "server/domain/user_name_rules.h"
#include "server/operations/install.h"
#include "server/operations/login_changes.h"
#include "server/operations/user_lookup.h"
#include "server/operations/user_removal.h"

namespace emulator {
namespace {

using store::AssociateType;
using Flag = so__ExternalUserInfoModification;

// A-ONESELF.
void require_own_role_kept(Call& call, const store::Associate& associate, int role_id) {
  if (associate.id != call.caller.associate_id) return;
  if (role_id != call.store.associates.role_of(associate.id)) throw fault::own_role();
}

// A-ALL: UndefinedValue16 asks for nothing. A .NET client's All arrives with it (behind the four
// known flags), because SOAP names every bit of a combined value.
void set_external_user_info(Call& call, const _so__SetExternalUserInfo& request,
                            _so__SetExternalUserInfoResponse&) {
  const auto asks_for = [&](Flag flag) {
    return has_flag(request.ExternalUserInfoModification, flag);
  };
  store::Associate associate = managed_external_user(call, request.AssociateId);
  const std::string name = text_of(request.UserName);
  // A-CHECK-ORDER: all checks come before the first write, nothing is changed in part.
  // A-NO-FLAG: without a flag that is all.
  if (asks_for(Flag::UserName)) {
    // A-NIL-NAME: absent and nil are empty.
    require_free_user_name(call.store, name, associate.id);
  }
  // A-ABSENT-VALUE: an absent RoleId is 0, an absent IsActive false.
  if (asks_for(Flag::Role)) {
    require_external_role(call.store, request.RoleId);
    require_own_role_kept(call, associate, request.RoleId);
  }
  if (asks_for(Flag::Password)) require_new_password(call, text_of(request.Password));

  if (asks_for(Flag::UserName)) rename_login(call, associate, name);
  // A-NIL-PASSWORD: absent and nil make it blank, which is legal at the log-in.
  if (asks_for(Flag::Password)) set_password(call, associate, text_of(request.Password));
  if (asks_for(Flag::Role)) {
    call.store.associates.set_role(associate.id, request.RoleId, call.author());
  }
  if (asks_for(Flag::Active)) set_active(call, associate, request.IsActive);
}

store::Person person_without_user(Call& call, int person_id) {
  const auto person = call.store.persons.find(person_id);
  if (!person) throw fault::person_not_found();
  if (!may_manage_external_users_of(call.caller, person->contact_id)) {
    throw fault::not_permitted();
  }
  if (!call.store.associates.find_by_person(person_id).empty()) {
    throw fault::person_already_user();
  }
  // As SaveUser: a user of a former employee could not be saved any more.
  if (person->retired) throw fault::user_retired();
  return *person;
}

// A-CREATE.
void create_external_user(Call& call, const _so__CreateExternalUser& request,
                          _so__CreateExternalUserResponse& response) {
  const store::Person person = person_without_user(call, request.PersonId);
  const std::string name = text_of(request.UserName);
  require_free_user_name(call.store, name, 0);
  require_external_role(call.store, request.RoleId);
  require_new_password(call, text_of(request.Password));

  store::Associate associate;
  associate.type = AssociateType::external_person;
  associate.person_id = person.id;
  associate.tooltip = full_name_of(person);
  associate.name = associate.user_name = name;
  associate.name_key = associate.user_name_key = user_name_key(name);
  call.store.associates.save(associate, call.author());
  call.store.associates.set_role(associate.id, request.RoleId, call.author());
  set_password(call, associate, text_of(request.Password));
  set_active(call, associate, request.IsActive);
  response.Response = associate.id;
}

void delete_external_user(Call& call, const _so__DeleteExternalUser& request,
                          _so__DeleteExternalUserResponse&) {
  remove_user(call, managed_external_user(call, request.AssociateId));
}

void generate_new_password(Call& call, const _so__GenerateNewPasswordForExternalUser& request,
                           _so__GenerateNewPasswordForExternalUserResponse& response) {
  const store::Associate associate = managed_external_user(call, text_of(request.AssociateName));
  response.Response = to_wire(call.context, set_generated_password(call, associate));
}

}  // namespace

void install_external_users(Operations& on) {
  on.SetExternalUserInfo.serve_with(set_external_user_info);
  on.CreateExternalUser.serve_with(create_external_user);
  on.DeleteExternalUser.serve_with(delete_external_user);
  on.GenerateNewPasswordForExternalUser.serve_with(generate_new_password);
}

}  // namespace emulator
