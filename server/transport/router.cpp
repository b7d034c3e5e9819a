#include "server/transport/router.h"

#include <boost/algorithm/string/predicate.hpp>

#include "server/control/health.h"
#include "server/control/parity.h"
#include "server/transport/responses.h"

namespace emulator {
namespace {

namespace http = boost::beast::http;

constexpr const char* json = "application/json";

bool is_path(const RequestTarget& target, std::string_view first, std::string_view second) {
  return target.segments.size() == 2 && target.segments[0] == first && target.segments[1] == second;
}

// RFC 9457, as all errors of the admin API.
HttpResponse admin_not_found() {
  return http_answer(http::status::not_found, "application/problem+json",
                     R"({"type":"about:blank","title":"Not Found","status":404,)"
                     R"("detail":"There are /__admin/health and /__admin/parity."})");
}

HttpResponse no_such_page() {
  return http_error(http::status::not_found,
                    "Nothing here. The services are /[TENANT/]Remote/Services86/User.svc and "
                    "/[TENANT/]Remote/Services86/SoPrincipal.svc; there are also /health/live, "
                    "/health/ready, /__admin/health and /__admin/parity.");
}

}  // namespace

HttpResponse Router::answer(const HttpRequest& request, const Peer& peer) {
  const auto raw = request.target();
  const auto target = request_target_of({raw.data(), raw.size()});
  if (!target) return http_error(http::status::bad_request, "The request target is not a URL.");
  if (const auto path = service_path_of(*target)) {
    return service_.answer(request, *target, *path, peer);
  }
  const bool is_health = !target->segments.empty() && target->segments[0] == "health";
  const bool is_admin = !target->segments.empty() && target->segments[0] == "__admin";
  if (!is_health && !is_admin) return no_such_page();
  if (request.method() != http::verb::get && request.method() != http::verb::head) {
    return method_not_allowed("GET, HEAD");
  }
  return is_health ? answer_health(*target) : answer_admin(*target);
}

HttpResponse Router::answer_health(const RequestTarget& target) {
  if (is_path(target, "health", "live")) {
    return http_answer(http::status::ok, json, R"({"status":"live"})");
  }
  if (is_path(target, "health", "ready")) {
    return ready_
               ? http_answer(http::status::ok, json, R"({"status":"ready"})")
               : http_answer(http::status::service_unavailable, json, R"({"status":"not ready"})");
  }
  return no_such_page();
}

HttpResponse Router::answer_admin(const RequestTarget& target) {
  if (is_path(target, "__admin", "health")) {
    const auto uptime =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start_);
    return http_answer(http::status::ok, json, health_json(uptime.count()));
  }
  if (is_path(target, "__admin", "parity")) {
    return http_answer(http::status::ok, json, parity_json(gate_));
  }
  return admin_not_found();
}

}  // namespace emulator
