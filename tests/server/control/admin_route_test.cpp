#include "server/control/admin_route.h"

#include <doctest/doctest.h>

#include <set>

using namespace emulator;

namespace {

/// The route's path in angle brackets, its tenant and names; else what is allowed, or `none`.
std::string found(std::string_view method, const std::vector<std::string>& segments) {
  const auto match = find_admin_route(method, segments);
  if (!match) return "none";
  if (match->route == nullptr) return "allowed: " + match->allowed;
  std::string text = "<" + std::string(match->route->path) + "> " + match->tenant;
  for (const std::string& name : match->names) text += " " + name;
  return text;
}

}  // namespace

TEST_CASE("Admin route: method and path lead to one route, names of any case and tenants kept") {
  struct Case {
    const char* method;
    std::vector<std::string> segments;
    const char* expected;
  };
  for (const Case& c : {
           Case{"GET", {"__admin"}, "<> default"},
           Case{"GET", {"__admin", "health"}, "<health> default"},
           Case{"HEAD", {"__admin", "HEALTH"}, "<health> default"},
           Case{"POST", {"__admin", "tickets"}, "<tickets> default"},
           Case{"POST", {"__admin", "Tenants", "Cust1", "Tickets"}, "<tickets> Cust1"},
           Case{"POST", {"__admin", "tickets", "expire"}, "<tickets/expire> default"},
           Case{"DELETE", {"__admin", "tickets", "7"}, "<tickets/{id}> default 7"},
           Case{"POST",
                {"__admin", "tenants", "t", "snapshots", "Before", "restore"},
                "<snapshots/{name}/restore> t Before"},
           Case{"DELETE", {"__admin", "tenants", "Cust1"}, "<tenants/{tenant}> default Cust1"},
       }) {
    CAPTURE(c.expected);
    CHECK(found(c.method, c.segments) == c.expected);
  }
}

TEST_CASE("Admin route: another method is told which ones there are, another path nothing") {
  struct Case {
    const char* method;
    std::vector<std::string> segments;
    const char* expected;
  };
  for (const Case& c : {
           Case{"POST", {"__admin"}, "allowed: GET, HEAD"},
           Case{"PATCH", {"__admin", "health"}, "allowed: GET, HEAD"},
           Case{"get", {"__admin", "health"}, "allowed: GET, HEAD"},
           Case{"GET", {"__admin", "shutdown"}, "allowed: POST"},
           Case{"GET", {"__admin", "nothing"}, "none"},
           Case{"GET", {"__admin", "health", "more"}, "none"},
           Case{"GET", {"__admin", "tenants", "t", "health"}, "none"},
       }) {
    CHECK(found(c.method, c.segments) == c.expected);
  }
}

TEST_CASE("Admin route: no two routes have one method and path, none lacks its handler") {
  std::set<std::string> seen;
  const std::set<std::string_view> methods{"GET", "POST", "PUT", "DELETE"};
  for (const AdminRoute& route : admin_routes()) {
    CAPTURE(route.path);
    CHECK(seen.insert(std::string(route.method) + " " + std::string(route.path)).second);
    CHECK(methods.contains(route.method));
    CHECK((route.serve != nullptr));
    CHECK(route.status >= 200);
    CHECK(route.status < 300);
  }
}
