#pragma once

#include <optional>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// Every method throws store::Error.
class Persons {
 public:
  explicit Persons(Connection& connection) : connection_(connection) {}

  std::optional<Person> find(int id);
  std::vector<Person> list();
  std::vector<Person> list_of_contact(int contact_id);

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(Person& person, const Author& author);
  /// Fails while an associate is this person. False: there is no such one.
  bool remove(int id);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
