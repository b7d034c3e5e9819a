#include "server/envelope/breach.h"

#include <doctest/doctest.h>

namespace emulator::testing {

TEST_CASE("Breaches: lenient and warn collect them in order") {
  for (const ContractMode mode : {ContractMode::lenient, ContractMode::warn}) {
    Breaches breaches(mode);
    CHECK(breaches.mode() == mode);
    CHECK(breaches.list().empty());
    breaches.add("W-ORDER", "/a", "b", "c");
    breaches.add("W-FLAG", "/d", "e", "f");
    REQUIRE(breaches.list().size() == 2);
    CHECK(breaches.list()[0].id == "W-ORDER");
    CHECK(breaches.list()[0].path == "/a");
    CHECK(breaches.list()[0].found == "b");
    CHECK(breaches.list()[0].expected == "c");
    CHECK(breaches.list()[1].id == "W-FLAG");
  }
}

TEST_CASE("Breaches: no more than a hundred are kept") {
  Breaches breaches(ContractMode::lenient);
  for (std::size_t i = 0; i < Breaches::most + 5; ++i) {
    breaches.add("W-ORDER", std::to_string(i), "", "");
  }
  CHECK(breaches.list().size() == Breaches::most);
  CHECK(breaches.list().back().path == std::to_string(Breaches::most - 1));
}

TEST_CASE("Breaches: strict ends at the first one, and keeps it") {
  Breaches breaches(ContractMode::strict);
  CHECK_THROWS_WITH_AS(breaches.add("W-ORDER", "/a", "b", "c"),
                       platform::contract_breach("W-ORDER", "/a", "b", "c").text.c_str(),
                       PlatformFault);
  CHECK(breaches.list().size() == 1);
}

}  // namespace emulator::testing
