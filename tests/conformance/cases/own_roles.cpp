#include "tests/conformance/cases/own_roles.h"

#include <algorithm>
#include <utility>

#include "tests/conformance/expect.h"

namespace conformance {
namespace {

/// That is there already; nobody is moved to it.
int other_role(Session& session, const std::string& type, int but) {
  for (const int id : ids_of(session.call(Call("GetAllRoles").text("RoleType", type)))) {
    if (id != but) return id;
  }
  return 0;
}

int made(Session& session, const std::string& type) {
  const Answer answer = session.call(saving_role(0, session.fresh_name(), type));
  expect_success(answer);
  const int id = answer.number("RoleId");
  session.own(id);
  return id;
}

int kept(Session& session, const std::string& name, const std::string& type) {
  int& id = session.kept(name);
  if (id != 0) return id;
  id = made(session, type);
  session.at_end([&session, &id, type] {
    if (id == 0) return;  // A case has deleted it.
    const int role = std::exchange(id, 0);
    expect_success(session.call(deleting_role(role, other_role(session, type, role))));
  });
  return id;
}

}  // namespace

int own_role(Session& session) { return kept(session, "role", "Employee"); }

int spare_role(Session& session) {
  session.external_role();  // Which must not become this one.
  return kept(session, "spare role", "ExternalUser");
}

int deleted_role(Session& session) {
  int& id = session.kept("deleted role");
  if (id != 0) return id;
  const int spare = spare_role(session);
  expect_success(session.call(deleting_role(spare, other_role(session, "ExternalUser", spare))));
  session.kept("spare role") = 0;
  id = spare;
  return id;
}

Answer role_entity(Session& session, int id) {
  return session.call(Call("GetRoleEntity").number("RoleEntityId", id));
}

Call saving_role(int id, const std::string& name, const std::string& type,
                 const std::string& others) {
  return Call("SaveRoleEntity")
      .carrier("RoleEntity", "<RoleId>" + std::to_string(id) + "</RoleId><Name>" + escaped(name) +
                                 "</Name><Tooltip>Of nsemu-conform</Tooltip><RoleType>" + type +
                                 "</RoleType><Rank>9999</Rank>" + others);
}

Call deleting_role(int id, int replacing) {
  return Call("DeleteRole").number("RoleIdToDelete", id).number("ReplacingRoleId", replacing);
}

std::vector<int> ids_of(const Answer& list) {
  expect_success(list);
  std::vector<int> ids;
  for (const Element& one : list.response().children()) {
    ids.push_back(std::stoi(one.at("Id").text()));
  }
  return ids;
}

std::vector<int> numbers_of(const Answer& list) {
  expect_success(list);
  std::vector<int> ids;
  for (const Element& one : list.response().children()) ids.push_back(std::stoi(one.text()));
  return ids;
}

bool has(const std::vector<int>& ids, int id) { return std::ranges::find(ids, id) != ids.end(); }

}  // namespace conformance
