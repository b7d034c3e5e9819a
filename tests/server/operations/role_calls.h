#pragma once

#include <boost/algorithm/string/join.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/server/operations/outcome.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {

inline std::string role_id(int id) { return element("RoleId", std::to_string(id)); }

/// A list of numbers or names as WCF has it: the items are in the namespace of arrays.
inline std::string array(const std::string& name, const std::string& item,
                         const std::vector<std::string>& values) {
  std::string items;
  for (const std::string& value : values) items += element("a:" + item, value);
  return "<" + name + " xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">" +
         items + "</" + name + ">";
}

inline std::string functional_right_ids(const std::vector<std::string>& ids) {
  return array("FunctionalRightIds", "int", ids);
}
inline std::string functional_right_names(const std::vector<std::string>& names) {
  return array("FunctionalRightNames", "string", names);
}

/// Parameters of GetDataRight, and with a value those of SetDataRight.
inline std::string position(int role, const std::string& table, const std::string& relation) {
  return role_id(role) + element("TableName", table) + element("RelationToOwner", relation);
}
inline std::string cell(int role, const std::string& table, const std::string& relation,
                        const std::string& value) {
  return position(role, table, relation) + element("DataRightValue", value);
}

/// Parameters of DeleteRole.
inline std::string deletion(int role, int replacing) {
  return element("RoleIdToDelete", std::to_string(role)) +
         element("ReplacingRoleId", std::to_string(replacing));
}

/// Parameters of SaveRoleEntity: what is in the carrier, in the WSDL's order.
inline std::string role_entity(const std::string& fields) {
  return "<RoleEntity>" + fields + "</RoleEntity>";
}

/// A DataRights of one row, from the relation's number to the value.
inline std::string one_row(const std::string& table,
                           const std::vector<std::pair<int, std::string>>& rights) {
  std::string columns;
  std::string values;
  for (const auto& [relation, value] : rights) {
    columns += "<RelationToOwner>" + element("Id", std::to_string(relation)) + "</RelationToOwner>";
    values += "<DataRight>" + element("Value", value) + "</DataRight>";
  }
  return "<DataRights><ColumnsInfo>" + columns + "</ColumnsInfo><RowsInfo><EntityName>" +
         element("TableName", table) + "</EntityName></RowsInfo><Rights><ArrayOfDataRight>" +
         values + "</ArrayOfDataRight></Rights></DataRights>";
}

/// The texts of all elements with this path below the one in the Body, with blanks between them.
inline std::string all_of(const Reply& reply, const std::string& path) {
  return boost::algorithm::join(reply.texts("Body/*/" + path), " ");
}

}  // namespace emulator::testing
