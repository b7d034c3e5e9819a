#pragma once

#include <map>
#include <tuple>

#include "store/store.h"

namespace emulator::testing {

/// All that a store holds and services show, to be compared.
inline auto all_rows(store::Store& store) {
  std::map<int, int> roles;
  std::map<int, std::vector<int>> groups;
  std::map<int, std::vector<std::string>> licenses, rights;
  std::map<int, std::vector<store::DataRight>> data_rights;
  std::map<int, std::vector<store::DirectoryUser>> members;
  for (const auto& user : store.associates.list()) {
    roles[user.id] = store.associates.role_of(user.id);
    groups[user.id] = store.associates.secondary_groups(user.id);
    licenses[user.id] = store.licenses.names_of(user.id);
  }
  for (const auto& role : store.roles.list()) {
    rights[role.id] = store.roles.right_names(role.id);
    data_rights[role.id] = store.data_rights.list(role.id);
  }
  for (const auto& group : store.directory.find_groups("")) {
    members[group.id] = store.directory.members(group.name_key);
  }
  return std::tuple(store.contacts.list(), store.persons.list(), store.user_groups.list(true),
                    store.function_rights.list(), store.roles.list(), store.licenses.list(),
                    store.associates.list(), store.credentials.list(), store.user_commands.list(),
                    store.directory.find_groups(""), store.directory.find_users(""),
                    store.owner_contacts.list(), store.password_rules.get(), roles, groups,
                    licenses, rights, data_rights, members);
}

}  // namespace emulator::testing
