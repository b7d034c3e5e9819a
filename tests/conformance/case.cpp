#include "tests/conformance/case.h"

#include <fnmatch.h>

#include <algorithm>
#include <map>

#include "tests/conformance/cases/every_operation.h"
#include "tests/conformance/contract.h"

namespace conformance {
namespace {

std::vector<Case>& written_cases() {
  static std::vector<Case> cases;
  return cases;
}

/// What is about no operation comes first.
std::map<std::string, std::size_t> places() {
  std::map<std::string, std::size_t> place;
  for (const Operation& one : all_operations()) {
    const std::size_t next = place.size() + 1;
    place[one.name] = next;
  }
  return place;
}

}  // namespace

std::string_view name_of(Source source) {
  switch (source) {
    case Source::document:
      return "document";
    case Source::wsdl:
      return "WSDL";
    case Source::platform:
      return "platform";
    case Source::inferred:
      break;
  }
  return "inferred";
}

std::string Case::tags() const {
  std::vector<std::string> words;
  if (facts.writes) words.emplace_back("writes");
  if (facts.needs_rights) words.emplace_back("needs-rights");
  if (!facts.assumption.empty()) words.push_back("assumption " + std::string(facts.assumption));
  if (facts.fails_on == FailsOn::real) words.emplace_back("fails-on-real");
  if (facts.fails_on == FailsOn::emulator) words.emplace_back("fails-on-emulator");
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

Registered::Registered(std::string_view operation, std::string_view claim, Facts facts,
                       void (*run)(Session&)) {
  written_cases().push_back({std::string(operation), std::string(claim), facts, run});
}

const std::vector<Case>& all_cases() {
  static const std::vector<Case> sorted = [] {
    std::vector<Case> cases = written_cases();
    for (Case& one : cases_of_every_operation()) cases.push_back(std::move(one));
    auto place = places();
    std::ranges::stable_sort(cases, {}, [&](const Case& one) { return place[one.operation]; });
    return cases;
  }();
  return sorted;
}

bool is_wanted(const Case& one, const std::vector<std::string>& patterns) {
  if (patterns.empty()) return true;
  return std::ranges::any_of(patterns, [&](const std::string& pattern) {
    return fnmatch(pattern.c_str(), one.name().c_str(), FNM_CASEFOLD) == 0 ||
           fnmatch(pattern.c_str(), one.operation.c_str(), FNM_CASEFOLD) == 0;
  });
}

}  // namespace conformance
