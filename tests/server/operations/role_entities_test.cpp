#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/role_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::string times(int count, const std::string& text) {
  std::string made;
  for (int i = 0; i < count; ++i) made += text;
  return made;
}

Reply entity(GateFixture& emulator, int id) {
  return emulator.call(emulator.login("ADM0", "adm0"), "GetRoleEntity",
                       element("RoleEntityId", std::to_string(id)));
}

/// What a client sends back of an answer that it got: the whole RoleEntity, as it came.
std::string sent_back(const Reply& reply) {
  const std::string& xml = reply.xml();
  const std::size_t begin = xml.find('>', xml.find("<Response")) + 1;
  return xml.substr(begin, xml.find("</Response>") - begin);
}

}  // namespace

TEST_CASE("CreateDefaultRoleEntity: a role of employees without name and rights, not stored") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ext1@fjord.example", "ext1");
  const Cells before = Cells::of(emulator.store());
  for (const std::string operation :
       {"CreateDefaultRoleEntity", "CreateDefaultRoleEntityFromType"}) {
    const Reply reply = emulator.call(ticket, operation, "");
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response/RoleId") == "0");
    CHECK(reply.result("Response/Name") == "");
    CHECK(reply.result("Response/Tooltip") == "");
    CHECK(reply.result("Response/RoleType") == "Employee");
    CHECK(reply.result("Response/Deleted") == "0");
    CHECK(reply.result("Response/Rank") == "10");
    CHECK(reply.result("Response/Created") == "0001-01-01T00:00:00");
    CHECK(reply.result("Response/CreatedBy") == "(nil)");
    CHECK(all_of(reply, "Response/DataRights/ColumnsInfo/RelationToOwner/Id") == "0 1 2 3 4 5");
    const auto values =
        reply.texts("Body/*/Response/DataRights/Rights/ArrayOfDataRight/DataRight/Value");
    CHECK(values == std::vector<std::string>(66));  // 11 tables, 6 relations.
  }
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("CreateDefaultRoleEntityFromType: the type, its relations, and the rank behind it") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  struct Case {
    std::string type, relations, rank;
  };
  for (const Case& c :
       {Case{"Employee", "0 1 2 3 4 5", "10"}, Case{"ExternalUser", "0 3 4 5 6 7", "14"},
        Case{"Anonymous", "0 3 4 5", "12"}, Case{"System", "0 3 4 5", "13"}}) {
    const Reply reply =
        emulator.call(ticket, "CreateDefaultRoleEntityFromType", element("Type", c.type));
    CHECK(reply.result("Response/RoleType") == c.type);
    CHECK(reply.result("Response/Rank") == c.rank);
    CHECK(all_of(reply, "Response/DataRights/ColumnsInfo/RelationToOwner/Id") == c.relations);
  }
}

TEST_CASE("CreateDefaultRoleEntity: the first one where there is no role of the type") {
  GateFixture emulator;
  const auto system = emulator.store().roles.find(12).value();
  store::Role deleted = system;
  deleted.deleted = true;
  emulator.store().roles.save(deleted, {});
  CHECK(emulator
            .call(emulator.login("ADM0", "adm0"), "CreateDefaultRoleEntityFromType",
                  element("Type", "System"))
            .result("Response/Rank") == "1");
}

TEST_CASE("GetRoleEntity: the role with its matrix") {
  GateFixture emulator;
  const Reply reply = entity(emulator, 4);
  CHECK(reply.result("Response/RoleId") == "4");
  CHECK(reply.result("Response/Name") == "User level 3");
  CHECK(reply.result("Response/RoleType") == "Employee");
  CHECK(reply.result("Response/DataRights/RowsInfo/EntityName/TableName") == "contact");
  CHECK(reply.result("Response/DataRights/Rights/ArrayOfDataRight/DataRight/Value") == "CRU");
  CHECK(reply.result("Response/DataRights/Rights/ArrayOfDataRight/DataRight/Description") ==
        "Update");
  CHECK(entity(emulator, 14).result("Response/Deleted") == "1");
}

TEST_CASE("GetRoleEntity: nil for a role that is not there") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::string& id : {std::string(), element("RoleEntityId", "0"),
                                element("RoleEntityId", "99"), element("RoleEntityId", "-1")}) {
    const Reply reply = emulator.call(ticket, "GetRoleEntity", id);
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == "(nil)");
  }
}

