#include "server/upstream/difference_tally.h"

#include <algorithm>

namespace emulator {

void DifferenceTally::add(const std::string& operation, const UpstreamOutcome& outcome) {
  const std::scoped_lock lock(mutex_);
  Count& count = counts_[operation];
  if (outcome.status == 0) {
    ++count.unanswered;
  } else {
    ++(outcome.differences.empty() ? count.alike : count.different);
  }
  if (count.first.empty() && !outcome.differences.empty()) count.first = outcome.differences[0];
}

bool DifferenceTally::has_differences() const {
  const std::scoped_lock lock(mutex_);
  return std::ranges::any_of(
      counts_, [](const auto& one) { return one.second.different + one.second.unanswered > 0; });
}

std::vector<std::string> DifferenceTally::report() const {
  const std::scoped_lock lock(mutex_);
  std::vector<std::string> lines;
  Count sum;
  for (const auto& [operation, count] : counts_) {
    lines.push_back(line_of(operation, count));
    sum.alike += count.alike;
    sum.different += count.different;
    sum.unanswered += count.unanswered;
  }
  lines.push_back(line_of("all", sum));
  return lines;
}

std::string DifferenceTally::line_of(const std::string& name, const Count& count) {
  const std::size_t calls = count.alike + count.different + count.unanswered;
  return name + ": " + std::to_string(calls) + (calls == 1 ? " call, " : " calls, ") +
         std::to_string(count.alike) + " alike, " + std::to_string(count.different) +
         " different, " + std::to_string(count.unanswered) + " without an answer" +
         (count.first.empty() ? "" : "; first: " + count.first);
}

}  // namespace emulator
