#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/gate/gate.h"

namespace emulator {

/// What the admin API has of the server that it belongs to.
struct AdminHost {
  std::string config;          ///< JSON, secrets blanked; empty: GET config is not there.
  std::function<void()> stop;  ///< Returns at once: its caller is answered still. None: POST
                               ///< shutdown is refused.
  bool has_token = false;      ///< Callers must show one.
  boost::asio::any_io_executor slow = {};  ///< Serves what is slow; none: its caller waits for it.
};

/// A request to the admin API, taken apart.
struct AdminRequest {
  Gate& gate;
  std::string tenant;              ///< Of the path; without one, the default tenant's.
  std::vector<std::string> names;  ///< What stands in the path for each `{...}` of the route.
  std::map<std::string, std::string, std::less<>> query;  ///< Escapes resolved.
  std::string_view body;
  std::chrono::steady_clock::time_point started;  ///< When the server was.
  const AdminHost* host = nullptr;                ///< Null in tests only.
  bool is_trusted = false;                        ///< Called from this machine, or with the token.
  bool names_tenant = false;                      ///< The path does; what few routes tell apart.
};

struct AdminAnswer {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  /// For a stream of server-sent events: its next piece, see Delivery::more in transport/http.h.
  std::function<std::optional<std::string>()> more = {};
  std::string file_name = {};  ///< What a browser saves it as; empty: it shows it.
};

/// A parameter of a route's query.
struct AdminQuery {
  std::string_view name, meaning;
};

/// One route below /__admin. The OpenAPI document and the page of the API are made from these.
struct AdminRoute {
  std::string_view method;  ///< GET, POST, PUT or DELETE; a GET answers HEAD, too.
  std::string_view path;    ///< Such as `snapshots/{name}/restore`, in lower case; may be empty.
  bool per_tenant = true;   ///< Also below `tenants/{tenant}/`.
  std::string_view summary;
  AdminAnswer (*serve)(AdminRequest&) = nullptr;  ///< Throws Problem or NoSuchTenant.
  std::vector<AdminQuery> query = {};             ///< Any other name in the query is refused.
  std::string_view body_example = {};             ///< JSON; empty: a body is not looked at.
  int status = 200;                               ///< Of success.
  bool is_slow = false;  ///< Waits, or computes for longer than some milliseconds.
};

/// Of the path, where it was used since the start: it is not made by being asked about, since what
/// is said of a misspelt name would prove nothing. Throws Problem 404.
std::shared_ptr<Tenant> known_tenant(const AdminRequest& request);

/// All of them.
const std::vector<AdminRoute>& admin_routes();

/// What a path below /__admin leads to. None: no route has this path. The route is null where some
/// have, with other methods: `allowed` then names these, such as `GET, HEAD, POST`.
struct AdminMatch {
  const AdminRoute* route = nullptr;
  std::string tenant;
  std::vector<std::string> names;
  std::string allowed;
  bool names_tenant = false;
};
std::optional<AdminMatch> find_admin_route(std::string_view method,
                                           const std::vector<std::string>& segments);

}  // namespace emulator
