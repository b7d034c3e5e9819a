#include "server/seeds/seed_links.h"

#include <string>

#include "server/domain/data_right_rules.h"
#include "server/domain/role_rules.h"
#include "server/domain/user_name_rules.h"

namespace emulator {
namespace {

template <class Record, class... Names>
void add_names(SeedTable<Record>& table, const Names&... names_of) {
  for (const auto& [id, row] : table.rows) {
    for (const std::string& name : {names_of(row)...}) {
      if (!name.empty()) table.names[user_name_key(name)].insert(id);
    }
  }
}

void add_all_names(SeedTables& tables) {
  const auto name_of_row = [](const auto& row) { return row.name; };
  add_names(tables.contacts, name_of_row);
  add_names(tables.persons, [](const store::Person& person) { return person.email; });
  add_names(tables.groups, name_of_row);
  add_names(tables.rights, name_of_row);
  add_names(tables.roles, name_of_row);
  add_names(tables.licenses, [](const auto& license) { return full_name(license); });
  add_names(tables.users, name_of_row, [](const store::Associate& user) { return user.user_name; });
  add_names(tables.commands, name_of_row);
  add_names(tables.directory_groups, name_of_row);
  add_names(tables.directory_users, [](const auto& user) { return user.account; });
}

/// Calls `visit(reader, row)` for each row that the file has.
template <class Record, class Visit>
void for_each_entry(SeedTable<Record>& table, SeedProblems& problems, const Visit& visit) {
  for (const auto& [id, entry] : table.entries) {
    visit(EntryReader(entry.object, entry.path, problems), table.rows.at(id));
  }
}

void link_persons(SeedTables& tables, SeedProblems& problems) {
  for_each_entry(tables.contacts, problems, [&](const EntryReader& entry, store::Contact& row) {
    entry.refer("associate", tables.users, row.associate_id);
  });
  for_each_entry(tables.persons, problems, [&](const EntryReader& entry, store::Person& row) {
    entry.refer("contact", tables.contacts, row.contact_id);
    entry.refer("associate", tables.users, row.associate_id);
    entry.refer("supportAssociate", tables.users, row.support_associate_id);
  });
}

void take_data_rights(const EntryReader& entry, const store::Role& role,
                      std::vector<store::DataRight>& cells, SeedProblems& problems) {
  const boost::json::object* object = entry.member("dataRights");
  if (object == nullptr) return;
  const EntryReader matrix(*object, entry.path("dataRights"), problems);
  for (const DataRightTable& table : data_right_tables()) {
    const boost::json::object* row = matrix.member(table.name);
    if (row == nullptr) continue;
    const EntryReader reader(*row, matrix.path(table.name), problems);
    for (const OwnerRelation& relation : owner_relations()) {
      if (!reader.has(relation.name)) continue;
      if (!has_relation(role.type, relation.relation)) {
        reader.tell(relation.name,
                    "is nothing that roles of type " + std::string(name_of(role.type)) + " have");
      }
      store::DataRight cell;
      cell.role_id = role.id;
      cell.table_id = table.id;
      cell.relation = relation.relation;
      reader.read(relation.name, cell.crud);
      cells.push_back(cell);
    }
  }
}

void link_roles(SeedTables& tables, SeedProblems& problems) {
  for_each_entry(tables.roles, problems, [&](const EntryReader& entry, store::Role& role) {
    if (const auto ids = entry.refer_all("functionalRights", tables.rights)) {
      tables.rights_of_role[role.id] = *ids;
    }
    take_data_rights(entry, role, tables.data_rights, problems);
  });
}

void link_licenses(SeedTables& tables, SeedProblems& problems) {
  for_each_entry(tables.licenses, problems, [&](const EntryReader& entry, auto& license) {
    int id = -1;  // Stays where nothing is said.
    entry.refer("prerequisite", tables.licenses, id);
    if (id == 0) license.prerequisite.clear();
    if (id > 0) license.prerequisite = full_name(tables.licenses.rows.at(id));
    if (id == license.id) entry.tell("prerequisite", "is the licence itself");
  });
}

void link_directory(SeedTables& tables, SeedProblems& problems) {
  for_each_entry(tables.directory_groups, problems, [&](const EntryReader& entry, auto& group) {
    if (const auto ids = entry.refer_all("members", tables.directory_users)) {
      tables.members_of_directory_group[group.id] = *ids;
    }
  });
}

}  // namespace

void link_rows(const EntryReader& file, SeedTables& tables, SeedProblems& problems) {
  add_all_names(tables);
  link_persons(tables, problems);
  link_roles(tables, problems);
  link_licenses(tables, problems);
  link_directory(tables, problems);
  if (const auto ids = file.refer_all("ownerContacts", tables.contacts)) {
    tables.owner_contacts = *ids;
    tables.has_owner_contacts = true;
  }
}

}  // namespace emulator
