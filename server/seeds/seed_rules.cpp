#include "server/seeds/seed_rules.h"

#include <string>

#include "server/domain/credential_rules.h"
#include "server/domain/fault.h"
#include "server/domain/license_rules.h"
#include "server/domain/login_rules.h"
#include "server/domain/role_rules.h"
#include "server/domain/user_name_rules.h"
#include "server/domain/user_rules.h"

namespace emulator {
namespace {

using store::AssociateType;

/// `owners` has the rows that share something. Told at those of the file, but for one of them where
/// no row of the base has it.
template <class Record>
void check_unique(const SeedTable<Record>& table, const std::map<std::string, Ids>& owners,
                  const std::string& what, SeedProblems& problems) {
  for (const auto& [shared, ids] : owners) {
    if (ids.size() < 2) continue;
    Ids guilty;
    for (const int id : ids) {
      if (table.entries.contains(id)) guilty.insert(id);
    }
    if (guilty == ids) guilty.erase(guilty.begin());
    for (const int id : guilty) {
      const int other = *ids.begin() == id ? *ids.rbegin() : *ids.begin();
      problems.tell(table.path_of(id),
                    "has the " + what + " of " + table.kind + " " + std::to_string(other));
    }
  }
}

void check_unique_names(const SeedTables& tables, SeedProblems& problems) {
  check_unique(tables.groups, tables.groups.names, "name", problems);
  check_unique(tables.rights, tables.rights.names, "name", problems);
  check_unique(tables.licenses, tables.licenses.names, "name", problems);
  check_unique(tables.users, tables.users.names, "name", problems);
  check_unique(tables.commands, tables.commands.names, "name", problems);
  check_unique(tables.directory_groups, tables.directory_groups.names, "name", problems);
  check_unique(tables.directory_users, tables.directory_users.names, "account", problems);
  std::map<std::string, Ids> values;
  for (const auto& [id, user] : tables.directory_users.rows) {
    if (!user.value.empty()) values[user.value].insert(id);
  }
  check_unique(tables.directory_users, values, "value", problems);
}

void check_rights(const SeedTables& tables, SeedProblems& problems) {
  for (const auto& [role_id, right_ids] : tables.rights_of_role) {
    const store::Role& role = tables.roles.rows.at(role_id);
    for (const int id : right_ids) {
      const auto right = tables.rights.rows.find(id);
      if (right == tables.rights.rows.end()) continue;
      if ((right->second.role_types >> static_cast<int>(role.type) & 1) != 0) continue;
      const std::string path = tables.roles.path_of(role_id);
      problems.tell(path.empty() ? tables.rights.path_of(id) : path,
                    "role " + role.name + " is of type " + std::string(name_of(role.type)) +
                        ", for which " + right->second.name + " is not");
    }
  }
}

/// A licence knows the one it needs by name, and the file may have changed that.
void check_prerequisites(const SeedTables& tables, SeedProblems& problems) {
  if (problems.are_within("$.licences")) return;
  for (const auto& [id, license] : tables.licenses.rows) {
    const std::string& needed = license.prerequisite;
    if (needed.empty() || tables.licenses.names.contains(user_name_key(needed))) continue;
    const std::string path = tables.licenses.path_of(id);
    problems.tell(path.empty() ? "$.licences" : path + ".prerequisite",
                  "licence " + full_name(license) + " needs " + needed + ", which is not there");
  }
}

/// How many users there are of each kind of thing that they share.
struct Shares {
  std::map<int, int> users_of_person;
  std::map<int, int> holders_of_license;
};

Shares shares_of(const SeedTables& tables) {
  Shares shares;
  for (const auto& [id, user] : tables.users.rows) {
    ++shares.users_of_person[user.person_id];
    const auto held = tables.licenses_of_user.find(id);
    if (held == tables.licenses_of_user.end()) continue;
    for (const int license : held->second) ++shares.holders_of_license[license];
  }
  return shares;
}

void check_totals(const SeedTables& tables, const Shares& shares, SeedProblems& problems) {
  for (const auto& [id, holders] : shares.holders_of_license) {
    const auto row = tables.licenses.rows.find(id);
    if (row == tables.licenses.rows.end()) continue;
    const store::ModuleLicense& license = row->second;
    if (license.unrestricted || holders <= license.number) continue;
    std::string path = tables.licenses.path_of(id);
    for (const auto& [user_id, entry] : tables.users.entries) {
      const auto held = tables.licenses_of_user.find(user_id);
      if (path.empty() && held->second.contains(id)) path = entry.path;
    }
    problems.tell(path, std::to_string(holders) + " users hold " + full_name(license) +
                            ", and there are " + std::to_string(license.number));
  }
}

/// One user of the file.
class UserCheck {
 public:
  UserCheck(const SeedTables& tables, const SeedEntry& entry, int id, SeedProblems& problems)
      : tables_(tables), entry_(entry), user_(tables.users.rows.at(id)), problems_(problems) {}

