#pragma once

#include <vector>

#include "server/control/admin_route.h"

namespace emulator {

// The routes of each desk; admin_route.cpp puts them together.
void add_clock_routes(std::vector<AdminRoute>& routes);
void add_contract_routes(std::vector<AdminRoute>& routes);
void add_data_routes(std::vector<AdminRoute>& routes);
void add_event_routes(std::vector<AdminRoute>& routes);
void add_fact_routes(std::vector<AdminRoute>& routes);
void add_fault_routes(std::vector<AdminRoute>& routes);
void add_reset_routes(std::vector<AdminRoute>& routes);
void add_server_routes(std::vector<AdminRoute>& routes);
void add_snapshot_routes(std::vector<AdminRoute>& routes);
void add_tenant_routes(std::vector<AdminRoute>& routes);
void add_request_routes(std::vector<AdminRoute>& routes);
void add_ticket_routes(std::vector<AdminRoute>& routes);
void add_user_routes(std::vector<AdminRoute>& routes);

}  // namespace emulator
