#include "server/control/ticket_desk.h"

#include <boost/json.hpp>

#include "server/control/admin_routes.h"
#include "server/control/json_body.h"
#include "server/control/problem.h"
#include "server/tenants/tickets.h"

namespace emulator {
namespace {

int associate_id_of(const boost::json::object& object) {
  const boost::json::value* value = object.if_contains("associateId");
  boost::system::error_code failure;
  const int id = value == nullptr ? 0 : value->to_number<int>(failure);
  if (value == nullptr || failure) {
    throw Problem{400, "associateId", "associateId is the id of a user, such as 11"};
  }
  return id;
}

TicketKind kind_of(const boost::json::object& object) {
  const boost::json::value* value = object.if_contains("kind");
  if (value == nullptr || *value == "7T") return TicketKind::session;
  if (*value == "8A") return TicketKind::access_token;
  throw Problem{400, "kind", "kind is \"7T\" (a session ticket) or \"8A\" (an access token)"};
}

}  // namespace

std::string issue_ticket_json(Gate& gate, std::string_view tenant_name, std::string_view body) {
  const boost::json::object object = object_of(body, {"associateId", "kind"});
  const int associate_id = associate_id_of(object);
  const TicketKind kind = kind_of(object);
  const auto held = gate.tenants().hold(tenant_name);
  Tenant& tenant = *held;
  const std::scoped_lock lock(tenant.mutex);
  if (!tenant.store.associates.find(associate_id)) {
    throw Problem{404, "associateId", "there is no user " + std::to_string(associate_id)};
  }
  const bool online = gate.settings().mode == InstallationMode::online;
  const IssuedTicket issued =
      kind == TicketKind::access_token
          ? issue_access_token(tenant, associate_id)
          : issue_ticket(tenant, associate_id, online ? std::string_view(tenant.name) : "");
  return boost::json::serialize(boost::json::object{{"id", issued.id}, {"ticket", issued.text}});
}

void add_ticket_routes(std::vector<AdminRoute>& routes) {
  routes.push_back({.method = "POST",
                    .path = "tickets",
                    .summary = "Makes a ticket for a user, without a password",
                    .serve =
                        [](AdminRequest& request) {
                          return AdminAnswer{
                              201, "application/json",
                              issue_ticket_json(request.gate, request.tenant, request.body)};
                        },
                    .body_example = R"({"associateId":11,"kind":"7T"})",
                    .status = 201});
}

}  // namespace emulator
