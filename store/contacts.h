#pragma once

#include <optional>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// Companies. Every method throws store::Error.
class Contacts {
 public:
  explicit Contacts(Connection& connection) : connection_(connection) {}

  std::optional<Contact> find(int id);
  std::vector<Contact> list();

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(Contact& contact, const Author& author);
  /// Fails while it has persons. False: there is no such one.
  bool remove(int id);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
