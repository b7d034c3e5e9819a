#pragma once

#include <doctest/doctest.h>

#include <string>

#include "tests/server/gate/access_samples.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {

/// What the samples are about and the seed does not have: the external user 1001, `colleague`, and
/// the service log-in 1001.
inline void make_rows_for_samples(GateFixture& emulator) {
  const std::string adm0 = emulator.login("ADM0", "adm0");
  const Reply made = emulator.call(adm0, "CreateExternalUser", std::string(colleague));
  REQUIRE(made.result("Response") == "1001");
  store::ServiceAuth auth;
  emulator.store().service_auths.save(auth, {});
  REQUIRE(auth.id == 1001);
}

}  // namespace emulator::testing
