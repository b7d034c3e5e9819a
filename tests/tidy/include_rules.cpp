#include "tests/tidy/include_rules.h"

#include <algorithm>

namespace tidy {
namespace {

struct Include {
  std::size_t line = 0;
  std::string name;
  bool quoted = false;
};

/// A folder, and what its files may include of our own: prefixes of paths.
struct Room {
  std::string folder;
  std::vector<std::string> may_include;
};

const std::vector<Room>& rooms() {
  static const std::vector<Room> table{
      {"store", {"store/"}},
      {"generated", {}},
      {"server/domain", {"server/domain/", "store/records.h"}},
      {"server/envelope",
       {"server/envelope/", "server/domain/fault.h", "server/domain/principal.h",
        "server/domain/settings.h", "server/domain/shortened.h", "server/domain/time_zone.h"}},
      {"server/client", {"server/client/", "server/envelope/", "server/domain/shortened.h"}},
      {"server/seeds", {"server/seeds/", "server/domain/", "store/"}},
      {"server/tenants",
       {"server/tenants/", "server/seeds/", "server/envelope/", "server/domain/", "store/"}},
      {"server/carriers", {"server/carriers/", "server/envelope/", "server/domain/", "store/"}},
      {"server/gate",
       {"server/gate/", "server/tenants/", "server/envelope/", "server/domain/", "store/",
        "generated/"}},
      {"server/operations",
       {"server/operations/", "server/gate/", "server/carriers/", "server/tenants/",
        "server/envelope/", "server/domain/", "store/", "generated/"}},
      {"server/control",
       {"server/control/", "server/gate/", "server/seeds/", "server/tenants/", "server/envelope/",
        "server/domain/", "store/", "generated/"}},
      {"server/upstream",
       {"server/upstream/", "server/client/", "server/gate/", "server/tenants/",
        "server/envelope/", "server/domain/"}},
      {"server/transport",
       {"server/transport/", "server/control/", "server/upstream/", "server/client/",
        "server/gate/", "server/tenants/", "server/envelope/", "server/domain/"}},
      {"server", {"server/", "store/", "generated/"}},
      // A program that is to judge other servers knows nothing of this one.
      {"tests/conformance", {"tests/conformance/"}},
      {"tests/conformance/cases", {"tests/conformance/"}},
  };
  return table;
}

/// Foreign headers by a part of their name, and the only place that may include them.
struct Foreign {
  std::string part, place;
};

const std::vector<Foreign>& foreigners() {
  static const std::vector<Foreign> table{{"soapH.h", "server/envelope/binding.h"},
                                          {"soapStub.h", "server/envelope/binding.h"},
                                          {"stdsoap2.h", "server/envelope/binding.h"},
                                          {".nsmap", "server/envelope/"},
                                          {"sqlite3", "store/"},
                                          {"SQLiteCpp", "store/"},
                                          {"libxml/", "server/envelope/"}};
  return table;
}

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> result;
  std::size_t number = 0;
  for (auto line : lines_of(text)) {
    ++number;
    if (!line.starts_with("#")) continue;
    line.remove_prefix(std::min(line.find_first_not_of("# \t"), line.size()));
    if (!line.starts_with("include")) continue;
    const auto open = line.find_first_of("\"<");
    if (open == std::string_view::npos) continue;
    const auto close = line.find_first_of("\">", open + 1);
    result.push_back(
        {number, std::string(line.substr(open + 1, close - open - 1)), line[open] == '"'});
  }
  return result;
}

bool starts_with_any(const std::string& text, const std::vector<std::string>& prefixes) {
  return std::ranges::any_of(prefixes, [&](const auto& one) { return text.starts_with(one); });
}

/// What builds on the rooms and is built on by none of them; nsemu-conform is a room of its own.
bool is_test(const std::string& path) {
  return path.starts_with("tests/") && !path.starts_with("tests/conformance/");
}

bool is_ours(const std::string& name) {
  return starts_with_any(name, {"server/", "store/", "generated/", "tests/"});
}

}  // namespace

Breaches upward_includes(const std::string& path, std::string_view text) {
  Breaches found;
  if (!is_cpp(path) || is_test(path)) return found;
  const auto folder = folder_of(path);
  const auto room = std::ranges::find(rooms(), folder, &Room::folder);
  const auto allowed = room == rooms().end() ? std::vector<std::string>{} : room->may_include;
  for (const auto& include : includes_of(text)) {
    if (!is_ours(include.name) || starts_with_any(include.name, allowed)) continue;
    found.push_back({path, include.line, folder + " may not include " + include.name});
  }
  return found;
}

Breaches foreign_includes(const std::string& path, std::string_view text) {
  Breaches found;
  if (!is_cpp(path) || path.starts_with("tests/")) return found;
  for (const auto& include : includes_of(text)) {
    for (const auto& foreign : foreigners()) {
      if (include.name.find(foreign.part) == std::string::npos) continue;
      if (path.starts_with(foreign.place)) continue;
      found.push_back(
          {path, include.line, "only " + foreign.place + " may include " + include.name});
    }
  }
  return found;
}

Breaches unrooted_includes(const std::string& path, std::string_view text) {
  Breaches found;
  if (!is_cpp(path)) return found;
  for (const auto& include : includes_of(text)) {
    // Data that the build writes lies beside the object files.
    if (include.name.ends_with(".inc") && include.name.find('/') == std::string::npos) continue;
    if (include.quoted != is_ours(include.name)) {
      found.push_back({path, include.line,
                       include.quoted ? "write the path from the root: " + include.name
                                      : "our own header in angle brackets: " + include.name});
    }
  }
  return found;
}

Breaches unguarded_headers(const std::string& path, std::string_view text) {
  if (!path.ends_with(".h") || text.starts_with("#pragma once\n")) return {};
  return {{path, 1, "a header starts with #pragma once"}};
}

}  // namespace tidy
