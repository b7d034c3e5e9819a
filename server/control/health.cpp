#include "server/control/health.h"

#include <boost/json.hpp>

namespace emulator {

std::string_view emulator_version() { return NSEMU_VERSION; }

std::string health_json(long long uptime_seconds) {
  return boost::json::serialize(boost::json::object{{"status", "healthy"},
                                                    {"version", std::string(emulator_version())},
                                                    {"uptimeInSeconds", uptime_seconds}});
}

}  // namespace emulator
