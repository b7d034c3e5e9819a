#pragma once

#include <string>

#include "server/domain/principal.h"
#include "server/domain/settings.h"
#include "server/envelope/soap_context.h"
#include "server/tenants/tenant.h"

namespace emulator {

/// What a handler may see of the call that it answers.
class Call {
 public:
  Call(SoapContext& its_context, Tenant& its_tenant, const ServiceSettings& its_settings,
       Principal its_caller)
      : context(its_context),
        tenant(its_tenant),
        store(its_tenant.store),
        settings(its_settings),
        caller(std::move(its_caller)),
        now(its_tenant.clock.now()) {}

  /// Who writes, and when.
  store::Author author() const { return {date_time_text(now), caller.associate_id}; }

  SoapContext& context;
  Tenant& tenant;
  store::Store& store;
  const ServiceSettings& settings;
  const Principal caller;  ///< Associate 0 where no ticket is asked for.
  const Moment now;
  std::string note;  ///< For the log: what the answer alone does not tell. Never a secret.
};

}  // namespace emulator
