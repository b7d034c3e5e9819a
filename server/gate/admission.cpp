#include "server/gate/admission.h"

#include <algorithm>

#include "server/domain/fault.h"
#include "server/domain/login_rules.h"
#include "server/domain/secrets.h"
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

Principal admitted(Tenant& tenant, const std::optional<std::string>& ticket) {
  const TicketHolder holder =
      use_ticket(tenant.store, ticket.value_or(std::string()), tenant.clock.now());
  if (holder.associate_id == 0) throw fault::not_authenticated(holder.refusal);
  const auto associate = tenant.store.associates.find(holder.associate_id);
  if (!associate) throw fault::not_authenticated("unknown");
  Principal caller = principal_of(tenant.store, *associate);
  if (!can_log_on(caller.type, associate->deleted, caller.licenses)) {
    throw fault::not_authenticated("inactive");
  }
  return caller;
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
