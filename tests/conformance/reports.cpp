#include "tests/conformance/reports.h"

#include <map>

namespace conformance {
namespace {

std::string counted(int number, const std::string& what) {
  return std::to_string(number) + " " + what;
}

std::string assumption_of(const Result& result) {
  return std::string(result.tried->facts.assumption);
}

}  // namespace

std::string line_of(const Result& result) {
  std::string text = result.tried->name() + "\n    " + result.why;
  text += "\n    source: " + std::string(name_of(result.tried->facts.source));
  if (!result.tried->tags().empty()) text += "; " + result.tried->tags();
  return text;
}

namespace {

/// How many cases of each assumption passed and failed.
std::map<std::string, std::pair<int, int>> assumptions_of(const Run& run) {
  std::map<std::string, std::pair<int, int>> found;
  for (const Result& one : run.results) {
    if (assumption_of(one).empty()) continue;
    if (one.outcome == Outcome::passed) ++found[assumption_of(one)].first;
    if (one.outcome == Outcome::failed) ++found[assumption_of(one)].second;
  }
  return found;
}

std::string table_text(std::string text) {
  std::string result;
  for (const char c : text) {
    if (c == '|') result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result;
}

}  // namespace

std::string summary_of(const Run& run) {
  std::string text;
  for (const Result& one : run.results) {
    if (is_unexpected(one)) text += "\n" + std::string(name_of(one.outcome)) + ": " + line_of(one);
    for (const auto& left : one.left_behind) {
      text += "\nleft behind by " + one.tried->name() + "\n    " + left;
    }
  }
  if (!text.empty()) text += "\n\n";
  std::string list;
  for (const auto& [id, counts] : assumptions_of(run)) {
    if (counts.second > 0) list += (list.empty() ? "" : ", ") + id;
  }
  if (!list.empty()) text += "assumptions that do not hold here: " + list + "\n";
  std::map<std::string, int> left_out;
  for (const Result& one : run.results) {
    if (one.outcome == Outcome::left_out) ++left_out[one.why];
  }
  for (const auto& [why, number] : left_out)
    text += "left out (" + std::to_string(number) + "): " + why + "\n";
  text += counted(static_cast<int>(run.results.size()), "cases: ") +
          counted(run.count(Outcome::passed), "passed, ") +
          counted(run.count(Outcome::failed), "failed, ") +
          counted(run.count(Outcome::failed_as_known), "failed as known, ") +
          counted(run.count(Outcome::passed_against_tag), "passed against their tag, ") +
          counted(run.count(Outcome::left_out), "left out\n");
  return text;
}

std::string markdown_of(const Run& run) {
  std::string text = "# Conformance of " + run.target + "\n\nServer " +
                     (run.server.empty() ? "of no known version" : run.server) + ", " +
                     run.started +
                     ".\n\n| operation | passed | failed | failed as known | left out |\n"
                     "|---|---|---|---|---|\n";
  std::vector<std::pair<std::string, std::map<Outcome, int>>> rows;
  for (const Result& one : run.results) {
    if (rows.empty() || rows.back().first != one.tried->operation) {
      rows.push_back({one.tried->operation, {}});
    }
    ++rows.back().second[is_unexpected(one) ? Outcome::failed : one.outcome];
  }
  for (auto& [operation, counts] : rows) {
    text += "| " + operation;
    for (const auto outcome :
         {Outcome::passed, Outcome::failed, Outcome::failed_as_known, Outcome::left_out}) {
      text += " | " + std::to_string(counts[outcome]);
    }
    text += " |\n";
  }
  text += "\n## What is not as expected\n\n";
  for (const Result& one : run.results) {
    for (const auto& left : one.left_behind) {
      text += "- " + table_text(one.tried->name()) + ": left behind: " + table_text(left) + "\n";
    }
    if (!is_unexpected(one)) continue;
    text += "- " + table_text(one.tried->name()) + ": " + table_text(one.why) + " (" +
            std::string(name_of(one.tried->facts.source)) + ")\n";
  }
  text += "\n## Assumptions\n\n| id | holds | does not hold |\n|---|---|---|\n";
  for (const auto& [id, counts] : assumptions_of(run)) {
    text += "| " + id + " | " + counted(counts.first, "| ") + counted(counts.second, "|\n");
  }
  return text;
}

}  // namespace conformance
