#include "server/control/openapi.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>
#include <boost/json.hpp>
#include <set>

using namespace emulator;
namespace json = boost::json;

namespace {

const std::vector<AdminRoute>& two_routes() {
  static const std::vector<AdminRoute> routes{
      {.method = "GET",
       .path = "things/{name}",
       .summary = "One thing",
       .query = {{"since", "Only later ones"}}},
      {.method = "PUT",
       .path = "things/{name}",
       .per_tenant = false,
       .summary = "Puts one",
       .body_example = R"({"a":1})",
       .status = 201},
  };
  return routes;
}

json::object document_of(const std::vector<AdminRoute>& routes, bool has_token = false) {
  return json::parse(openapi_json(routes, has_token)).as_object();
}

const json::value& operation(const json::object& document, const char* path, const char* method) {
  return document.at("paths").at(path).at(method);
}

}  // namespace

TEST_CASE("OpenAPI: a route stands below /__admin, and one per tenant below its tenant too") {
  const auto document = document_of(two_routes());
  CHECK(document.at("openapi").as_string() == "3.1.0");
  const auto& paths = document.at("paths").as_object();
  REQUIRE(paths.size() == 2);
  CHECK(paths.at("/__admin/things/{name}").as_object().size() == 2);
  CHECK(paths.at("/__admin/tenants/{tenant}/things/{name}").as_object().size() == 1);
}

TEST_CASE("OpenAPI: names of the path and of the query are parameters") {
  const auto document = document_of(two_routes());
  const auto& list = operation(document, "/__admin/tenants/{tenant}/things/{name}", "get")
                         .at("parameters")
                         .as_array();
  std::string shown;
  for (const auto& one : list) {
    shown += std::string(one.at("name").as_string()) + ":" + std::string(one.at("in").as_string());
    shown += one.as_object().contains("required") ? "! " : " ";
  }
  CHECK(shown == "tenant:path! name:path! since:query ");
  CHECK(list[2].at("description").as_string() == "Only later ones");
}

TEST_CASE("OpenAPI: a body is shown by its example, success by its status, all else as a problem") {
  const auto document = document_of(two_routes());
  const auto& put = operation(document, "/__admin/things/{name}", "put");
  CHECK(put.at_pointer("/requestBody/content/application~1json/example") ==
        json::parse(R"({"a":1})"));
  CHECK(put.at_pointer("/responses/201/description").as_string() == "Puts one");
  CHECK(put.at_pointer("/responses/default/$ref").as_string() == "#/components/responses/Problem");
  CHECK(document.at("components")
            .at_pointer("/responses/Problem/content")
            .as_object()
            .contains("application/problem+json"));
  CHECK_FALSE(
      operation(document, "/__admin/things/{name}", "get").as_object().contains("requestBody"));
}

TEST_CASE("OpenAPI: a token is asked for where the server has one, but not for its health") {
  CHECK_FALSE(document_of(admin_routes()).contains("security"));
  const auto document = document_of(admin_routes(), true);
  CHECK(document.at("security").at(0).as_object().contains("token"));
  CHECK(document.at("components").at_pointer("/securitySchemes/token/scheme").as_string() ==
        "bearer");
  CHECK(operation(document, "/__admin/health", "get").at("security").as_array().empty());
  CHECK_FALSE(operation(document, "/__admin/parity", "get").as_object().contains("security"));
}

TEST_CASE("OpenAPI: every route of the server is in it, once, with an id of its own") {
  const auto document = document_of(admin_routes());
  std::size_t expected = 0;
  for (const AdminRoute& route : admin_routes()) {
    const std::string method = boost::algorithm::to_lower_copy(std::string(route.method));
    for (const bool with_tenant : {false, true}) {
      if (with_tenant && !route.per_tenant) continue;
      ++expected;
      const std::string path = admin_path(route, with_tenant);
      CAPTURE(path);
      CHECK(operation(document, path.c_str(), method.c_str()).at("summary").as_string() ==
            route.summary);
    }
  }
  std::set<std::string> ids;
  std::size_t found = 0;
  for (const auto& path : document.at("paths").as_object()) {
    for (const auto& one : path.value().as_object()) {
      ++found;
      ids.insert(std::string(one.value().at("operationId").as_string()));
    }
  }
  CHECK(found == expected);
  CHECK(ids.size() == expected);
}

TEST_CASE("OpenAPI: every route has a summary without a full stop, every example is JSON") {
  for (const AdminRoute& route : admin_routes()) {
    CAPTURE(route.path);
    CHECK_FALSE(route.summary.empty());
    CHECK_FALSE(route.summary.ends_with('.'));
    CHECK(route.path == boost::algorithm::to_lower_copy(std::string(route.path)));
    for (const AdminQuery& one : route.query) CHECK_FALSE(one.meaning.empty());
    if (route.body_example.empty()) continue;
    CHECK_NOTHROW(json::parse({route.body_example.data(), route.body_example.size()}));
  }
}

TEST_CASE("OpenAPI: names in a path") {
  CHECK(names_in("a/{b}/c/{d}") == std::vector<std::string>{"b", "d"});
  CHECK(names_in("a/b").empty());
  CHECK(names_in("").empty());
}
