#pragma once

#include <vector>

#include "server/control/admin_route.h"

namespace emulator {

// The routes of each desk; admin_route.cpp puts them together.
void add_fact_routes(std::vector<AdminRoute>& routes);
void add_fault_routes(std::vector<AdminRoute>& routes);
void add_ticket_routes(std::vector<AdminRoute>& routes);
void add_user_routes(std::vector<AdminRoute>& routes);

}  // namespace emulator
