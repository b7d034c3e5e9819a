#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/control/admin_route.h"

namespace emulator {

/// An OpenAPI 3.1 document of these routes, those per tenant below `/__admin/tenants/{tenant}` too.
std::string openapi_json(const std::vector<AdminRoute>& routes, bool has_token);

/// Such as `/__admin/tenants/{tenant}/clock`.
std::string admin_path(const AdminRoute& route, bool with_tenant);

/// What stands between braces in a path, in its order.
std::vector<std::string> names_in(std::string_view path);

/// What may stand for such a name in an example.
std::string_view example_of(std::string_view name);

}  // namespace emulator
