#include "store/store.h"

#include "store/query.h"

namespace emulator::store {

Transaction::Transaction(Connection& connection) : connection_(connection) {
  static const std::string sql = "BEGIN";
  change(connection_, sql);
}

Transaction::~Transaction() {
  // SQLite may have rolled back by itself, on a full disk for instance.
  if (!open_ || !connection_.in_transaction()) return;
  try {
    static const std::string sql = "ROLLBACK";
    change(connection_, sql);
  } catch (const Error&) {
    // The next begin() will tell.
  }
}

void Transaction::commit() {
  static const std::string sql = "COMMIT";
  change(connection_, sql);
  open_ = false;
}

Store::Store(const std::string& path, Durability durability)
    : connection_(std::make_unique<Connection>(path, durability)),
      associates(*connection_),
      associate_history(*connection_),
      contacts(*connection_),
      credentials(*connection_),
      data_rights(*connection_),
      directory(*connection_),
      function_rights(*connection_),
      licenses(*connection_),
      owner_contacts(*connection_),
      password_rules(*connection_),
      persons(*connection_),
      roles(*connection_),
      service_auths(*connection_),
      user_commands(*connection_),
      user_groups(*connection_) {}

Store::~Store() = default;

bool Store::is_new() {
  static const std::string sql = "SELECT NOT EXISTS (SELECT 1 FROM Role)";
  return number(*connection_, sql) == 1;
}

Transaction Store::begin() { return Transaction(*connection_); }

bool Store::is_own_file(const std::string& path) { return Connection::is_own_file(path); }

void Store::write_file(const std::string& path) { connection_->write_file(path); }

std::string Store::image() { return connection_->image(); }

std::size_t Store::size() {
  static const std::string pages = "PRAGMA page_count";
  static const std::string page = "PRAGMA page_size";
  return static_cast<std::size_t>(number(*connection_, pages)) *
         static_cast<std::size_t>(number(*connection_, page));
}

void Store::read_file(const std::string& path) { connection_->read_file(path); }

void Store::copy_from(Store& other) { connection_->copy_from(*other.connection_); }

}  // namespace emulator::store
