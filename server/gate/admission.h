#pragma once

#include <optional>
#include <string>

#include "server/domain/principal.h"
#include "server/domain/settings.h"
#include "server/envelope/service.h"
#include "server/tenants/tenant.h"

namespace emulator {

/// Online: the token must be one of those known, and one that may use the service. On-site it is
/// not looked at, and may be absent or `?` (documented). Throws a Fault.
void check_application_token(const ServiceSettings& settings, Service service,
                             const std::optional<std::string>& token);

/// The caller behind a ticket, with its rights as they are now; the ticket is renewed. Without a
/// ticket the user of --anonymous-user, where there is one (documented). Throws
/// fault::not_authenticated, also for the ticket of a user who may no longer log on.
Principal admitted(Tenant& tenant, const ServiceSettings& settings,
                   const std::optional<std::string>& ticket);

/// A-ANONYMOUS: the user of --anonymous-user; none: not set, not there, or not let in.
std::optional<store::Associate> anonymous_user(store::Store& store,
                                               const ServiceSettings& settings);

/// The rights and licences of an associate.
Principal principal_of(store::Store& store, const store::Associate& associate);

}  // namespace emulator
