#pragma once

#include <string>
#include <string_view>

#include "server/seeds/seed_json.h"
#include "server/seeds/seed_problems.h"

namespace emulator::testing {

inline const store::Author seed_author{"2026-02-03T04:05:06", 0};

inline std::string mark_as_hashed(std::string_view clear) {
  return "hash of " + std::string(clear);
}

/// A store that begins with a text of JSON, which is right.
struct JsonSeededStore : store::Store {
  explicit JsonSeededStore(const std::string& text) : Store(in_memory) {
    fill_from_json(*this, "seed.json", text, mark_as_hashed, seed_author);
  }
};

/// What is wrong with a text of JSON: a line `1:2: $.path: reason` for each problem.
inline std::string problems_of(const std::string& text) {
  store::Store store(store::Store::in_memory);
  try {
    fill_from_json(store, "f", text, mark_as_hashed, seed_author);
  } catch (const SeedFileError& error) {
    std::string lines;
    for (const std::string& line : error.lines()) lines += line.substr(2) + "\n";
    return lines;
  }
  return {};
}

/// One object of a list, in a file that is all right otherwise: it is `$.LIST[0]`.
inline std::string file_with(const std::string& list, const std::string& object,
                             const std::string& base = "small") {
  return "{\"base\": \"" + base + "\", \"" + list + "\": [" + object + "]}";
}

}  // namespace emulator::testing
