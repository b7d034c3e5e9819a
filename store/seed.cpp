#include "store/seed.h"

#include "store/query.h"
#include "store/sql.h"
#include "store/store.h"

namespace emulator::store {

namespace {

/// The scripts hold passwords in clear, which never leave the transaction.
void hash_passwords(Store& store,
                    const std::function<std::string(std::string_view)>& hash_password) {
  static const std::string sql = "UPDATE Credentials SET secret = ? WHERE Credentials_id = ?";
  for (const Credential& credential : store.credentials.list()) {
    change(store.connection(), sql, hash_password(credential.secret), credential.id);
  }
}

void set_stamps(Connection& connection, const Author& author) {
  std::vector<std::string> tables;
  {
    Query query(connection,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sequence'");
    while (query.step()) query.read(tables.emplace_back());
  }
  for (const std::string& table : tables) {
    change(connection, "UPDATE " + table + " SET registered = ?, registered_associate_id = ?",
           author.now, author.associate_id);
  }
}

}  // namespace

void seed(Store& store, Seed which,
          const std::function<std::string(std::string_view)>& hash_password, const Author& author) {
  Connection& connection = store.connection();
  Transaction transaction = store.begin();
  if (!store.is_new()) throw Error("only a new store can be seeded");
  // Companies have associates, associates have persons, and persons are at companies.
  connection.run("PRAGMA defer_foreign_keys = ON");
  connection.run(seed_empty_sql);
  connection.run(seed_data_rights_sql);
  if (which == Seed::small) connection.run(seed_small_sql);
  hash_passwords(store, hash_password);
  set_stamps(connection, author);
  transaction.commit();
}

}  // namespace emulator::store
