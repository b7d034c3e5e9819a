#include "server/control/journal_export.h"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/json.hpp>

#include "server/control/health.h"
#include "server/domain/utf8_text.h"

namespace emulator {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

std::string value_of(const Headers& headers, std::string_view name) {
  for (const auto& [key, value] : headers) {
    if (boost::algorithm::iequals(key, name)) return value;
  }
  return {};
}

std::string reason_of(int status) {
  const auto text =
      boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
  return {text.data(), text.size()};
}

void write_message(std::string& out, const std::string& start_line, const JournalMessage& message) {
  out += start_line + "\r\n";
  for (const auto& [name, value] : message.headers) {
    const bool is_of_transfer = boost::algorithm::iequals(name, "Content-Length") ||
                                boost::algorithm::iequals(name, "Transfer-Encoding");
    if (!is_of_transfer) out.append(name).append(": ").append(value).append("\r\n");
  }
  out += "Content-Length: " + std::to_string(message.body.size()) + "\r\n";
  if (message.body_size > Journal::body_max) {
    out += "X-Emulator-Body-Size: " + std::to_string(message.body_size) + "\r\n";
  }
  out += "\r\n" + message.body + "\r\n\r\n";
}

boost::json::array headers_json(const Headers& headers) {
  boost::json::array list;
  for (const auto& [name, value] : headers) {
    list.push_back(boost::json::object{{"name", utf8_text(name)}, {"value", utf8_text(value)}});
  }
  return list;
}

// Of one that was blanked, what is left; of one that was cut, the whole: so it shows.
std::size_t har_size(const JournalMessage& message) {
  return message.body_size > Journal::body_max ? message.body_size : message.body.size();
}

boost::json::object har_message(const JournalMessage& message) {
  return {{"httpVersion", "HTTP/1.1"},
          {"cookies", boost::json::array()},
          {"headers", headers_json(message.headers)},
          {"headersSize", -1},
          {"bodySize", har_size(message)}};
}

boost::json::object har_content(const JournalMessage& message) {
  return {{"mimeType", utf8_text(value_of(message.headers, "Content-Type"))},
          {"text", utf8_text(message.body)}};
}

boost::json::object har_entry(const JournalEntry& entry) {
  boost::json::object request = har_message(entry.request);
  request["method"] = utf8_text(entry.method);
  request["url"] = utf8_text("http://" + value_of(entry.request.headers, "Host") + entry.target);
  request["queryString"] = boost::json::array();
  request["postData"] = har_content(entry.request);
  boost::json::object response = har_message(entry.answer);
  response["status"] = entry.status;
  response["statusText"] = reason_of(entry.status);
  response["redirectURL"] = "";
  response["content"] = har_content(entry.answer);
  response["content"].as_object()["size"] = har_size(entry.answer);
  return {{"startedDateTime", entry.time},
          {"time", entry.elapsed_ms},
          {"request", std::move(request)},
          {"response", std::move(response)},
          {"cache", boost::json::object()},
          {"timings", boost::json::object{{"send", 0}, {"wait", entry.elapsed_ms}, {"receive", 0}}},
          {"comment",
           utf8_text(std::to_string(entry.id) + " " + entry.operation + ": " + entry.outcome)}};
}

}  // namespace

std::string http_export(const std::vector<Journal::Entry>& entries) {
  std::string out;
  for (const Journal::Entry& entry : entries) {
    out += "### " + std::to_string(entry->id) + " " + entry->time + " " +
           (entry->operation.empty() ? "-" : entry->operation) + "\r\n";
    write_message(out, entry->method + " " + entry->target + " HTTP/1.1", entry->request);
    write_message(out, "HTTP/1.1 " + std::to_string(entry->status) + " " + reason_of(entry->status),
                  entry->answer);
  }
  return out;
}

std::string har_export(const std::vector<Journal::Entry>& entries) {
  boost::json::array list;
  for (const Journal::Entry& entry : entries) list.push_back(har_entry(*entry));
  return boost::json::serialize(boost::json::object{
      {"log", boost::json::object{
                  {"version", "1.2"},
                  {"creator", boost::json::object{{"name", "nsemu"},
                                                  {"version", std::string(emulator_version())}}},
                  {"entries", std::move(list)}}}});
}

}  // namespace emulator
