#include "server/carriers/principal_carrier.h"
#include "server/carriers/system_info_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/login_rules.h"
#include "server/domain/secrets.h"
#include "server/domain/user_name_rules.h"
#include "server/gate/admission.h"
#include "server/gate/call.h"
#include "server/operations/install.h"
#include "server/tenants/tickets.h"

namespace emulator {
namespace {

void get_system_info(Call& call, const _so__GetSystemInfo&, _so__GetSystemInfoResponse& response) {
  response.SystemInfo = system_info_carrier(call.context, call.store);
}

// Why a log-in is refused is for the log: the caller must not learn which names exist.
std::optional<store::Associate> logged_in(Call& call, const std::string& name,
                                          const std::string& password) {
  const std::string key = user_name_key(name);
  const auto credential = call.store.credentials.find(password_credential, key);
  const auto associate = credential ? call.store.associates.find(credential->associate_id)
                                    : std::optional<store::Associate>();
  if (!associate) {
    call.note = "log-in refused: no such user";
  } else if (!password_matches(credential->secret, password)) {
    call.note = "log-in of " + associate->name + " refused: wrong password";
  } else if (!can_log_on(associate->type, associate->deleted,
                         principal_of(call.store, *associate).licenses)) {
    call.note = "log-in of " + associate->name + " refused: the user may not log on";
  } else {
    call.note = "log-in of " + associate->name;
    return associate;
  }
  return std::nullopt;
}

// A-LOGIN: a refused log-in is a success of the call with AuthenticationSucceeded false. Clients
// test both that and ExceptionInfo (documented).
void authenticate_username_password(Call& call, const _so__AuthenticateUsernamePassword& request,
                                    _so__AuthenticateResponse& response) {
  auto associate = logged_in(call, text_of(request.UserName), text_of(request.Password));
  if (!associate) return;
  const bool online = call.settings.mode == InstallationMode::online;
  call.store.associates.set_last_login(associate->id, date_time_text(call.now));
  response.Response = principal_carrier(call.context, call.store, *associate,
                                        online ? call.tenant.name : "Default");
  response.Credentials = soap_new_so__SoCredentials(call.context.get());
  response.Credentials->Ticket =
      to_wire(call.context, issue_ticket(call.store, associate->id, call.now,
                                         online ? std::string_view(call.tenant.name) : ""));
  response.AuthenticationSucceeded = true;
}

}  // namespace

void install_so_principal(Operations& on) {
  on.GetSystemInfo.serve_with(get_system_info, Access::anyone, Effect::reads);
  on.AuthenticateUsernamePassword.serve_with(authenticate_username_password, Access::anyone,
                                             Effect::writes);
}

}  // namespace emulator
