#include "server/seeds/seed_tables.h"

#include <algorithm>

#include "server/domain/login_rules.h"
#include "server/domain/user_rules.h"

namespace emulator {
namespace {

template <class Record>
void take(SeedTable<Record>& table, const std::vector<Record>& records) {
  for (const Record& record : records) table.rows.emplace(record.id, record);
}

Ids ids_of(const auto& records) {
  Ids ids;
  for (const auto& record : records) ids.insert(record.id);
  return ids;
}

Ids ids_of(const std::vector<int>& list) { return {list.begin(), list.end()}; }

void take_links(SeedTables& tables, store::Store& base) {
  for (const auto& [id, user] : tables.users.rows) {
    tables.role_of_user[id] = base.associates.role_of(id);
    tables.groups_of_user[id] = ids_of(base.associates.secondary_groups(id));
    tables.licenses_of_user[id] = ids_of(base.licenses.of_associate(id));
  }
  for (const auto& [id, role] : tables.roles.rows) {
    tables.rights_of_role[id] = ids_of(base.roles.function_rights(id));
  }
  for (const auto& [id, group] : tables.directory_groups.rows) {
    tables.members_of_directory_group[id] = ids_of(base.directory.members(group.name_key));
  }
}

}  // namespace

SeedTables::SeedTables(store::Store& base)
    : owner_contacts(ids_of(base.owner_contacts.list())),
      password_rules(base.password_rules.get()) {
  take(contacts, base.contacts.list());
  take(persons, base.persons.list());
  take(groups, base.user_groups.list(true));
  take(rights, base.function_rights.list());
  take(roles, base.roles.list());
  take(licenses, base.licenses.list());
  take(users, base.associates.list());
  take(commands, base.user_commands.list());
  take(directory_groups, base.directory.find_groups(""));
  take(directory_users, base.directory.find_users(""));
  for (const store::Credential& row : base.credentials.list()) {
    free_credential_id = std::max(free_credential_id, row.id + 1);
    if (row.type == password_credential) passwords.emplace(row.associate_id, row);
  }
  take_links(*this, base);
}

std::optional<store::ModuleLicense> find_access_license(const SeedTables& tables,
                                                        store::AssociateType type) {
  for (const auto& [id, license] : tables.licenses.rows) {
    if (full_name(license) == access_license(type)) return license;
  }
  return std::nullopt;
}

}  // namespace emulator
