#include "server/carriers/data_rights_carrier.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "server/domain/fault.h"
#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;
using store::DataRight;
using store::RelationToOwner;
using store::RoleType;

namespace {

const std::vector<DataRight> cells{
    {.table_id = 5, .relation = RelationToOwner::owner, .crud = "CRU"},
    {.table_id = 5, .relation = RelationToOwner::other, .crud = "R"},
    {.table_id = 205, .relation = RelationToOwner::anonymous, .crud = "CRUD"},
    {.table_id = 6, .relation = RelationToOwner::my_company, .crud = "CR"},
};

std::string columns_of(const so__DataRights& wire) {
  std::string text;
  for (const auto* one : wire.ColumnsInfo->RelationToOwner) {
    text += std::to_string(one->Id) + " " + shown(one->Value) + ", ";
  }
  return text;
}

std::string values_of(const so__DataRights& wire, std::size_t row) {
  std::string text;
  for (const auto* one : wire.Rights->ArrayOfDataRight.at(row)->DataRight) {
    text += shown(one->Value) + "/" + shown(one->Description) + " ";
  }
  return text;
}

/// A whole matrix, to be spoilt and read.
struct Matrix {
  so__DataRights& rights() { return *wire; }
  auto& columns() { return wire->ColumnsInfo->RelationToOwner; }
  auto& rows() { return wire->RowsInfo->EntityName; }
  auto& cells() { return wire->Rights->ArrayOfDataRight; }

  /// The message of the fault; `ok`: there is none.
  std::string problem(RoleType type = RoleType::employee) const {
    try {
      data_rights_of_wire(*wire, type);
    } catch (const Fault& fault) {
      CHECK(fault.parameters == Fault::Parameters{{"Argument", "DataRights"}});
      return fault.message;
    }
    return "ok";
  }

  SoapContext context;
  so__DataRights* wire = data_rights_carrier(context, RoleType::employee, {});
};

const char* const no_matrix =
    "Rights does not have a row for each of RowsInfo and a cell for each of ColumnsInfo, once";

}  // namespace

TEST_CASE("Data rights carrier: the columns of each type of role, numbered as in the WSDL") {
  SoapContext context;
  const auto columns = [&](RoleType type) {
    return columns_of(*data_rights_carrier(context, type, cells));
  };
  CHECK(columns(RoleType::employee) ==
        "0 My own, 1 Primary group, 2 Other groups, 3 Other associates, 4 External user, "
        "5 Anonymous, ");
  CHECK(columns(RoleType::external_user) ==
        "0 My own, 3 Other associates, 4 External user, 5 Anonymous, 6 My company, "
        "7 Same project, ");
  for (const RoleType type : {RoleType::anonymous, RoleType::system}) {
    CHECK(columns(type) == "0 My own, 3 Other associates, 4 External user, 5 Anonymous, ");
  }
}

TEST_CASE("Data rights carrier: a row for each table, with a cell for each column") {
  SoapContext context;
  const so__DataRights* wire = data_rights_carrier(context, RoleType::employee, cells);
  std::string rows;
  for (const auto* row : wire->RowsInfo->EntityName) {
    rows += shown(row->TableName) + "=" + shown(row->TableDescription) + " ";
  }
  CHECK(rows ==
        "contact=Company person=Contact appointment=Follow-up document=Document project=Project "
        "projectmember=Project member sale=Sale selection=Selection relations=Relation "
        "SaleStakeholder=Stakeholder BinaryObject=Binary object ");
  CHECK(wire->Rights->ArrayOfDataRight.size() == 11);
  CHECK(values_of(*wire, 0) == "CRU/Update /None /None R/Read /None /None ");
  CHECK(values_of(*wire, 1) == "/None /None /None /None /None /None ");
  CHECK(values_of(*wire, 10) == "/None /None /None /None /None CRUD/Delete ");
}

TEST_CASE("Data rights carrier: a row by itself, with the WSDL's names of the relations") {
  SoapContext context;
  const so__StringDictionary* wire = data_rights_row(context, RoleType::external_user, 6, cells);
  std::string pairs;
  for (const auto& one : wire->StringKeyValuePair) {
    pairs += shown(one.Key) + "=" + shown(one.Value) + " ";
  }
  CHECK(pairs == "MyOwn= OtherAssociates= ExternalUser= Anonymous= MyCompany=CR SameProject= ");
}

