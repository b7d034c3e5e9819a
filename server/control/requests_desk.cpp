#include "server/control/requests_desk.h"

#include <boost/json.hpp>
#include <charconv>

#include "server/control/admin_routes.h"
#include "server/control/explain.h"
#include "server/control/journal_export.h"
#include "server/control/journal_json.h"
#include "server/control/problem.h"
#include "server/control/request_criteria.h"

namespace emulator {
namespace {

constexpr std::string_view criteria_example =
    R"({"operation":"SetExternalUserInfo","succeeded":true,"parameters":{"AssociateId":"101"}})";

std::size_t number_of(std::string_view text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [behind, failure] = std::from_chars(text.data(), end, number);
  return failure == std::errc() && behind == end ? number : 0;
}

Journal::Entry required(const Journal& journal, std::string_view id) {
  Journal::Entry entry = journal.find(number_of(id));
  if (!entry) {
    throw Problem{404, "id", "the journal has no request " + std::string(id) + ", or no more"};
  }
  return entry;
}

std::string text_of(const RequestsQuery& query, std::string_view name) {
  const auto found = query.find(name);
  return found == query.end() ? "" : found->second;
}

void keep_last(std::vector<Journal::Entry>& entries, const std::string& limit) {
  if (limit.empty()) return;
  const std::size_t most = number_of(limit);
  if (most == 0) throw Problem{400, "limit", "limit is a number from 1"};
  if (entries.size() > most) entries.erase(entries.begin(), entries.end() - std::ptrdiff_t(most));
}

// As WireMock says it, and what its users would not think of: counts are too low by `dropped`.
void add_state(boost::json::object& answer, const Journal& journal) {
  answer["requestJournalDisabled"] = !journal.is_kept();
  if (journal.dropped() > 0) answer["dropped"] = journal.dropped();
}

// WireMock answers the requests themselves here: its users look for url and body beside each other.
boost::json::object found_json(const JournalEntry& entry) {
  boost::json::object object = exchange_json(entry);
  const boost::json::object request = object.at("request").as_object();
  for (const char* name : {"method", "url", "headers", "body"}) object[name] = request.at(name);
  return object;
}

std::string whole_json(const Journal& journal, const std::vector<Journal::Entry>& entries) {
  boost::json::array list;
  for (const Journal::Entry& entry : entries) list.push_back(found_json(*entry));
  boost::json::object answer{{"requests", std::move(list)}};
  add_state(answer, journal);
  return boost::json::serialize(answer);
}

/// A route that needs no more than the journal and one text: the id of its path, or its body.
template <auto served, bool takes_id>
AdminAnswer serve(AdminRequest& request) {
  const auto tenant = known_tenant(request);
  return AdminAnswer{.body = served(tenant->journal,
                                    takes_id ? std::string_view(request.names[0]) : request.body)};
}

void add_list_routes(std::vector<AdminRoute>& routes) {
  routes.push_back(
      {.method = "GET",
       .path = "requests",
       .summary = "The last messages and how they were answered, newest last",
       .serve =
           [](AdminRequest& request) {
             const auto tenant = known_tenant(request);
             return requests_answer(tenant->journal, request.query);
           },
       .query = {{"since", "those with a higher id, or from this time on: 2026-01-15T09:00:00Z"},
                 {"limit", "the last so many"},
                 {"operation", "such as GetUserInfo"},
                 {"associate", "name of who called"},
                 {"succeeded", "true or false"},
                 {"error", "id of an exception (GET errors), or code of a platform fault"},
                 {"format", "json, or http or har for the messages themselves"}}});
  routes.push_back({.method = "DELETE",
                    .path = "requests",
                    .summary = "Forgets all messages",
                    .serve = [](AdminRequest& request) {
                      const auto tenant = known_tenant(request);
                      return AdminAnswer{.body = remove_requests_json(tenant->journal)};
                    }});
}

}  // namespace

AdminAnswer requests_answer(const Journal& journal, const RequestsQuery& query) {
  std::vector<Journal::Entry> entries = RequestCriteria::of_query(query).chosen(journal);
  const std::size_t total = entries.size();
  keep_last(entries, text_of(query, "limit"));
  const std::string format = text_of(query, "format");
  if (format == "http") {
    return {.content_type = "text/plain; charset=utf-8",
            .body = http_export(entries),
            .file_name = "requests.http"};
  }
  if (format == "har") return {.body = har_export(entries), .file_name = "requests.har"};
  if (!format.empty() && format != "json") {
    throw Problem{400, "format", "format is json, http or har"};
  }
  boost::json::array list;
  for (const Journal::Entry& entry : entries) list.push_back(entry_json(*entry));
  return {.body = boost::json::serialize(
              boost::json::object{{"requests", std::move(list)},
                                  {"total", total},
                                  {"meta", boost::json::object{{"total", total}}},
                                  {"dropped", journal.dropped()},
                                  {"requestJournalDisabled", !journal.is_kept()}})};
}

std::string request_json(const Journal& journal, std::string_view id) {
  return boost::json::serialize(exchange_json(*required(journal, id)));
}

std::string request_explanation_json(const Journal& journal, std::string_view id) {
  return boost::json::serialize(explanation_json(*required(journal, id)));
}

std::string remove_request_json(Journal& journal, std::string_view id) {
  journal.remove(required(journal, id)->id);
  return boost::json::serialize(boost::json::object{{"removed", 1}});
}

std::string remove_requests_json(Journal& journal) {
  return boost::json::serialize(boost::json::object{{"removed", journal.clear()}});
}

std::string count_requests_json(const Journal& journal, std::string_view criteria) {
  boost::json::object answer{{"count", RequestCriteria::of_body(criteria).chosen(journal).size()}};
  add_state(answer, journal);
  return boost::json::serialize(answer);
}

std::string find_requests_json(const Journal& journal, std::string_view criteria) {
  return whole_json(journal, RequestCriteria::of_body(criteria).chosen(journal));
}

std::string take_requests_json(Journal& journal, std::string_view criteria) {
  const auto entries = RequestCriteria::of_body(criteria).chosen(journal);
  for (const Journal::Entry& entry : entries) journal.remove(entry->id);
  return whole_json(journal, entries);
}

void add_request_routes(std::vector<AdminRoute>& routes) {
  add_list_routes(routes);
  const auto add_of_one = [&](std::string_view method, std::string_view path,
                              std::string_view summary, AdminAnswer (*served)(AdminRequest&)) {
    routes.push_back({.method = method, .path = path, .summary = summary, .serve = served});
  };
  add_of_one("GET", "requests/{id}", "One message and its answer, whole",
             serve<request_json, true>);
  add_of_one("DELETE", "requests/{id}", "Forgets one message", serve<remove_request_json, true>);
  add_of_one("GET", "requests/{id}/explain", "What happened, and what a client can do about it",
             serve<request_explanation_json, true>);
  const auto add_by_criteria = [&](std::string_view path, std::string_view summary,
                                   AdminAnswer (*served)(AdminRequest&)) {
    routes.push_back({.method = "POST",
                      .path = path,
                      .summary = summary,
                      .serve = served,
                      .body_example = criteria_example,
                      .is_slow = true});  // Its expressions may take seconds.
  };
  add_by_criteria("requests/count", "How many messages are like this",
                  serve<count_requests_json, false>);
  add_by_criteria("requests/find", "The messages that are like this",
                  serve<find_requests_json, false>);
  add_by_criteria("requests/remove", "Forgets the messages that are like this, and answers them",
                  serve<take_requests_json, false>);
}

}  // namespace emulator
