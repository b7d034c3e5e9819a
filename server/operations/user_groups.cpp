#include <set>

#include "server/carriers/user_group_carrier.h"
#include "server/domain/fault.h"
#include "server/domain/user_group_rules.h"
#include "server/gate/call.h"
#include "server/operations/install.h"

namespace emulator {
namespace {

store::UserGroup stored_group(Call& call, int id) {
  const auto group = call.store.user_groups.find(id);
  if (!group) throw fault::not_found("UserGroup", id);
  return *group;
}

// A-GET-UNKNOWN: an unknown group is nil. Deleted ones are found.
void get_user_group(Call& call, const _so__GetUserGroup& request,
                    _so__GetUserGroupResponse& response) {
  if (const auto group = call.store.user_groups.find(request.UserGroupId)) {
    response.Response = user_group_carrier(call.context, *group);
  }
}

// A-GET-UNKNOWN: in the order of the request, each once, unknown ids left out.
void get_user_group_list(Call& call, const _so__GetUserGroupList& request,
                         _so__GetUserGroupListResponse& response) {
  response.Response = soap_new_so__ArrayOfUserGroup(call.context.get());
  if (request.UserGroupIds == nullptr) return;
  std::set<int> seen;
  for (const int id : request.UserGroupIds->int_) {
    if (!seen.insert(id).second) continue;
    if (const auto group = call.store.user_groups.find(id)) {
      response.Response->UserGroup.push_back(user_group_carrier(call.context, *group));
    }
  }
}

// A-GROUP-LIST.
void get_all_user_groups(Call& call, const _so__GetAllUserGroups& request,
                         _so__GetAllUserGroupsResponse& response) {
  response.Response = soap_new_so__ArrayOfUserGroup(call.context.get());
  for (const store::UserGroup& group : call.store.user_groups.list(request.IncludeDeleted)) {
    response.Response->UserGroup.push_back(user_group_carrier(call.context, group));
  }
}

// A-DEFAULT-GROUP: SaveUserGroup stores it.
void create_user_group(Call& call, const _so__CreateUserGroup&,
                       _so__CreateUserGroupResponse& response) {
  store::UserGroup group;
  group.rank = rank_of_new(call.store.user_groups.list(true));
  response.Response = user_group_carrier(call.context, group);
}

// A-SAVE-USER-GROUP.
void save_user_group(Call& call, const _so__SaveUserGroup& request,
                     _so__SaveUserGroupResponse& response) {
  if (request.UserGroup == nullptr) throw fault::argument_missing("UserGroup");
  store::UserGroup group = user_group_of_wire(*request.UserGroup);
  if (group.id != 0) stored_group(call, group.id);
  require_user_group_texts(group);
  require_free_name(group, call.store.user_groups.list(true));

  call.store.user_groups.save(group, call.author());
  response.Response = user_group_carrier(call.context, group);
}

// A-DELETE-GROUP: the row goes. Hiding a group is SaveUserGroup's, by its member Deleted.
void delete_user_group(Call& call, const _so__DeleteUserGroup& request,
                       _so__DeleteUserGroupResponse&) {
  const store::UserGroup removed = stored_group(call, request.UserGroupToDelete);
  const int target = request.UserGroupToMoveTo;
  const auto replacing = call.store.user_groups.find(target);
  const bool needs_none = target == 0 && !call.store.user_groups.has_members(removed.id);
  if (!needs_none && !(replacing && can_replace(*replacing, removed))) {
    throw fault::user_group_cannot_replace(target);
  }

  if (replacing) call.store.user_groups.move_members(removed.id, target, call.author());
  call.store.user_groups.remove(removed.id);
}

}  // namespace

void install_user_groups(Operations& on) {
  on.GetUserGroup.serve_with(get_user_group);
  on.GetUserGroupList.serve_with(get_user_group_list);
  on.GetAllUserGroups.serve_with(get_all_user_groups);
  on.CreateUserGroup.serve_with(create_user_group);
  on.SaveUserGroup.serve_with(save_user_group);
  on.DeleteUserGroup.serve_with(delete_user_group);
}

}  // namespace emulator
