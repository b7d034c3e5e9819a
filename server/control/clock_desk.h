#pragma once

#include <string>
#include <string_view>

#include "server/gate/gate.h"

namespace emulator {

// What makes a tenant's answers repeatable: its time, and its chance. Everything throws Problem or
// NoSuchTenant.

/// `GET clock`: `{"now":"2026-01-15T09:00:00Z","frozen":false,"rate":1}`; the rate of a frozen one
/// is 0.
std::string clock_json(Gate& gate, std::string_view tenant);

/// `PUT clock`: the body has some of the members above, or `advanceSeconds` alone, which may be
/// negative. What is not told stays; one that is no longer frozen runs at the rate 1. Answers as
/// above.
std::string change_clock_json(Gate& gate, std::string_view tenant, std::string_view body);

/// `DELETE clock`: it shows what it would without a change. Answers as above.
std::string restart_clock_json(Gate& gate, std::string_view tenant);

/// `PUT random-seed`: `{"seed":7}`. What is random is from here on as after a start with
/// --random-seed 7. Answers the same.
std::string seed_random_json(Gate& gate, std::string_view tenant, std::string_view body);

}  // namespace emulator
