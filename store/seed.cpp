#include "store/seed.h"

#include <map>

#include "store/query.h"
#include "store/sql.h"
#include "store/store.h"

namespace emulator::store {

namespace {

// The seed `demo` is the same on every start, and its users log in from here on.
constexpr std::string_view demo_begin = "2024-09-02T07:00:00";

/// The scripts hold passwords in clear, which never leave the transaction. Equal ones are hashed
/// once: a hash may cost a second.
void hash_passwords(Store& store,
                    const std::function<std::string(std::string_view)>& hash_password) {
  static const std::string sql = "UPDATE Credentials SET secret = ? WHERE Credentials_id = ?";
  std::map<std::string, std::string> hashes;
  for (const Credential& credential : store.credentials.list()) {
    std::string& hash = hashes[credential.secret];
    if (hash.empty()) hash = hash_password(credential.secret);
    change(store.connection(), sql, hash, credential.id);
  }
}

/// Of the rows that have none yet.
void set_stamps(Connection& connection, const Author& author) {
  std::vector<std::string> tables;
  {
    Query query(connection,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sequence'");
    while (query.step()) query.read(tables.emplace_back());
  }
  for (const std::string& table : tables) {
    change(connection,
           "UPDATE " + table +
               " SET registered = ?, registered_associate_id = ? "
               "WHERE registered = ?",
           author.now, author.associate_id, null_date);
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
  if (which != Seed::empty) connection.run(seed_small_sql);
  if (which == Seed::demo) connection.run(seed_demo_sql);
  hash_passwords(store, hash_password);
  set_stamps(connection, which == Seed::demo ? Author{std::string(demo_begin)} : author);
  transaction.commit();
}

}  // namespace emulator::store
