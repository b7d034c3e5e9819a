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

template <class Record>
void put_row(Connection& connection, const Record& record, const Author& author) {
  static const std::string sql = [] {
    std::string names = Mapping<Record>::key;
    std::string marks = "?";
    const Record empty;
    Mapping<Record>::columns(empty, [&](const char* name, const auto&) {
      names += std::string(", ") + name;
      marks += ", ?";
    });
    return std::string("INSERT INTO ") + Mapping<Record>::table + " (" + names + ", " +
           stamp_columns + ") VALUES (" + marks + ", ?, ?, ?, ?, ?)";
  }();
  const bool is_new = record.stamp == Stamp{};
  const Stamp stamp = is_new ? Stamp{author.now, author.associate_id} : record.stamp;
  Query query(connection, sql, record.id);
  Mapping<Record>::columns(record, [&](const char*, const auto& member) { query.bind(member); });
  query.bind(stamp.registered);
  query.bind(stamp.registered_associate_id);
  query.bind(stamp.updated);
  query.bind(stamp.updated_associate_id);
  query.bind(stamp.updated_count);
  query.finish();
}

/// Those that are there go first, all of them: two may have changed their names with each other.
template <class Record>
void put_rows(Connection& connection, const std::vector<Record>& records, const Author& author) {
  static const std::string sql =
      "UPDATE sequence SET next_id = max(next_id, ? + 1) WHERE tableName = ?";
  for (const Record& record : records) remove_row<Record>(connection, record.id);
  for (const Record& record : records) {
    put_row(connection, record, author);
    change(connection, sql, record.id, Mapping<Record>::table);
  }
}

void put_links(Connection& connection, const LinkTable& table,
               const std::map<int, std::vector<int>>& links, const Author& author) {
  for (const auto& [from, to] : links) replace_links(connection, table, from, to, author);
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
  const auto link = [&](const LinkTable& table, const auto& links) {
    put_links(connection, table, links, author);
  };
  link({"UserGroupLink", "assoc_id", "UserGroup_id"}, rows.groups_of_associate);
  link({"LicenseAssocLink", "assocId", "moduleLicenseId"}, rows.licenses_of_associate);
  link({"FunctionRightRoleLink", "roleId", "functionRightId"}, rows.rights_of_role);
  link({"directory_member", "directory_group_id", "directory_user_id"},
       rows.members_of_directory_group);
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
