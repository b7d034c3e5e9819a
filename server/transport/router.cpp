#include "server/transport/router.h"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/json.hpp>

#include "server/control/facts.h"
#include "server/control/health.h"
#include "server/control/parity.h"
#include "server/transport/answer.h"
#include "server/transport/responses.h"

namespace emulator {
namespace {

namespace http = boost::beast::http;
using boost::algorithm::iequals;

constexpr const char* json = "application/json";

// Without regard to case, as the services' paths.
bool is_below(const RequestTarget& target, std::string_view first) {
  return !target.segments.empty() && iequals(target.segments[0], first);
}

bool is_path(const RequestTarget& target, std::string_view first, std::string_view second) {
  return is_below(target, first) && target.segments.size() == 2 &&
         iequals(target.segments[1], second);
}

// RFC 9457, as all errors of the admin API.
HttpResponse as_problem(HttpResponse error, std::string_view detail) {
  const auto title = error.reason();
  error.set(http::field::content_type, "application/problem+json");
  error.body() =
      boost::json::serialize(boost::json::object{{"type", "about:blank"},
                                                 {"title", std::string(title.data(), title.size())},
                                                 {"status", error.result_int()},
                                                 {"detail", std::string(detail)}});
  return error;
}

HttpResponse no_such_page() {
  return plain_answer(http::status::not_found,
                      "Nothing here. The services are /[TENANT/]Remote/Services86/User.svc and "
                      "/[TENANT/]Remote/Services86/SoPrincipal.svc; there are also /health/live, "
                      "/health/ready and /__admin/health, parity, operations and assumptions.");
}

}  // namespace

HttpResponse Router::answer(const HttpRequest& request, const Peer& peer) {
  const auto raw = request.target();
  const auto target = request_target_of({raw.data(), raw.size()});
  if (!target) return plain_answer(http::status::bad_request, "The request target is not a URL.");
  if (const auto path = service_path_of(*target)) {
    return service_.answer(request, *target, *path, peer);
  }
  const bool is_admin = is_below(*target, "__admin");
  HttpResponse answer = is_admin ? answer_admin(*target) : answer_health(*target);
  const bool reads = request.method() == http::verb::get || request.method() == http::verb::head;
  // What is not there has no methods, either.
  if (reads || answer.result() == http::status::not_found) return answer;
  HttpResponse refusal = method_not_allowed("GET, HEAD");
  return is_admin ? as_problem(refusal, "This address answers GET, HEAD.") : refusal;
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
  if (is_path(target, "__admin", "operations")) {
    return http_answer(http::status::ok, json, operations_json(gate_.operations()));
  }
  if (is_path(target, "__admin", "assumptions")) {
    return http_answer(http::status::ok, json, assumptions_json());
  }
  return as_problem(plain_answer(http::status::not_found, ""),
                    "There are health, parity, operations and assumptions below /__admin.");
}

}  // namespace emulator
