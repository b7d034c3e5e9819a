#pragma once

#include <optional>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// Deleted associates. Every method throws store::Error.
class AssociateHistories {
 public:
  explicit AssociateHistories(Connection& connection) : connection_(connection) {}

  std::optional<AssociateHistory> find(int id);
  std::optional<AssociateHistory> find_by_associate(int associate_id);
  std::vector<AssociateHistory> list();

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(AssociateHistory& entry, const Author& author);
  /// False: there is no such one.
  bool remove(int id);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
