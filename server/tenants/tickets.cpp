#include "server/tenants/tickets.h"

#include "server/domain/ticket_text.h"

namespace emulator {
namespace {

constexpr std::string_view ticket_type = "Ticket";

// Expired tickets stay for a day, so that their owner is told that they expired.
constexpr std::chrono::hours purge_delay{24};

}  // namespace

std::string issue_ticket(store::Store& store, int associate_id, Moment now,
                         std::string_view suffix) {
  store.credentials.remove_expired(ticket_type, date_time_text(now - purge_delay));
  const TicketParts parts = random_ticket_parts();
  store::Credential row;
  row.associate_id = associate_id;
  row.type = ticket_type;
  row.search_name = guid_with_dashes(parts.guid);
  row.secret = ticket_secret_hash(parts);
  row.valid_from = date_time_text(now);
  row.valid_to = date_time_text(now + ticket_lifetime);
  row.last_used = row.valid_from;
  row.usage = store::CredentialUsage::session;
  store.credentials.save(row, {row.valid_from, associate_id});
  return ticket_text(parts, suffix);
}

TicketHolder use_ticket(store::Store& store, std::string_view ticket, Moment now) {
  if (ticket.empty()) return {0, "missing"};
  const auto parts = ticket_parts_of(ticket);
  if (!parts) return {0, "unknown"};
  auto row = store.credentials.find(ticket_type, guid_with_dashes(parts->guid));
  if (!row || !same_secret(row->secret, ticket_secret_hash(*parts))) return {0, "unknown"};
  const std::string text = date_time_text(now);
  if (row->valid_to <= text) return {0, "expired"};
  const std::string renewed = date_time_text(now + ticket_lifetime);
  // Within the same second there is nothing to renew, which spares busy clients a write per call.
  if (row->valid_to != renewed) {
    row->valid_to = renewed;
    row->last_used = text;
    store.credentials.save(*row, {text, row->associate_id});
  }
  return {row->associate_id, {}};
}

}  // namespace emulator