TEST_CASE("Data rights carrier: what is written is read again, for each type of role") {
  SoapContext context;
  for (const RoleType type :
       {RoleType::employee, RoleType::external_user, RoleType::anonymous, RoleType::system}) {
    const so__DataRights* wire = data_rights_carrier(context, type, cells);
    const auto read = data_rights_of_wire(*wire, type);
    CHECK(read.size() ==
          wire->RowsInfo->EntityName.size() * wire->ColumnsInfo->RelationToOwner.size());
    for (const DataRight& one : cells) {
      if (one.relation == RelationToOwner::my_company && type != RoleType::external_user) continue;
      CHECK(std::find(read.begin(), read.end(), one) != read.end());
    }
  }
}

TEST_CASE_FIXTURE(Matrix, "Data rights carrier: a part is read by its own rows and columns") {
  columns() = {columns()[3], columns()[0]};
  rows() = {rows()[10]};
  cells() = {cells()[10]};
  cells()[0]->DataRight.resize(2);
  *cells()[0]->DataRight[0]->Value = "CR";
  cells()[0]->DataRight[1]->Value = nullptr;
  CHECK(data_rights_of_wire(rights(), RoleType::employee) ==
        std::vector<DataRight>{{.table_id = 205, .relation = RelationToOwner::other, .crud = "CR"},
                               {.table_id = 205, .relation = RelationToOwner::owner, .crud = ""}});
}

TEST_CASE("Data rights carrier: nothing at all is no cell") {
  SoapContext context;
  CHECK(data_rights_of_wire(*soap_new_so__DataRights(context.get()), RoleType::employee).empty());
}

TEST_CASE("Data rights carrier: a row or column too many or too few is refused") {
  Matrix whole;
  CHECK(whole.problem() == "ok");
  using Spoil = void (*)(Matrix&);
  int number = 0;
  for (const Spoil spoil : {Spoil([](Matrix& one) { one.rows().pop_back(); }),
                            Spoil([](Matrix& one) { one.columns().pop_back(); }),
                            Spoil([](Matrix& one) { one.cells().pop_back(); }),
                            Spoil([](Matrix& one) { one.cells()[4]->DataRight.pop_back(); }),
                            Spoil([](Matrix& one) { one.cells()[4] = nullptr; }),
                            Spoil([](Matrix& one) { one.cells()[4]->DataRight[2] = nullptr; }),
                            Spoil([](Matrix& one) { one.rows()[4] = nullptr; }),
                            Spoil([](Matrix& one) { one.columns()[4] = nullptr; }),
                            Spoil([](Matrix& one) { one.rows()[4] = one.rows()[3]; }),
                            Spoil([](Matrix& one) { one.columns()[4] = one.columns()[3]; }),
                            Spoil([](Matrix& one) { one.wire->RowsInfo = nullptr; }),
                            Spoil([](Matrix& one) { one.wire->ColumnsInfo = nullptr; }),
                            Spoil([](Matrix& one) { one.wire->Rights = nullptr; })}) {
    ++number;
    CAPTURE(number);
    Matrix matrix;
    spoil(matrix);
    CHECK(matrix.problem() == no_matrix);
  }
}

TEST_CASE("Data rights carrier: what is no table, relation or right is named") {
  struct Case {
    void (*spoil)(Matrix&);
    const char* message;
  };
  for (const Case& c : {
           Case{[](Matrix& one) { *one.rows()[2]->TableName = "mail"; },
                "There are no data rights for the table mail"},
           Case{[](Matrix& one) { one.rows()[2]->TableName = nullptr; },
                "There are no data rights for the table "},
           Case{[](Matrix& one) { one.columns()[2]->Id = 8; },
                "A role of type Employee has no data rights for the relation 8"},
           Case{[](Matrix& one) { one.columns()[2]->Id = -1; },
                "A role of type Employee has no data rights for the relation -1"},
           Case{[](Matrix& one) { *one.cells()[1]->DataRight[1]->Value = "RW"; },
                "RW is no data right: those are R, CR, CRU, CRUD and the empty text"},
       }) {
    Matrix matrix;
    c.spoil(matrix);
    CHECK(matrix.problem() == c.message);
  }
}

TEST_CASE_FIXTURE(Matrix, "Data rights carrier: the columns of another type are refused") {
  CHECK(problem(RoleType::system) == "A role of type System has no data rights for the relation 1");
  CHECK(problem(RoleType::external_user) ==
        "A role of type ExternalUser has no data rights for the relation 1");
}
