#pragma once

#include <memory>
#include <string>

#include "store/associate_history.h"
#include "store/associates.h"
#include "store/contacts.h"
#include "store/credentials.h"
#include "store/data_rights.h"
#include "store/directory.h"
#include "store/error.h"
#include "store/function_rights.h"
#include "store/licenses.h"
#include "store/owner_contacts.h"
#include "store/password_rules.h"
#include "store/persons.h"
#include "store/records.h"
#include "store/roles.h"
#include "store/service_auths.h"
#include "store/user_commands.h"
#include "store/user_groups.h"

namespace emulator::store {

/// What survives a loss of power: normal loses the last commits, full none, off may damage the
/// file. None of them loses anything when only the process dies. No matter in memory.
enum class Durability { normal, full, off };

/// Rolls back unless committed. Do not outlive the store.
class Transaction {
 public:
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  friend class Store;
  explicit Transaction(Connection& connection);

  Connection& connection_;
  bool open_ = true;
};

/// One connection and one transaction, so not for two threads at once: the owner locks.
/// Everything throws store::Error.
class Store {
  std::unique_ptr<Connection> connection_;  // First: the tables use it.

 public:
  static constexpr const char* in_memory = ":memory:";

  /// Opens or makes the file; refuses one that is damaged, not ours, or of another schema version.
  explicit Store(const std::string& path, Durability durability = Durability::normal);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Nothing has been seeded or copied into it yet: there is no role.
  bool is_new();

  /// Only one at a time. Outside of one, each statement stands for itself.
  Transaction begin();

  /// Whether the file was made by a store, damaged or not, or is empty still. Throws Error when it
  /// cannot be read.
  static bool is_own_file(const std::string& path);

  /// Becomes an equal of the other store, page by page. Neither may be in a transaction.
  void copy_from(Store& other);

  /// Writes a whole copy to a file, ready to be opened; one that is there is replaced. After a
  /// power failure there is the whole file or none; it costs one wait for the disk, where making
  /// and then copying costs ten. Not in a transaction.
  void write_file(const std::string& path);

  /// The bytes of a file that any program that knows SQLite opens, WAL or not. Not in a
  /// transaction.
  std::string image();
  /// How many these are.
  std::size_t size();

  /// Becomes an equal of a file that another store has written, which is not touched. Refuses one
  /// that the constructor would, and one whose last changes are not in it yet. Not in a
  /// transaction.
  void read_file(const std::string& path);

  /// For the store's own parts, such as seed(); nothing can be done with it elsewhere.
  Connection& connection() { return *connection_; }

  Associates associates;
  AssociateHistories associate_history;
  Contacts contacts;
  Credentials credentials;
  DataRights data_rights;
  Directory directory;
  FunctionRights function_rights;
  Licenses licenses;
  OwnerContacts owner_contacts;
  PasswordRulesTable password_rules;
  Persons persons;
  Roles roles;
  ServiceAuths service_auths;
  UserCommands user_commands;
  UserGroups user_groups;
};

}  // namespace emulator::store
