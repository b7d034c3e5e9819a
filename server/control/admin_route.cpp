#include "server/control/admin_route.h"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>

#include "server/control/admin_routes.h"
#include "server/control/problem.h"

namespace emulator {
namespace {

using Segments = std::vector<std::string>;

bool is_name(const std::string& part) { return part.starts_with('{'); }

/// What stands for the names of the path; none: it is another one.
std::optional<Segments> names_of(std::string_view path, const Segments& segments,
                                 std::size_t first) {
  Segments parts;
  if (!path.empty()) boost::algorithm::split(parts, path, boost::algorithm::is_any_of("/"));
  if (parts.size() != segments.size() - first) return std::nullopt;
  Segments names;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string& given = segments[first + i];
    if (is_name(parts[i])) {
      names.push_back(given);
    } else if (!boost::algorithm::iequals(parts[i], given)) {
      return std::nullopt;
    }
  }
  return names;
}

void allow(std::string& allowed, std::string_view method) {
  allowed += (allowed.empty() ? "" : ", ") + std::string(method);
  if (method == "GET") allowed += ", HEAD";
}

}  // namespace

const std::vector<AdminRoute>& admin_routes() {
  static const std::vector<AdminRoute> routes = [] {
    std::vector<AdminRoute> all;
    add_server_routes(all);
    add_event_routes(all);
    add_fact_routes(all);
    add_request_routes(all);
    add_contract_routes(all);
    add_ticket_routes(all);
    add_reset_routes(all);
    add_snapshot_routes(all);
    add_clock_routes(all);
    add_data_routes(all);
    add_tenant_routes(all);
    add_fault_routes(all);
    add_user_routes(all);
    return all;
  }();
  return routes;
}

std::shared_ptr<Tenant> known_tenant(const AdminRequest& request) {
  auto tenant = request.gate.tenants().find(request.tenant);
  if (!tenant) {
    throw Problem{404, "tenant",
                  "the installation " + request.tenant + " has not been used since the start"};
  }
  return tenant;
}

std::optional<AdminMatch> find_admin_route(std::string_view method, const Segments& segments) {
  AdminMatch match;
  const bool names_tenant =
      segments.size() > 3 && boost::algorithm::iequals(segments[1], "tenants");
  match.names_tenant = names_tenant;
  match.tenant = names_tenant ? segments[2] : std::string(Tenants::default_name);
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  for (const AdminRoute& route : admin_routes()) {
    if (names_tenant && !route.per_tenant) continue;
    auto names = names_of(route.path, segments, names_tenant ? 3 : 1);
    if (!names) continue;
    allow(match.allowed, route.method);
    if (route.method == wanted) {
      match.route = &route;
      match.names = std::move(*names);
      return match;
    }
  }
  if (match.allowed.empty()) return std::nullopt;
  return match;
}

}  // namespace emulator
