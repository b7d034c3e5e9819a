#include "server/control/faults_desk.h"

#include <boost/json.hpp>
#include <charconv>

#include "server/control/admin_routes.h"
#include "server/control/fault_json.h"
#include "server/control/problem.h"

namespace emulator {
namespace {

const FaultScript& fault_of(const Tenant& tenant, std::string_view id) {
  std::uint64_t number = 0;
  const auto [end, failure] = std::from_chars(id.data(), id.data() + id.size(), number);
  const bool is_id = failure == std::errc() && end == id.data() + id.size();
  const FaultScript* found = is_id ? tenant.faults.find(number) : nullptr;
  if (found == nullptr) throw Problem{404, "", "there is no such fault"};
  return *found;
}

std::string list_of(const Tenant& tenant) {
  boost::json::array list;
  for (const FaultScript& script : tenant.faults.list()) list.push_back(fault_json(script));
  return boost::json::serialize(boost::json::object{{"faults", std::move(list)}});
}

}  // namespace

std::string faults_json(Gate& gate, std::string_view tenant_name) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  return list_of(*tenant);
}

std::string fault_json(Gate& gate, std::string_view tenant_name, std::string_view id) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  return boost::json::serialize(fault_json(fault_of(*tenant, id)));
}

std::string add_fault_json(Gate& gate, std::string_view tenant_name, std::string_view body) {
  FaultScript script = fault_script_of(body, gate.operations());
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  if (tenant->faults.list().size() >= faults_max) {
    throw Problem{409, "",
                  "there are " + std::to_string(faults_max) +
                      " faults already, the most that a "
                      "tenant has: DELETE faults"};
  }
  return boost::json::serialize(fault_json(tenant->faults.add(std::move(script))));
}

std::string remove_faults_json(Gate& gate, std::string_view tenant_name) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  std::string removed = list_of(*tenant);
  tenant->faults.clear();
  return removed;
}

std::string remove_fault_json(Gate& gate, std::string_view tenant_name, std::string_view id) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  const FaultScript& script = fault_of(*tenant, id);
  std::string removed = boost::json::serialize(fault_json(script));
  tenant->faults.remove(script.id);
  return removed;
}

void add_fault_routes(std::vector<AdminRoute>& routes) {
  const auto add = [&](std::string_view method, std::string_view path, std::string_view summary,
                       AdminAnswer (*serve)(AdminRequest&)) {
    routes.push_back({.method = method, .path = path, .summary = summary, .serve = serve});
  };
  add("GET", "faults", "The faults that calls meet, in their order, with what has met them",
      [](AdminRequest& request) {
        return AdminAnswer{.body = faults_json(request.gate, request.tenant)};
      });
  add("POST", "faults", "Adds a fault behind the others", [](AdminRequest& request) {
    return AdminAnswer{.status = 201,
                       .body = add_fault_json(request.gate, request.tenant, request.body)};
  });
  routes.back().body_example =
      R"({"operation":"GetUserInfo","kind":"status","status":503,"delayMs":50,"times":1})";
  routes.back().status = 201;
  add("DELETE", "faults", "Removes all faults, and tells them as they were",
      [](AdminRequest& request) {
        return AdminAnswer{.body = remove_faults_json(request.gate, request.tenant)};
      });
  add("GET", "faults/{id}", "A fault; seen and consumed tell how many calls it was for, and hit",
      [](AdminRequest& request) {
        return AdminAnswer{.body = fault_json(request.gate, request.tenant, request.names[0])};
      });
  add("DELETE", "faults/{id}", "Removes a fault, and tells it as it was",
      [](AdminRequest& request) {
        return AdminAnswer{.body =
                               remove_fault_json(request.gate, request.tenant, request.names[0])};
      });
}

}  // namespace emulator
