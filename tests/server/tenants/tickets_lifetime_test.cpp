#include <doctest/doctest.h>

#include "tests/server/tenants/ticket_fixture.h"

using namespace emulator;
using namespace emulator::testing;
using namespace std::chrono_literals;

TEST_CASE_FIXTURE(TicketFixture, "Tickets: valid for 6 hours from the last use, to the second") {
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
    at(start);
    const std::string ticket = issue(TicketKind::session);
    at(start + c.first);
    CHECK(used(ticket) == c.first_use);
    at(start + c.first + c.second);
    CHECK(used(ticket) == c.second_use);
  }
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: one that is only looked at is not renewed") {
  const std::string ticket = issue(TicketKind::session);
  at(start + 6h - 1s);
  CHECK(found(ticket) == "11");
  at(start + 6h);
  CHECK(found(ticket) == "expired");
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: one that is used goes on for days") {
  const std::string ticket = issue(TicketKind::session);
  for (int use = 1; use <= 20; ++use) {
    at(start + use * 5h);
    CHECK(used(ticket) == "11");
  }
  at(start + 100h + 6h);
  CHECK(used(ticket) == "expired");
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: an access token lasts for an hour, however it is used") {
  const std::string token = issue(TicketKind::access_token);
  const store::Credential before = row_of(token);
  for (const auto later : {0s, 1800s, 3599s}) {
    at(start + later);
    CHECK(used(token) == "11");
  }
  CHECK(row_of(token) == before);
  at(start + 1h);
  CHECK(used(token) == "expired");
  CHECK(row_of(token) == before);
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: an altered one is unknown even when expired") {
  const TicketParts session = read_ticket(issue(TicketKind::session))->parts;
  const TicketParts access = read_ticket(issue(TicketKind::access_token))->parts;
  at(start + 7h);
  CHECK(found(ticket_text({session.guid, "1"}, "")) == "unknown");
  CHECK(found(access_token_text({access.guid, "1"}, "Cust1.test")) == "unknown");
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: a use is written once a second") {
  const std::string ticket = issue(TicketKind::session);
  for (int call = 0; call < 3; ++call) CHECK(used(ticket) == "11");
  CHECK(row_of(ticket).stamp.updated_count == 0);
  at(start + 1s);
  for (int call = 0; call < 3; ++call) CHECK(used(ticket) == "11");
  CHECK(row_of(ticket).stamp.updated_count == 1);
  CHECK(row_of(ticket).last_used == "2026-01-15T09:00:01");
  CHECK(row_of(ticket).valid_to == "2026-01-15T15:00:01");
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: a refused one is not renewed") {
  const std::string ticket = issue(TicketKind::session);
  const TicketParts parts = read_ticket(ticket)->parts;
  const store::Credential before = row_of(ticket);
  at(start + 1h);
  CHECK(used(ticket_text({parts.guid, "1"}, "")) == "unknown");
  at(start + 6h);
  CHECK(used(ticket) == "expired");
  CHECK(row_of(ticket) == before);
}

TEST_CASE_FIXTURE(TicketFixture, "Tickets: each has its own time") {
  const std::string kept = issue(TicketKind::session);
  const std::string left = issue(TicketKind::session);
  at(start + 5h);
  CHECK(used(kept) == "11");
  at(start + 7h);
  CHECK(used(left) == "expired");
  CHECK(used(kept) == "11");
}

TEST_CASE_FIXTURE(TicketFixture,
                  "Tickets: a day after it expired, the next issue of its kind clears one away") {
  for (const TicketKind kind : every_kind) {
    at(start);
    const std::string ticket = issue(kind);
    const Moment expiry = start + lifetime_of(kind);
    at(expiry + 24h - 1s);
    issue(kind);
    CHECK(found(ticket) == "expired");
    // A day has passed, but nothing was issued since.
    at(expiry + 48h);
    CHECK(found(ticket) == "expired");
    issue(kind);
    CHECK(found(ticket) == "unknown");
  }
}

TEST_CASE_FIXTURE(TicketFixture,
                  "Tickets: clearing away leaves passwords and tickets that were used alone") {
  auto& credentials = tenant.store.credentials;
  const auto passwords = credentials.list("CRM5/PASSWORD").size();
  REQUIRE(passwords > 0);
  const std::string old = issue(TicketKind::session);
  const std::string used_since = issue(TicketKind::session);
  at(start + 5h);
  CHECK(used(used_since) == "11");
  at(start + 31h);
  issue(TicketKind::session);
  CHECK(credentials.list("Ticket").size() == 2);
  CHECK(found(old) == "unknown");
  CHECK(found(used_since) == "expired");
  CHECK(credentials.list("CRM5/PASSWORD").size() == passwords);
}
