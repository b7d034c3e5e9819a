#include <boost/json/serialize.hpp>

#include "server/control/admin_routes.h"
#include "server/control/contract_junit.h"
#include "server/control/contract_report.h"
#include "server/control/problem.h"

namespace emulator {
namespace {

std::optional<std::string_view> tenant_of(const AdminRequest& request) {
  if (!request.names_tenant) return std::nullopt;
  return request.tenant;
}

/// One that was removed since has its report still; a misspelt name is no clean client.
ContractReport report_of(const AdminRequest& request) {
  ContractReport report = request.gate.contract().report(tenant_of(request));
  if (request.names_tenant && report.operations.empty()) known_tenant(request);
  return report;
}

AdminAnswer get_report(AdminRequest& request) {
  const auto given = request.query.find("format");
  const std::string format = given == request.query.end() ? "json" : given->second;
  if (format == "junit") {
    return {.content_type = "application/xml",
            .body = contract_junit(report_of(request)),
            .file_name = "contract.xml"};
  }
  if (format != "json") throw Problem{400, "format", "format is json or junit"};
  return {.body = boost::json::serialize(contract_report_json(report_of(request)))};
}

AdminAnswer delete_report(AdminRequest& request) {
  report_of(request);
  const std::size_t removed = request.gate.contract().clear(tenant_of(request));
  return {.body = boost::json::serialize(boost::json::object{{"removed", removed}})};
}

}  // namespace

void add_contract_routes(std::vector<AdminRoute>& routes) {
  routes.push_back({.method = "GET",
                    .path = "contract/report",
                    .summary = "How clients broke the contract since the start, by operation; "
                               "without a tenant, in all of them",
                    .serve = get_report,
                    .query = {{"format", "json, or junit for JUnit XML"}}});
  routes.push_back({.method = "DELETE",
                    .path = "contract/report",
                    .summary = "Begins the report anew; without a tenant, that of all of them",
                    .serve = delete_report});
}

}  // namespace emulator
