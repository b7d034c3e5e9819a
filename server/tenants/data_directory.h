#pragma once

#include <filesystem>
#include <string>

#include "server/domain/vault.h"

namespace emulator {

/// The directory of --data. One server at a time holds it: a tenant's lock, which keeps the steps
/// of two calls apart, is of one process alone.
class DataDirectory {
 public:
  /// Makes it, for its owner alone, where it is not there, and holds it for as long as it lives.
  /// Throws store::Error, also when another server holds it.
  explicit DataDirectory(const std::string& path);
  ~DataDirectory();
  DataDirectory(const DataDirectory&) = delete;
  DataDirectory& operator=(const DataDirectory&) = delete;

  /// Where the rows of a tenant are, or will be.
  std::string file_of(const std::string& tenant_key) const;

  /// Whether they are there; what else may be said of them is not asked.
  bool has_file_of(const std::string& tenant_key) const;
  /// Whether there is a file that no nsemu made. Throws store::Error when it cannot be read.
  bool has_foreign_file_of(const std::string& tenant_key) const;

  /// With what SQLite keeps beside it; it may not be open. Throws store::Error.
  void remove_file_of(const std::string& tenant_key) const;

  /// The key of the secrets in all tenants' files, from the file `.vault-key`; made, for its owner
  /// alone, where it is not there. Throws store::Error, also for a file that is no key.
  Vault::Key vault_key() const;

 private:
  const std::filesystem::path path_;
  const int lock_;  ///< Descriptor of the file that is locked.
};

}  // namespace emulator
