#pragma once

#include <optional>

#include "server/domain/fault.h"
#include "server/envelope/soap_context.h"

namespace emulator {

/// Result, and as Reason the text with which a call that does the same would be refused; empty when
/// it would not be.
so__UserValidationResult* user_validation_carrier(SoapContext& context,
                                                  const std::optional<Fault>& problem);

}  // namespace emulator
