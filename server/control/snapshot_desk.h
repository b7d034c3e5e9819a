#pragma once

#include <string>
#include <string_view>

#include "server/gate/gate.h"

namespace emulator {

// States of a tenant's rows, by names, each of them between two calls. Names are told apart by
// case, and follow Tenants::is_name. Everything throws Problem or NoSuchTenant.

/// `GET snapshots`: `{"snapshots":[{"name":"before","taken":"2026-01-15T09:00:00Z",
/// "bytes":212992}]}`, by name; `taken` is the tenant's time.
std::string snapshots_json(Gate& gate, std::string_view tenant);

/// What `PUT snapshots/{name}` did.
struct TakenSnapshot {
  bool is_new = true;  ///< There was none of this name.
  std::string json;    ///< As in the list.
};
/// At most 100 a tenant.
TakenSnapshot take_snapshot(Gate& gate, std::string_view tenant, const std::string& name);

/// `GET snapshots/{name}`: a whole SQLite database, as --seed takes it.
std::string snapshot_image(Gate& gate, std::string_view tenant, const std::string& name);

/// `DELETE snapshots/{name}`: what it was, as in the list.
std::string remove_snapshot_json(Gate& gate, std::string_view tenant, const std::string& name);

/// `POST snapshots/{name}/restore`: the tenant has these rows and none else; the snapshot stays.
/// Answers as in the list.
std::string restore_snapshot_json(Gate& gate, std::string_view tenant, const std::string& name);

}  // namespace emulator
