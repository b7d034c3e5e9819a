#pragma once

#include <string>

#include "server/domain/secrets.h"
#include "server/tenants/tenants.h"
#include "server/tenants/tickets.h"

namespace emulator::testing {

inline constexpr int ada = 11;
inline constexpr int kari = 101;

/// A tenant with users, whose time stands still where a test sets it.
struct TicketFixture {
  TicketFixture() : tenants(settings(), HashCost::min), tenant(tenants.of("Cust1.test")) {
    at(start);
  }

  static StorageSettings settings() {
    start_secrets();
    return {};
  }

  void at(Moment now) { tenant.clock.freeze(now); }

  std::string issue(TicketKind kind, int associate_id = ada) {
    return kind == TicketKind::session ? issue_ticket(tenant, associate_id, "").text
                                       : issue_access_token(tenant, associate_id).text;
  }

  /// Who holds it, or why nobody does.
  std::string found(const std::string& ticket) {
    const TicketHolder holder = find_ticket(tenant, ticket);
    return holder.associate_id == 0 ? holder.refusal : std::to_string(holder.associate_id);
  }

  /// The same for a call that is let in.
  std::string used(const std::string& ticket) {
    renew_ticket(tenant, find_ticket(tenant, ticket));
    return found(ticket);
  }

  /// Its row; REQUIREs nothing, so only for tickets that have one.
  store::Credential row_of(const std::string& ticket) {
    const ReadTicket read = read_ticket(ticket).value();
    const char* const type = read.kind == TicketKind::session ? "Ticket" : "AccessToken";
    return tenant.store.credentials.find(type, guid_with_dashes(read.parts.guid)).value();
  }

  const Moment start = *moment_of("2026-01-15T09:00:00");
  Tenants tenants;
  Tenant& tenant;
};

inline constexpr TicketKind every_kind[] = {TicketKind::session, TicketKind::access_token};

}  // namespace emulator::testing
