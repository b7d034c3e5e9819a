#include "server/control/ticket_desk.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

#include "server/control/admin_routes.h"
#include "server/control/json_body.h"
#include "server/control/problem.h"
#include "server/tenants/tickets.h"

namespace emulator {
namespace {

// What they are called here, and in the routes' bodies.
constexpr std::pair<TicketKind, const char*> kinds[] = {{TicketKind::session, "7T"},
                                                        {TicketKind::access_token, "8A"}};

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
  if (value == nullptr) return TicketKind::session;
  for (const auto& [kind, name] : kinds) {
    if (*value == name) return kind;
  }
  throw Problem{400, "kind", "kind is \"7T\" (a session ticket) or \"8A\" (an access token)"};
}

/// None: a row of Credentials that is no ticket.
const char* kind_of(const store::Credential& row) {
  if (row.usage != store::CredentialUsage::session) return nullptr;
  for (const auto& [kind, name] : kinds) {
    if (row.type == credential_type_of(kind)) return name;
  }
  return nullptr;
}

std::vector<store::Credential> tickets_of(Tenant& tenant) {
  auto rows = tenant.store.credentials.list();
  std::erase_if(rows, [](const store::Credential& row) { return kind_of(row) == nullptr; });
  return rows;
}

void require_user(Tenant& tenant, int associate_id) {
  if (!tenant.store.associates.find(associate_id)) {
    throw Problem{404, "associateId", "there is no user " + std::to_string(associate_id)};
  }
}

boost::json::object shown(Tenant& tenant, const store::Credential& row) {
  const auto associate = tenant.store.associates.find(row.associate_id);
  boost::json::object object{{"id", row.id},
                             {"associateId", row.associate_id},
                             {"associate", associate ? associate->name : ""},
                             {"kind", kind_of(row)},
                             {"validTo", row.valid_to + "Z"}};
  if (row.last_used != store::null_date) object["lastUsed"] = row.last_used + "Z";
  return object;
}

}  // namespace

std::string issue_ticket_json(Gate& gate, std::string_view tenant_name, std::string_view body) {
  const boost::json::object object = object_of(body, {"associateId", "kind"});
  const int associate_id = associate_id_of(object);
  const TicketKind kind = kind_of(object);
  const auto held = gate.tenants().hold(tenant_name);
  Tenant& tenant = *held;
  const std::scoped_lock lock(tenant.mutex);
  require_user(tenant, associate_id);
  const bool online = gate.settings().mode == InstallationMode::online;
  const IssuedTicket issued =
      kind == TicketKind::access_token
          ? issue_access_token(tenant, associate_id)
          : issue_ticket(tenant, associate_id, online ? std::string_view(tenant.name) : "");
  return boost::json::serialize(boost::json::object{{"id", issued.id}, {"ticket", issued.text}});
}

std::string tickets_json(Gate& gate, std::string_view tenant_name) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  boost::json::array list;
  for (const store::Credential& row : tickets_of(*tenant)) list.push_back(shown(*tenant, row));
  return boost::json::serialize(boost::json::object{{"tickets", std::move(list)}});
}

std::string remove_ticket_json(Gate& gate, std::string_view tenant_name, std::string_view id_text) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  int id = 0;
  const char* const end = id_text.data() + id_text.size();
  const auto read = std::from_chars(id_text.data(), end, id);
  const auto row = read.ptr == end ? tenant->store.credentials.find(id) : std::nullopt;
  if (!row || kind_of(*row) == nullptr) {
    throw Problem{404, "id", "there is no ticket '" + std::string(id_text) + "'"};
  }
  std::string json = boost::json::serialize(shown(*tenant, *row));
  tenant->store.credentials.remove(id);
  return json;
}

std::string expire_tickets_json(Gate& gate, std::string_view tenant_name, std::string_view body) {
  const boost::json::object object = object_of(body, {"associateId"});
  const int associate_id = object.empty() ? 0 : associate_id_of(object);
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  if (!object.empty()) require_user(*tenant, associate_id);
  const std::string now = date_time_text(tenant->clock.now());
  int expired = 0;
  store::Transaction transaction = tenant->store.begin();
  for (store::Credential& row : tickets_of(*tenant)) {
    if (row.valid_to <= now || (!object.empty() && row.associate_id != associate_id)) continue;
    row.valid_to = now;
    tenant->store.credentials.save(row, {now, 0});
    ++expired;
  }
  transaction.commit();
  return boost::json::serialize(boost::json::object{{"expired", expired}});
}

void remove_tickets(Tenant& tenant) {
  store::Transaction transaction = tenant.store.begin();
  for (const store::Credential& row : tickets_of(tenant)) tenant.store.credentials.remove(row.id);
  transaction.commit();
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
  routes.push_back({.method = "GET",
                    .path = "tickets",
                    .summary = "All tickets and access tokens: whose, and until when",
                    .serve = [](AdminRequest& request) {
                      return AdminAnswer{.body = tickets_json(request.gate, request.tenant)};
                    }});
  routes.push_back({.method = "DELETE",
                    .path = "tickets/{id}",
                    .summary = "Revokes a ticket, and tells it as it was",
                    .serve = [](AdminRequest& request) {
                      return AdminAnswer{.body = remove_ticket_json(request.gate, request.tenant,
                                                                    request.names[0])};
                    }});
  routes.push_back({.method = "POST",
                    .path = "tickets/expire",
                    .summary = "Lets all tickets expire, or those of one user",
                    .serve =
                        [](AdminRequest& request) {
                          return AdminAnswer{.body = expire_tickets_json(
                                                 request.gate, request.tenant, request.body)};
                        },
                    .body_example = R"({"associateId":11})"});
}

}  // namespace emulator
