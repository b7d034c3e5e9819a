#include "tests/conformance/results.h"

#include <algorithm>
#include <ctime>

namespace conformance {

int Run::count(Outcome outcome) const {
  return static_cast<int>(std::ranges::count(results, outcome, &Result::outcome));
}

bool Run::is_as_expected() const {
  return std::ranges::all_of(
      results, [](const Result& one) { return !is_unexpected(one) && one.left_behind.empty(); });
}

bool is_unexpected(const Result& result) {
  return result.outcome == Outcome::failed || result.outcome == Outcome::passed_against_tag;
}

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed:
      return "passed";
    case Outcome::failed:
      return "failed";
    case Outcome::failed_as_known:
      return "failed as known";
    case Outcome::passed_against_tag:
      return "passed against its tag";
    case Outcome::left_out:
      break;
  }
  return "left out";
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace conformance
