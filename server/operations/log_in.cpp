#include "server/operations/log_in.h"

#include <vector>

#include "server/domain/login_rules.h"
#include "server/domain/user_name_rules.h"
#include "server/gate/admission.h"
#include "server/operations/login_changes.h"
#include "server/tenants/tickets.h"

namespace emulator {
namespace {

std::optional<LogIn> refused(Call& call, const std::string& why) {
  call.note = "log-in refused: " + why;
  return std::nullopt;
}

// The last question to everybody whose identity is proved.
std::optional<LogIn> let_in(Call& call, const store::Associate& associate) {
  switch (login_problem(principal_of(call.store, associate), associate.deleted, call.settings)) {
    case LoginProblem::none:
      call.note = "log-in of " + associate.name;
      return LogIn{associate, {}};
    case LoginProblem::inactive:
      return refused(call, associate.name + " may not log on");
    case LoginProblem::type_not_allowed:
      break;
  }
  return refused(call, associate.name + " is of a type that --allowed-user-types leaves out");
}

// A-LOGIN-EMAIL: retired users do not count.
std::vector<store::Associate> users_of_email(Call& call, const std::string& key) {
  auto users = call.store.associates.find_by_email(key);
  std::erase_if(users, [](const store::Associate& user) { return user.deleted; });
  return users;
}

}  // namespace

std::optional<LogIn> log_in_by_name(Call& call, const std::string& name,
                                    const std::string& password) {
  if (looks_like_ticket(name)) return log_in_by_ticket(call, name);
  const std::string key = user_name_key(name);
  if (key.empty()) return refused(call, "no user name");
  auto associate = call.store.associates.find_by_key(key);
  if (!associate) {
    auto users = users_of_email(call, key);
    if (users.empty()) return refused(call, "no such user");
    if (users.size() > 1) return refused(call, "several users have this e-mail address");
    associate = std::move(users.front());
  }
  if (!has_password(call, associate->id, password)) {
    return refused(call, "wrong password of " + associate->name);
  }
  return let_in(call, *associate);
}

std::optional<LogIn> log_in_by_ticket(Call& call, const std::string& ticket) {
  const TicketHolder holder = find_ticket(call.tenant, ticket);
  const auto associate = call.store.associates.find(holder.associate_id);
  if (!associate) return refused(call, "ticket " + holder.refusal);
  auto log_in = let_in(call, *associate);
  if (!log_in) return log_in;
  renew_ticket(call.tenant, holder);
  // A-LOGIN-TICKET: a session ticket is kept, an access token buys a session ticket.
  if (holder.row) log_in->ticket = ticket;
  return log_in;
}

std::optional<LogIn> log_in_as_anonymous(Call& call) {
  const auto associate = anonymous_user(call.store, call.settings);
  if (!associate) return refused(call, "the transport proves nothing, and nobody is anonymous");
  return let_in(call, *associate);
}

}  // namespace emulator
