#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/domain/fault.h"
#include "server/envelope/request_reader.h"
#include "server/envelope/soap_context.h"
#include "server/tenants/tenants.h"

namespace emulator {

/// A call on its way through the gate.
struct Exchange {
  SoapContext& context;
  std::string_view tenant;  ///< Its name: a tenant is made when a message has been understood.
  const RequestReader& reader;
  std::shared_ptr<Tenant> holder = {};          ///< Of the tenant; null: it cannot be opened.
  Moment now{};                                 ///< The tenant's time.
  int caller_id = 0;                            ///< 0: not known.
  std::string caller = {};                      ///< Name, for the log; empty: not known.
  std::optional<Disturbance> disturbance = {};  ///< What the call is to meet.
  std::string note = {};                        ///< What a handler wants the log to say.
  std::optional<Fault> fault = {};              ///< None: success, so far.
};

}  // namespace emulator
