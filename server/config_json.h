#pragma once

#include <map>
#include <string>

#include "server/domain/settings.h"

namespace emulator {

/// What --print-config shows: `{"settings":[{"name":"port","value":"8086","origin":"flag"},...]}`,
/// secrets blanked. The origin of a setting that has none in `origins` is `program`.
std::string config_json(const Settings& settings,
                        const std::map<std::string, std::string>& origins = {});

}  // namespace emulator
