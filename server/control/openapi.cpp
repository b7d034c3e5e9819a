#include "server/control/openapi.h"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/json.hpp>
#include <cctype>

#include "server/control/health.h"

namespace emulator {
namespace {

namespace json = boost::json;

json::string text(std::string_view view) { return json::string(view.data(), view.size()); }

/// `PUT /__admin/tenants/{tenant}/clock` is putTenantsTenantClock.
std::string operation_id(std::string_view method, std::string_view path) {
  std::string id = boost::algorithm::to_lower_copy(std::string(method));
  bool begins_word = true;
  for (const char c : path.substr(std::string_view("/__").size())) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
      begins_word = true;
    } else {
      id += begins_word ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
      begins_word = false;
    }
  }
  return id;
}

std::string_view first_segment(std::string_view path) {
  return path.empty() ? std::string_view("server") : path.substr(0, path.find('/'));
}

json::array parameters_of(const AdminRoute& route, const std::string& path) {
  json::array parameters;
  for (const std::string& name : names_in(path)) {
    parameters.push_back(json::object{{"name", name},
                                      {"in", "path"},
                                      {"required", true},
                                      {"schema", json::object{{"type", "string"}}},
                                      {"example", text(example_of(name))}});
  }
  for (const AdminQuery& one : route.query) {
    parameters.push_back(json::object{{"name", text(one.name)},
                                      {"in", "query"},
                                      {"description", text(one.meaning)},
                                      {"schema", json::object{{"type", "string"}}}});
  }
  return parameters;
}

json::object body_of(const AdminRoute& route) {
  json::value example = json::parse(text(route.body_example));
  const char* type = example.is_array() ? "array" : "object";
  json::object schema{{"type", type}};
  if (example.is_array()) schema["items"] = json::object();
  json::object media{{"schema", std::move(schema)}, {"example", std::move(example)}};
  return {{"content", json::object{{"application/json", std::move(media)}}}};
}

std::vector<const char*> types_of(const AdminRoute& route) {
  if (route.path.empty()) return {"text/html"};
  if (route.path == "events") return {"text/event-stream"};
  const bool reads = route.method == "GET";
  if (reads && route.path == "snapshots/{name}") return {"application/vnd.sqlite3"};
  if (reads && route.path == "contract/report") return {"application/json", "application/xml"};
  if (reads && route.path == "requests") return {"application/json", "text/plain"};
  return {"application/json"};
}

/// Empty for bytes, which OpenAPI 3.1 gives no schema.
json::object media_of(std::string_view type) {
  if (type == "application/vnd.sqlite3") return {};
  const char* kind = type == "application/json" ? "object" : "string";
  return {{"schema", json::object{{"type", kind}}}};
}

json::object success_of(const AdminRoute& route) {
  json::object answer{{"description", text(route.summary)}};
  if (route.status == 204) return answer;
  json::object content;
  for (const char* type : types_of(route)) content[type] = media_of(type);
  answer["content"] = std::move(content);
  return answer;
}

json::object operation_of(const AdminRoute& route, const std::string& path) {
  json::object operation{{"operationId", operation_id(route.method, path)},
                         {"summary", text(route.summary)},
                         {"tags", json::array{text(first_segment(route.path))}}};
  json::array parameters = parameters_of(route, path);
  if (!parameters.empty()) operation["parameters"] = std::move(parameters);
  if (!route.body_example.empty()) operation["requestBody"] = body_of(route);
  operation["responses"] =
      json::object{{std::to_string(route.status), success_of(route)},
                   {"default", json::object{{"$ref", "#/components/responses/Problem"}}}};
  // What is there already is replaced, or left as it is.
  if (route.method == "PUT" && route.status == 201) {
    operation["responses"].as_object()["200"] = success_of(route);
  }
  if (route.path == "health") operation["security"] = json::array();
  return operation;
}

json::object problem_schema() {
  const json::object word{{"type", "string"}};
  json::object field = word;
  field["description"] = "The member or parameter that is wrong";
  return {{"type", "object"},
          {"required", json::array{"type", "title", "status", "detail"}},
          {"properties", json::object{{"type", word},
                                      {"title", word},
                                      {"status", json::object{{"type", "integer"}}},
                                      {"detail", word},
                                      {"field", std::move(field)}}}};
}

json::object components(bool has_token) {
  const json::object reference{{"$ref", "#/components/schemas/Problem"}};
  const json::object media{{"application/problem+json", json::object{{"schema", reference}}}};
  json::object all{
      {"schemas", json::object{{"Problem", problem_schema()}}},
      {"responses", json::object{{"Problem", json::object{{"description", "Why not (RFC 9457)"},
                                                          {"content", media}}}}}};
  if (has_token) {
    all["securitySchemes"] =
        json::object{{"token", json::object{{"type", "http"},
                                            {"scheme", "bearer"},
                                            {"description", "The server's --admin-token"}}}};
  }
  return all;
}

}  // namespace

std::string admin_path(const AdminRoute& route, bool with_tenant) {
  std::string path = with_tenant ? "/__admin/tenants/{tenant}" : "/__admin";
  if (!route.path.empty()) path += "/" + std::string(route.path);
  return path;
}

std::vector<std::string> names_in(std::string_view path) {
  std::vector<std::string> names;
  for (auto open = path.find('{'); open != path.npos; open = path.find('{', open + 1)) {
    names.emplace_back(path.substr(open + 1, path.find('}', open) - open - 1));
  }
  return names;
}

std::string_view example_of(std::string_view name) {
  if (name == "tenant") return "default";
  if (name == "table") return "associate";
  return name == "id" ? "1" : "before";
}

std::string openapi_json(const std::vector<AdminRoute>& routes, bool has_token) {
  json::object paths;
  for (const AdminRoute& route : routes) {
    for (const bool with_tenant : {false, true}) {
      if (with_tenant && !route.per_tenant) continue;
      const std::string path = admin_path(route, with_tenant);
      auto& operations = paths.emplace(path, json::object()).first->value().as_object();
      operations[boost::algorithm::to_lower_copy(std::string(route.method))] =
          operation_of(route, path);
    }
  }
  json::object document{
      {"openapi", "3.1.0"},
      {"info", json::object{{"title", "nsemu admin API"},
                            {"version", text(emulator_version())},
                            {"description",
                             "Controls an emulator of SuperOffice NetServer's SOAP services. What "
                             "belongs to a tenant is below /__admin/tenants/{tenant}; without it, "
                             "it is the default tenant's."}}},
      {"servers", json::array{json::object{{"url", "/"}}}},
      {"paths", std::move(paths)},
      {"components", components(has_token)}};
  if (has_token) document["security"] = json::array{json::object{{"token", json::array()}}};
  return json::serialize(document);
}

}  // namespace emulator
