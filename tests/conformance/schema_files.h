#pragma once

#include <vector>

#include "tests/conformance/xml.h"

namespace conformance {

/// One schema of libxml2 (xmlSchema) from those of a WSDL, the first of which imports the others.
/// It is never freed. \throws std::runtime_error when they are no valid schemas.
void* compiled_schema(const std::vector<Element>& schemas);

}  // namespace conformance
