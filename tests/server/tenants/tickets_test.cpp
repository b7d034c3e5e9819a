#include "server/tenants/tickets.h"

#include <doctest/doctest.h>

#include <set>
#include <vector>

#include "tests/server/tenants/ticket_fixture.h"

using namespace emulator;
using namespace emulator::testing;
using namespace std::chrono_literals;

namespace {

std::string altered(std::string text, std::size_t place) {
  text[place] = text[place] == '1' ? '2' : '1';
  return text;
}

/// The ticket of these parts, in the form of `kind`.
std::string ticket_of(TicketKind kind, const TicketParts& parts) {
  return kind == TicketKind::session ? ticket_text(parts, "")
                                     : access_token_text(parts, "Cust1.test");
}

TicketKind other_than(TicketKind kind) {
  return kind == TicketKind::session ? TicketKind::access_token : TicketKind::session;
}

}  // namespace

TEST_CASE_FIXTURE(TicketFixture, "Tickets: the holder is the associate that it was issued to") {
  for (const TicketKind kind : every_kind) {
    const std::string of_ada = issue(kind);
    const std::string of_kari = issue(kind, kari);
    CHECK(found(of_ada) == "11");
    CHECK(found(of_kari) == "101");
    CHECK(find_ticket(tenant, of_ada).refusal.empty());
  }
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: a session ticket is 7T with its suffix, if any") {
  const std::string with = issue_ticket(tenant, ada, "cust1.test").text;
  const TicketParts parts = read_ticket(with)->parts;
  CHECK(with == ticket_text(parts, "cust1.test"));
  CHECK(found(with) == "11");
  CHECK(found(ticket_text(parts, "")) == "11");
  const std::string without = issue_ticket(tenant, ada, "").text;
  CHECK(without == ticket_text(read_ticket(without)->parts, ""));
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: an access token is 8A with the tenant's name") {
  const std::string token = issue_access_token(tenant, ada).text;
  CHECK(token == access_token_text(read_ticket(token)->parts, "Cust1.test"));
  CHECK(found(token) == "11");
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: what was not issued, or was altered, is unknown") {
  for (const TicketKind kind : every_kind) {
    const std::string ticket = issue(kind);
    const TicketParts parts = read_ticket(ticket)->parts;
    const TicketParts other = read_ticket(issue(kind))->parts;
    for (const std::string& wrong : {
             ticket_of(kind, {parts.guid, altered(parts.number, 9)}),
             ticket_of(kind, {parts.guid, altered(parts.number, 0)}),
             ticket_of(kind, {parts.guid, parts.number + "0"}),
             ticket_of(kind, {parts.guid, "0" + parts.number}),
             ticket_of(kind, {altered(parts.guid, 0), parts.number}),
             ticket_of(kind, {altered(parts.guid, 31), parts.number}),
             ticket_of(kind, {parts.guid, other.number}),
             ticket_of(kind, random_ticket_parts(tenant.random)),
             // One kind does not pass for the other, which lives longer.
             ticket_of(other_than(kind), parts),
             ticket.substr(3),
             ticket.substr(0, ticket.size() - 1),
             ticket + "=",
             ticket.substr(0, 3),
             std::string("string"),
             std::string(" "),
         }) {
      CAPTURE(wrong);
      CHECK(found(wrong) == "unknown");
    }
    CHECK(found(ticket) == "11");
  }
  CHECK(found("") == "missing");
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: what is added to one, or put for its tenant, is seen") {
  const TicketParts parts = read_ticket(issue_ticket(tenant, ada, "").text)->parts;
  CHECK(found(ticket_text(parts, "")) == "11");
  CHECK(found(ticket_text(parts, "cust1.TEST")) == "11");
  CHECK(found(ticket_text(parts, "Cust2")) == "unknown");
  CHECK(found(ticket_text(parts, "Cust1.test;")) == "unknown");
  const TicketParts token = read_ticket(issue_access_token(tenant, ada).text)->parts;
  CHECK(found(access_token_text(token, "CUST1.test")) == "11");
  CHECK(found(access_token_text(token, "")) == "unknown");
  CHECK(found(access_token_text(token, "Cust2")) == "unknown");
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: those of another tenant are unknown") {
  Tenant& other = tenants.of("other");
  other.clock.freeze(start);
  CHECK(found(issue_ticket(other, ada, "Cust1.test").text) == "unknown");
  const std::string token = issue_access_token(other, ada).text;
  CHECK(found(token) == "unknown");
  CHECK(found(access_token_text(read_ticket(token)->parts, "Cust1.test")) == "unknown");
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: only a hash of the secret is stored") {
  for (const TicketKind kind : every_kind) {
    const std::string ticket = issue(kind);
    const TicketParts parts = read_ticket(ticket)->parts;
    for (const store::Credential& row : tenant.store.credentials.list()) {
      for (const std::string& text : {row.secret, row.search_name, row.comment, row.display_name,
                                      row.display_type, row.last_used_info}) {
        CHECK(text.find(parts.number) == std::string::npos);
        CHECK(text.find(ticket.substr(3)) == std::string::npos);
      }
    }
    CHECK(row_of(ticket).secret == ticket_secret_hash(parts));
  }
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: the row is one of NetServer's") {
  const IssuedTicket issued = issue_ticket(tenant, kari, "");
  const store::Credential row = row_of(issued.text);
  CHECK(row.id == issued.id);
  CHECK(row.associate_id == kari);
  CHECK(row.type == "Ticket");
  CHECK(row.usage == store::CredentialUsage::session);
  CHECK(row.valid_from == "2026-01-15T09:00:00");
  CHECK(row.valid_to == "2026-01-15T15:00:00");
  CHECK(row.last_used == "2026-01-15T09:00:00");
  CHECK(row.stamp.registered == "2026-01-15T09:00:00");
  CHECK(row.stamp.registered_associate_id == kari);
}

