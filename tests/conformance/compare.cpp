#include "tests/conformance/compare.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <map>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "tests/conformance/recording.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

/// Of a list that is longer at one side, and of each answer.
constexpr std::size_t lines_shown = 5;

struct RecordedCase {
  std::string operation, assumption, outcome, why;
  std::vector<std::string> files;
};

struct Recorded {
  fs::path folder;
  std::string title;
  std::map<std::string, RecordedCase> cases;
  std::vector<std::string> order;
};

std::string text_of(const json::value& value, const char* name) {
  return std::string(value.at(name).as_string());
}

Recorded read(const fs::path& folder) {
  const fs::path file = folder / "recording.json";
  try {
    const json::value index = json::parse(read_file(file));
    Recorded found{folder,
                   text_of(index, "target") + " (" + text_of(index, "server") + ", " +
                       text_of(index, "date") + ")",
                   {},
                   {}};
    for (const json::value& one : index.at("cases").as_array()) {
      RecordedCase recorded{text_of(one, "operation"),
                            text_of(one, "assumption"),
                            text_of(one, "outcome"),
                            text_of(one, "why"),
                            {}};
      for (const json::value& answer : one.at("answers").as_array()) {
        recorded.files.push_back(text_of(answer, "file"));
      }
      const std::string name = recorded.operation + ": " + text_of(one, "claim");
      found.order.push_back(name);
      found.cases[name] = recorded;
    }
    return found;
  } catch (const std::exception& error) {
    throw std::runtime_error(file.string() + " is no recording: " + error.what());
  }
}

/// Lines `path = value` by their path.
std::map<std::string, std::string> lines_of(const std::string& text) {
  std::map<std::string, std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    const auto equals = line.find(" = ");
    const bool has_value = equals != std::string::npos;
    lines[has_value ? line.substr(0, equals) : line.substr(0, line.find(' '))] =
        has_value ? line.substr(equals + 3) : line;
  }
  return lines;
}

std::string value_in(const std::map<std::string, std::string>& lines, const std::string& path) {
  const auto found = lines.find(path);
  return found == lines.end() ? "not there" : found->second;
}

std::vector<std::string> differing_lines(const std::string& first, const std::string& second) {
  const auto a = lines_of(first);
  const auto b = lines_of(second);
  std::vector<std::string> paths;
  for (const auto& [path, value] : a) paths.push_back(path);
  for (const auto& [path, value] : b) {
    if (!a.contains(path)) paths.push_back(path);
  }
  std::vector<std::string> found;
  for (const auto& path : paths) {
    const std::string left = value_in(a, path);
    const std::string right = value_in(b, path);
    if (left != right) found.push_back(path + ": " + left + ", there " + right);
  }
  return found;
}

std::string differences_of(const Recorded& first, const Recorded& second, const std::string& name) {
  const auto& a = first.cases.at(name).files;
  const auto& b = second.cases.at(name).files;
  std::string text;
  if (a.size() != b.size()) {
    text += "    " + std::to_string(a.size()) + " calls, there " + std::to_string(b.size()) + "\n";
  }
  for (std::size_t at = 0; at < std::min(a.size(), b.size()); ++at) {
    const auto lines = differing_lines(read_file(first.folder / (a[at] + ".txt")),
                                       read_file(second.folder / (b[at] + ".txt")));
    for (std::size_t line = 0; line < std::min(lines.size(), lines_shown); ++line) {
      text += "    call " + std::to_string(at + 1) + ", " + lines[line] + "\n";
    }
    if (lines.size() > lines_shown) {
      text += "    call " + std::to_string(at + 1) + ", and " +
              std::to_string(lines.size() - lines_shown) + " lines more\n";
    }
  }
  return text;
}

/// What a recording says of an assumption: nothing, where its cases did not run.
std::string verdict(const Recorded& recorded, const std::string& assumption) {
  int held = 0;
  std::string against;
  for (const auto& name : recorded.order) {
    const RecordedCase& one = recorded.cases.at(name);
    if (one.assumption != assumption) continue;
    if (one.outcome == "passed") ++held;
    if (one.outcome == "failed") against += "\n    not so: " + name + ": " + one.why;
  }
  if (!against.empty()) return "does not hold" + against;
  return held > 0 ? "holds (cases: " + std::to_string(held) + ")" : "";
}

std::vector<std::string> assumptions_of(const Recorded& recorded) {
  std::vector<std::string> ids;
  for (const auto& [name, one] : recorded.cases) {
    if (!one.assumption.empty()) ids.push_back(one.assumption);
  }
  std::ranges::sort(ids);
  const auto repeated = std::ranges::unique(ids);
  ids.erase(repeated.begin(), repeated.end());
  return ids;
}

/// What the second recording settles, and whether the first one says the same.
void add_assumptions(const Recorded& first, const Recorded& second, Comparison& result) {
  std::string text;
  for (const auto& id : assumptions_of(second)) {
    const std::string there = verdict(second, id);
    if (there.empty()) continue;
    const std::string here = verdict(first, id);
    text += "  " + id + ": there it " + there + "\n";
    if (here == there) continue;
    result.is_alike = false;
    text += "    here: " + (here.empty() ? "not tried" : here) + "\n";
  }
  if (!text.empty()) result.text += "\nAssumptions\n" + text;
}

}  // namespace

Comparison compare(const fs::path& first, const fs::path& second) {
  const Recorded a = read(first);
  const Recorded b = read(second);
  Comparison result;
  std::map<std::string, std::string> by_operation;
  std::size_t both = 0;
  std::size_t different = 0;
  for (const auto& name : a.order) {
    if (!b.cases.contains(name)) continue;
    ++both;
    const std::string text = differences_of(a, b, name);
    if (text.empty()) continue;
    ++different;
    by_operation[a.cases.at(name).operation] += "  " + name + "\n" + text;
  }
  result.text = "here:  " + a.title + "\nthere: " + b.title + "\n\n";
  for (const auto& [operation, text] : by_operation) result.text += operation + "\n" + text;
  result.is_alike = different == 0;
  add_assumptions(a, b, result);
  result.text += "\n" + std::to_string(both - different) + " cases alike, " +
                 std::to_string(different) + " different, " +
                 std::to_string(a.order.size() + b.order.size() - 2 * both) +
                 " in one recording only\n";
  return result;
}

}  // namespace conformance
