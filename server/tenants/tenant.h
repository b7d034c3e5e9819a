#pragma once

#include <mutex>
#include <string>
#include <utility>

#include "server/domain/clock.h"
#include "server/domain/randomness.h"
#include "server/domain/vault.h"
#include "store/store.h"

namespace emulator {

/// One installation: its rows, its tickets (which are rows), its time and its chance. Lock the
/// mutex for as long as any of them is used.
struct Tenant {
  Tenant(std::string its_name, const std::string& path, store::Durability durability)
      : name(std::move(its_name)), store(path, durability) {}

  const std::string name;  ///< As its first caller wrote it: online tickets show `Cust26759`.
  bool is_seeded = true;   ///< Made from the seed by this process, not found in a file.
  std::mutex mutex;
  store::Store store;
  Clock clock;
  Randomness random;
  Vault vault;
};

}  // namespace emulator
