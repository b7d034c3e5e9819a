#pragma once

#include <string>

#include "tests/support/gate_fixture.h"

namespace emulator::testing {

/// A seeded store and what is made of its rows.
struct Shown {
  store::Store& store() { return emulator.store(); }
  store::Associate associate(int id) { return store().associates.find(id).value(); }

  GateFixture emulator;
  SoapContext context;
};

/// `(nil)` for null, as in a Reply.
inline std::string shown(const std::string* wire) { return wire == nullptr ? "(nil)" : *wire; }

}  // namespace emulator::testing
