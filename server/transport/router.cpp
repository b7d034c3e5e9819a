#include "server/transport/router.h"

#include <boost/algorithm/string/predicate.hpp>

#include "server/transport/answer.h"
#include "server/transport/page.h"
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

HttpResponse no_such_page() {
  return plain_answer(http::status::not_found,
                      "Nothing here. There is a page at /. The services are "
                      "/[TENANT/]Remote/Services86/User.svc and "
                      "/[TENANT/]Remote/Services86/SoPrincipal.svc; there are also /health/live, "
                      "/health/ready and what /__admin/openapi.json lists.");
}

}  // namespace

HttpAnswer Router::answer(const HttpRequest& request, const Peer& peer) {
  const auto raw = request.target();
  const std::string_view written(raw.data(), raw.size());
  const auto target = request_target_of(written);
  if (!target) {
    return refusal_answer(http::status::bad_request, "The request target is not a URL.", written);
  }
  if (const auto path = service_path_of(*target)) {
    return service_.answer(request, *target, *path, peer);
  }
  if (is_below(*target, "__admin")) return admin_.answer(request, *target, peer);
  const auto page = has_page_ ? page_answer(*target) : std::nullopt;
  HttpResponse answer = page ? *page : answer_health(*target);
  const bool reads = request.method() == http::verb::get || request.method() == http::verb::head;
  // What is not there has no methods, either.
  if (reads || answer.result() == http::status::not_found) return answer;
  return method_not_allowed("GET, HEAD");
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

}  // namespace emulator
