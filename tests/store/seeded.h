#pragma once

#include <string>
#include <string_view>

#include "store/seed.h"
#include "store/store.h"

namespace emulator::store {

inline const Author seeder{"2026-01-01T00:00:00", 0};
inline const Author ada{"2026-02-03T04:05:06", 11};
inline const Author siri{"2026-03-04T05:06:07", 12};

inline std::string mark_as_hashed(std::string_view clear) {
  return "hash of " + std::string(clear);
}

/// A store of its own for each test, with the small seed.
struct SeededStore : Store {
  explicit SeededStore(const std::string& path = in_memory) : Store(path) {
    seed(*this, Seed::small, mark_as_hashed, seeder);
  }
};

/// The ids of records, in their order.
inline std::vector<int> ids(const auto& records) {
  std::vector<int> result;
  for (const auto& record : records) result.push_back(record.id);
  return result;
}

using Ids = std::vector<int>;

}  // namespace emulator::store
