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
  const int target = other_group(session);  // Now: nothing can be left out after the case.
  const Answer saved =
      save_group(session, "<Value>" + name + "</Value><Tooltip>of " + name + "</Tooltip>" + more);
  expect_success(saved);
  remove_group_afterwards(session, saved.number("Id"), target);
  return saved.number("Id");
}

void remove_group_afterwards(Session& session, int id, int target) {
  session.own(id);
  session.afterwards([&session, id, target] {
    if (group_of(session, id).response().is_nil()) return;  // The case has removed it.
    expect_success(delete_group(session, id, target));
  });
}

Answer delete_group(Session& session, int id, int moving_to) {
  return session.call(Call("DeleteUserGroup")
                          .number("UserGroupToDelete", id)
                          .number("UserGroupToMoveTo", moving_to));
}

int other_group(Session& session) {
  const Answer groups = session.call(Call("GetAllUserGroups").boolean("IncludeDeleted", false));
  for (const Element& group : groups.response().children()) {
    if (!Session::is_of_a_run(group.at("Value").text())) return std::stoi(group.at("Id").text());
  }
  throw LeftOut("there are no user groups");
}

}  // namespace conformance
