#pragma once

#include <string>

#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

so__Person* person_carrier(SoapContext& context, store::Store& store, const store::Person& person);

/// First, middle and last name with a blank between them.
std::string full_name_of(const store::Person& person);

}  // namespace emulator
