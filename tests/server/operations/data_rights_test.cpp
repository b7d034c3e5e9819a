#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/role_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const char* const no_such_relation =
    "A role of type Employee has no data rights for the relation MyCompany";

std::string read(GateFixture& emulator, int role, const std::string& table,
                 const std::string& relation) {
  return emulator
      .call(emulator.login("SAL1", "sal1"), "GetDataRight", position(role, table, relation))
      .result("Response");
}

}  // namespace

TEST_CASE("GetDataRight: the cell of role, table and relation, as the documentation prints them") {
  GateFixture emulator;
  struct Case {
    const char* table;
    const char* relation;
    const char* value;
  };
  for (const Case& c :
       {Case{"contact", "MyOwn", "CRU"}, Case{"person", "MyOwn", "CRUD"},
        Case{"selection", "PrimaryGroup", "CR"}, Case{"BinaryObject", "PrimaryGroup", "R"},
        // The database numbers Other before Other group, the WSDL the other way round.
        Case{"contact", "OtherAssociates", "R"}, Case{"contact", "OtherGroups", ""},
        Case{"sale", "Anonymous", ""}}) {
    CAPTURE(c.table);
    CAPTURE(c.relation);
    CHECK(read(emulator, 4, c.table, c.relation) == c.value);
  }
}

TEST_CASE("GetDataRight: the case of the table's name does not matter, all else does") {
  GateFixture emulator;
  CHECK(read(emulator, 4, "CONTACT", "MyOwn") == "CRU");
  CHECK(read(emulator, 4, "salestakeholder", "PrimaryGroup") == "CRU");
  for (const char* const name : {"", "contacts", " contact", "5", "associate"}) {
    CAPTURE(name);
    CHECK(outcome_of(emulator.call(emulator.login("ADM0", "adm0"), "GetDataRight",
                                   position(4, name, "MyOwn"))) ==
          "SoInvalidArgumentException TableName");
  }
}

TEST_CASE("GetDataRight: a role that is not there is not found") {
  GateFixture emulator;
  const Reply reply = emulator.call(emulator.login("ADM0", "adm0"), "GetDataRight",
                                    position(99999, "contact", "MyOwn"));
  CHECK(outcome_of(reply) == "SoNotFoundException");
  CHECK(reply.message() == "Role id 99999 not found");
}

TEST_CASE("GetDataRight: absent parameters are role 0, no table and the first relation") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  CHECK(outcome_of(emulator.call(ticket, "GetDataRight", "")) == "SoNotFoundException");
  const std::string nil = "<TableName i:nil=\"true\"/>";
  CHECK(outcome_of(emulator.call(ticket, "GetDataRight", role_id(4) + nil)) ==
        "SoInvalidArgumentException TableName");
  CHECK(emulator.call(ticket, "GetDataRight", role_id(4) + element("TableName", "contact"))
            .result("Response") == "CRU");
}

TEST_CASE("SetDataRight: every legal value is written to the one cell, and to no other") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  emulator.call(ticket, "GetRole", "");  // So that later calls do not change the ticket's row.
  for (const std::string value : {"CR", "CRU", "CRUD", "", "R"}) {
    CAPTURE(value);
    const Cells before = Cells::of(emulator.store());
    const Reply reply =
        emulator.call(ticket, "SetDataRight", cell(4, "sale", "OtherGroups", value));
    CHECK(outcome_of(reply) == "ok");
    CHECK(reply.text("Body/SetDataRightResponse") == "");
    // Role 4, table 13, the whole table, relation 3: other group.
    CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) == "DataRight[4,13,0,3]");
    CHECK(read(emulator, 4, "sale", "OtherGroups") == value);
  }
}

TEST_CASE("SetDataRight: each relation of the WSDL is its own number in the database") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  struct Case {
    int role;
    const char* relation;
    const char* number;
  };
  for (const Case& c :
       {Case{5, "MyOwn", "0"}, Case{5, "PrimaryGroup", "1"}, Case{5, "OtherGroups", "3"},
        Case{5, "OtherAssociates", "2"}, Case{5, "ExternalUser", "4"}, Case{5, "Anonymous", "5"},
        Case{10, "MyCompany", "6"}, Case{10, "SameProject", "7"}}) {
    CAPTURE(c.relation);
    CHECK(outcome_of(emulator.call(ticket, "SetDataRight",
                                   cell(c.role, "document", c.relation, "CR"))) == "ok");
    CHECK(Cells::of(emulator.store())
              .at("DataRight[" + std::to_string(c.role) + ",10,0," + c.number + "].CRUD") == "CR");
  }
}

TEST_CASE("SetDataRight: a value that the cell has already changes nothing") {
  GateFixture emulator;
  const Cells before = Cells::of(emulator.store());
  CHECK(outcome_of(emulator.call(emulator.login("ADM0", "adm0"), "SetDataRight",
                                 cell(4, "person", "MyOwn", "CRUD"))) == "ok");
  CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))).find("DataRight") ==
        std::string::npos);
}

