#include "server/control/reset_desk.h"

#include <algorithm>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/json.hpp>
#include <chrono>
#include <cmath>

#include "server/control/admin_routes.h"
#include "server/control/json_body.h"
#include "server/control/problem.h"
#include "server/control/ticket_desk.h"

namespace emulator {
namespace {

struct Scope {
  std::string_view name;
  void (*reset)(Tenants& tenants, Tenant& tenant);
};

// Rows first: where the disk fails, all is as it was.
constexpr Scope known_scopes[] = {
    {"data", [](Tenants& tenants, Tenant& tenant) { tenants.restore_seed(tenant); }},
    {"tickets", [](Tenants&, Tenant& tenant) { remove_tickets(tenant); }},
    {"journal", [](Tenants&, Tenant& tenant) { tenant.journal.clear(); }},
    {"faults", [](Tenants&, Tenant& tenant) { tenant.faults.clear(); }},
    {"clock", [](Tenants& tenants, Tenant& tenant) { tenants.restart_clock(tenant); }},
    {"random", [](Tenants& tenants, Tenant& tenant) { tenants.restart_random(tenant); }},
    {"snapshots", [](Tenants&, Tenant& tenant) { tenant.snapshots.clear(); }}};

std::vector<const Scope*> scopes_of(std::string_view text) {
  std::vector<std::string> words;
  boost::algorithm::split(words, text, boost::algorithm::is_any_of(","));
  std::vector<const Scope*> scopes;
  for (const Scope& scope : known_scopes) {
    if (std::erase(words, scope.name) > 0) scopes.push_back(&scope);
  }
  if (!words.empty()) {
    throw Problem{400, "scope",
                  "there is no scope '" + words.front() +
                      "': known are data, journal, faults, clock, tickets, random and snapshots, "
                      "parted by commas"};
  }
  return scopes;
}

}  // namespace

std::string reset_json(Gate& gate, std::string_view tenant_name, std::string_view scope_words) {
  const auto start = std::chrono::steady_clock::now();
  const auto scopes = scopes_of(scope_words);
  const auto tenant = gate.tenants().hold(tenant_name);
  boost::json::array names;
  {
    const std::scoped_lock lock(tenant->mutex);
    for (const Scope* scope : scopes) {
      scope->reset(gate.tenants(), *tenant);
      names.emplace_back(std::string(scope->name));
    }
  }
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - start;
  return boost::json::serialize(
      boost::json::object{{"reset", std::move(names)},
                          {"milliseconds", number_json(std::round(elapsed.count() * 100) / 100)}});
}

void add_reset_routes(std::vector<AdminRoute>& routes) {
  routes.push_back(
      {.method = "POST",
       .path = "reset",
       .summary = "Brings back what a tenant began with",
       .serve =
           [](AdminRequest& request) {
             const auto scope = request.query.find("scope");
             return AdminAnswer{.body = reset_json(request.gate, request.tenant,
                                                   scope == request.query.end()
                                                       ? "data,journal,faults,clock,random"
                                                       : scope->second)};
           },
       .query = {{"scope",
                  "What of it, parted by commas: data (all rows, tickets among them), journal, "
                  "faults, clock, tickets (these rows alone), random, snapshots. Without it data, "
                  "journal, faults, clock and random"}}});
}

}  // namespace emulator