TEST_CASE_FIXTURE(TicketFixture,
                  "Tickets: an access token has a row of another type, for an hour") {
  const IssuedTicket issued = issue_access_token(tenant, ada);
  const store::Credential row = row_of(issued.text);
  CHECK(row.id == issued.id);
  CHECK(row.type == "AccessToken");
  CHECK(row.usage == store::CredentialUsage::session);
  CHECK(row.valid_to == "2026-01-15T10:00:00");
}

TEST_CASE_FIXTURE(TicketFixture,
                  "Tickets: a row of another usage is no ticket, whatever is in it") {
  for (const auto usage : {store::CredentialUsage::outbound, store::CredentialUsage::inbound}) {
    for (const TicketKind kind : every_kind) {
      const std::string ticket = issue(kind);
      store::Credential row = row_of(ticket);
      row.usage = usage;
      tenant.store.credentials.save(row, {row.valid_from, ada});
      CHECK(found(ticket) == "unknown");
    }
  }
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: to find one changes nothing, whatever becomes of it") {
  for (const TicketKind kind : every_kind) {
    const std::string ticket = issue(kind);
    const TicketParts parts = read_ticket(ticket)->parts;
    const auto before = tenant.store.credentials.list();
    for (const auto later : {0h, 1h, 7h, 48h}) {
      at(start + later);
      found(ticket);
      found(ticket_of(kind, {parts.guid, "1"}));
      found("garbled");
    }
    CHECK(tenant.store.credentials.list() == before);
    at(start);
  }
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: any number per user, each with a row of its own") {
  std::set<std::string> tickets;
  std::set<int> ids;
  for (int i = 0; i < 50; ++i) {
    for (const IssuedTicket& issued :
         {issue_ticket(tenant, ada, ""), issue_access_token(tenant, ada)}) {
      tickets.insert(issued.text);
      ids.insert(issued.id);
    }
  }
  CHECK(tickets.size() == 100);
  CHECK(ids.size() == 100);
  for (const std::string& ticket : tickets) CHECK(found(ticket) == "11");
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: they go with their user") {
  const std::string ticket = issue(TicketKind::session, kari);
  const std::string token = issue(TicketKind::access_token, kari);
  tenant.store.associates.remove(kari);
  CHECK(found(ticket) == "unknown");
  CHECK(found(token) == "unknown");
}
