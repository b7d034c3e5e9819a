#pragma once

#include <optional>
#include <stdexcept>
#include <string_view>

#include "server/gate/gate.h"
#include "server/transport/http.h"

namespace emulator {

/// A header X-Emulator-Fault or X-Emulator-Delay that cannot be read; what() says what it may be.
struct BadFaultHeader : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A header's value; empty when it is not there.
std::string_view header_text(const HttpRequest& request, std::string_view name);

/// What a request asks to meet, in the form of tenants/fault_text.h. Throws BadFaultHeader.
std::optional<Disturbance> asked_disturbance(const HttpRequest& request);

/// How an answer goes out, by what its call has met.
Delivery delivery_of(const GateAnswer& answer);

}  // namespace emulator
