#pragma once

#include <map>
#include <optional>
#include <vector>

#include "store/records.h"
#include "store/user_command_record.h"

namespace emulator::store {

class Store;

/// Rows for a seeded store, each with its id. What is named in one of the sets at the end is linked
/// to just those.
struct SeedRows {
  std::vector<Contact> contacts{};
  std::vector<Person> persons{};
  std::vector<UserGroup> user_groups{};
  std::vector<FunctionRight> function_rights{};
  std::vector<Role> roles{};
  std::vector<ModuleLicense> licenses{};
  std::vector<Associate> associates{};
  std::vector<Credential> credentials{};
  std::vector<UserCommand> user_commands{};
  std::vector<DirectoryGroup> directory_groups{};
  std::vector<DirectoryUser> directory_users{};
  std::vector<DataRight> data_rights{};
  std::optional<PasswordRules> password_rules{};
  std::optional<std::vector<int>> owner_contacts{};
  std::map<int, int> role_of_associate{};
  std::map<int, std::vector<int>> groups_of_associate{};  ///< Without the primary one.
  std::map<int, std::vector<int>> licenses_of_associate{};
  std::map<int, std::vector<int>> rights_of_role{};
  std::map<int, std::vector<int>> members_of_directory_group{};
};

/// Writes them in one transaction, in place of rows with the same ids, which keep their stamps. New
/// rows that come later get ids above all of these. Throws store::Error, also when a reference does
/// not hold; then nothing is written.
void put(Store& store, const SeedRows& rows, const Author& author);

}  // namespace emulator::store
