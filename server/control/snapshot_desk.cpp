#include "server/control/snapshot_desk.h"

#include <boost/json.hpp>

#include "server/control/admin_routes.h"
#include "server/control/problem.h"

namespace emulator {
namespace {

constexpr std::size_t snapshots_max = 100;

boost::json::object shown(const std::string& name, const Snapshot& snapshot) {
  return {{"name", name}, {"taken", snapshot.taken}, {"bytes", snapshot.rows->size()}};
}

Snapshot& found(Tenant& tenant, const std::string& name) {
  const auto known = tenant.snapshots.find(name);
  if (known == tenant.snapshots.end()) {
    throw Problem{404, "name", "there is no snapshot '" + name + "'"};
  }
  return known->second;
}

// For the `{name}` of a route.
using OfName = std::string (*)(Gate&, std::string_view, const std::string&);
template <OfName serve>
AdminAnswer answer_of_name(AdminRequest& request) {
  return {.body = serve(request.gate, request.tenant, request.names[0])};
}

}  // namespace

std::string snapshots_json(Gate& gate, std::string_view tenant_name) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  boost::json::array list;
  for (const auto& [name, snapshot] : tenant->snapshots) list.push_back(shown(name, snapshot));
  return boost::json::serialize(boost::json::object{{"snapshots", std::move(list)}});
}

TakenSnapshot take_snapshot(Gate& gate, std::string_view tenant_name, const std::string& name) {
  if (!Tenants::is_name(name)) {
    throw Problem{400, "name",
                  "a snapshot's name is 1 to 64 letters, digits, '-', '_' or '.', and does not "
                  "begin with '.'"};
  }
  const auto tenant = gate.tenants().hold(tenant_name);
  auto rows = std::make_unique<store::Store>(store::Store::in_memory);
  const std::scoped_lock lock(tenant->mutex);
  const bool is_new = !tenant->snapshots.contains(name);
  if (is_new && tenant->snapshots.size() >= snapshots_max) {
    throw Problem{409, "name",
                  "there are " + std::to_string(snapshots_max) +
                      " snapshots already, which is all a tenant may have"};
  }
  rows->copy_from(tenant->store);
  Snapshot& snapshot = tenant->snapshots[name];
  snapshot = {std::move(rows), date_time_text(tenant->clock.now()) + "Z"};
  return {is_new, boost::json::serialize(shown(name, snapshot))};
}

std::string snapshot_image(Gate& gate, std::string_view tenant_name, const std::string& name) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  return found(*tenant, name).rows->image();
}

std::string remove_snapshot_json(Gate& gate, std::string_view tenant_name,
                                 const std::string& name) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  std::string json = boost::json::serialize(shown(name, found(*tenant, name)));
  tenant->snapshots.erase(name);
  return json;
}

std::string restore_snapshot_json(Gate& gate, std::string_view tenant_name,
                                  const std::string& name) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  const Snapshot& snapshot = found(*tenant, name);
  tenant->store.copy_from(*snapshot.rows);
  return boost::json::serialize(shown(name, snapshot));
}

void add_snapshot_routes(std::vector<AdminRoute>& routes) {
  const auto add = [&](std::string_view method, std::string_view path, std::string_view summary,
                       AdminAnswer (*serve)(AdminRequest&), int status = 200) {
    routes.push_back(
        {.method = method, .path = path, .summary = summary, .serve = serve, .status = status});
  };
  add("GET", "snapshots", "All snapshots: when they were taken, how large they are",
      [](AdminRequest& request) {
        return AdminAnswer{.body = snapshots_json(request.gate, request.tenant)};
      });
  add("GET", "snapshots/{name}",
      "A snapshot as an SQLite database, which --seed takes; hashes of passwords are in it",
      [](AdminRequest& request) {
        const std::string& name = request.names[0];
        return AdminAnswer{.content_type = "application/vnd.sqlite3",
                           .body = snapshot_image(request.gate, request.tenant, name),
                           .file_name = name + ".sqlite"};
      });
  add(
      "PUT", "snapshots/{name}",
      "Takes a snapshot of all rows, tickets among them; 200 when it replaces one of this name",
      [](AdminRequest& request) {
        TakenSnapshot taken = take_snapshot(request.gate, request.tenant, request.names[0]);
        return AdminAnswer{.status = taken.is_new ? 201 : 200, .body = std::move(taken.json)};
      },
      201);
  add("DELETE", "snapshots/{name}", "Forgets a snapshot, and tells it as it was",
      answer_of_name<remove_snapshot_json>);
  add("POST", "snapshots/{name}/restore",
      "Brings back the rows of a snapshot; time, faults and journal stay as they are",
      answer_of_name<restore_snapshot_json>);
}

}  // namespace emulator
