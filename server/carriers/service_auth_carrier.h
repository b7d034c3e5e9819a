#pragma once

#include <string>

#include "server/envelope/soap_context.h"
#include "store/records.h"

namespace emulator {

/// `password`: in clear (documented), where the row has it sealed.
so__ServiceAuth* service_auth_carrier(SoapContext& context, const store::ServiceAuth& auth,
                                      const std::string& password);

/// What the client says: its password is still in clear. Owner and status are not in the carrier.
store::ServiceAuth service_auth_of_wire(const so__ServiceAuth& wire);

}  // namespace emulator
