#pragma once

#include <string>
#include <string_view>

#include "server/gate/gate.h"

namespace emulator {

// The rows of a tenant as they are. Everything throws Problem or NoSuchTenant.

/// `GET data`: `{"tables":[{"name":"associate","rows":9},...]}`, by name.
std::string tables_json(Gate& gate, std::string_view tenant);

/// Some rows of a table.
struct RowRange {
  int limit = 100;
  int offset = 0;
};
/// `GET data/{table}`: `{"table":"associate","total":9,"rows":[{"associate_id":11,...},...]}`, by
/// key; what holds secrets or their hashes is `***`. The table's name may be in any case.
std::string rows_json(Gate& gate, std::string_view tenant, const std::string& table,
                      const RowRange& range);

/// `POST seed`: the body is a seed file (seeds/seed.schema.json), or `{"seed":"small"}` with the
/// name of one that is built in. Replaces all rows at once; where it is wrong nothing changes, and
/// the Problem has its first lines. Answers `{"contents":"1 contact, 1 person, ..."}`.
std::string load_seed_json(Gate& gate, std::string_view tenant, std::string_view body);

}  // namespace emulator
