#include "server/seeds/seed_problems.h"

#include <algorithm>
#include <tuple>

#include "server/seeds/json_text.h"

namespace emulator {
namespace {

constexpr std::size_t told_max = 20;

std::string line_of(const std::string& file, const SeedProblem& problem) {
  std::string line = file + ":";
  if (problem.place.line > 0) {
    line += std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + ":";
  }
  if (!problem.path.empty()) line += " " + problem.path + ":";
  return line + " " + problem.reason;
}

}  // namespace

SeedFileError::SeedFileError(const std::string& file, const std::vector<SeedProblem>& told,
                             std::size_t untold)
    : std::runtime_error(file + " is no seed that can be loaded"),
      path_(told.empty() ? "" : told.front().path) {
  for (const SeedProblem& problem : told) lines_.push_back(line_of(file, problem));
  if (untold > 0) lines_.push_back(file + ": and " + std::to_string(untold) + " more");
}

bool SeedProblems::are_within(const std::string& path) const {
  for (auto found = by_path_.lower_bound({path, ""}); found != by_path_.end(); ++found) {
    if (!found->first.starts_with(path)) return false;
    const std::string rest = found->first.substr(path.size());
    if (rest.empty() || rest.front() == '.' || rest.front() == '[') return true;
  }
  return false;
}

void SeedProblems::raise(const std::string& file, const JsonText& text) const {
  std::vector<std::tuple<std::size_t, std::string, std::string>> sorted;
  for (const auto& [path, reason] : by_path_) {
    sorted.emplace_back(text.offset_of(path), path, reason);
  }
  std::ranges::sort(sorted);
  std::vector<SeedProblem> told;
  for (const auto& [offset, path, reason] : sorted) {
    if (told.size() == told_max) break;
    told.push_back({text.place_at(offset), path, reason});
  }
  throw SeedFileError(file, told, sorted.size() - told.size());
}

}  // namespace emulator
