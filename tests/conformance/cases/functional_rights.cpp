#include <algorithm>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_roles.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

constexpr std::string_view argument = "SoInvalidArgumentException";

struct Right {
  int id = 0;
  std::string code;
};

Answer all_rights(Session& session, const std::string& type) {
  return session.call(Call("GetAllFunctionalRights").text("RoleType", type));
}

/// Three that a role for employees can have.
std::vector<Right> some_rights(Session& session) {
  const Answer all = all_rights(session, "Employee");
  expect_success(all);
  std::vector<Right> rights;
  for (const Element& one : all.response().children()) {
    if (rights.size() == 3) break;
    rights.push_back({std::stoi(one.at("Id").text()), one.at("ExtraInfo").text()});
  }
  if (rights.size() < 3) throw LeftOut("there are not three functional rights for employees");
  return rights;
}

Call set_rights(int role) { return Call("SetFunctionalRights").number("RoleId", role); }

Answer rights_of(Session& session, int role) {
  return session.call(Call("GetFunctionalRights").number("RoleId", role));
}

void give(Session& session, int role, const std::vector<int>& rights) {
  expect_success(session.call(set_rights(role).numbers("FunctionalRightIds", rights)));
}

Call with_right(const std::string& code) {
  return Call("FindRolesWithFunctionalRight").text("FunctionalRightName", code);
}
Call with_rights(const std::vector<std::string>& codes) {
  return Call("FindRolesWithFunctionalRights").strings("FunctionalRightNames", codes);
}
Call without_rights(const std::vector<std::string>& codes) {
  return Call("FindRolesWithoutFunctionalRights").strings("FunctionalRightNames", codes);
}

CONFORMANCE_CASE("GetAllFunctionalRights", "has the code of each right in ExtraInfo",
                 .source = Source::document) {
  const Answer answer = all_rights(session, "Employee");
  expect_success(answer);
  std::vector<std::string> codes;
  for (const Element& one : answer.response().children()) {
    expect(!one.at("Name").text().empty(), "a right has no name");
    codes.push_back(one.at("ExtraInfo").text());
  }
  for (const char* code : {"admin-all", "admin-users"}) {
    expect(std::ranges::find(codes, code) != codes.end(), std::string("there is no ") + code);
  }
}

CONFORMANCE_CASE("GetAllFunctionalRights", "goes by id, has no ranks, and nothing is selected",
                 .source = Source::inferred, .assumption = "A-FUNCTIONAL-RIGHTS") {
  const Answer answer = all_rights(session, "Employee");
  expect(std::ranges::is_sorted(ids_of(answer)), "the ids are not in order");
  for (const Element& one : answer.response().children()) {
    expect_equal("Selected", one.at("Selected").text(), std::string("false"));
    expect_equal("Rank", one.at("Rank").text(), std::string("0"));
    expect_equal("ToolTip", one.at("ToolTip").text(), std::string());
  }
}

CONFORMANCE_CASE("GetAllFunctionalRights",
                 "ext- is for external users, nothing for the other types",
                 .source = Source::inferred, .assumption = "A-FUNCTIONAL-RIGHTS") {
  for (const char* type : {"Employee", "ExternalUser"}) {
    const Answer answer = all_rights(session, type);
    expect_success(answer);
    for (const Element& one : answer.response().children()) {
      const std::string code = one.at("ExtraInfo").text();
      expect_equal(code + " is one of external users", code.starts_with("ext-"),
                   type == std::string("ExternalUser"));
    }
  }
  for (const char* type : {"Anonymous", "System"}) {
    expect(ids_of(all_rights(session, type)).empty(), std::string("there are rights for ") + type);
  }
}

CONFORMANCE_CASE("GetFunctionalRights", "has the rights of the role alone, selected",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-FUNCTIONAL-RIGHTS") {
  const int role = own_role(session);
  const auto rights = some_rights(session);
  give(session, role, {rights[2].id, rights[0].id});
  const Answer answer = rights_of(session, role);
  expect(ids_of(answer) == std::vector{rights[0].id, rights[2].id}, "it has other rights");
  for (const Element& one : answer.response().children()) {
    expect_equal("Selected", one.at("Selected").text(), std::string("true"));
  }
}

CONFORMANCE_CASE("GetFunctionalRights", "of an unknown role is nil", .source = Source::inferred,
                 .assumption = "A-GET-UNKNOWN") {
  expect_nil(rights_of(session, nobody));
}

CONFORMANCE_CASE("SetFunctionalRights", "replaces the set", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const int role = own_role(session);
  const auto rights = some_rights(session);
  give(session, role, {rights[0].id, rights[1].id});
  expect(ids_of(rights_of(session, role)).size() == 2, "two rights were set");
  const Answer answer =
      session.call(set_rights(role).numbers("FunctionalRightIds", {rights[2].id}));
  expect_success(answer);
  expect(answer.body().children().empty(), "the answer of a void operation has something in it");
  expect(ids_of(rights_of(session, role)) == std::vector{rights[2].id}, "it has other rights");
}

CONFORMANCE_CASE("SetFunctionalRights", "an empty list clears the set", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const int role = own_role(session);
  give(session, role, {some_rights(session).front().id});
  give(session, role, {});
  expect(ids_of(rights_of(session, role)).empty(), "there are rights left");
}

