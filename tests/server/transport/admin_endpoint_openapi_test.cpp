// The OpenAPI document against the server that it describes.
#include <doctest/doctest.h>

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/json.hpp>

#include "server/control/openapi.h"
#include "server/transport/router.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;
namespace http = boost::beast::http;
namespace json = boost::json;

namespace {

struct Described : GateFixture {
  Described() { router.set_ready(true); }

  HttpAnswer answer(http::verb method, const std::string& target, const std::string& body) {
    HttpRequest request(method, target, 11, body);
    request.set(http::field::host, "h.test");
    return router.answer(request, {"127.0.0.1", false});
  }

  json::object document() {
    return json::parse(answer(http::verb::get, "/__admin/openapi.json", "").body()).as_object();
  }

  Router router{gate, {}, {"{}", [] {}}};
};

/// The path with the examples of its parameters.
std::string filled(std::string path, const json::object& operation) {
  if (!operation.contains("parameters")) return path;
  for (const auto& one : operation.at("parameters").as_array()) {
    if (one.at("in").as_string() != "path") continue;
    const std::string name = "{" + std::string(one.at("name").as_string()) + "}";
    path.replace(path.find(name), name.size(), std::string(one.at("example").as_string()));
  }
  return path;
}

std::string body_of(const json::object& operation) {
  if (!operation.contains("requestBody")) return "";
  json::value body = operation.at("requestBody");
  return json::serialize(body.at_pointer("/content/application~1json/example"));
}

json::array list_in(const json::object& object, std::string_view name) {
  const json::value* list = object.if_contains(name);
  return list == nullptr ? json::array() : list->as_array();
}

/// Has what the schema requires, and of what it names the type; no more than it names, if it does.
void check_object(const json::value& value, const json::value& schema) {
  const json::object& says = schema.as_object();
  REQUIRE(says.at("type").as_string() == "object");
  REQUIRE(value.is_object());
  for (const auto& name : list_in(says, "required")) {
    CHECK(value.as_object().contains(name.as_string()));
  }
  if (!says.contains("properties")) return;
  for (const auto& member : value.as_object()) {
    const json::value* property = says.at("properties").as_object().if_contains(member.key());
    REQUIRE(property != nullptr);
    CHECK(member.value().is_string() == (property->at("type").as_string() == "string"));
    CHECK(member.value().is_int64() == (property->at("type").as_string() == "integer"));
  }
}

template <class Take>
void for_each_operation(const json::object& document, Take take) {
  for (const auto& path : document.at("paths").as_object()) {
    for (const auto& one : path.value().as_object()) {
      const std::string method = boost::algorithm::to_upper_copy(std::string(one.key()));
      take(std::string(path.key()), http::string_to_verb(method), one.value().as_object());
    }
  }
}

}  // namespace

TEST_CASE_FIXTURE(Described, "OpenAPI: every address in it is there, with that method") {
  for_each_operation(
      document(), [&](const std::string& path, http::verb method, const json::object& operation) {
        const std::string target = filled(path, operation);
        CAPTURE(target);
        CAPTURE(method);
        const HttpAnswer given = answer(method, target, body_of(operation));
        CHECK(given.result_int() != 405);
        CHECK(given.result_int() < 500);
        // A thing that is not there is told from an address that is not.
        CHECK(given.body().find("There is no such address") == std::string::npos);
      });
}

TEST_CASE_FIXTURE(Described, "OpenAPI: the example of an address without names gets its status") {
  for_each_operation(document(), [&](const std::string& path, http::verb method,
                                     const json::object& operation) {
    if (path.find('{') != std::string::npos) return;
    CAPTURE(path);
    CAPTURE(method);
    const HttpAnswer given = answer(method, path, body_of(operation));
    CAPTURE(given.body());
    CHECK(operation.at("responses").as_object().contains(std::to_string(given.result_int())));
    if (given.result_int() == 204) return;
    const std::string type(given[http::field::content_type]);
    const auto& media =
        operation.at("responses").at(std::to_string(given.result_int())).at("content").as_object();
    CHECK(media.contains(type.substr(0, type.find(';'))));
  });
}

TEST_CASE_FIXTURE(Described, "OpenAPI: the names in a path are its parameters, in their order") {
  for_each_operation(document(),
                     [](const std::string& path, http::verb, const json::object& operation) {
                       CAPTURE(path);
                       std::vector<std::string> names;
                       for (const auto& one : list_in(operation, "parameters")) {
                         if (one.at("in").as_string() != "path") continue;
                         names.emplace_back(one.at("name").as_string());
                         CHECK(one.at("required").as_bool());
                       }
                       CHECK(names == names_in(path));
                     });
}

TEST_CASE_FIXTURE(Described, "OpenAPI: what is answered has the schema that is said") {
  const json::object described = document();
  int problems = 0;
  int objects = 0;
  for_each_operation(
      described, [&](const std::string& path, http::verb method, const json::object& operation) {
        CAPTURE(path);
        CAPTURE(method);
        const HttpAnswer given = answer(method, filled(path, operation), body_of(operation));
        CAPTURE(given.body());
        const std::string type(given[http::field::content_type]);
        if (type == "application/problem+json") {
          ++problems;
          check_object(json::parse(given.body()),
                       described.at("components").at_pointer("/schemas/Problem"));
        } else if (type == "application/json") {
          ++objects;
          const auto& response =
              operation.at("responses").at(std::to_string(given.result_int())).as_object();
          check_object(json::parse(given.body()), response.at("content").at(type).at("schema"));
        }
      });
  CHECK(problems > 3);
  CHECK(objects > 20);
}

TEST_CASE_FIXTURE(Described, "OpenAPI: each parameter in it is taken, any other refused") {
  for_each_operation(document(), [&](const std::string& path, http::verb method,
                                     const json::object& operation) {
    CAPTURE(path);
    const std::string target = filled(path, operation);
    const HttpAnswer refused = answer(method, target + "?no-such-parameter=1", body_of(operation));
    CHECK(refused.result_int() == 400);
    CHECK(refused.body().find(R"("field":"no-such-parameter")") != std::string::npos);
  });
}
