#include "server/client/recording.h"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/json.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace emulator {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
  return value != nullptr && value->is_string() ? json::value_to<std::string>(*value) : "";
}

std::int64_t number_of(const json::object& object, std::string_view name, std::int64_t otherwise) {
  const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
  return value != nullptr && value->is_int64() ? value->as_int64() : otherwise;
}

std::string target_of(const std::string& url) {
  const auto parsed = boost::urls::parse_uri_reference(url);
  if (!parsed) throw BadRecording("'" + url + "' is no URL");
  return std::string(parsed->encoded_target());
}

HttpHeaders headers_of(const json::object& request) {
  HttpHeaders headers;
  const json::value* list = request.if_contains("headers");
  if (list == nullptr || !list->is_array()) return headers;
  for (const json::value& entry : list->as_array()) {
    const std::string name = text_of(entry.as_object(), "name");
    // A recording has no secrets.
    if (is_connection_header(name) || boost::algorithm::iequals(name, "Authorization")) continue;
    headers.emplace_back(name, text_of(entry.as_object(), "value"));
  }
  return headers;
}

RecordedExchange exchange_of(const json::object& entry) {
  RecordedExchange exchange;
  const json::object& request = entry.at("request").as_object();
  const json::object& response = entry.at("response").as_object();
  exchange.method = text_of(request, "method");
  exchange.target = target_of(text_of(request, "url"));
  exchange.headers = headers_of(request);
  if (const json::value* sent = request.if_contains("postData")) {
    exchange.body = text_of(sent->as_object(), "text");
  }
  exchange.status = static_cast<unsigned>(number_of(response, "status", 0));
  exchange.answer = text_of(response.at("content").as_object(), "text");
  exchange.is_whole =
      number_of(request, "bodySize", 0) <= std::ssize(exchange.body) &&
      number_of(response.at("content").as_object(), "size", 0) <= std::ssize(exchange.answer);
  return exchange;
}

}  // namespace

std::vector<RecordedExchange> recorded_exchanges(std::string_view har) {
  std::vector<RecordedExchange> exchanges;
  try {
    const json::value root = json::parse({har.data(), har.size()});
    for (const json::value& entry : root.at("log").at("entries").as_array()) {
      exchanges.push_back(exchange_of(entry.as_object()));
    }
  } catch (const BadRecording&) {
    throw;
  } catch (const std::exception& error) {
    throw BadRecording(std::string("no HTTP archive (HAR): ") + error.what());
  }
  return exchanges;
}

}  // namespace emulator
