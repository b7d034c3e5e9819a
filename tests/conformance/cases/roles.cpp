#include <algorithm>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_roles.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/typed.h"

namespace conformance {
namespace {

constexpr const char* types[] = {"Employee", "ExternalUser", "Anonymous", "System"};

Answer all_roles(Session& session, const std::string& type) {
  return session.call(Call("GetAllRoles").text("RoleType", type));
}

CONFORMANCE_CASE("GetRole", "answers id, name and tooltip", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const int id = own_role(session);
  const Answer answer = session.call(Call("GetRole").number("RoleId", id));
  expect_number(answer, "Id", id);
  const Answer whole = role_entity(session, id);
  expect_text(answer, "Value", whole.text("Name"));
  expect_text(answer, "Tooltip", whole.text("Tooltip"));
}

CONFORMANCE_CASE("GetRole", "the caller's role is there", .source = Source::document) {
  const int id = session.caller().role_id;
  const Answer answer = session.call(Call("GetRole").number("RoleId", id));
  expect_number(answer, "Id", id);
  expect(!answer.text("Value").empty(), "it has no name");
}

CONFORMANCE_CASE("GetRole", "an unknown id is nil", .source = Source::inferred,
                 .assumption = "A-GET-UNKNOWN") {
  for (const int id : {nobody, 0, -1}) {
    expect_nil(session.call(Call("GetRole").number("RoleId", id)));
  }
}

CONFORMANCE_CASE("GetAllRoles", "has the roles of that type", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const int id = own_role(session);
  for (const char* type : types) {
    expect_equal(std::string("being among the roles of ") + type,
                 has(ids_of(all_roles(session, type)), id), type == std::string("Employee"));
  }
}

CONFORMANCE_CASE("GetAllRoles", "gSOAP's generated proxy reads the list", .source = Source::wsdl) {
  Typed typed(session);
  auto& request = typed.make<_so__GetAllRoles>();
  request.RoleType = so__RoleType::Employee;
  const auto& answer = typed.call(&Typed::Proxy::GetAllRoles, request);
  expect(typed.succeeded(), "Succeeded is not true");
  expect(answer.Response != nullptr, "Response is nil");
  expect(!answer.Response->SelectableMDOListItem.empty(), "there is no role for employees");
}

CONFORMANCE_CASE("GetAllRoles", "goes by rank, then id, and has nothing but names in it",
                 .source = Source::inferred, .assumption = "A-LISTS") {
  for (const char* type : types) {
    const Answer answer = all_roles(session, type);
    expect_success(answer);
    std::pair<int, int> last{-1'000'000, 0};
    for (const Element& one : answer.response().children()) {
      const std::pair place{std::stoi(one.at("Rank").text()), std::stoi(one.at("Id").text())};
      expect(last < place, "the role " + one.at("Id").text() + " is not in its place");
      last = place;
      expect_equal("FullName", one.at("FullName").text(), one.at("Name").text());
      expect_equal("Selected", one.at("Selected").text(), std::string("false"));
      expect_equal("Hidden", one.at("Hidden").text(), std::string("false"));
      expect_equal("ExtraInfo", one.at("ExtraInfo").text(), std::string());
      expect(one.at("ChildItems").is_nil(), "ChildItems is not nil");
    }
  }
}

CONFORMANCE_CASE("GetRoleEntity", "answers the whole role, with its matrix of data rights",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const int id = own_role(session);
  const Answer answer = role_entity(session, id);
  expect_number(answer, "RoleId", id);
  expect_text(answer, "RoleType", "Employee");
  expect_number(answer, "Deleted", 0);
  expect_number(answer, "Rank", 9999);
  const std::size_t columns =
      answer.response("DataRights/ColumnsInfo").children("RelationToOwner").size();
  const auto rows = answer.response("DataRights/Rights").children("ArrayOfDataRight");
  expect_equal("the number of rows", rows.size(),
               answer.response("DataRights/RowsInfo").children("EntityName").size());
  for (const Element& row : rows) {
    expect_equal("the number of cells in a row", row.children("DataRight").size(), columns);
  }
}

CONFORMANCE_CASE("GetRoleEntity", "an unknown id is nil", .source = Source::inferred,
                 .assumption = "A-GET-UNKNOWN") {
  for (const int id : {nobody, 0}) expect_nil(role_entity(session, id));
}

CONFORMANCE_CASE("GetRoleEntity", "CreatedBy is who made it", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-CARRIER-VALUES") {
  const Answer answer = role_entity(session, own_role(session));
  expect_number(answer, "CreatedBy/AssociateId", session.caller().associate_id);
}

CONFORMANCE_CASE("GetRoleEntity", "Created is in UTC, whatever the TimeZone",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const int id = own_role(session);
  const std::string created = role_entity(session, id).text("Created");
  const Answer zoned = session.call(
      Call("GetRoleEntity")
          .number("RoleEntityId", id)
          .header("<h:TimeZone><h:SoTimeZoneId>261</h:SoTimeZoneId><h:SoTimeZoneLocationCode>NO"
                  "</h:SoTimeZoneLocationCode></h:TimeZone>"));
  expect_text(zoned, "Created", created);
}

CONFORMANCE_CASE("GetRoleEntity", "TableRight says that who has the right may change it",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CARRIER-RIGHTS") {
  const OwnUser user = session.external_user();
  const int id = own_role(session);
  expect_text(role_entity(session, id), "TableRight/Mask", "Select Update Insert Delete");
  const Answer other = session.call(
      Call("GetRoleEntity").ticket(ticket_of(session, user)).number("RoleEntityId", id));
  expect_text(other, "TableRight/Mask", "Select");
  expect(!other.text("TableRight/Reason").empty(), "there is no Reason");
}

CONFORMANCE_CASE("CreateDefaultRoleEntity", "is a blank role that is not stored",
                 .source = Source::document) {
  undisturbed([&] {
    const auto before = ids_of(all_roles(session, "Employee"));
    expect_number(session.call(Call("CreateDefaultRoleEntity")), "RoleId", 0);
    expect(ids_of(all_roles(session, "Employee")) == before, "there is another role now");
  });
}

CONFORMANCE_CASE("CreateDefaultRoleEntity", "is of type Employee, nameless, and the last one",
                 .source = Source::inferred, .assumption = "A-ROLE-DEFAULT") {
  undisturbed([&] {
    const Answer answer = session.call(Call("CreateDefaultRoleEntity"));
    expect_text(answer, "RoleType", "Employee");
    expect_text(answer, "Name", "");
    const Answer roles = all_roles(session, "Employee");
    const std::string last = roles.response().children().back().at("Rank").text();
    expect_number(answer, "Rank", std::stoi(last) + 1);
    for (const Element& row : answer.response("DataRights/Rights").children()) {
      for (const Element& cell : row.children()) {
        expect_equal("a data right", cell.at("Value").text(), std::string());
      }
    }
  });
}

CONFORMANCE_CASE("CreateDefaultRoleEntityFromType", "is a blank role of that type",
                 .source = Source::document) {
  for (const char* type : types) {
    const Answer answer = session.call(Call("CreateDefaultRoleEntityFromType").text("Type", type));
    expect_text(answer, "RoleType", type);
    expect_number(answer, "RoleId", 0);
  }
}

CONFORMANCE_CASE("CreateDefaultRoleEntityFromType", "without a type is one for employees",
                 .source = Source::inferred, .assumption = "A-ROLE-DEFAULT") {
  const Answer answer = session.call(Call("CreateDefaultRoleEntityFromType"));
  expect_text(answer, "RoleType", "Employee");
  expect_text(answer, "Name", "");
}

}  // namespace
}  // namespace conformance
