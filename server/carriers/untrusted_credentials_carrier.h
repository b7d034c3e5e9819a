#pragma once

#include "server/domain/outbound_secret.h"
#include "server/envelope/soap_context.h"

namespace emulator {

/// A secret for another system. Dates are in the call's time zone.
so__UntrustedCredentials* untrusted_credentials_carrier(SoapContext& context,
                                                        const OutboundSecret& secret);

/// The reverse.
OutboundSecret secret_of_wire(const SoapContext& context, const so__UntrustedCredentials& wire);

}  // namespace emulator
