#include "server/carriers/data_rights_carrier.h"

#include <algorithm>
#include <set>
#include <string>

#include "server/carriers/enumerations.h"
#include "server/carriers/wire.h"
#include "server/domain/data_right_rules.h"
#include "server/domain/fault.h"
#include "server/domain/role_rules.h"

namespace emulator {
namespace {

using store::DataRight;
using store::RelationToOwner;

const std::string argument = "DataRights";

std::string crud_at(const std::vector<DataRight>& cells, int table_id, RelationToOwner relation) {
  const auto cell = std::ranges::find_if(cells, [&](const DataRight& one) {
    return one.table_id == table_id && one.relation == relation;
  });
  return cell == cells.end() ? "" : cell->crud;
}

/// The items of an array of the wire; the array itself may be null.
template <class Array, class Item>
std::vector<const Item*> items(const Array* array, std::vector<Item*> Array::*member) {
  if (array == nullptr) return {};
  return {(array->*member).begin(), (array->*member).end()};
}

int table_of_wire(const so__EntityName* wire) {
  if (wire == nullptr) throw fault::data_rights_no_matrix();
  const std::string name = text_of(wire->TableName);
  const DataRightTable* table = find_data_right_table(name);
  if (table == nullptr) throw fault::no_data_rights_of_table(name, argument);
  return table->id;
}

RelationToOwner relation_of_wire(const so__RelationToOwner* wire, store::RoleType type) {
  if (wire == nullptr) throw fault::data_rights_no_matrix();
  for (const OwnerRelation& one : owner_relations(type)) {
    if (static_cast<int>(to_wire(one.relation)) == wire->Id) return one.relation;
  }
  throw fault::no_data_rights_of_relation(std::string(name_of(type)), std::to_string(wire->Id),
                                          argument);
}

std::string crud_of_wire(const so__DataRight* wire) {
  if (wire == nullptr) throw fault::data_rights_no_matrix();
  std::string crud = text_of(wire->Value);
  if (!is_data_right(crud)) throw fault::data_right_unknown(crud, argument);
  return crud;
}

template <class Value>
bool has_duplicates(const std::vector<Value>& values) {
  return std::set<Value>(values.begin(), values.end()).size() != values.size();
}

}  // namespace

so__DataRights* data_rights_carrier(SoapContext& context, store::RoleType type,
                                    const std::vector<DataRight>& cells) {
  const auto relations = owner_relations(type);
  so__DataRights* wire = soap_new_so__DataRights(context.get());
  wire->ColumnsInfo = soap_new_so__ArrayOfRelationToOwner(context.get());
  for (const OwnerRelation& one : relations) {
    so__RelationToOwner* column = soap_new_so__RelationToOwner(context.get());
    column->Id = static_cast<int>(to_wire(one.relation));
    column->Value = to_wire(context, one.text);
    column->Tooltip = to_wire(context, one.explanation);
    wire->ColumnsInfo->RelationToOwner.push_back(column);
  }
  wire->RowsInfo = soap_new_so__ArrayOfEntityName(context.get());
  wire->Rights = soap_new_so__ArrayOfArrayOfDataRight(context.get());
  for (const DataRightTable& table : data_right_tables()) {
    so__EntityName* row = soap_new_so__EntityName(context.get());
    row->TableName = to_wire(context, table.name);
    row->TableDescription = to_wire(context, table.description);
    wire->RowsInfo->EntityName.push_back(row);
    so__ArrayOfDataRight* rights = soap_new_so__ArrayOfDataRight(context.get());
    for (const OwnerRelation& one : relations) {
      const std::string crud = crud_at(cells, table.id, one.relation);
      so__DataRight* right = soap_new_so__DataRight(context.get());
      right->Value = to_wire(context, crud);
      right->Description = to_wire(context, data_right_text(crud));
      rights->DataRight.push_back(right);
    }
    wire->Rights->ArrayOfDataRight.push_back(rights);
  }
  return wire;
}

so__StringDictionary* data_rights_row(SoapContext& context, store::RoleType type, int table_id,
                                      const std::vector<DataRight>& cells) {
  so__StringDictionary* wire = soap_new_so__StringDictionary(context.get());
  for (const OwnerRelation& one : owner_relations(type)) {
    auto& pair = wire->StringKeyValuePair.emplace_back();
    pair.Key = to_wire(context, one.name);
    pair.Value = to_wire(context, crud_at(cells, table_id, one.relation));
  }
  return wire;
}

std::vector<DataRight> data_rights_of_wire(const so__DataRights& wire, store::RoleType type) {
  std::vector<int> tables;
  for (const auto* row : items(wire.RowsInfo, &so__ArrayOfEntityName::EntityName)) {
    tables.push_back(table_of_wire(row));
  }
  std::vector<RelationToOwner> relations;
  for (const auto* one : items(wire.ColumnsInfo, &so__ArrayOfRelationToOwner::RelationToOwner)) {
    relations.push_back(relation_of_wire(one, type));
  }
  const auto rows = items(wire.Rights, &so__ArrayOfArrayOfDataRight::ArrayOfDataRight);
  if (rows.size() != tables.size() || has_duplicates(tables) || has_duplicates(relations)) {
    throw fault::data_rights_no_matrix();
  }
  std::vector<DataRight> cells;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto rights = items(rows[i], &so__ArrayOfDataRight::DataRight);
    if (rights.size() != relations.size()) throw fault::data_rights_no_matrix();
    for (std::size_t j = 0; j < rights.size(); ++j) {
      cells.push_back(
          {.table_id = tables[i], .relation = relations[j], .crud = crud_of_wire(rights[j])});
    }
  }
  return cells;
}

}  // namespace emulator
