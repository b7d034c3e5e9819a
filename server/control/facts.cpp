#include "server/control/facts.h"

#include <boost/json.hpp>

#include "server/control/admin_routes.h"
#include "server/control/health.h"
#include "server/control/parity.h"
#include "server/domain/assumptions.h"
#include "server/domain/fault_catalogue.h"

namespace emulator {

std::string operations_json(const Operations& operations) {
  boost::json::array list;
  operations.for_each([&](const OperationInfo& info) {
    list.push_back(
        boost::json::object{{"service", std::string(service_name(info.service))},
                            {"operation", std::string(info.name)},
                            {"access", std::string(name_of(info.access))},
                            {"effect", info.effect == Effect::writes ? "writes" : "reads"},
                            {"implemented", info.is_implemented}});
  });
  return boost::json::serialize(boost::json::object{{"operations", std::move(list)}});
}

std::string errors_json() {
  boost::json::array list;
  for (const FaultEntry& one : fault_catalogue()) {
    list.push_back(
        boost::json::object{{"id", std::string(one.id)},
                            {"exceptionType", "SuperOffice.Exceptions." + std::string(one.type)},
                            {"message", std::string(one.message)},
                            {"evidence", std::string(one.evidence)}});
  }
  return boost::json::serialize(boost::json::object{{"errors", std::move(list)}});
}

std::string assumptions_json() {
  boost::json::array list;
  for (const Assumption& one : assumptions()) {
    list.push_back(boost::json::object{{"id", std::string(one.id)},
                                       {"when", std::string(one.when)},
                                       {"answer", std::string(one.answer)},
                                       {"reason", std::string(one.reason)},
                                       {"check", std::string(one.check)}});
  }
  return boost::json::serialize(boost::json::object{{"assumptions", std::move(list)}});
}

void add_fact_routes(std::vector<AdminRoute>& routes) {
  const auto add = [&](std::string_view path, std::string_view summary,
                       AdminAnswer (*serve)(AdminRequest&)) {
    routes.push_back(
        {.method = "GET", .path = path, .per_tenant = false, .summary = summary, .serve = serve});
  };
  add("health", "Whether the server is well, its version, and for how long it has run",
      [](AdminRequest& request) {
        const auto uptime = std::chrono::duration_cast<std::chrono::seconds>(
            std::chrono::steady_clock::now() - request.started);
        return AdminAnswer{.body = health_json(uptime.count())};
      });
  add("parity", "How many operations of each service are there",
      [](AdminRequest& request) { return AdminAnswer{.body = parity_json(request.gate)}; });
  add("operations", "Who may call each operation, and whether it writes",
      [](AdminRequest& request) {
        return AdminAnswer{.body = operations_json(request.gate.operations())};
      });
  add("errors", "Every exception that an operation can answer",
      [](AdminRequest&) { return AdminAnswer{.body = errors_json()}; });
  add("assumptions", "Every answer that nothing public confirms",
      [](AdminRequest&) { return AdminAnswer{.body = assumptions_json()}; });
}

}  // namespace emulator
