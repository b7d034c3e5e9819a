#pragma once

#include <vector>

#include "tests/conformance/case.h"

namespace conformance {

/// What the WSDL alone says of an operation: a case for each of the 84, and for each of their
/// parameters that is no text and no carrier.
std::vector<Case> cases_of_every_operation();

}  // namespace conformance