TEST_CASE("SaveRoleEntity: a new role is stored as it is sent, and can be found") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Reply reply = emulator.call(
      ticket, "SaveRoleEntity",
      role_entity(element("Name", "Guest") + element("Tooltip", "Sees little") +
                  element("RoleType", "ExternalUser") + element("Rank", "-3") +
                  element("UseCategories", "7") + one_row("sale", {{6, "CR"}, {0, "CRUD"}})));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.result("Response/RoleId") == "1001");
  const Reply read = entity(emulator, 1001);
  CHECK(sent_back(read) == sent_back(reply));
  CHECK(read.result("Response/Name") == "Guest");
  CHECK(read.result("Response/Tooltip") == "Sees little");
  CHECK(read.result("Response/RoleType") == "ExternalUser");
  CHECK(read.result("Response/Deleted") == "0");
  CHECK(read.result("Response/Rank") == "-3");
  CHECK(read.result("Response/UseCategories") == "1");
  CHECK(read.result("Response/Created") == "2026-01-15T09:00:00");
  CHECK(read.result("Response/CreatedBy/Name") == "ADM0");
  CHECK(read.result("Response/Updated") == "0001-01-01T00:00:00");
  CHECK(read.result("Response/UpdatedBy") == "(nil)");
  CHECK(emulator.call(ticket, "GetDataRight", position(1001, "sale", "MyCompany"))
            .result("Response") == "CR");
  CHECK(all_of(emulator.call(ticket, "GetAllRoles", element("RoleType", "ExternalUser")),
               "Response/SelectableMDOListItem/Id") == "1001 10 13");
}

TEST_CASE("SaveRoleEntity: a role that is sent back as it came changes its stamp and no more") {
  GateFixture emulator;
  const std::string ticket = emulator.login("SYS0", "sys0");
  emulator.call(ticket, "GetRole", "");  // So that later calls do not change the ticket's row.
  for (const int id : {1, 4, 10, 11, 12}) {
    CAPTURE(id);
    const std::string sent = sent_back(entity(emulator, id));
    const Cells before = Cells::of(emulator.store());
    const Reply reply =
        emulator.call(ticket, "SaveRoleEntity",
                      "<RoleEntity xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" +
                          sent + "</RoleEntity>");
    CHECK(outcome_of(reply) == "ok");
    const std::string role = "Role[" + std::to_string(id) + "].";
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) ==
          role + "updated " + role + "updatedCount " + role + "updated_associate_id");
    CHECK(reply.result("Response/Updated") == "2026-01-15T09:00:00");
    CHECK(reply.result("Response/UpdatedBy/Name") == "SYS0");
  }
}

TEST_CASE("SaveRoleEntity: what is absent becomes empty, but for type and data rights") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  const Reply reply =
      emulator.call(ticket, "SaveRoleEntity", role_entity(role_id(10) + element("Name", "New")));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.result("Response/Name") == "New");
  CHECK(reply.result("Response/Tooltip") == "");
  CHECK(reply.result("Response/Rank") == "0");
  CHECK(reply.result("Response/RoleType") == "ExternalUser");
  CHECK(before.at("DataRight[10,5,0,0].CRUD") == "CRU");
  CHECK(Cells::of(emulator.store()).at("DataRight[10,5,0,0].CRUD") == "CRU");
}

TEST_CASE("SaveRoleEntity: the type of a role never changes") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const char* const type : {"Employee", "ExternalUser", "Anonymous", "System"}) {
    CAPTURE(type);
    const Reply reply = emulator.call(
        ticket, "SaveRoleEntity",
        role_entity(role_id(13) + element("Name", "Partner") + element("RoleType", type)));
    CHECK(reply.result("Response/RoleType") == "ExternalUser");
    CHECK(entity(emulator, 13).result("Response/RoleType") == "ExternalUser");
  }
}

TEST_CASE("SaveRoleEntity: Deleted, Created and the like are not taken from the caller") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string read_only = element("Deleted", "1") +
                                element("Created", "1999-01-01T00:00:00") +
                                "<CreatedBy><AssociateId>12</AssociateId></CreatedBy>" +
                                element("Updated", "1999-01-01T00:00:00");
  for (const int id : {0, 9}) {
    const Reply reply = emulator.call(
        ticket, "SaveRoleEntity", role_entity(role_id(id) + element("Name", "New") + read_only));
    CHECK(outcome_of(reply) == "ok");
    CHECK(reply.result("Response/Deleted") == "0");
    CHECK(reply.result("Response/Created").starts_with("2026-"));
    CHECK(reply.result("Response/CreatedBy/AssociateId") != "12");
  }
}

