#include "server/control/journal_json.h"

#include <boost/json/array.hpp>

#include "server/domain/utf8_text.h"

namespace emulator {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// A name that is there more than once has its texts in an array.
boost::json::object texts_json(const Pairs& pairs) {
  boost::json::object object;
  for (const auto& [name, bytes] : pairs) {
    const std::string key = utf8_text(name);
    boost::json::value text = boost::json::string(utf8_text(bytes));
    boost::json::value* present = object.if_contains(key);
    if (present == nullptr) {
      object.emplace(key, std::move(text));
    } else if (present->is_array()) {
      present->as_array().push_back(std::move(text));
    } else {
      boost::json::array both;
      both.push_back(*present);
      both.push_back(std::move(text));
      *present = std::move(both);
    }
  }
  return object;
}

boost::json::array breaches_json(const std::vector<Breach>& breaches) {
  boost::json::array list;
  for (const Breach& breach : breaches) {
    list.push_back(boost::json::object{{"id", breach.id},
                                       {"path", utf8_text(breach.path)},
                                       {"found", utf8_text(breach.found)},
                                       {"expected", utf8_text(breach.expected)}});
  }
  return list;
}

boost::json::object upstream_json(const UpstreamOutcome& upstream) {
  boost::json::array lines;
  for (const std::string& line : upstream.differences) lines.emplace_back(utf8_text(line));
  return {{"status", upstream.status}, {"difference", std::move(lines)}};
}

void add_message(boost::json::object& object, const JournalMessage& message) {
  object["headers"] = texts_json(message.headers);
  object["body"] = utf8_text(message.body);
  object["bodySize"] = message.body_size;
}

}  // namespace

boost::json::object entry_json(const JournalEntry& entry) {
  boost::json::object object{{"id", entry.id},
                             {"time", entry.time},
                             {"tenant", entry.tenant},
                             {"service", entry.service},
                             {"operation", entry.operation},
                             {"associateId", entry.associate_id},
                             {"associate", utf8_text(entry.associate)},
                             {"succeeded", entry.succeeded},
                             {"status", entry.status},
                             {"outcome", utf8_text(entry.outcome)},
                             {"exceptionType", entry.exception_type},
                             {"error", entry.error},
                             {"fault", entry.fault},
                             {"elapsedMs", entry.elapsed_ms},
                             {"request", boost::json::object{{"method", utf8_text(entry.method)},
                                                             {"url", utf8_text(entry.target)}}},
                             {"response", boost::json::object{{"status", entry.status}}},
                             {"parameters", texts_json(entry.parameters)},
                             {"breaches", breaches_json(entry.breaches)}};
  if (entry.upstream) object["upstream"] = upstream_json(*entry.upstream);
  return object;
}

boost::json::object exchange_json(const JournalEntry& entry) {
  boost::json::object object = entry_json(entry);
  boost::json::object request{{"method", utf8_text(entry.method)},
                              {"url", utf8_text(entry.target)}};
  add_message(request, entry.request);
  boost::json::object response{{"status", entry.status}};
  add_message(response, entry.answer);
  object["request"] = std::move(request);
  object["response"] = std::move(response);
  return object;
}

}  // namespace emulator
