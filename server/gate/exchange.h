#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/domain/fault.h"
#include "server/envelope/request_reader.h"
#include "server/envelope/soap_context.h"

namespace emulator {

/// A call on its way through the gate.
struct Exchange {
  SoapContext& context;
  std::string_view tenant;  ///< Its name: a tenant is made when a message has been understood.
  const RequestReader& reader;
  std::string caller = {};          ///< Name, for the log; empty: not known.
  std::string note = {};            ///< What a handler wants the log to say.
  std::optional<Fault> fault = {};  ///< None: success, so far.
};

}  // namespace emulator
