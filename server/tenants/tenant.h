#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "server/domain/clock.h"
#include "server/domain/randomness.h"
#include "server/domain/vault.h"
#include "server/tenants/fault_scripts.h"
#include "server/tenants/journal.h"
#include "store/store.h"

namespace emulator {

/// A state of a tenant's rows, and when it was taken.
struct Snapshot {
  std::unique_ptr<store::Store> rows;  ///< In memory.
  std::string taken;                   ///< The tenant's time, UTC: `2026-01-15T09:00:00Z`.
};

/// One installation: its rows, its tickets (which are rows), its time and its chance, its faults.
/// Lock the mutex for as long as any of them is used; the journal needs none.
struct Tenant {
  Tenant(std::string its_name, const std::string& path, store::Durability durability,
         const JournalSettings& journal_settings = {})
      : name(std::move(its_name)), store(path, durability), journal(journal_settings) {}

  const std::string name;  ///< As its first caller wrote it: online tickets show `Cust26759`.
  bool is_seeded = true;   ///< Made from the seed by this process, not found in a file.
  std::mutex mutex;
  store::Store store;
  Clock clock;
  Randomness random;
  Vault vault;
  FaultScripts faults;
  Randomness fault_random;  ///< Of its own: a fault must not change the tickets that follow.
  std::map<std::string, Snapshot, std::less<>> snapshots;
  Journal journal;
};

}  // namespace emulator
