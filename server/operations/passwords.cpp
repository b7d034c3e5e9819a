#include "server/carriers/user_validation_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/credential_rules.h"
#include "server/domain/login_rules.h"
#include "server/domain/password_rules.h"
#include "server/operations/install.h"
#include "server/operations/login_changes.h"
#include "server/operations/secrets_owner.h"

namespace emulator {
namespace {

// What keeps everybody from changing a user's password (A-PASSWORD-OTHERS).
std::optional<Fault> obstacle(Call& call, const store::Associate& user,
                              const std::string& argument) {
  if (login_license(user.type).empty()) return fault::wrong_user_type(argument);
  if (user.deleted) return fault::user_retired();
  if (!call.store.credentials.list_of(user.id, directory_credential).empty()) {
    return fault::password_of_directory();
  }
  return std::nullopt;
}

// `user`: an id or a name; `argument` is what the call names it.
store::Associate password_owner(Call& call, const auto& user, const std::string& argument) {
  store::Associate owner = secrets_owner(call, user, fault::own_password_only());
  if (const auto fault = obstacle(call, owner, argument)) throw *fault;
  return owner;
}

store::Associate password_owner(Call& call, int associate_id) {
  return password_owner(call, associate_id, "AssociateId");
}

store::Associate password_owner(Call& call, const std::string* name) {
  return password_owner(call, text_of(name), "AssociateName");
}

void set(Call& call, const store::Associate& user, const std::string* password) {
  require_new_password(call, text_of(password));
  set_password(call, user, text_of(password));
}

// A-PASSWORD-OLD. Administrators may leave the old password blank (documented): that of others.
bool changed(Call& call, const store::Associate& user, const std::string* old_password,
             const std::string* new_password) {
  const std::string old = text_of(old_password);
  const bool is_forced = old.empty() && user.id != call.caller.associate_id;
  if (!is_forced && !has_password(call, user.id, old)) {
    call.note = "wrong old password of " + user.name;
    return false;
  }
  set(call, user, new_password);
  return true;
}

void can_change_password(Call& call, const _so__CanChangePassword& request,
                         _so__CanChangePasswordResponse& response) {
  const auto user = call.store.associates.find(request.AssociateId);
  response.Response = user && may_change_secrets_of(call, *user) && !obstacle(call, *user, {});
}

void change_password(Call& call, const _so__ChangePassword& request,
                     _so__ChangePasswordResponse& response) {
  response.Response = changed(call, password_owner(call, request.AssociateId), request.OldPassword,
                              request.NewPassword);
}

void change_password_from_name(Call& call, const _so__ChangePasswordFromName& request,
                               _so__ChangePasswordFromNameResponse& response) {
  response.Response = changed(call, password_owner(call, request.AssociateName),
                              request.OldPassword, request.NewPassword);
}

void change_own_password(Call& call, const _so__ChangeOwnPassword& request,
                         _so__ChangeOwnPasswordResponse& response) {
  response.Response = changed(call, password_owner(call, call.caller.associate_id),
                              request.OldPassword, request.NewPassword);
}

void set_password_of_id(Call& call, const _so__SetPassword& request,
                        _so__SetPasswordResponse& response) {
  set(call, password_owner(call, request.AssociateId), request.Password);
  response.Response = true;
}

void set_password_from_name(Call& call, const _so__SetPasswordFromName& request,
                            _so__SetPasswordFromNameResponse& response) {
  set(call, password_owner(call, request.AssociateName), request.Password);
  response.Response = true;
}

void set_generated_password_of_id(Call& call, const _so__SetGeneratedPassword& request,
                                  _so__SetGeneratedPasswordResponse& response) {
  const store::Associate user = password_owner(call, request.AssociateId);
  response.Response = to_wire(call.context, set_generated_password(call, user));
}

void set_generated_password_from_name(Call& call, const _so__SetGeneratedPasswordFromName& request,
                                      _so__SetGeneratedPasswordFromNameResponse& response) {
  const store::Associate user = password_owner(call, request.AssociateName);
  response.Response = to_wire(call.context, set_generated_password(call, user));
}

// A-PASSWORD-VALID: the rules are the same for everybody.
void is_password_valid(Call& call, const _so__IsPasswordValid& request,
                       _so__IsPasswordValidResponse& response) {
  response.Response =
      !password_fault(text_of(request.Password), call.store.password_rules.get()).has_value();
}

void is_password_valid_with_reason(Call& call, const _so__IsPasswordValidWithReason& request,
                                   _so__IsPasswordValidWithReasonResponse& response) {
  response.Response = user_validation_carrier(
      call.context, password_fault(text_of(request.Password), call.store.password_rules.get()));
}

}  // namespace

void install_passwords(Operations& on) {
  on.CanChangePassword.serve_with(can_change_password);
  on.ChangePassword.serve_with(change_password);
  on.ChangePasswordFromName.serve_with(change_password_from_name);
  on.ChangeOwnPassword.serve_with(change_own_password);
  on.SetPassword.serve_with(set_password_of_id);
  on.SetPasswordFromName.serve_with(set_password_from_name);
  on.SetGeneratedPassword.serve_with(set_generated_password_of_id);
  on.SetGeneratedPasswordFromName.serve_with(set_generated_password_from_name);
  on.IsPasswordValid.serve_with(is_password_valid);
  on.IsPasswordValidWithReason.serve_with(is_password_valid_with_reason);
}

}  // namespace emulator
