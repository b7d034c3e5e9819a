#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/settings.h"
#include "server/tenants/data_directory.h"
#include "server/tenants/tenant.h"

namespace emulator {

/// A tenant that cannot be: its name or the number of tenants forbids it.
struct NoSuchTenant : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// All installations of this server. For any thread.
class Tenants {
 public:
  /// The tenant of a URL without one.
  static constexpr std::string_view default_name = "default";

  /// Letters, digits, `-`, `_` and `.`, at most 64, not a `.` first: names are names of files, too.
  static bool is_name(std::string_view name);
  /// The same in words.
  static std::string name_rule();

  /// Makes the seed once, for all, and takes hold of the data directory. Throws store::Error, or
  /// SeedFileError (seeds/seed_problems.h): then nothing was written.
  Tenants(const StorageSettings& settings, HashCost hash_cost);

  /// Made from the seed on first use; with a data directory, from its file where there is one.
  /// Names are compared without regard to case. Throws NoSuchTenant or store::Error.
  std::shared_ptr<Tenant> hold(std::string_view name);
  /// The same, for who knows that it is not removed meanwhile.
  Tenant& of(std::string_view name) { return *hold(name); }
  /// Null: nobody has used it since the start.
  std::shared_ptr<Tenant> find(std::string_view name) const;
  /// All that have been used, by their names.
  std::vector<std::shared_ptr<Tenant>> list() const;
  enum class Removal { done, unknown, in_use, foreign };
  /// Forgets one, and its file, be it used since the start or not: it begins anew at its next use.
  /// A file that no nsemu made stays. Waits for a second until no call has it any more: not for an
  /// I/O thread. Throws store::Error when the file stays.
  Removal remove(std::string_view name);

  /// The rows of the seed, as when it was made. Its mutex must be held.
  void restore_seed(Tenant& tenant);
  /// Time as when it was made. Its mutex must be held.
  void restart_clock(Tenant& tenant) const;
  /// The same for chance.
  void restart_random(Tenant& tenant) const;
  /// What is random is from here on as it would be after a start with --random-seed. Its mutex must
  /// be held.
  static void seed_random(Tenant& tenant, std::uint64_t seed);

 private:
  /// Opening a file can take long, and must not keep other tenants waiting.
  struct Slot {
    mutable std::mutex mutex;
    std::shared_ptr<Tenant> tenant;
    bool is_removed = false;  ///< It is in the map no more.
  };

  std::shared_ptr<Slot> slot_of(std::string_view name, const std::string& key);
  std::shared_ptr<Slot> slot_to_remove(std::string_view name, const std::string& key);
  std::optional<Removal> removed(Slot& slot, const std::string& key);
  std::shared_ptr<Tenant> made(const std::string& key, const std::string& name);
  std::shared_ptr<Tenant> opened(const std::string& key, const std::string& name);

  const StorageSettings settings_;
  std::optional<DataDirectory> directory_;  ///< None: in memory.
  Vault vault_;  ///< One for all tenants, so that rows can go from one to another.
  std::mutex template_mutex_;
  store::Store template_;  ///< Holds the seed, and is copied.
  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Slot>, std::less<>> slots_;
};

}  // namespace emulator
