#include "store/seed_rows.h"

#include "store/link_table.h"
#include "store/rows.h"
#include "store/store.h"

namespace emulator::store {

namespace {

/// References are looked at when all is written: rows are taken out to be put back.
class ReferencesUnchecked {
 public:
  explicit ReferencesUnchecked(Connection& connection) : connection_(connection) {
    connection_.run("PRAGMA foreign_keys = OFF");
  }
  ~ReferencesUnchecked() { connection_.run("PRAGMA foreign_keys = ON"); }
  ReferencesUnchecked(const ReferencesUnchecked&) = delete;
  ReferencesUnchecked& operator=(const ReferencesUnchecked&) = delete;

 private:
  Connection& connection_;
};

/// Those that are there go first, all of them: two may have changed their names with each other.
template <class Record>
void put_rows(Connection& connection, const std::vector<Record>& records, const Author& author) {
  static const std::string sql =
      "UPDATE sequence SET next_id = max(next_id, ? + 1) WHERE tableName = ?";
  for (const Record& record : records) remove_row<Record>(connection, record.id);
  for (Record record : records) {
    if (record.stamp == Stamp{}) record.stamp = {author.now, author.associate_id};
    put_row(connection, record);
    change(connection, sql, record.id, Mapping<Record>::table);
  }
}

void put_owner_contacts(Store& store, const std::vector<int>& ids, const Author& author) {
  for (const int id : store.owner_contacts.list()) store.owner_contacts.remove(id);
  for (const int id : ids) store.owner_contacts.add(id, author);
}

void put_all(Store& store, const SeedRows& rows, const Author& author) {
  Connection& connection = store.connection();
  put_rows(connection, rows.contacts, author);
  put_rows(connection, rows.persons, author);
  put_rows(connection, rows.user_groups, author);
  put_rows(connection, rows.function_rights, author);
  put_rows(connection, rows.roles, author);
  put_rows(connection, rows.licenses, author);
  put_rows(connection, rows.associates, author);
  put_rows(connection, rows.credentials, author);
  put_rows(connection, rows.user_commands, author);
  put_rows(connection, rows.directory_groups, author);
  put_rows(connection, rows.directory_users, author);
  for (DataRight cell : rows.data_rights) store.data_rights.save(cell, author);
  if (rows.password_rules) put_rows<PasswordRules>(connection, {*rows.password_rules}, author);
  if (rows.owner_contacts) put_owner_contacts(store, *rows.owner_contacts, author);
  for (const auto& [id, role_id] : rows.role_of_associate) {
    store.associates.set_role(id, role_id, author);
  }
  for (const auto& [id, groups] : rows.groups_of_associate) {
    store.associates.set_secondary_groups(id, groups, author);
  }
  for (const auto& [id, licenses] : rows.licenses_of_associate) {
    replace_links(connection, {"LicenseAssocLink", "assocId", "moduleLicenseId"}, id, licenses,
                  author);
  }
  for (const auto& [id, rights] : rows.rights_of_role) {
    store.roles.set_function_rights(id, rights, author);
  }
  for (const auto& [id, members] : rows.members_of_directory_group) {
    store.directory.set_members(id, members, author);
  }
}

}  // namespace

void put(Store& store, const SeedRows& rows, const Author& author) {
  Connection& connection = store.connection();
  const ReferencesUnchecked unchecked(connection);
  Transaction transaction = store.begin();
  put_all(store, rows, author);
  for (const std::string& table :
       column<std::string>(connection, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")) {
    throw Error("a row of " + table + " refers to one that is not there");
  }
  transaction.commit();
}

}  // namespace emulator::store
