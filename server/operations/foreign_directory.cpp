#include "server/carriers/directory_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/credential_rules.h"
#include "server/domain/user_name_rules.h"
#include "server/gate/call.h"
#include "server/operations/install.h"

namespace emulator {
namespace {

// A-DIRECTORY: credentials of other types have none.
bool has_directory(const std::string* type) { return text_of(type) == directory_credential; }

// Always one group at least (documented), which then has no name.
void find_groups(Call& call, const _so__FindCredentialsGroups& request,
                 _so__FindCredentialsGroupsResponse& response) {
  std::vector<store::DirectoryGroup> groups;
  if (has_directory(request.Type)) {
    groups = call.store.directory.find_groups(user_name_key(text_of(request.SearchString)));
  }
  if (groups.empty()) groups.emplace_back();
  response.Response = soap_new_so__ArrayOfCredentialsGroup(call.context.get());
  for (const store::DirectoryGroup& group : groups) {
    response.Response->CredentialsGroup.push_back(credentials_group_carrier(call.context, group));
  }
}

void find_users(Call& call, const _so__FindCredentialUsers& request,
                _so__FindCredentialUsersResponse& response) {
  std::vector<store::DirectoryUser> users;
  if (has_directory(request.Type)) {
    users = call.store.directory.find_users(user_name_key(text_of(request.SearchString)));
  }
  response.Response = credential_users_carrier(call.context, call.store, users);
}

void get_users_in_group(Call& call, const _so__GetCredentialUsersInGroup& request,
                        _so__GetCredentialUsersInGroupResponse& response) {
  std::vector<store::DirectoryUser> users;
  if (has_directory(request.Type)) {
    users = call.store.directory.members(user_name_key(text_of(request.GroupName)));
  }
  response.Response = credential_users_carrier(call.context, call.store, users);
}

}  // namespace

void install_foreign_directory(Operations& on) {
  on.FindCredentialsGroups.serve_with(find_groups);
  on.FindCredentialUsers.serve_with(find_users);
  on.GetCredentialUsersInGroup.serve_with(get_users_in_group);
}

}  // namespace emulator
