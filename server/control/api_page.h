#pragma once

#include <string>
#include <vector>

#include "server/control/admin_route.h"

namespace emulator {

/// These routes as a page of HTML without scripts, pictures or outside requests.
std::string api_page(const std::vector<AdminRoute>& routes);

/// What the page may load, for the header Content-Security-Policy: its own style, by its hash, and
/// nothing else.
std::string api_page_policy();

}  // namespace emulator
