#include <doctest/doctest.h>

#include <set>
#include <vector>

#include "server/domain/user_name_rules.h"
#include "server/tenants/tickets.h"
#include "tests/server/gate/access_expectations.h"
#include "tests/server/gate/sample_rows.h"

// Every operation by every caller. Who is expected to be let in stands in access_expectations.h.

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string exceptions = "SuperOffice.Exceptions.";
const std::string not_permitted =
    exceptions +
    "SoIllegalOperationException: "
    "The currently logged-on user is not permitted to perform this operation";

ServiceSettings with_anonymous_user() {
  ServiceSettings settings;
  settings.allowed_user_types.insert(store::AssociateType::anonymous);
  settings.anonymous_user = "ANON";
  return settings;
}

/// `ok`, or type and message of the exception.
std::string outcome_of(const Reply& reply) {
  if (reply.succeeded() == "true") return "ok";
  return reply.exception_type() + ": " + reply.message();
}

/// Calls an operation of either service, with a ticket if there is one.
Reply call(GateFixture& emulator, const OperationInfo& info, const std::string& ticket) {
  const std::string name(info.name);
  const int caller = find_ticket(emulator.tenant(), ticket).associate_id;
  return emulator.send(
      info.service, name,
      envelope(credentials(ticket), wrapper(name, sample_for(emulator, name, caller))));
}

std::vector<OperationInfo> all_operations(const GateFixture& emulator) {
  std::vector<OperationInfo> all;
  emulator.operations.for_each([&](const OperationInfo& info) { all.push_back(info); });
  return all;
}

std::string admitted_to(std::string_view operation) {
  for (const AccessExpectation& one : access_expectations) {
    if (one.operation == operation) return std::string(one.admitted);
  }
  return {};
}

/// The user ROL9, whose one right is admin-role.
void make_role_administrator(GateFixture& emulator) {
  store::Associate rol9;
  rol9.type = store::AssociateType::employee;
  rol9.name = rol9.user_name = "ROL9";
  rol9.name_key = rol9.user_name_key = user_name_key("ROL9");
  emulator.store().associates.save(rol9, {});
  emulator.store().associates.set_role(rol9.id, 9, {});
  const int right = emulator.store().function_rights.find_by_name("admin-role").value().id;
  emulator.store().roles.set_function_rights(9, {right}, {});
  emulator.store().licenses.assign(rol9.id, "superoffice.user", {});
  give_secret(emulator, rol9.id);
}

/// None for no name.
std::string ticket_of(GateFixture& emulator, std::string_view name) {
  if (name.empty()) return {};
  const auto user = emulator.store().associates.find_by_key(user_name_key(std::string(name)));
  return issue_ticket(emulator.tenant(), user.value().id, "").text;
}

/// A ticket, and why it is refused.
struct BadTicket {
  std::string ticket, reason;
};

/// The caller without identity: no ticket, one that expired, one of another installation, an
/// altered one.
std::vector<BadTicket> bad_tickets(GateFixture& emulator) {
  const std::string expired = emulator.login("ADM0", "adm0");
  emulator.advance(std::chrono::hours(6));
  const std::string valid = emulator.login("ADM0", "adm0");
  REQUIRE(emulator.call(valid, "GetRole", "").succeeded() == "true");
  std::string altered = valid;
  char& letter = altered[altered.size() / 2];
  letter = letter == 'A' ? 'B' : 'A';
  const std::string name = "AuthenticateUsernamePassword";
  const std::string log_in = envelope("", wrapper(name, sample_of(name).value()));
  const Reply other(emulator.gate
                        .answer({Service::so_principal,
                                 "other",
                                 {"text/xml; charset=utf-8", action("SoPrincipal", name), log_in}})
                        .soap);
  const std::string foreign = other.result("Credentials/Ticket");
  REQUIRE(foreign.starts_with("7T:"));
  return {{"", "missing"}, {expired, "expired"}, {foreign, "unknown"}, {altered, "unknown"}};
}

}  // namespace

TEST_CASE("Access matrix: the list of expectations has each operation once, and each caller") {
  GateFixture emulator;
  std::multiset<std::string_view> listed, there;
  for (const AccessExpectation& one : access_expectations) {
    CAPTURE(one.operation);
    CHECK(one.admitted.size() == callers_with_identity.size());
    CHECK(one.admitted.find_first_not_of("y-") == std::string_view::npos);
    listed.insert(one.operation);
  }
  for (const OperationInfo& info : all_operations(emulator)) there.insert(info.name);
  CHECK(there.size() == 84);
  CHECK(listed == there);
}

TEST_CASE("Access matrix: each operation has a sample request") {
  GateFixture emulator;
  for (const OperationInfo& info : all_operations(emulator)) {
    CAPTURE(info.name);
    CHECK(sample_of(info.name).has_value());
  }
}

TEST_CASE("Access matrix: each caller with an identity is let in or refused as expected") {
  GateFixture emulator(with_anonymous_user());
  make_rows_for_samples(emulator);
  make_role_administrator(emulator);
  std::vector<std::string> tickets;
  tickets.reserve(callers_with_identity.size());
  for (const Caller& caller : callers_with_identity) {
    tickets.push_back(ticket_of(emulator, caller.name));
  }
  store::Store rows(store::Store::in_memory);
  rows.copy_from(emulator.store());
  for (const OperationInfo& info : all_operations(emulator)) {
    const std::string admitted = admitted_to(info.name);
    REQUIRE(admitted.size() == tickets.size());
    for (std::size_t i = 0; i < tickets.size(); ++i) {
      CAPTURE(info.name);
      CAPTURE(callers_with_identity[i].is);
      emulator.store().copy_from(rows);
      CHECK(outcome_of(call(emulator, info, tickets[i])) ==
            (admitted[i] == 'y' ? "ok" : not_permitted));
    }
  }
}

TEST_CASE("Access matrix: who has no identity gets nothing from User, and all of SoPrincipal") {
  GateFixture emulator;
  const std::vector<BadTicket> tickets = bad_tickets(emulator);
  for (const OperationInfo& info : all_operations(emulator)) {
    for (const BadTicket& one : tickets) {
      CAPTURE(info.name);
      CAPTURE(one.ticket);
      const Reply reply = call(emulator, info, one.ticket);
      const bool is_refused = info.service == Service::user;
      CHECK(outcome_of(reply) ==
            (is_refused ? exceptions + "SoSessionException: Authentication failed!" : "ok"));
      CHECK(reply.parameter("Reason") == (is_refused ? one.reason : "(none)"));
    }
  }
}

TEST_CASE("Access matrix: where there is an anonymous user, a bad ticket does not become it") {
  GateFixture emulator(with_anonymous_user());
  for (const BadTicket& one : bad_tickets(emulator)) {
    if (one.ticket.empty()) continue;  // That is the anonymous user.
    for (const OperationInfo& info : all_operations(emulator)) {
      if (info.service != Service::user) continue;
      CAPTURE(info.name);
      CAPTURE(one.ticket);
      CHECK(call(emulator, info, one.ticket).parameter("Reason") == one.reason);
    }
  }
}