TEST_CASE("SetDataRight: absent and nil are no right") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const char* const value : {"", "<DataRightValue i:nil=\"true\"/>", "<DataRightValue/>"}) {
    CAPTURE(value);
    emulator.call(ticket, "SetDataRight", cell(4, "person", "MyOwn", "CRUD"));
    CHECK(outcome_of(emulator.call(ticket, "SetDataRight",
                                   position(4, "person", "MyOwn") + value)) == "ok");
    CHECK(read(emulator, 4, "person", "MyOwn") == "");
  }
}

TEST_CASE("SetDataRight: what is refused, in the order role, table, relation, value") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  struct Case {
    std::string parameters, outcome, message;
  };
  const std::string argument = "SoInvalidArgumentException ";
  for (const Case& c :
       {Case{"", "SoNotFoundException", "Role id 0 not found"},
        Case{cell(99, "x", "MyCompany", "x"), "SoNotFoundException", "Role id 99 not found"},
        Case{cell(-1, "contact", "MyOwn", "R"), "SoNotFoundException", "Role id -1 not found"},
        Case{cell(14, "contact", "MyOwn", "R"), "SoNotFoundException", "Role id 14 not found"},
        Case{cell(4, "x", "MyCompany", "x"), argument + "TableName",
             "There are no data rights for the table x"},
        Case{cell(4, "contact", "MyCompany", "x"), argument + "RelationToOwner", no_such_relation},
        Case{cell(4, "contact", "MyOwn", "x"), argument + "DataRightValue",
             "x is no data right: those are R, CR, CRU, CRUD and the empty text"}}) {
    CAPTURE(c.parameters);
    const Cells before = Cells::of(emulator.store());
    const Reply reply = emulator.call(ticket, "SetDataRight", c.parameters);
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.message() == c.message);
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("SetDataRight: no value but the four and the empty text") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const char* const value : {"C", "U", "D", "RU", "crud", "R ", "DURC", "None", "CRUDX"}) {
    CAPTURE(value);
    CHECK(outcome_of(emulator.call(ticket, "SetDataRight", cell(4, "person", "MyOwn", value))) ==
          "SoInvalidArgumentException DataRightValue");
  }
  CHECK(read(emulator, 4, "person", "MyOwn") == "CRUD");
}

TEST_CASE("Data rights: which relations there are depends on the type of the role") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  struct Case {
    int role;
    const char* relations;
  };
  for (const Case& c :
       {Case{4, "MyOwn PrimaryGroup OtherGroups OtherAssociates ExternalUser Anonymous"},
        Case{10, "MyOwn OtherAssociates ExternalUser Anonymous MyCompany SameProject"},
        Case{11, "MyOwn OtherAssociates ExternalUser Anonymous"},
        Case{12, "MyOwn OtherAssociates ExternalUser Anonymous"}}) {
    CAPTURE(c.role);
    CHECK(all_of(emulator.call(ticket, "GetDataRights",
                               role_id(c.role) + element("TableName", "contact")),
                 "Response/StringKeyValuePair/Key") == c.relations);
    for (const std::string relation : {"MyOwn", "PrimaryGroup", "OtherGroups", "OtherAssociates",
                                       "ExternalUser", "Anonymous", "MyCompany", "SameProject"}) {
      CAPTURE(relation);
      const bool is_there = std::string(c.relations).find(relation) != std::string::npos;
      const std::string outcome = is_there ? "ok" : "SoInvalidArgumentException RelationToOwner";
      CHECK(outcome_of(emulator.call(ticket, "GetDataRight",
                                     position(c.role, "contact", relation))) == outcome);
      CHECK(outcome_of(emulator.call(ticket, "SetDataRight",
                                     cell(c.role, "contact", relation, "R"))) == outcome);
    }
  }
}

TEST_CASE("GetDataRights: one row of the matrix, by the names of the relations") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  emulator.call(ticket, "SetDataRight", cell(4, "contact", "Anonymous", "CR"));
  const Reply reply = emulator.call(emulator.login("ext1@fjord.example", "ext1"), "GetDataRights",
                                    role_id(4) + element("TableName", "Contact"));
  CHECK(reply.texts("Body/*/Response/StringKeyValuePair/Value") ==
        std::vector<std::string>{"CRU", "CRU", "", "R", "", "CR"});
}

TEST_CASE("GetDataRights: what is refused") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::string& role : {std::string(), role_id(0), role_id(99)}) {
    CHECK(outcome_of(
              emulator.call(ticket, "GetDataRights", role + element("TableName", "contact"))) ==
          "SoNotFoundException");
  }
  for (const std::string table :
       {"", "<TableName i:nil=\"true\"/>", "<TableName/>", "<TableName>users</TableName>"}) {
    CHECK(outcome_of(emulator.call(ticket, "GetDataRights", role_id(4) + table)) ==
          "SoInvalidArgumentException TableName");
  }
}

TEST_CASE("Data rights: those of a deleted role can be read and not set") {
  GateFixture emulator;
  CHECK(read(emulator, 14, "contact", "MyOwn") == "");
  CHECK(outcome_of(emulator.call(emulator.login("ADM0", "adm0"), "SetDataRight",
                                 cell(14, "contact", "MyOwn", "R"))) == "SoNotFoundException");
}
