#include "server/control/health.h"

#include <boost/json.hpp>

#include "server/domain/clock.h"

namespace emulator {

std::string_view emulator_version() { return NSEMU_VERSION; }

std::string health_json(long long uptime_seconds) {
  const std::string now = date_time_text(Clock().now());
  return boost::json::serialize(boost::json::object{{"status", "healthy"},
                                                    {"message", "nsemu is ok"},
                                                    {"version", std::string(emulator_version())},
                                                    {"uptimeInSeconds", uptime_seconds},
                                                    {"timestamp", now + "Z"}});
}

}  // namespace emulator
