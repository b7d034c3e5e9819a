#pragma once

#include <string>

#include "server/gate/gate.h"

namespace emulator {

/// `GET tenants`: `{"tenants":[{"name":"default","requests":12,"users":9}]}`, those used since the
/// start, by name. `requests` are those since the journal was cleared, kept or not.
std::string tenants_json(Tenants& tenants);

/// What `PUT tenants/{tenant}` did.
struct MadeTenant {
  bool is_new = true;
  std::string json;  ///< As in the list.
};
/// Throws Problem.
MadeTenant make_tenant(Tenants& tenants, const std::string& name);

/// `DELETE tenants/{tenant}`: it begins anew at its next use. Answers `{"name":"cust1"}`. Throws
/// Problem.
std::string remove_tenant_json(Tenants& tenants, const std::string& name);

}  // namespace emulator
