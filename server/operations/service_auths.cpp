#include "server/carriers/service_auth_carrier.h"
#include "server/domain/fault.h"
#include "server/domain/service_auth_rules.h"
#include "server/gate/call.h"
#include "server/operations/install.h"

namespace emulator {
namespace {

/// Empty when the key that sealed it is gone (A-SERVICE-PASSWORD): the row is still there to be
/// read, and to be saved with a new password.
std::string clear_password(Call& call, const store::ServiceAuth& auth) {
  if (const auto password = call.tenant.vault.opened(auth.password)) return *password;
  call.note = "ok, but the password of service log-in " + std::to_string(auth.id) +
              " was sealed with another key and is given as empty";
  return {};
}

// A-DEFAULT-SERVICE-AUTH.
void create_default_service_auth(Call& call, const _so__CreateDefaultServiceAuth&,
                                 _so__CreateDefaultServiceAuthResponse& response) {
  response.Response = service_auth_carrier(call.context, {}, {});
}

void get_service_auth(Call& call, const _so__GetServiceAuth& request,
                      _so__GetServiceAuthResponse& response) {
  // A-GET-UNKNOWN.
  if (const auto auth = call.store.service_auths.find(request.ServiceAuthId)) {
    response.Response = service_auth_carrier(call.context, *auth, clear_password(call, *auth));
  }
}

// A-SAVE-SERVICE-AUTH.
void save_service_auth(Call& call, const _so__SaveServiceAuth& request,
                       _so__SaveServiceAuthResponse& response) {
  if (request.ServiceAuth == nullptr) throw fault::argument_missing("ServiceAuth");
  store::ServiceAuth auth = service_auth_of_wire(*request.ServiceAuth);
  auth.associate_id = call.caller.associate_id;
  if (auth.id != 0) {
    const auto stored = call.store.service_auths.find(auth.id);
    if (!stored) throw fault::not_found("ServiceAuth", auth.id);
    auth.associate_id = stored->associate_id;
    auth.auth_status = stored->auth_status;
  }
  require_service_auth_texts(auth);

  const std::string password = auth.password;
  auth.password = call.tenant.vault.sealed(password);
  call.store.service_auths.save(auth, call.author());
  response.Response = service_auth_carrier(call.context, auth, password);
}

void delete_service_auth(Call& call, const _so__DeleteServiceAuth& request,
                         _so__DeleteServiceAuthResponse&) {
  if (!call.store.service_auths.remove(request.ServiceAuthId)) {
    throw fault::not_found("ServiceAuth", request.ServiceAuthId);
  }
}

}  // namespace

void install_service_auths(Operations& on) {
  on.CreateDefaultServiceAuth.serve_with(create_default_service_auth);
  on.GetServiceAuth.serve_with(get_service_auth);
  on.SaveServiceAuth.serve_with(save_service_auth);
  on.DeleteServiceAuth.serve_with(delete_service_auth);
}

}  // namespace emulator
