#pragma once

#include <string>

namespace emulator {

/// `{"name":"nsemu","version":"0.1.0"}`.
std::string version_json();

}  // namespace emulator
