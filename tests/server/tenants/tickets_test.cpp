#include "server/tenants/tickets.h"

#include <doctest/doctest.h>

#include <set>

#include "server/domain/secrets.h"
#include "server/domain/ticket_text.h"
#include "server/tenants/tenants.h"

using namespace emulator;
using namespace std::chrono_literals;

namespace {

constexpr int ada = 11;
constexpr int kari = 101;

/// A store with users, and a time to count from.
struct Fixture {
  Fixture() : tenants(settings(), HashCost::min), store(tenants.of("default").store) {}

  static StorageSettings settings() {
    start_secrets();
    return {};
  }

  std::string issue(Moment now, int associate_id = ada, std::string_view suffix = "") {
    return issue_ticket(store, associate_id, now, suffix);
  }
  store::Credential row_of(const std::string& ticket) {
    return store.credentials.find("Ticket", guid_with_dashes(ticket_parts_of(ticket)->guid))
        .value();
  }
  /// Who holds it, or why nobody does.
  std::string used(const std::string& ticket, Moment now) {
    const TicketHolder holder = use_ticket(store, ticket, now);
    return holder.associate_id == 0 ? holder.refusal : std::to_string(holder.associate_id);
  }

  Tenants tenants;
  store::Store& store;
  const Moment start = *moment_of("2026-01-15T09:00:00");
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "Tickets: the holder is the associate that it was issued to") {
  const std::string of_ada = issue(start);
  const std::string of_kari = issue(start, kari);
  CHECK(used(of_ada, start) == "11");
  CHECK(used(of_kari, start) == "101");
  CHECK(use_ticket(store, of_ada, start).refusal.empty());
}

TEST_CASE_FIXTURE(Fixture, "Tickets: valid for 6 hours from the last use, to the second") {
  struct Case {
    const char* what;
    std::chrono::seconds first;   ///< After the issue.
    std::chrono::seconds second;  ///< After the first.
    const char* first_use;
    const char* second_use;
  };
  for (const Case& c : {
           Case{"at once", 0s, 6h - 1s, "11", "11"},
           Case{"unused for 6 hours", 6h, 0s, "expired", "expired"},
           Case{"used in the last second", 6h - 1s, 6h - 1s, "11", "11"},
           Case{"renewed to 6 hours, not more", 6h - 1s, 6h, "11", "expired"},
           Case{"renewed halfway", 3h, 6h - 1s, "11", "11"},
           Case{"not renewed once expired", 6h + 1s, 1s, "expired", "expired"},
       }) {
    CAPTURE(c.what);
    const std::string ticket = issue(start);
    CHECK(used(ticket, start + c.first) == c.first_use);
    CHECK(used(ticket, start + c.first + c.second) == c.second_use);
  }
}

TEST_CASE_FIXTURE(Fixture, "Tickets: one that is used goes on for days") {
  const std::string ticket = issue(start);
  for (int use = 1; use <= 20; ++use) CHECK(used(ticket, start + use * 5h) == "11");
  CHECK(used(ticket, start + 100h + 6h) == "expired");
}

TEST_CASE_FIXTURE(Fixture, "Tickets: what was not issued, or was altered, is unknown") {
  const std::string ticket = issue(start);
  const TicketParts parts = ticket_parts_of(ticket).value();
  const auto altered = [](std::string text, std::size_t place) {
    text[place] = text[place] == '1' ? '2' : '1';
    return text;
  };
  const TicketParts other = ticket_parts_of(issue(start)).value();
  CHECK(used("", start) == "missing");
  for (const std::string& wrong : {
           ticket_text({parts.guid, altered(parts.number, 9)}, ""),
           ticket_text({parts.guid, altered(parts.number, 0)}, ""),
           ticket_text({parts.guid, parts.number + "0"}, ""),
           ticket_text({parts.guid, "0" + parts.number}, ""),
           ticket_text({altered(parts.guid, 0), parts.number}, ""),
           ticket_text({altered(parts.guid, 31), parts.number}, ""),
           ticket_text({parts.guid, other.number}, ""),
           ticket_text(random_ticket_parts(), ""),
           "8A:" + ticket.substr(3),
           "7t:" + ticket.substr(3),
           ticket.substr(3),
           ticket.substr(0, ticket.size() - 1),
           ticket + "=",
           std::string("7T:"),
           std::string("string"),
           std::string(" "),
       }) {
    CAPTURE(wrong);
    CHECK(used(wrong, start) == "unknown");
  }
  CHECK(used(ticket, start) == "11");
}

TEST_CASE_FIXTURE(Fixture, "Tickets: an altered one is unknown even when expired") {
  const TicketParts parts = ticket_parts_of(issue(start)).value();
  CHECK(used(ticket_text({parts.guid, "1"}, ""), start + 7h) == "unknown");
}

TEST_CASE_FIXTURE(Fixture, "Tickets: those of another tenant are unknown") {
  const std::string ticket = issue_ticket(tenants.of("other").store, ada, start, "");
  CHECK(used(ticket, start) == "unknown");
}

TEST_CASE_FIXTURE(Fixture, "Tickets: only a hash of the secret is stored") {
  const std::string ticket = issue(start, ada, "default");
  const TicketParts parts = ticket_parts_of(ticket).value();
  for (const store::Credential& row : store.credentials.list()) {
    for (const std::string& text : {row.secret, row.search_name, row.comment, row.display_name,
                                    row.display_type, row.last_used_info}) {
      CHECK(text.find(parts.number) == std::string::npos);
      CHECK(text.find(ticket.substr(3)) == std::string::npos);
    }
  }
  CHECK(row_of(ticket).secret == ticket_secret_hash(parts));
}

TEST_CASE_FIXTURE(Fixture, "Tickets: the row is one of NetServer's") {
  const store::Credential row = row_of(issue(start));
  CHECK(row.associate_id == ada);
  CHECK(row.type == "Ticket");
  CHECK(row.usage == store::CredentialUsage::session);
  CHECK(row.valid_from == "2026-01-15T09:00:00");
  CHECK(row.valid_to == "2026-01-15T15:00:00");
  CHECK(row.last_used == "2026-01-15T09:00:00");
  CHECK(row.stamp.registered == "2026-01-15T09:00:00");
  CHECK(row.stamp.registered_associate_id == ada);
}

TEST_CASE_FIXTURE(Fixture, "Tickets: a use is written once a second") {
  const std::string ticket = issue(start);
  for (int call = 0; call < 3; ++call) CHECK(used(ticket, start) == "11");
  CHECK(row_of(ticket).stamp.updated_count == 0);
  for (int call = 0; call < 3; ++call) CHECK(used(ticket, start + 1s) == "11");
  CHECK(row_of(ticket).stamp.updated_count == 1);
  CHECK(row_of(ticket).last_used == "2026-01-15T09:00:01");
  CHECK(row_of(ticket).valid_to == "2026-01-15T15:00:01");
}

TEST_CASE_FIXTURE(Fixture, "Tickets: a refused use writes nothing") {
  const std::string ticket = issue(start);
  const TicketParts parts = ticket_parts_of(ticket).value();
  const store::Credential before = row_of(ticket);
  CHECK(used(ticket, start + 6h) == "expired");
  CHECK(used(ticket_text({parts.guid, "1"}, ""), start + 1h) == "unknown");
  CHECK(row_of(ticket) == before);
}

TEST_CASE_FIXTURE(Fixture, "Tickets: any number per user, each with its own time") {
  std::set<std::string> tickets;
  for (int i = 0; i < 50; ++i) tickets.insert(issue(start + i * 1s));
  CHECK(tickets.size() == 50);
  for (const std::string& ticket : tickets) CHECK(used(ticket, start + 1h) == "11");
  const std::string kept = issue(start);
  const std::string left = issue(start);
  CHECK(used(kept, start + 5h) == "11");
  CHECK(used(left, start + 7h) == "expired");
  CHECK(used(kept, start + 7h) == "11");
}

TEST_CASE_FIXTURE(Fixture, "Tickets: a day after it expired, the next issue clears one away") {
  const std::string ticket = issue(start);
  const Moment expiry = start + ticket_lifetime;
  issue(expiry + 24h - 1s);
  CHECK(used(ticket, expiry + 24h - 1s) == "expired");
  // A day has passed, but nothing was issued since.
  CHECK(used(ticket, expiry + 48h) == "expired");
  issue(expiry + 24h);
  CHECK(used(ticket, expiry + 24h) == "unknown");
}

TEST_CASE_FIXTURE(Fixture, "Tickets: clearing away leaves passwords and valid tickets alone") {
  const auto passwords = store.credentials.list("CRM5/PASSWORD").size();
  REQUIRE(passwords > 0);
  const std::string old = issue(start);
  const std::string used_since = issue(start);
  CHECK(used(used_since, start + 5h) == "11");
  issue(start + 31h);
  CHECK(store.credentials.list("Ticket").size() == 2);
  CHECK(used(old, start + 31h) == "unknown");
  CHECK(used(used_since, start + 31h) == "expired");
  CHECK(store.credentials.list("CRM5/PASSWORD").size() == passwords);
}

TEST_CASE_FIXTURE(Fixture,
                  "Tickets: the suffix is in the ticket, and may be missing when it is used") {
  const std::string ticket = issue(start, ada, "cust12345");
  const TicketParts parts = ticket_parts_of(ticket).value();
  CHECK(ticket == ticket_text(parts, "cust12345"));
  CHECK(used(ticket, start) == "11");
  CHECK(used(ticket_text(parts, ""), start) == "11");
}
