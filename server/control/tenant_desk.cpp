#include "server/control/tenant_desk.h"

#include <boost/json.hpp>

#include "server/control/admin_routes.h"
#include "server/control/problem.h"

namespace emulator {
namespace {

boost::json::object shown(Tenant& tenant) {
  const std::size_t requests = tenant.journal.list().size() + tenant.journal.dropped();
  const std::scoped_lock lock(tenant.mutex);
  return {{"name", tenant.name},
          {"requests", requests},
          {"users", tenant.store.associates.list().size()}};
}

}  // namespace

std::string tenants_json(Tenants& tenants) {
  boost::json::array list;
  for (const auto& tenant : tenants.list()) list.push_back(shown(*tenant));
  return boost::json::serialize(boost::json::object{{"tenants", std::move(list)}});
}

MadeTenant make_tenant(Tenants& tenants, const std::string& name) {
  if (!Tenants::is_name(name)) throw Problem{400, "tenant", Tenants::name_rule()};
  try {
    const bool is_used = tenants.find(name) != nullptr;
    const auto tenant = tenants.hold(name);
    return {!is_used && tenant->is_seeded, boost::json::serialize(shown(*tenant))};
  } catch (const NoSuchTenant& refusal) {
    throw Problem{409, "tenant", refusal.what()};
  }
}

std::string remove_tenant_json(Tenants& tenants, const std::string& name) {
  switch (tenants.remove(name)) {
    case Tenants::Removal::unknown:
      throw Problem{404, "tenant", "there is no tenant '" + name + "'"};
    case Tenants::Removal::in_use:
      throw Problem{409, "tenant",
                    "the tenant '" + name + "' has been in use for longer than a second"};
    case Tenants::Removal::foreign:
      throw Problem{409, "tenant",
                    "the file of the tenant '" + name +
                        "' in the directory of --data was made by another program, and stays"};
    case Tenants::Removal::done:
      break;
  }
  return boost::json::serialize(boost::json::object{{"name", name}});
}

void add_tenant_routes(std::vector<AdminRoute>& routes) {
  routes.push_back({.method = "GET",
                    .path = "tenants",
                    .per_tenant = false,
                    .summary = "All tenants used since the start: requests in the journal, users",
                    .serve = [](AdminRequest& request) {
                      return AdminAnswer{.body = tenants_json(request.gate.tenants())};
                    }});
  routes.push_back({.method = "PUT",
                    .path = "tenants/{tenant}",
                    .per_tenant = false,
                    .summary = "Makes a tenant from the seed; 200 when it is there already",
                    .serve =
                        [](AdminRequest& request) {
                          MadeTenant made = make_tenant(request.gate.tenants(), request.names[0]);
                          return AdminAnswer{.status = made.is_new ? 201 : 200,
                                             .body = std::move(made.json)};
                        },
                    .status = 201});
  routes.push_back({.method = "DELETE",
                    .path = "tenants/{tenant}",
                    .per_tenant = false,
                    .summary = "Forgets a tenant with its file; it begins anew at its next use",
                    .serve =
                        [](AdminRequest& request) {
                          return AdminAnswer{
                              .body = remove_tenant_json(request.gate.tenants(), request.names[0])};
                        },
                    .is_slow = true});
}

}  // namespace emulator
