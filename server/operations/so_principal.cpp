#include <boost/algorithm/string/predicate.hpp>

#include "server/carriers/principal_carrier.h"
#include "server/carriers/system_info_carrier.h"
#include "server/carriers/wire.h"
#include "server/gate/call.h"
#include "server/operations/install.h"
#include "server/operations/log_in.h"
#include "server/tenants/tickets.h"

namespace emulator {
namespace {

void get_system_info(Call& call, const _so__GetSystemInfo&, _so__GetSystemInfoResponse& response) {
  response.SystemInfo = system_info_carrier(call.context, call.store);
}

// A-LOGIN: a refused log-in is a success of the call with AuthenticationSucceeded false. Clients
// test both that and ExceptionInfo (documented).
void answer(Call& call, std::optional<LogIn> log_in, _so__AuthenticateResponse& response) {
  if (!log_in) return;
  const bool online = call.settings.mode == InstallationMode::online;
  const store::Associate& associate = log_in->associate;
  // A-LAST-LOGIN.
  call.store.associates.set_last_login(associate.id, date_time_text(call.now));
  if (log_in->ticket.empty()) {
    log_in->ticket =
        issue_ticket(call.tenant, associate.id, online ? std::string_view(call.tenant.name) : "")
            .text;
  }
  response.Response =
      principal_carrier(call.context, call.store, associate, online ? call.tenant.name : "Default");
  response.Credentials = soap_new_so__SoCredentials(call.context.get());
  response.Credentials->Ticket = to_wire(call.context, log_in->ticket);
  response.AuthenticationSucceeded = true;
}

void authenticate_username_password(Call& call, const _so__AuthenticateUsernamePassword& request,
                                    _so__AuthenticateResponse& response) {
  answer(call, log_in_by_name(call, text_of(request.UserName), text_of(request.Password)),
         response);
}

// A-GENERIC: no keys are documented, they are up to plug-ins. We take the names of the parameters
// of the other three operations.
void authenticate_generic(Call& call, const _so__AuthenticateGeneric& request,
                          _so__AuthenticateResponse& response) {
  const auto value_of = [&](const char* key) -> std::optional<std::string> {
    if (request.AuthenticationData == nullptr) return std::nullopt;
    for (const auto& pair : request.AuthenticationData->AuthenticationGenericDataKeyValuePair) {
      if (boost::algorithm::iequals(text_of(pair.Key), key)) return text_of(pair.Value);
    }
    return std::nullopt;
  };
  call.note = "log-in refused: no UserName, Ticket or AccessToken among the AuthenticationData";
  std::optional<LogIn> log_in;
  // A ticket is asked before a name, and the first that is good counts (documented).
  for (const char* key : {"Ticket", "AccessToken"}) {
    const auto ticket = value_of(key);
    if (ticket && !log_in) log_in = log_in_by_ticket(call, *ticket);
  }
  const auto name = value_of("UserName");
  if (name && !log_in) log_in = log_in_by_name(call, *name, value_of("Password").value_or(""));
  answer(call, std::move(log_in), response);
}

// A-IMPLICIT: what proves a Windows user is not there, so what remains is the anonymous user, the
// plug-in that is asked next (documented).
void authenticate_implicit(Call& call, const _so__AuthenticateImplicit&,
                           _so__AuthenticateResponse& response) {
  answer(call, log_in_as_anonymous(call), response);
}

// A-ACCESS-TOKEN.
void authenticate_with_access_token(Call& call, const _so__AuthenticateWithAccessToken& request,
                                    _so__AuthenticateResponse& response) {
  answer(call, log_in_by_ticket(call, text_of(request.AccessToken)), response);
}

}  // namespace

void install_so_principal(Operations& on) {
  on.GetSystemInfo.serve_with(get_system_info);
  on.AuthenticateUsernamePassword.serve_with(authenticate_username_password);
  on.AuthenticateGeneric.serve_with(authenticate_generic);
  on.AuthenticateImplicit.serve_with(authenticate_implicit);
  on.AuthenticateWithAccessToken.serve_with(authenticate_with_access_token);
}

}  // namespace emulator