TEST_CASE("SaveRoleEntity: two roles may have the same name") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  CHECK(outcome_of(emulator.call(ticket, "SaveRoleEntity",
                                 role_entity(element("Name", "User level 0")))) == "ok");
  CHECK(emulator.store().roles.find(1001)->name == emulator.store().roles.find(1)->name);
}

TEST_CASE("SaveRoleEntity: what is refused, in the order role, name, tooltip, data rights") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string argument = "SoInvalidArgumentException ";
  const std::string long_name = element("Name", times(240, "ø"));
  const std::string long_tooltip = element("Tooltip", times(255, "ø"));
  const std::string name = element("Name", "x");
  const std::string wrong_matrix = one_row("mail", {{0, "R"}});
  struct Case {
    std::string parameters, outcome, message;
  };
  for (const Case& c : {
           Case{"", argument + "RoleEntity", "RoleEntity is missing"},
           Case{"<RoleEntity i:nil=\"true\"/>", argument + "RoleEntity", "RoleEntity is missing"},
           Case{"<RoleEntity/>", argument + "Name", "Name is missing"},
           Case{role_entity(role_id(99)), "SoNotFoundException", "Role id 99 not found"},
           Case{role_entity(role_id(-1)), "SoNotFoundException", "Role id -1 not found"},
           // Deleted, which cannot be undone.
           Case{role_entity(role_id(14) + name), "SoNotFoundException", "Role id 14 not found"},
           Case{role_entity(role_id(9) + "<Name i:nil=\"true\"/>" + long_tooltip),
                argument + "Name", "Name is missing"},
           Case{role_entity(role_id(9) + "<Name/>"), argument + "Name", "Name is missing"},
           Case{role_entity(long_name + long_tooltip), argument + "Name",
                "Name is too long: at most 239 characters"},
           Case{role_entity(name + long_tooltip + wrong_matrix), argument + "Tooltip",
                "Tooltip is too long: at most 254 characters"},
           Case{role_entity(name + wrong_matrix), argument + "DataRights",
                "There are no data rights for the table mail"},
           Case{role_entity(role_id(9) + name + one_row("sale", {{6, "R"}})),
                argument + "DataRights",
                "A role of type Employee has no data rights for the relation 6"},
           Case{role_entity(name + one_row("sale", {{0, "R"}, {0, "R"}})), argument + "DataRights",
                "Rights does not have a row for each of RowsInfo and a cell for each of "
                "ColumnsInfo, once"},
           Case{role_entity(name + one_row("sale", {{0, "W"}})), argument + "DataRights",
                "W is no data right: those are R, CR, CRU, CRUD and the empty text"},
       }) {
    CAPTURE(c.message);
    const Cells before = Cells::of(emulator.store());
    const Reply reply = emulator.call(ticket, "SaveRoleEntity", c.parameters);
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.message() == c.message);
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("SaveRoleEntity: the longest texts are taken") {
  GateFixture emulator;
  const std::string name = times(239, "ø");
  const std::string tooltip = times(254, "ø");
  const Reply reply =
      emulator.call(emulator.login("ADM0", "adm0"), "SaveRoleEntity",
                    role_entity(element("Name", name) + element("Tooltip", tooltip)));
  CHECK(reply.result("Response/Name") == name);
  CHECK(reply.result("Response/Tooltip") == tooltip);
}

TEST_CASE("SaveRoleEntity: a part of the matrix changes its cells and leaves the others") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  emulator.call(ticket, "GetRole", "");
  const Cells before = Cells::of(emulator.store());
  CHECK(outcome_of(emulator.call(
            ticket, "SaveRoleEntity",
            role_entity(role_id(4) + element("Name", "User level 3") +
                        one_row("PERSON", {{3, "CRU"}, {0, "CRUD"}, {5, ""}})))) == "ok");
  const Cells after = Cells::of(emulator.store());
  // Other associates is number 2 in the database; the other two have these values already.
  CHECK(listed(before.rows_changed_to(after)) == "DataRight[4,6,0,2] Role[4]");
  CHECK(after.at("DataRight[4,6,0,2].CRUD") == "CRU");
}
