#include "tests/tidy/layout_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>
#include <set>

#include "tests/tidy/cpp_text.h"

namespace tidy {
namespace {

struct Exemption {
  std::string path, reason;
};

/// Sources without a test of their own, and tests without a source: prefixes of paths.
const std::vector<Exemption>& exemptions() {
  static const std::vector<Exemption> table{
      {"server/main.cpp", "only hands over; every end-to-end test runs it"},
      {"tests/server/regression/", "one file a regression, named after it"},
      {"tests/server/golden/", "whole messages go through many sources"},
  };
  return table;
}

bool is_exempt(const std::string& path) {
  return std::ranges::any_of(exemptions(),
                             [&](const auto& one) { return path.starts_with(one.path); });
}

/// The source may have further tests, `<source>_<aspect>_test.cpp`, so that files stay short.
bool has_source(const Tree& tree, std::string stem) {
  while (!name_of(stem).empty()) {
    for (const auto* ending : {".cpp", ".h", ".sql"}) {
      if (tree.contains(stem + ending)) return true;
    }
    const auto part = stem.rfind('_');
    if (part == std::string::npos || part < stem.rfind('/')) return false;
    stem.resize(part);
  }
  return false;
}

bool is_snake_case(const std::string& name) {
  return std::ranges::all_of(name, [](unsigned char c) {
    return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '_' || c == '.';
  });
}

}  // namespace

Breaches wrong_top_level(const Tree& tree) {
  const std::set<std::string> wanted{"CMakeLists.txt", "LICENSE",   "README.md",
                                     "docker",         "generated", "server",
                                     "store",          "tests",     "wsdl"};
  std::set<std::string> there;
  for (const auto& [path, file] : tree) there.insert(path.substr(0, path.find('/')));
  Breaches found;
  for (const auto& name : wanted) {
    if (!there.contains(name)) found.push_back({name, 0, "missing at the top level"});
  }
  for (const auto& name : there) {
    if (name.front() == '.' || wanted.contains(name)) continue;
    found.push_back({name, 0, "does not belong at the top level"});
  }
  return found;
}

Breaches wrong_names(const std::string& path) {
  constexpr std::array vague{"common", "utils", "util", "helpers", "helper", "misc", "base"};
  Breaches found;
  for (auto folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
    if (std::ranges::find(vague, name_of(folder)) != vague.end()) {
      found.push_back({path, 0, "a folder's name says what is in it: " + name_of(folder)});
    }
  }
  if (is_cpp(path) && !is_snake_case(name_of(path))) {
    found.push_back({path, 0, "files are named in snake_case"});
  }
  return found;
}

Breaches missing_mirrors(const Tree& tree) {
  constexpr std::string_view test_end = "_test.cpp";
  Breaches found;
  for (const auto& [path, file] : tree) {
    if (is_exempt(path)) continue;
    const bool is_source = path.starts_with("server/") || path.starts_with("store/");
    if (is_source && path.ends_with(".cpp")) {
      const auto test = "tests/" + path.substr(0, path.size() - 4) + std::string(test_end);
      if (!tree.contains(test)) found.push_back({path, 0, "has no " + test});
    }
    const bool is_test = path.starts_with("tests/server/") || path.starts_with("tests/store/");
    if (is_test && path.ends_with(test_end)) {
      const auto stem = path.substr(6, path.size() - 6 - test_end.size());
      if (!has_source(tree, stem)) found.push_back({path, 0, "tests no source of that name"});
    }
  }
  return found;
}

Breaches soap_namespaces(const std::string& path, std::string_view text) {
  static const std::regex pattern(R"(\bnamespace\s+([a-z_]+::)*soap\b)");
  if (!is_cpp(path)) return {};
  const auto code = without_texts(text);
  if (!std::regex_search(code, pattern)) return {};
  return {{path, 0, "gSOAP owns the name soap"}};
}

Breaches outside_references(const std::string& path, std::string_view text) {
  // The brackets keep this file from breaking its own rule.
  static const std::regex pattern(
      R"(/wor[k]/(main|shared)|/hom[e]/|/roo[t]/|/User[s]/|\.\./share[d])"
      R"(|\b(behaviou[r]|gsoa[p]|model[s]|peer[s]|desig[n]|HOUS[E])\.md)");
  Breaches found;
  std::size_t number = 0;
  for (const auto line : lines_of(text)) {
    ++number;
    std::cmatch match;
    if (!std::regex_search(line.data(), line.data() + line.size(), match, pattern)) continue;
    found.push_back({path, number, "refers to something outside: " + match.str()});
  }
  return found;
}

}  // namespace tidy
