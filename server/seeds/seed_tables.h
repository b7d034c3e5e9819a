#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/seeds/seed_problems.h"
#include "store/seed_rows.h"
#include "store/store.h"

namespace emulator {

/// An object of the file that is about a row.
struct SeedEntry {
  const boost::json::object& object;
  std::string path;
  bool is_new = false;  ///< The row is none of the base.
};

using Ids = std::set<int>;

/// The rows of one kind, by id: those of the base, changed by those of the file.
template <class Record>
struct SeedTable {
  std::string kind;  ///< For people, such as `role`.
  std::map<int, Record> rows{};
  std::map<int, SeedEntry> entries{};  ///< Of the rows that the file has.
  std::map<std::string, Ids> names{};  ///< What rows can be referred to by, case-folded.

  /// Empty where the file does not have the row.
  std::string path_of(int id) const {
    const auto entry = entries.find(id);
    return entry == entries.end() ? std::string() : entry->second.path;
  }
};

/// All that an installation begins with.
struct SeedTables {
  /// As the base has it.
  explicit SeedTables(store::Store& base);

  SeedTable<store::Contact> contacts{"contact"};
  SeedTable<store::Person> persons{"person"};
  SeedTable<store::UserGroup> groups{"user group"};
  SeedTable<store::FunctionRight> rights{"functional right"};
  SeedTable<store::Role> roles{"role"};
  SeedTable<store::ModuleLicense> licenses{"licence"};
  SeedTable<store::Associate> users{"user"};
  SeedTable<store::UserCommand> commands{"user command"};
  SeedTable<store::DirectoryGroup> directory_groups{"directory group"};
  SeedTable<store::DirectoryUser> directory_users{"directory user"};
  std::map<int, store::Credential> passwords;  ///< Rows of type CRM5/PASSWORD, by user.
  int free_credential_id = 1;                  ///< It, and all above it.
  Ids owner_contacts;
  store::PasswordRules password_rules;
  std::map<int, int> role_of_user;
  std::map<int, Ids> groups_of_user;  ///< Without the primary one.
  std::map<int, Ids> licenses_of_user;
  std::map<int, Ids> rights_of_role;
  std::map<int, Ids> members_of_directory_group;

  // Of the file alone.
  std::vector<store::DataRight> data_rights;
  std::map<int, std::string> new_passwords;  ///< In clear, by user.
  bool has_owner_contacts = false;
  bool has_password_rules = false;
};

/// The row of access_license(type); none: there is no such licence.
std::optional<store::ModuleLicense> find_access_license(const SeedTables& tables,
                                                        store::AssociateType type);

}  // namespace emulator
