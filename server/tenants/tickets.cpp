#include "server/tenants/tickets.h"

#include <boost/algorithm/string/predicate.hpp>

namespace emulator {
namespace {

// Expired tickets stay for a day, so that their owner is told that they expired.
constexpr std::chrono::hours purge_delay{24};

// A stream that begins anew with the program can give again what an old file has already.
TicketParts unused_parts(Tenant& tenant, TicketKind kind) {
  TicketParts parts = random_ticket_parts(tenant.random);
  while (tenant.store.credentials.find(credential_type_of(kind), guid_with_dashes(parts.guid))) {
    parts = random_ticket_parts(tenant.random);
  }
  return parts;
}

// Whatever is altered in a text makes it another one, the tenant's name among it. Names are the
// same in any case.
bool has_right_suffix(const ReadTicket& read, const Tenant& tenant) {
  if (read.kind == TicketKind::access_token) {
    return boost::algorithm::iequals(read.suffix, tenant.name);
  }
  return read.suffix.empty() || boost::algorithm::iequals(read.suffix, ";" + tenant.name);
}

// Returns the row's id.
int save(Tenant& tenant, TicketKind kind, int associate_id, const TicketParts& parts) {
  const Moment now = tenant.clock.now();
  tenant.store.credentials.remove_expired(credential_type_of(kind),
                                          date_time_text(now - purge_delay));
  store::Credential row;
  row.associate_id = associate_id;
  row.type = credential_type_of(kind);
  row.search_name = guid_with_dashes(parts.guid);
  row.secret = ticket_secret_hash(parts);
  row.valid_from = date_time_text(now);
  row.valid_to = date_time_text(now + lifetime_of(kind));
  row.last_used = row.valid_from;
  row.usage = store::CredentialUsage::session;
  tenant.store.credentials.save(row, {row.valid_from, associate_id});
  return row.id;
}

}  // namespace

std::chrono::hours lifetime_of(TicketKind kind) {
  return std::chrono::hours(kind == TicketKind::session ? 6 : 1);
}

IssuedTicket issue_ticket(Tenant& tenant, int associate_id, std::string_view suffix) {
  const TicketParts parts = unused_parts(tenant, TicketKind::session);
  return {save(tenant, TicketKind::session, associate_id, parts), ticket_text(parts, suffix)};
}

IssuedTicket issue_access_token(Tenant& tenant, int associate_id) {
  const TicketParts parts = unused_parts(tenant, TicketKind::access_token);
  return {save(tenant, TicketKind::access_token, associate_id, parts),
          access_token_text(parts, tenant.name)};
}

TicketHolder find_ticket(Tenant& tenant, std::string_view ticket) {
  if (ticket.empty()) return {0, "missing"};
  const auto read = read_ticket(ticket);
  if (!read || !has_right_suffix(*read, tenant)) return {0, "unknown"};
  auto row = tenant.store.credentials.find(credential_type_of(read->kind),
                                           guid_with_dashes(read->parts.guid));
  // A database that is given as a seed may hold rows of any type and usage.
  if (!row || row->usage != store::CredentialUsage::session ||
      !same_secret(row->secret, ticket_secret_hash(read->parts))) {
    return {0, "unknown"};
  }
  if (row->valid_to <= date_time_text(tenant.clock.now())) return {0, "expired"};
  TicketHolder holder{row->associate_id, {}};
  if (read->kind == TicketKind::session) holder.row = std::move(row);
  return holder;
}

void renew_ticket(Tenant& tenant, const TicketHolder& holder) {
  if (!holder.row) return;
  const Moment now = tenant.clock.now();
  store::Credential row = *holder.row;
  const std::string renewed = date_time_text(now + lifetime_of(TicketKind::session));
  // Within the same second there is nothing to renew, which spares busy clients a write per call.
  if (row.valid_to == renewed) return;
  row.valid_to = renewed;
  row.last_used = date_time_text(now);
  tenant.store.credentials.save(row, {row.last_used, row.associate_id});
}

}  // namespace emulator
