#pragma once

#include <string>

#include "server/domain/settings.h"
#include "server/tenants/tenant.h"

namespace emulator {

/// All users of a tenant, by id, with what decides whether they can log on:
/// `{"users":[{"id":11,"name":"ADM0","userName":"ADM0","type":"InternalAssociate","role":
/// "User level 0","person":"Ada Moe","company":"SuperOffice Emulator","group":"Administration",
/// "state":"active","lastLogin":"2026-01-15T09:00:00Z"},...]}`. State is `active`, `inactive` (no
/// licence to log on, or no password to do it with), `retired` or `type not allowed`
/// (--allowed-user-types). lastLogin is null before the first one. Locks the tenant.
std::string users_json(Tenant& tenant, const ServiceSettings& settings);

}  // namespace emulator