  void check(const Shares& shares) const {
    for (const auto& [member, name] :
         {std::pair{"name", user_.name}, {"userName", user_.user_name}}) {
      if (const auto fault = user_name_fault(name)) tell(member, fault->message);
    }
    keep("role", [&] { check_role(); });
    keep("group", [&] { check_groups(); });
    keep("person", [&] { check_person(shares); });
    keep("type", [&] { check_access(); });
    keep("licences", [&] { check_licenses(); });
    keep("password", [&] { check_password(); });
  }

 private:
  void tell(const std::string& member, const std::string& reason) const {
    problems_.tell(entry_.path + "." + member, reason);
  }

  template <class Rule>
  void keep(const std::string& member, const Rule& rule) const {
    try {
      rule();
    } catch (const Fault& fault) {
      tell(member, fault.message);
    }
  }

  /// What a user of the base has already may be deleted.
  bool is_its_own(const char* member) const {
    return !entry_.is_new && !entry_.object.contains(member);
  }

  template <class Record>
  static std::optional<Record> find(const SeedTable<Record>& table, int id) {
    const auto row = table.rows.find(id);
    return row == table.rows.end() ? std::nullopt : std::optional(row->second);
  }

  void check_role() const {
    const int id = tables_.role_of_user.at(user_.id);
    require_role_for(user_.type, find(tables_.roles, id), id, "role", is_its_own("role"));
  }

  void check_groups() const {
    const Ids& others = tables_.groups_of_user.at(user_.id);
    require_groups_for(user_.type, user_.group_id, !others.empty());
    if (user_.group_id != 0) {
      require_group(find(tables_.groups, user_.group_id), user_.group_id, is_its_own("group"));
    }
    for (const int id : others) {
      require_group(find(tables_.groups, id), id, is_its_own("otherGroups"));
    }
  }

  void check_person(const Shares& shares) const {
    require_person_id(user_.type, user_.person_id, "person");
    const auto person = find(tables_.persons, user_.person_id);
    if (!person) return;
    if (entry_.is_new && !user_.deleted && person->retired) throw fault::user_retired();
    if (shares.users_of_person.at(person->id) > 1) throw fault::person_already_user();
    if (user_.type == AssociateType::employee && !is_its_own("person") &&
        !tables_.owner_contacts.contains(person->contact_id)) {
      throw fault::person_of_no_owner();
    }
  }

  void check_access() const {
    if (!entry_.is_new) return;
    require_license_for(user_.type, find_access_license(tables_, user_.type));
  }

  void check_licenses() const {
    std::vector<LicenseState> states;
    for (const auto& [id, license] : tables_.licenses.rows) states.push_back({license});
    std::vector<LicenseName> wanted;
    for (const int id : tables_.licenses_of_user.at(user_.id)) wanted.push_back({id});
    license_change(states, user_.type, wanted, false);
  }

  void check_password() const {
    if (!tables_.new_passwords.contains(user_.id)) return;
    if (!can_have(user_.type, *credential_kind(password_credential))) {
      throw fault::wrong_user_type("password");
    }
  }

  const SeedTables& tables_;
  const SeedEntry& entry_;
  const store::Associate& user_;
  SeedProblems& problems_;
};

}  // namespace

void check_rules(const SeedTables& tables, SeedProblems& problems) {
  check_prerequisites(tables, problems);
  check_unique_names(tables, problems);
  check_rights(tables, problems);
  const Shares shares = shares_of(tables);
  check_totals(tables, shares, problems);
  for (const auto& [id, entry] : tables.users.entries) {
    if (problems.are_within(entry.path)) continue;
    UserCheck(tables, entry, id, problems).check(shares);
  }
}

}  // namespace emulator
