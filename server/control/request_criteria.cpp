#include "server/control/request_criteria.h"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/json.hpp>
#include <charconv>

#include "server/control/json_body.h"
#include "server/control/problem.h"
#include "server/control/text_matcher.h"
#include "server/domain/time_zone.h"
#include "server/domain/utf8_text.h"
#include "server/envelope/contract.h"

namespace emulator {
namespace {

using boost::json::object;
using boost::json::value;
using Check = std::function<bool(const JournalEntry&)>;
using Texts = std::vector<std::string_view>;

// For all expressions of one question together, since each may be tried on a thousand bodies.
constexpr std::chrono::seconds time_for_expressions{2};
// Each may be tried on the whole journal.
constexpr std::size_t matchers_max = 100;

[[noreturn]] void refuse(std::string_view field, const std::string& why) {
  throw Problem{400, std::string(field), std::string(field) + " " + why};
}

void check_number_of_matchers(std::size_t number, std::string_view field) {
  if (number > matchers_max) {
    refuse(field, "has at most " + std::to_string(matchers_max) + " members");
  }
}

std::string text_in(const value& wanted, std::string_view field) {
  if (!wanted.is_string()) refuse(field, "is a text");
  return std::string(wanted.as_string());
}

bool flag_in(const value& wanted, std::string_view field) {
  if (!wanted.is_bool()) refuse(field, "is true or false");
  return wanted.as_bool();
}

int number_in(const value& wanted, std::string_view field) {
  boost::system::error_code failure;
  const int number = wanted.to_number<int>(failure);
  if (failure) refuse(field, "is a number");
  return number;
}

// Names of operations and users are the same in upper and lower case, as in the messages.
Check is_called(std::string JournalEntry::*member, const std::string& wanted) {
  return [member, wanted](const JournalEntry& entry) {
    return boost::algorithm::iequals(entry.*member, wanted);
  };
}

// A count of 0 for a name that was misspelt would prove nothing.
Check has_operation(const std::string& wanted) {
  for (const Service service : {Service::user, Service::so_principal}) {
    for (const auto& [name, operation] : Contract::of(service).operations()) {
      if (boost::algorithm::iequals(name, wanted)) {
        return is_called(&JournalEntry::operation, wanted);
      }
    }
  }
  refuse("operation", "is one of /__admin/operations, such as GetUserInfo");
}

Check has_service(const std::string& wanted) {
  if (!service_of(wanted)) refuse("service", "is User or SoPrincipal");
  return is_called(&JournalEntry::service, wanted);
}

Check has_number(int JournalEntry::*member, int wanted) {
  return [member, wanted](const JournalEntry& entry) { return entry.*member == wanted; };
}

Check has_succeeded(bool wanted) {
  return [wanted](const JournalEntry& entry) { return entry.succeeded == wanted; };
}

Check has_breach(const std::string& id) {
  return [id](const JournalEntry& entry) {
    return std::ranges::find(entry.breaches, id, &Breach::id) != entry.breaches.end();
  };
}

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

Texts texts_called(const std::vector<std::pair<std::string, std::string>>& pairs,
                   const std::string& name, bool ignores_case) {
  Texts texts;
  for (const auto& [key, text] : pairs) {
    if (ignores_case ? boost::algorithm::iequals(key, name) : key == name) texts.push_back(text);
  }
  return texts;
}

/// The members of an object, each with the matcher of its texts.
std::vector<std::pair<std::string, TextMatcher>> matchers_of(const value& wanted,
                                                             const std::string& field,
                                                             MatchDeadline deadline) {
  if (!wanted.is_object()) refuse(field, "is an object of names and what their texts must be");
  check_number_of_matchers(wanted.as_object().size(), field);
  std::vector<std::pair<std::string, TextMatcher>> matchers;
  for (const auto& member : wanted.as_object()) {
    const std::string name(member.key());
    matchers.emplace_back(name, TextMatcher(member.value(), field + "." + name, deadline));
  }
  return matchers;
}

Check has_parameters(const value& wanted, MatchDeadline deadline) {
  return [all = matchers_of(wanted, "parameters", deadline)](const JournalEntry& entry) {
    return std::ranges::all_of(all, [&](const auto& one) {
      return one.second.matches_any(texts_called(entry.parameters, one.first, false));
    });
  };
}

Check has_headers(const value& wanted, MatchDeadline deadline) {
  return [all = matchers_of(wanted, "headers", deadline)](const JournalEntry& entry) {
    return std::ranges::all_of(all, [&](const auto& one) {
      return one.second.matches_any(texts_called(entry.request.headers, one.first, true));
    });
  };
}

Check has_body(const value& wanted, MatchDeadline deadline) {
  if (!wanted.is_array()) refuse("bodyPatterns", "is an array of what the body must be");
  check_number_of_matchers(wanted.as_array().size(), "bodyPatterns");
  std::vector<TextMatcher> all;
  for (const value& one : wanted.as_array()) {
    all.emplace_back(one, "bodyPatterns[" + std::to_string(all.size()) + "]", deadline);
  }
  return [all](const JournalEntry& entry) {
    const std::string body = utf8_text(entry.request.body);
    return std::ranges::all_of(
        all, [&](const TextMatcher& matcher) { return matcher.matches_any({body}); });
  };
}

Check has_method(const std::string& wanted) {
  return [wanted](const JournalEntry& entry) {
    return wanted == "ANY" || boost::algorithm::iequals(wanted, entry.method);
  };
}

/// url, urlPath, and the patterns of both.
Check has_url(const std::string& field, const std::string& wanted, MatchDeadline deadline) {
  const bool is_path = field.starts_with("urlPath") && field != "urlPattern";
  const auto part = [is_path](const JournalEntry& entry) {
    return is_path ? path_of(entry.target) : std::string_view(entry.target);
  };
  if (field == "url" || field == "urlPath") {
    return [part, wanted](const JournalEntry& entry) { return part(entry) == wanted; };
  }
  return [part, pattern = TextPattern(wanted, field, deadline)](const JournalEntry& entry) {
    return pattern.matches(part(entry));
  };
}

Check check_of(const std::string& name, const value& wanted, MatchDeadline deadline) {
  if (name == "succeeded") return has_succeeded(flag_in(wanted, name));
  if (name == "status") return has_number(&JournalEntry::status, number_in(wanted, name));
  if (name == "associateId") {
    return has_number(&JournalEntry::associate_id, number_in(wanted, name));
  }
  if (name == "parameters") return has_parameters(wanted, deadline);
  if (name == "headers") return has_headers(wanted, deadline);
  if (name == "bodyPatterns") return has_body(wanted, deadline);
  const std::string text = text_in(wanted, name);
  if (name == "method") return has_method(text);
  if (name.starts_with("url")) return has_url(name, text, deadline);
  if (name == "breach") return has_breach(text);
  if (name == "operation") return has_operation(text);
  if (name == "service") return has_service(text);
  if (name == "associate") return is_called(&JournalEntry::associate, text);
  if (name == "exceptionType") return is_called(&JournalEntry::exception_type, text);
  if (name == "fault") return is_called(&JournalEntry::fault, text);
  return is_called(&JournalEntry::error, text);
}

Check is_since(const std::string& text) {
  std::uint64_t id = 0;
  const char* end = text.data() + text.size();
  const auto [behind, failure] = std::from_chars(text.data(), end, id);
  if (failure == std::errc() && behind == end) {
    return [id](const JournalEntry& entry) { return entry.id > id; };
  }
  std::string written = text;
  std::ranges::replace(written, ' ', '+');  // What a + in a query stands for.
  const auto time = TimeZone().to_stored(written);
  if (!time) {
    refuse("since", "is the id of a request, or a time such as 2026-01-15T09:00:00Z");
  }
  return [time = *time + "Z"](const JournalEntry& entry) { return entry.time >= time; };
}

}  // namespace

RequestCriteria RequestCriteria::of_body(std::string_view body) {
  const object wanted =
      object_of(body, {"operation", "service", "associate", "associateId", "succeeded", "status",
                       "error", "exceptionType", "fault", "breach", "parameters", "method", "url",
                       "urlPattern", "urlPath", "urlPathPattern", "headers", "bodyPatterns"});
  const MatchDeadline deadline = std::chrono::steady_clock::now() + time_for_expressions;
  RequestCriteria criteria;
  for (const auto& member : wanted) {
    criteria.checks_.push_back(check_of(std::string(member.key()), member.value(), deadline));
  }
  return criteria;
}

RequestCriteria RequestCriteria::of_query(
    const std::map<std::string, std::string, std::less<>>& query) {
  RequestCriteria criteria;
  for (const auto& [name, text] : query) {
    if (name == "since") criteria.checks_.push_back(is_since(text));
    if (name == "operation" || name == "associate" || name == "error") {
      criteria.checks_.push_back(check_of(name, boost::json::string(text), {}));
    }
    if (name != "succeeded") continue;
    if (text != "true" && text != "false") refuse(name, "is true or false");
    criteria.checks_.push_back(has_succeeded(text == "true"));
  }
  return criteria;
}

bool RequestCriteria::hold(const JournalEntry& entry) const {
  return std::ranges::all_of(checks_, [&](const Check& check) { return check(entry); });
}

std::vector<Journal::Entry> RequestCriteria::chosen(const Journal& journal) const {
  std::vector<Journal::Entry> entries = journal.list();
  std::erase_if(entries, [&](const Journal::Entry& entry) { return !hold(*entry); });
  return entries;
}

}  // namespace emulator
