#include "server/transport/admin_endpoint.h"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/json.hpp>

#include "server/control/facts.h"
#include "server/control/health.h"
#include "server/control/parity.h"
#include "server/control/problem.h"
#include "server/control/ticket_desk.h"
#include "server/transport/responses.h"

namespace emulator {
namespace {

namespace http = boost::beast::http;

constexpr const char* json = "application/json";

HttpResponse problem_answer(const Problem& problem) {
  HttpResponse answer = http_answer(static_cast<http::status>(problem.status),
                                    "application/problem+json", std::string());
  const auto title = answer.reason();
  boost::json::object body{{"type", "about:blank"},
                           {"title", std::string(title.data(), title.size())},
                           {"status", problem.status},
                           {"detail", problem.detail}};
  if (!problem.field.empty()) body["field"] = problem.field;
  answer.body() = boost::json::serialize(body);
  return answer;
}

HttpResponse wrong_method(const std::string& allowed) {
  HttpResponse answer = problem_answer({405, "", "This address answers " + allowed + "."});
  answer.set(http::field::allow, allowed);
  return answer;
}

// A path below /__admin, the tenant taken out of it.
struct AdminPath {
  std::string tenant{Tenants::default_name};
  std::string rest;  // In lower case, such as `tickets`.
};

AdminPath admin_path_of(const RequestTarget& target) {
  AdminPath path;
  std::size_t next = 1;
  if (target.segments.size() > 2 &&
      boost::algorithm::to_lower_copy(target.segments[1]) == "tenants") {
    path.tenant = target.segments[2];
    next = 3;
  }
  for (std::size_t i = next; i < target.segments.size(); ++i) {
    path.rest += (i == next ? "" : "/") + boost::algorithm::to_lower_copy(target.segments[i]);
  }
  return path;
}

}  // namespace

HttpResponse AdminEndpoint::answer(const HttpRequest& request, const RequestTarget& target) {
  const AdminPath path = admin_path_of(target);
  try {
    if (path.rest == "tickets") {
      if (request.method() != http::verb::post) return wrong_method("POST");
      return http_answer(http::status::created, json,
                         issue_ticket_json(gate_, path.tenant, request.body()));
    }
    HttpResponse answer = http_answer(http::status::ok, json, facts(path.rest));
    const bool reads = request.method() == http::verb::get || request.method() == http::verb::head;
    return reads ? answer : wrong_method("GET, HEAD");
  } catch (const Problem& problem) {
    return problem_answer(problem);
  } catch (const NoSuchTenant& refusal) {
    return problem_answer({404, "", std::string("No such tenant: ") + refusal.what()});
  }
}

std::string AdminEndpoint::facts(const std::string& name) const {
  if (name == "health") {
    const auto uptime =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start_);
    return health_json(uptime.count());
  }
  if (name == "parity") return parity_json(gate_);
  if (name == "operations") return operations_json(gate_.operations());
  if (name == "errors") return errors_json();
  if (name == "assumptions") return assumptions_json();
  throw Problem{404, "",
                "There are health, parity, operations, errors, assumptions and tickets below "
                "/__admin."};
}

}  // namespace emulator
