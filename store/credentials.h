#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// Passwords, tickets and secrets for other systems. A ticket is a row of type `Ticket`: its search
/// name is the GUID with dashes, its secret a hash, its usage session, its end valid_to. Every
/// method throws store::Error.
class Credentials {
 public:
  explicit Credentials(Connection& connection) : connection_(connection) {}

  std::optional<Credential> find(int id);
  std::optional<Credential> find(std::string_view type, std::string_view search_name);
  std::vector<Credential> list();
  /// All of one type, whosever they are.
  std::vector<Credential> list(std::string_view type);
  std::vector<Credential> list_of(int associate_id);
  std::vector<Credential> list_of(int associate_id, std::string_view type);

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(Credential& credential, const Author& author);
  /// False: there is no such one.
  bool remove(int id);
  /// How many there were.
  int remove_of(int associate_id);
  int remove_of(int associate_id, std::string_view type);
  /// Those of the type with valid_to at or before `now`; how many there were.
  int remove_expired(std::string_view type, std::string_view now);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
