#include "server/carriers/user_validation_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE(
    "User validation carrier: the text of the refusal is the reason, and no reason is empty") {
  SoapContext context;
  const auto* good = user_validation_carrier(context, std::nullopt);
  CHECK(good->Result);
  CHECK(shown(good->Reason) == "");
  const auto* bad = user_validation_carrier(context, fault::user_name_empty());
  CHECK(!bad->Result);
  CHECK(shown(bad->Reason) == "The user name can not be empty");
}
