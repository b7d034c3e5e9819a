#pragma once

#include "server/gate/admission.h"
#include "server/gate/call.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {

/// A call to a fresh emulator, for tests of what handlers are made of.
struct CallFixture {
  /// @param caller an associate of the seed; 0: nobody
  explicit CallFixture(int caller = 0)
      : call(context, emulator.tenant(), emulator.settings,
             caller == 0 ? Principal()
                         : principal_of(store(), store().associates.find(caller).value())) {}

  store::Store& store() { return emulator.store(); }

  GateFixture emulator;
  SoapContext context;
  Call call;
};

}  // namespace emulator::testing
