#include <algorithm>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_roles.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

constexpr std::string_view argument = "SoInvalidArgumentException";
constexpr std::string_view not_found = "SoNotFoundException";

Call at(const char* operation, int role, std::string_view table, std::string_view relation) {
  return Call(operation)
      .number("RoleId", role)
      .text("TableName", table)
      .text("RelationToOwner", relation);
}

Call get(int role, std::string_view table, std::string_view relation) {
  return at("GetDataRight", role, table, relation);
}

Call set(int role, std::string_view table, std::string_view relation, std::string_view value) {
  return at("SetDataRight", role, table, relation).text("DataRightValue", value);
}

Answer row(Session& session, int role, std::string_view table) {
  return session.call(Call("GetDataRights").number("RoleId", role).text("TableName", table));
}

/// Of a StringDictionary.
std::string value_of(const Answer& dictionary, std::string_view key) {
  expect_success(dictionary);
  for (const Element& pair : dictionary.response().children()) {
    if (pair.at("Key").text() == key) return pair.at("Value").text();
  }
  fail("there is no key " + std::string(key));
}

std::vector<std::string> keys_of(const Answer& dictionary) {
  expect_success(dictionary);
  std::vector<std::string> keys;
  for (const Element& pair : dictionary.response().children()) {
    keys.push_back(pair.at("Key").text());
  }
  return keys;
}

/// The cell of a role's matrix, by the positions of row and column.
std::string cell_of(const Answer& role, std::string_view table, int column) {
  const auto rows = role.response("DataRights/RowsInfo").children();
  const auto rights = role.response("DataRights/Rights").children();
  const auto columns = role.response("DataRights/ColumnsInfo").children();
  for (std::size_t i = 0; i < rows.size() && i < rights.size(); ++i) {
    if (rows[i].at("TableName").text() != table) continue;
    const auto cells = rights[i].children();
    for (std::size_t j = 0; j < columns.size() && j < cells.size(); ++j) {
      if (columns[j].at("Id").text() == std::to_string(column)) return cells[j].at("Value").text();
    }
  }
  fail("there is no cell for the table " + std::string(table));
}

CONFORMANCE_CASE("SetDataRight", "writes the cell that GetDataRight reads",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const int role = own_role(session);
  for (const char* value : {"CRUD", "CRU", "CR", "R", ""}) {
    const Answer answer = session.call(set(role, "contact", "MyOwn", value));
    expect_success(answer);
    expect(answer.body().children().empty(), "the answer of a void operation has something in it");
    expect_text(session.call(get(role, "contact", "MyOwn")), "", value);
  }
}

CONFORMANCE_CASE("SetDataRight", "changes that cell alone", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const int role = own_role(session);
  expect_success(session.call(set(role, "contact", "MyOwn", "CRUD")));
  expect_success(session.call(set(role, "contact", "OtherAssociates", "R")));
  expect_success(session.call(set(role, "person", "MyOwn", "CR")));
  const Answer contact = row(session, role, "contact");
  expect_equal("contact, MyOwn", value_of(contact, "MyOwn"), std::string("CRUD"));
  expect_equal("contact, OtherAssociates", value_of(contact, "OtherAssociates"), std::string("R"));
  expect_equal("person, MyOwn", value_of(row(session, role, "person"), "MyOwn"), std::string("CR"));
}

CONFORMANCE_CASE("SetDataRight", "an absent or nil value is the empty one",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DATA-RIGHT-VALUES") {
  const int role = own_role(session);
  for (const NoText& none : without_text("DataRightValue")) {
    expect_success(session.call(set(role, "project", "MyOwn", "R")));
    expect_success(session.call(at("SetDataRight", role, "project", "MyOwn").xml(none.xml)));
    expect_text(session.call(get(role, "project", "MyOwn")), "", "");
  }
}

CONFORMANCE_CASE("SetDataRight", "a value that is none is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-DATA-RIGHT-VALUES") {
  const int role = own_role(session);
  expect_success(session.call(set(role, "sale", "MyOwn", "CR")));
  for (const char* value : {"C", "cru", "RC", "CRUDE", "D", " CR", "None"}) {
    const Answer answer = session.call(set(role, "sale", "MyOwn", value));
    expect(!answer.succeeded(), std::string(value) + ": " + answer.summary());
    expect_refused(answer, argument);
  }
  expect_text(session.call(get(role, "sale", "MyOwn")), "", "CR");
}