// What the PHP client of the public samples sends.
CONFORMANCE_CASE("SetFunctionalRights", "items of the services' namespace are as an empty list",
                 .source = Source::platform, .writes = true, .needs_rights = true) {
  const int role = own_role(session);
  const int right = some_rights(session).front().id;
  give(session, role, {right});
  expect_success(session.call(set_rights(role).xml(
      "<FunctionalRightIds><int>" + std::to_string(right) + "</int></FunctionalRightIds>")));
  expect(ids_of(rights_of(session, role)).empty(), "there are rights left");
}

CONFORMANCE_CASE("SetFunctionalRights", "a right that the type cannot have is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-FUNCTIONAL-RIGHTS") {
  const int role = own_role(session);
  const int right = some_rights(session).front().id;
  give(session, role, {right});
  std::vector<int> wrong = ids_of(all_rights(session, "ExternalUser"));
  wrong.push_back(nobody);
  for (const int id : wrong) {
    expect_refused(session.call(set_rights(role).numbers("FunctionalRightIds", {right, id})),
                   argument);
  }
  expect(ids_of(rights_of(session, role)) == std::vector{right}, "the rights have changed");
}

CONFORMANCE_CASE("SetFunctionalRights", "an unknown role is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-NOT-FOUND") {
  expect_refused(session.call(set_rights(nobody).numbers("FunctionalRightIds", {})),
                 "SoNotFoundException", "Role id " + std::to_string(nobody) + " not found");
}

CONFORMANCE_CASE("SetFunctionalRights", "is not for who may not manage roles",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  const OwnUser user = session.external_user();
  const std::string ticket = ticket_of(session, user);
  const int role = own_role(session);
  const int right = some_rights(session).front().id;
  give(session, role, {right});
  expect_refused(session.call(set_rights(role).ticket(ticket).numbers("FunctionalRightIds", {})),
                 "SoIllegalOperationException", not_permitted);
  const Answer seen =
      session.call(Call("GetFunctionalRights").ticket(ticket).number("RoleId", role));
  expect(ids_of(seen) == std::vector{right}, "who may not change them does not see them");
}

CONFORMANCE_CASE("FindRolesWithFunctionalRight", "finds the roles that have it",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const int role = own_role(session);
  const auto rights = some_rights(session);
  give(session, role, {rights[0].id});
  expect(has(ids_of(session.call(with_right(rights[0].code))), role), "the role is not found");
  expect(!has(ids_of(session.call(with_right(rights[1].code))), role),
         "the role is found with a right that it does not have");
}

CONFORMANCE_CASE("FindRolesWithFunctionalRights", "finds the roles that have one or more of them",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const int role = own_role(session);
  const auto rights = some_rights(session);
  give(session, role, {rights[0].id});
  const auto found = [&](const std::vector<std::string>& codes) {
    return has(numbers_of(session.call(with_rights(codes))), role);
  };
  expect(found({rights[1].code, rights[0].code}), "the role is not found by one of two");
  expect(!found({rights[1].code, rights[2].code}), "the role is found by two others");
}

CONFORMANCE_CASE("FindRolesWithoutFunctionalRights", "finds the roles that have none of them",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const int role = own_role(session);
  const auto rights = some_rights(session);
  give(session, role, {rights[0].id});
  const auto found = [&](const std::vector<std::string>& codes) {
    return has(numbers_of(session.call(without_rights(codes))), role);
  };
  expect(!found({rights[1].code, rights[0].code}), "the role is found, and has one of two");
  expect(found({rights[1].code, rights[2].code}), "the role is not found, and has none of two");
}

CONFORMANCE_CASE("FindRolesWithFunctionalRight", "an unknown code is no role's",
                 .source = Source::inferred, .assumption = "A-FIND-ROLES") {
  for (const char* code : {"no-such-right", "", "ADMIN-ALL"}) {
    expect(ids_of(session.call(with_right(code))).empty(), std::string(code) + " finds roles");
  }
}

CONFORMANCE_CASE("FindRolesWithFunctionalRights", "no code, and an unknown one, find no role",
                 .source = Source::inferred, .assumption = "A-FIND-ROLES") {
  expect(numbers_of(session.call(with_rights({}))).empty(), "no code finds roles");
  expect(numbers_of(session.call(with_rights({"no-such-right"}))).empty(),
         "an unknown code finds roles");
}

CONFORMANCE_CASE("FindRolesWithoutFunctionalRights", "no code, and an unknown one, find every role",
                 .source = Source::inferred, .assumption = "A-FIND-ROLES") {
  undisturbed([&] {
    std::vector<int> all;
    for (const char* type : {"Employee", "ExternalUser", "Anonymous", "System"}) {
      for (const int id : ids_of(session.call(Call("GetAllRoles").text("RoleType", type)))) {
        all.push_back(id);
      }
    }
    std::ranges::sort(all);
    const std::vector<std::vector<std::string>> wanted{{}, {"no-such-right"}};
    for (const auto& codes : wanted) {
      auto found = numbers_of(session.call(without_rights(codes)));
      std::ranges::sort(found);
      expect(found == all, "these are not the roles of GetAllRoles");
    }
  });
}

CONFORMANCE_CASE("FindRolesWithoutFunctionalRights", "a deleted role is left out",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-FIND-ROLES") {
  const int id = deleted_role(session);
  expect(!has(numbers_of(session.call(without_rights({}))), id), "it is found");
}

}  // namespace
}  // namespace conformance
