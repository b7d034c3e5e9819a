#pragma once

#include <vector>

#include "tests/server/operations/role_calls.h"
#include "tests/server/wrong_call.h"

namespace emulator::testing {

/// Every error that roles and their rights bring with them.
inline std::vector<WrongCall> wrong_role_calls() {
  const std::string argument = "SoInvalidArgumentException";
  const std::string illegal = "SoIllegalOperationException";
  const std::string set = "SetDataRight";
  const std::string name = element("Name", "New");
  return {
      {"id-not-found", adm0, "SetFunctionalRights", role_id(99), "SoNotFoundException",
       "Role id 99 not found"},
      {"argument-missing", adm0, "SaveRoleEntity", "", argument, "RoleEntity is missing",
       "RoleEntity"},
      {"text-too-long", adm0, "SaveRoleEntity", role_entity(element("Name", std::string(240, 'x'))),
       argument, "Name is too long: at most 239 characters", "Name"},
      {"data-rights-no-matrix", adm0, "SaveRoleEntity",
       role_entity(name + one_row("sale", {{0, "R"}, {0, "R"}})), argument,
       "Rights does not have a row for each of RowsInfo and a cell for each of ColumnsInfo, once",
       "DataRights"},
      {"no-data-rights-of-table", adm0, "SaveRoleEntity",
       role_entity(name + one_row("mail", {{0, "R"}})), argument,
       "There are no data rights for the table mail", "DataRights"},
      {"own-role", adm0, "DeleteRole", deletion(1, 2), illegal,
       "You cannot change your own role; this might make it impossible to log in to SuperOffice "
       "Administration again."},
      {"role-not-deletable", adm0, "DeleteRole", deletion(12, 0), illegal,
       "The role 12 cannot be deleted"},
      {"role-cannot-replace", adm0, "DeleteRole", deletion(3, 10), argument,
       "The role 10 cannot take over from the deleted one: it must be another one of its type",
       "ReplacingRoleId"},
      {"functional-right-not-of-role", adm0, "SetFunctionalRights",
       role_id(4) + functional_right_ids({"31"}), argument,
       "A role of type Employee cannot have the functional right 31", "FunctionalRightIds"},
      {"no-data-rights-of-table", adm0, set, cell(4, "mail", "MyOwn", "R"), argument,
       "There are no data rights for the table mail", "TableName"},
      {"no-data-rights-of-relation", adm0, set, cell(4, "sale", "MyCompany", "R"), argument,
       "A role of type Employee has no data rights for the relation MyCompany", "RelationToOwner"},
      {"data-right-unknown", adm0, set, cell(4, "sale", "MyOwn", "RW"), argument,
       "RW is no data right: those are R, CR, CRU, CRUD and the empty text", "DataRightValue"},
  };
}

}  // namespace emulator::testing
