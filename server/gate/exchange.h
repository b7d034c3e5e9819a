#pragma once

#include <optional>
#include <string>

#include "server/domain/fault.h"
#include "server/envelope/request_reader.h"
#include "server/envelope/soap_context.h"
#include "server/tenants/tenant.h"

namespace emulator {

/// A call on its way through the gate.
struct Exchange {
  SoapContext& context;
  Tenant& tenant;
  const RequestReader& reader;
  std::string caller = {};          ///< Name, for the log; empty: not known.
  std::string note = {};            ///< What a handler wants the log to say.
  std::optional<Fault> fault = {};  ///< None: success, so far.
};

}  // namespace emulator
