#include "server/control/server_desk.h"

#include <boost/json.hpp>

#include "server/control/admin_routes.h"
#include "server/control/api_page.h"
#include "server/control/health.h"
#include "server/control/openapi.h"
#include "server/control/problem.h"

namespace emulator {
namespace {

AdminAnswer config_answer(AdminRequest& request) {
  if (request.host == nullptr || request.host->config.empty()) {
    throw Problem{404, "", "this server has no configuration to show"};
  }
  return {.body = request.host->config};
}

AdminAnswer shutdown_answer(AdminRequest& request) {
  if (!request.is_trusted) {
    throw Problem{403, "", "only callers on the server's machine, or with its token, may stop it"};
  }
  if (request.host == nullptr || !request.host->stop) {
    throw Problem{409, "", "this server is stopped by the program that it is a part of"};
  }
  request.host->stop();
  return {.body = R"({"status":"stopping"})"};
}

}  // namespace

std::string version_json() {
  return boost::json::serialize(
      boost::json::object{{"name", "nsemu"}, {"version", std::string(emulator_version())}});
}

void add_server_routes(std::vector<AdminRoute>& routes) {
  const auto add = [&](std::string_view method, std::string_view path, std::string_view summary,
                       AdminAnswer (*serve)(AdminRequest&)) {
    routes.push_back(
        {.method = method, .path = path, .per_tenant = false, .summary = summary, .serve = serve});
  };
  add("GET", "", "This API as a page for people", [](AdminRequest&) {
    return AdminAnswer{.content_type = "text/html; charset=utf-8",
                       .body = api_page(admin_routes())};
  });
  add("GET", "openapi.json", "This API as an OpenAPI 3.1 document", [](AdminRequest& request) {
    const bool has_token = request.host != nullptr && request.host->has_token;
    return AdminAnswer{.body = openapi_json(admin_routes(), has_token)};
  });
  add("GET", "version", "Name and version of the program",
      [](AdminRequest&) { return AdminAnswer{.body = version_json()}; });
  add("GET", "config", "Every setting, and where it comes from; secrets are blanked",
      config_answer);
  add("POST", "shutdown", "Stops the server; from its own machine or with the token only",
      shutdown_answer);
}

}  // namespace emulator
