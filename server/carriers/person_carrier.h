#pragma once

#include "server/domain/person_rules.h"
#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

so__Person* person_carrier(SoapContext& context, store::Store& store, const store::Person& person);

}  // namespace emulator
