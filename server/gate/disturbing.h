#pragma once

#include <optional>
#include <string>

#include "server/envelope/answer_writer.h"
#include "server/envelope/request_reader.h"
#include "server/tenants/fault_scripts.h"
#include "server/tenants/tenant.h"

namespace emulator {

/// A fault that a call meets.
struct MetDisturbance {
  Disturbance disturbance;
  std::string by;                      ///< `header`, `magic`, or the id of the script.
  std::chrono::milliseconds delay{0};  ///< Drawn.
};

/// What a message says of itself: a ticket, or the user name or password of a log-in, that begins
/// with magic_prefix (tenants/fault_text.h). Clients can send these that can set no headers.
std::optional<Disturbance> magic_disturbance(const RequestReader& reader);

/// What the call meets: by its headers, else by magic values, else by the tenant's scripts. `asked`
/// is what the headers say, `magic` whether values count. Locks the tenant, which can be null.
std::optional<MetDisturbance> met_disturbance(const std::optional<Disturbance>& asked, bool magic,
                                              const RequestReader& reader, Tenant* tenant);

/// Whether a fault comes in place of the call, an exception apart, which is one of the operation.
bool replaces_call(const Disturbance& disturbance);
/// The answer in place of the call's. Throws PlatformFault for a SOAP fault.
SoapAnswer stand_in(const Disturbance& disturbance);
/// What is left of the answer of a call that was done.
void spoil(SoapAnswer& answer, const Disturbance& disturbance);
/// The exception that a test asked for. Throws Fault if it is one.
void throw_if_exception(const Disturbance& disturbance);

}  // namespace emulator
