#pragma once

#include <string>
#include <string_view>

namespace emulator {

/// `{"status":"healthy","message":...,"version":...,"uptimeInSeconds":...,"timestamp":...}`, in
/// WireMock's form.
std::string health_json(long long uptime_seconds);

/// The version of this program, as CMake has it.
std::string_view emulator_version();

}  // namespace emulator
