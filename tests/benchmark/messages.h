#pragma once

#include <string>

namespace emulator::benchmark {

/// The two calls that are measured, as a WCF client sends them. `number` varies the user name.
std::string set_external_user_info(const std::string& ticket, int number);
std::string get_user_info(const std::string& ticket);

}  // namespace emulator::benchmark
