#pragma once

#include <optional>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// Log-in data of mail-like services. Every method throws store::Error.
class ServiceAuths {
 public:
  explicit ServiceAuths(Connection& connection) : connection_(connection) {}

  std::optional<ServiceAuth> find(int id);
  std::vector<ServiceAuth> list();

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(ServiceAuth& auth, const Author& author);
  /// False: there is no such one.
  bool remove(int id);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
