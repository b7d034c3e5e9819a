#include "server/seeds/seed_changes.h"

#include <map>
#include <vector>

#include "server/domain/login_rules.h"

namespace emulator {
namespace {

template <class Record>
std::vector<Record> changed_rows(const SeedTable<Record>& table) {
  std::vector<Record> rows;
  for (const auto& [id, entry] : table.entries) rows.push_back(table.rows.at(id));
  return rows;
}

/// Of the rows that the file has.
template <class Record>
std::map<int, std::vector<int>> changed_links(const SeedTable<Record>& table,
                                              const std::map<int, Ids>& links) {
  std::map<int, std::vector<int>> changed;
  for (const auto& [id, entry] : table.entries) {
    const auto linked = links.find(id);
    if (linked != links.end()) changed[id].assign(linked->second.begin(), linked->second.end());
  }
  return changed;
}

/// A password's row goes by the user's name, and follows it.
std::vector<store::Credential> changed_passwords(const SeedTables& tables,
                                                 const HashPassword& hash_password) {
  int next_id = tables.free_credential_id;
  std::vector<store::Credential> rows;
  std::map<std::string, std::string> hashes;
  for (const auto& [id, entry] : tables.users.entries) {
    const auto present = tables.passwords.find(id);
    const auto clear = tables.new_passwords.find(id);
    if (present == tables.passwords.end() && clear == tables.new_passwords.end()) continue;
    store::Credential row;
    if (present != tables.passwords.end()) row = present->second;
    if (row.id == 0) row.id = next_id++;
    const store::Associate& user = tables.users.rows.at(id);
    row.associate_id = id;
    row.type = password_credential;
    row.search_name = user.user_name_key;
    row.display_type = "Password";
    row.display_name = user.user_name;
    if (clear != tables.new_passwords.end()) {
      std::string& hash = hashes[clear->second];
      if (hash.empty()) hash = hash_password(clear->second);
      row.secret = hash;
    }
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

store::SeedRows changes_of(const SeedTables& tables, const HashPassword& hash_password) {
  store::SeedRows rows;
  rows.contacts = changed_rows(tables.contacts);
  rows.persons = changed_rows(tables.persons);
  rows.user_groups = changed_rows(tables.groups);
  rows.function_rights = changed_rows(tables.rights);
  rows.roles = changed_rows(tables.roles);
  rows.licenses = changed_rows(tables.licenses);
  rows.associates = changed_rows(tables.users);
  rows.credentials = changed_passwords(tables, hash_password);
  rows.user_commands = changed_rows(tables.commands);
  rows.directory_groups = changed_rows(tables.directory_groups);
  rows.directory_users = changed_rows(tables.directory_users);
  rows.data_rights = tables.data_rights;
  for (const auto& [id, entry] : tables.users.entries) {
    rows.role_of_associate[id] = tables.role_of_user.at(id);
  }
  rows.groups_of_associate = changed_links(tables.users, tables.groups_of_user);
  rows.licenses_of_associate = changed_links(tables.users, tables.licenses_of_user);
  rows.rights_of_role = changed_links(tables.roles, tables.rights_of_role);
  rows.members_of_directory_group =
      changed_links(tables.directory_groups, tables.members_of_directory_group);
  if (tables.has_password_rules) rows.password_rules = tables.password_rules;
  if (tables.has_owner_contacts) {
    rows.owner_contacts.emplace(tables.owner_contacts.begin(), tables.owner_contacts.end());
  }
  return rows;
}

}  // namespace emulator
