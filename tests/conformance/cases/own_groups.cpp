#include "tests/conformance/cases/own_groups.h"

#include "tests/conformance/expect.h"

namespace conformance {

Answer group_of(Session& session, int id) {
  return session.call(Call("GetUserGroup").number("UserGroupId", id));
}

Answer save_group(Session& session, const std::string& members) {
  return session.call(Call("SaveUserGroup").carrier("UserGroup", members));
}

int own_group(Session& session, const std::string& name, const std::string& more) {
  const Answer saved =
      save_group(session, "<Value>" + name + "</Value><Tooltip>of " + name + "</Tooltip>" + more);
  expect_success(saved);
  const int id = saved.number("Id");
  session.own(id);
  session.afterwards([&session, id] {
    if (group_of(session, id).response().is_nil()) return;  // The case has removed it.
    expect_success(delete_group(session, id, other_group(session)));
  });
  return id;
}

Answer delete_group(Session& session, int id, int moving_to) {
  return session.call(Call("DeleteUserGroup")
                          .number("UserGroupToDelete", id)
                          .number("UserGroupToMoveTo", moving_to));
}

int other_group(Session& session) {
  const Answer groups = session.call(Call("GetAllUserGroups").boolean("IncludeDeleted", false));
  for (const Element& group : groups.response().children()) {
    const int id = std::stoi(group.at("Id").text());
    if (!session.own_ids().contains(id)) return id;
  }
  throw LeftOut("there are no user groups");
}

}  // namespace conformance
