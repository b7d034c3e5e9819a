#include "server/gate/admission.h"

#include <algorithm>

#include "server/domain/fault.h"
#include "server/domain/login_rules.h"
#include "server/domain/secrets.h"
#include "server/domain/user_name_rules.h"
#include "server/tenants/tickets.h"

namespace emulator {

void check_application_token(const ServiceSettings& settings, Service service,
                             const std::optional<std::string>& token) {
  if (settings.mode == InstallationMode::onsite) return;
  if (!token || token->empty()) throw fault::application_token_refused("no application token");
  const auto& known = settings.application_tokens;
  const auto found = std::find_if(known.begin(), known.end(), [&](const ApplicationToken& entry) {
    return same_secret(entry.token, *token);
  });
  if (found == known.end()) throw fault::application_token_refused("unknown application token");
  if (found->restricted && service == Service::user) throw fault::agent_not_available();
}

Principal admitted(Tenant& tenant, const ServiceSettings& settings,
                   const std::optional<std::string>& ticket) {
  const TicketHolder holder = find_ticket(tenant, ticket.value_or(std::string()));
  if (holder.refusal == "missing") {
    if (const auto anonymous = anonymous_user(tenant.store, settings)) {
      return principal_of(tenant.store, *anonymous);
    }
  }
  const auto associate = tenant.store.associates.find(holder.associate_id);
  if (!associate) {
    throw fault::not_authenticated(holder.refusal.empty() ? "unknown" : holder.refusal);
  }
  Principal caller = principal_of(tenant.store, *associate);
  switch (login_problem(caller, associate->deleted, settings)) {
    case LoginProblem::none:
      break;
    case LoginProblem::inactive:
      throw fault::not_authenticated("inactive");
    case LoginProblem::type_not_allowed:
      throw fault::not_authenticated("user type not allowed");
  }
  renew_ticket(tenant, holder);
  return caller;
}

std::optional<store::Associate> anonymous_user(store::Store& store,
                                               const ServiceSettings& settings) {
  if (settings.anonymous_user.empty()) return std::nullopt;
  auto associate = store.associates.find_by_key(user_name_key(settings.anonymous_user));
  if (!associate || associate->type != store::AssociateType::anonymous ||
      login_problem(principal_of(store, *associate), associate->deleted, settings) !=
          LoginProblem::none) {
    return std::nullopt;
  }
  return associate;
}

Principal principal_of(store::Store& store, const store::Associate& associate) {
  Principal principal;
  principal.associate_id = associate.id;
  principal.name = associate.name;
  principal.type = associate.type;
  principal.person_id = associate.person_id;
  principal.group_id = associate.group_id;
  principal.role_id = store.associates.role_of(associate.id);
  if (const auto person = store.persons.find(associate.person_id)) {
    principal.contact_id = person->contact_id;
  }
  for (std::string& name : store.roles.right_names(principal.role_id)) {
    principal.functional_rights.insert(std::move(name));
  }
  for (std::string& name : store.licenses.names_of(associate.id)) {
    principal.licenses.insert(std::move(name));
  }
  return principal;
}

}  // namespace emulator
