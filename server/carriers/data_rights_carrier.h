#pragma once

#include <vector>

#include "server/envelope/soap_context.h"
#include "store/records.h"

namespace emulator {

/// The whole matrix of a role of this type (A-DATA-RIGHTS): a row for each table, a column for each
/// relation that the type has. A position without a cell holds no right. The Id of a column is the
/// number of its relation in the WSDL.
so__DataRights* data_rights_carrier(SoapContext& context, store::RoleType type,
                                    const std::vector<store::DataRight>& cells);

/// One row of the matrix, by the WSDL's names of the relations.
so__StringDictionary* data_rights_row(SoapContext& context, store::RoleType type, int table_id,
                                      const std::vector<store::DataRight>& cells);

/// The cells of a matrix that may have any of the rows and columns, in any order: a client may send
/// a part. Their role is not set. Throws a Fault for what is no matrix of this type of role.
std::vector<store::DataRight> data_rights_of_wire(const so__DataRights& wire, store::RoleType type);

}  // namespace emulator
