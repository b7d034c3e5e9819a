#pragma once

#include <string_view>
#include <vector>

#include "store/records.h"

namespace emulator {

/// A row of the data right matrix. Its table numbers are documented.
struct DataRightTable {
  int id;                        ///< NetServer's number of the table.
  std::string_view name;         ///< As NetServer's database has it.
  std::string_view description;  ///< What the product's clients call its rows.
};

/// A column of the matrix: whose the rows are that a right is for.
struct OwnerRelation {
  store::RelationToOwner relation;
  std::string_view name;         ///< Of the WSDL's RoleRelationToOwner.
  std::string_view text;         ///< The column's head in the product's administration.
  std::string_view explanation;  ///< For people.
};

/// All rows of the matrix, by table number; they are the same for each type of role (documented of
/// the COM interface).
const std::vector<DataRightTable>& data_right_tables();

/// Letters' case does not matter (A-DATA-RIGHTS). Null: there is no such row.
const DataRightTable* find_data_right_table(std::string_view name);

/// All relations there are, in the order of the WSDL, which is not that of the database's numbers
/// (both documented).
const std::vector<OwnerRelation>& owner_relations();

/// The WSDL's name of the relation.
std::string_view name_of(store::RelationToOwner relation);

/// Whether roles of this type have such a column. Documented: groups for employees only, My company
/// and Same project for external users only. A-DATA-RIGHTS: all others for every type.
bool has_relation(store::RoleType type, store::RelationToOwner relation);

/// The columns of a role of this type, in the order of the WSDL.
std::vector<OwnerRelation> owner_relations(store::RoleType type);

/// Whether it is a value that a cell may hold: nothing, R, CR, CRU or CRUD (documented). The texts
/// of operations name C, which the product's administration does not have (A-DATA-RIGHT-VALUES).
bool is_data_right(std::string_view crud);

/// What the product's administration calls the value, such as Delete for CRUD (documented); empty
/// for what is none.
std::string_view data_right_text(std::string_view crud);

}  // namespace emulator
