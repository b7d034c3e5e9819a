#include "server/control/users_desk.h"

#include <boost/json.hpp>

#include "server/control/admin_routes.h"
#include "server/domain/login_rules.h"
#include "server/domain/person_rules.h"
#include "server/domain/user_rules.h"
#include "server/gate/admission.h"

namespace emulator {
namespace {

std::string state_of(const Principal& user, bool retired, const ServiceSettings& settings) {
  if (retired) return "retired";
  switch (login_problem(user, retired, settings)) {
    case LoginProblem::none:
      return "active";
    case LoginProblem::type_not_allowed:
      return "type not allowed";
    case LoginProblem::inactive:
      break;
  }
  return "inactive";
}

boost::json::object user_json(store::Store& store, const store::Associate& associate,
                              const ServiceSettings& settings) {
  const Principal user = principal_of(store, associate);
  const auto role = store.roles.find(user.role_id);
  const auto person = store.persons.find(associate.person_id);
  const auto contact = store.contacts.find(user.contact_id);
  const auto group = store.user_groups.find(associate.group_id);
  boost::json::value last_login;
  if (associate.last_login != store::null_date) last_login = associate.last_login + "Z";
  return {{"id", associate.id},
          {"name", associate.name},
          {"userName", associate.user_name},
          {"type", std::string(name_of(associate.type))},
          {"role", role ? role->name : ""},
          {"person", person ? full_name_of(*person) : ""},
          {"company", contact ? contact->name : ""},
          {"group", group ? group->name : ""},
          {"state", state_of(user, associate.deleted, settings)},
          {"lastLogin", last_login}};
}

}  // namespace

std::string users_json(Tenant& tenant, const ServiceSettings& settings) {
  const std::scoped_lock lock(tenant.mutex);
  boost::json::array users;
  for (const store::Associate& associate : tenant.store.associates.list()) {
    users.push_back(user_json(tenant.store, associate, settings));
  }
  return boost::json::serialize(boost::json::object{{"users", std::move(users)}});
}

void add_user_routes(std::vector<AdminRoute>& routes) {
  routes.push_back({.method = "GET",
                    .path = "users",
                    .summary = "All users, and whether each can log on",
                    .serve = [](AdminRequest& request) {
                      const auto tenant = request.gate.tenants().hold(request.tenant);
                      return AdminAnswer{.body = users_json(*tenant, request.gate.settings())};
                    }});
}

}  // namespace emulator
