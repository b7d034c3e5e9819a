// What holds for every address of the admin API, from the table of its routes.
#include <doctest/doctest.h>

#include <boost/asio/io_context.hpp>
#include <boost/json.hpp>

#include "server/control/openapi.h"
#include "server/domain/secrets.h"
#include "server/transport/router.h"

using namespace emulator;
namespace http = boost::beast::http;

namespace {

/// A server with room for one tenant, which is there.
struct FullServer {
  explicit FullServer(const std::string& token = "", const boost::asio::any_io_executor& slow = {})
      : tenants(one_tenant(), HashCost::min),
        router(gate, {true, token}, {"{}", [] {}, false, slow}) {
    tenants.of("default");
  }

  static StorageSettings one_tenant() {
    start_secrets();
    StorageSettings storage;
    storage.tenants_max = 1;
    return storage;
  }

  HttpAnswer answer(const AdminRoute& route, const std::string& target,
                    const std::string& authorization = "") {
    HttpRequest request(http::string_to_verb({route.method.data(), route.method.size()}), target,
                        11, std::string(route.body_example));
    request.set(http::field::host, "localhost");
    if (!authorization.empty()) request.set(http::field::authorization, authorization);
    return router.answer(request, {"127.0.0.1", false});
  }

  Operations operations;
  Tenants tenants;
  const ServiceSettings settings;
  Gate gate{operations, tenants, settings};
  Router router;
};

/// The route's address with an example for each name; of a tenant where one is given.
std::string target_of(const AdminRoute& route, const std::string& tenant = "") {
  std::string path = admin_path(route, !tenant.empty());
  for (const std::string& name : names_in(path)) {
    const bool is_tenant = name == "tenant" && !tenant.empty();
    path.replace(path.find("{" + name + "}"), name.size() + 2,
                 is_tenant ? tenant : std::string(example_of(name)));
  }
  return path;
}

std::string field_of(const HttpAnswer& answer) {
  CHECK(answer[http::field::content_type] == "application/problem+json");
  const auto problem = boost::json::parse(answer.body());
  const auto* field = problem.as_object().if_contains("field");
  return field == nullptr ? "" : std::string(field->as_string());
}

}  // namespace

TEST_CASE("Admin endpoint: every address but health asks for the token") {
  FullServer server("t0ken");
  for (const AdminRoute& route : admin_routes()) {
    for (const char* tenant : {"", "default"}) {
      if (*tenant != '\0' && !route.per_tenant) continue;
      const std::string target = target_of(route, tenant);
      CAPTURE(route.method);
      CAPTURE(target);
      for (const char* wrong : {"", "Bearer wrong", "t0ken"}) {
        const HttpAnswer refused = server.answer(route, target, wrong);
        CHECK((refused.result_int() == 401) == (route.path != "health"));
        if (route.path != "health") CHECK(field_of(refused).empty());
      }
      CHECK(server.answer(route, target, "Bearer t0ken").result_int() != 401);
    }
  }
}

TEST_CASE("Admin endpoint: every address of a tenant refuses one that is not there or cannot be") {
  FullServer server;
  for (const AdminRoute& route : admin_routes()) {
    if (!route.per_tenant) continue;
    for (const std::string& tenant :
         {std::string("nobody"), std::string(".x"), std::string("a%20b"), std::string(65, 'x')}) {
      const std::string target = target_of(route, tenant);
      CAPTURE(route.method);
      CAPTURE(target);
      const HttpAnswer refused = server.answer(route, target);
      CHECK(refused.result_int() == 404);
      if (refused.result_int() == 404) CHECK(field_of(refused) == "tenant");
    }
    CHECK(server.tenants.list().size() == 1);
  }
}

TEST_CASE("Admin endpoint: what hashes, waits or tries expressions is not for who reads requests") {
  boost::asio::io_context never_run;
  FullServer server("", never_run.get_executor());
  std::string slow;
  for (const AdminRoute& route : admin_routes()) {
    if (!server.answer(route, target_of(route)).later) continue;
    slow += std::string(route.method) + " " + std::string(route.path) + "\n";
  }
  CHECK(slow ==
        "POST requests/count\nPOST requests/find\nPOST requests/remove\nPOST seed\n"
        "DELETE tenants/{tenant}\n");
}
