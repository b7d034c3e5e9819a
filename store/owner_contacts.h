#pragma once

#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// Companies that employ the users: links without an id of their own. Every method throws
/// store::Error.
class OwnerContacts {
 public:
  explicit OwnerContacts(Connection& connection) : connection_(connection) {}

  bool contains(int contact_id);
  /// Contact ids in order.
  std::vector<int> list();

  /// Nothing changes when it is one already.
  void add(int contact_id, const Author& author);
  /// False: it was none.
  bool remove(int contact_id);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
