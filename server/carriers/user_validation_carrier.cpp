#include "server/carriers/user_validation_carrier.h"

#include "server/carriers/wire.h"

namespace emulator {

so__UserValidationResult* user_validation_carrier(SoapContext& context,
                                                  const std::optional<Fault>& problem) {
  so__UserValidationResult* wire = soap_new_so__UserValidationResult(context.get());
  wire->Result = !problem;
  wire->Reason = to_wire(context, problem ? problem->message : "");
  return wire;
}

}  // namespace emulator