CONFORMANCE_CASE("SetDataRight", "a position that is not there is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DATA-RIGHTS") {
  const int role = own_role(session);
  expect_refused(session.call(set(role, "nosuchtable", "MyOwn", "R")), argument);
  expect_refused(session.call(set(role, "", "MyOwn", "R")), argument);
  expect_refused(session.call(set(role, "contact", "MyCompany", "R")), argument);
  expect_refused(session.call(set(nobody, "contact", "MyOwn", "R")), not_found);
}

CONFORMANCE_CASE("SetDataRight", "is not for who may not manage roles", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-ACCESS") {
  const OwnUser user = session.external_user();
  const std::string ticket = ticket_of(session, user);
  const int role = own_role(session);
  expect_success(session.call(set(role, "sale", "MyOwn", "CR")));
  expect_refused(session.call(set(role, "sale", "MyOwn", "CRUD").ticket(ticket)),
                 "SoIllegalOperationException", not_permitted);
  expect_text(session.call(get(role, "sale", "MyOwn").ticket(ticket)), "", "CR");
}

CONFORMANCE_CASE("GetDataRight", "is one of the values that are documented",
                 .source = Source::document) {
  const Answer answer = session.call(get(session.caller().role_id, "contact", "MyOwn"));
  expect_success(answer);
  const std::string found = answer.text();
  const std::vector<std::string> values{"", "R", "C", "CR", "CRU", "CRUD"};
  expect(std::ranges::find(values, found) != values.end(), "it is '" + found + "'");
}

CONFORMANCE_CASE("GetDataRight", "a position that is not there is an error",
                 .source = Source::document) {
  const int role = session.caller().role_id;
  const Answer answer = session.call(get(role, "nosuchtable", "MyOwn"));
  expect(answer.status() == 200 && !answer.succeeded(), "found " + answer.summary());
}

CONFORMANCE_CASE("GetDataRight", "which error that is: of the table, the relation, and the role",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DATA-RIGHTS") {
  const int role = own_role(session);
  expect_refused(session.call(get(role, "nosuchtable", "MyOwn")), argument);
  expect_refused(session.call(get(role, "contact", "SameProject")), argument);
  expect_refused(session.call(get(nobody, "contact", "MyOwn")), not_found);
  expect_refused(session.call(get(session.external_role(), "contact", "PrimaryGroup")), argument);
}

CONFORMANCE_CASE("GetDataRights", "has each relation of the role's type, by the WSDL's name",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DATA-RIGHTS") {
  const std::vector<std::string> of_employees{"MyOwn",           "PrimaryGroup", "OtherGroups",
                                              "OtherAssociates", "ExternalUser", "Anonymous"};
  const std::vector<std::string> of_externals{"MyOwn",     "OtherAssociates", "ExternalUser",
                                              "Anonymous", "MyCompany",       "SameProject"};
  const auto alike = [](std::vector<std::string> found, std::vector<std::string> expected) {
    std::ranges::sort(found);
    std::ranges::sort(expected);
    return found == expected;
  };
  expect(alike(keys_of(row(session, own_role(session), "contact")), of_employees),
         "other relations of a role for employees");
  expect(alike(keys_of(row(session, session.external_role(), "CONTACT")), of_externals),
         "other relations of a role for external users");
}

CONFORMANCE_CASE("GetDataRights", "is the row of GetDataRight", .source = Source::document) {
  const int role = session.caller().role_id;
  const Answer answer = row(session, role, "contact");
  for (const std::string& key : keys_of(answer)) {
    expect_text(session.call(get(role, "contact", key)), "", value_of(answer, key));
  }
}

CONFORMANCE_CASE("GetDataRights", "a table or a role that is not there is refused",
                 .source = Source::inferred, .assumption = "A-DATA-RIGHTS") {
  expect_refused(row(session, session.caller().role_id, "nosuchtable"), argument);
  expect_refused(row(session, nobody, "contact"), not_found);
}

CONFORMANCE_CASE("GetRoleEntity", "has the data rights of the role in its matrix",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DATA-RIGHTS") {
  const int id = own_role(session);
  expect_success(session.call(set(id, "document", "OtherGroups", "CRU")));
  expect_success(session.call(set(id, "document", "Anonymous", "R")));
  const Answer role = role_entity(session, id);
  expect_equal("the number of tables", role.response("DataRights/RowsInfo").children().size(),
               std::size_t{11});
  expect_equal("document, OtherGroups", cell_of(role, "document", 2), std::string("CRU"));
  expect_equal("document, Anonymous", cell_of(role, "document", 5), std::string("R"));
}

}  // namespace
}  // namespace conformance
