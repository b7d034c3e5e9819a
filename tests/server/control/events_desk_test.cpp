#include "server/control/events_desk.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/control/admin_route.h"
#include "server/control/problem.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

void add_entry(Tenant& tenant, const std::string& operation) {
  JournalEntry entry;
  entry.operation = operation;
  tenant.journal.add(entry);
}

AdminAnswer events(GateFixture& emulator, const std::string& since) {
  const auto match = find_admin_route("GET", {"__admin", "events"}).value();
  AdminRequest request{emulator.gate, match.tenant, match.names, {{"since", since}}, "", {}};
  return match.route->serve(request);
}

}  // namespace

TEST_CASE(
    "Events desk: the first piece is there at once, and then nothing until something happens") {
  GateFixture emulator;
  const auto next = journal_events(emulator.tenants, "default", 0);
  CHECK(next() == ": still here\n\n");
  CHECK(next() == "");
}

TEST_CASE("Events desk: each entry is an event, once, in order") {
  GateFixture emulator;
  const auto next = journal_events(emulator.tenants, "default", 0);
  add_entry(emulator.tenant(), "GetUser");
  add_entry(emulator.tenant(), "GetRole");
  const std::string piece = next().value();
  const auto second = piece.find("id: 2\ndata: ");
  REQUIRE(piece.starts_with("id: 1\ndata: "));
  REQUIRE(second != std::string::npos);
  CHECK(piece.ends_with("\n\n"));
  const auto data = boost::json::parse(piece.substr(12, piece.find('\n', 12) - 12));
  CHECK(data.at("operation").as_string() == "GetUser");
  CHECK(piece.find("GetRole") > second);
  CHECK(next() == "");
  add_entry(emulator.tenant(), "SaveUser");
  CHECK(next().value().starts_with("id: 3\n"));
}

TEST_CASE("Events desk: a large journal comes in pieces, and all of it comes") {
  GateFixture emulator;
  const std::string long_name(100'000, 'x');
  for (int i = 0; i < 5; ++i) add_entry(emulator.tenant(), long_name);
  const auto next = journal_events(emulator.tenants, "default", 0);
  CHECK(next().value().find("id: 4\n") == std::string::npos);
  const std::string rest = next().value();
  CHECK(rest.starts_with("id: 4\n"));
  CHECK(rest.find("id: 5\n") != std::string::npos);
  CHECK(next() == "");
}

TEST_CASE("Events desk: what is known already does not come again") {
  GateFixture emulator;
  for (const char* operation : {"GetUser", "GetRole"}) add_entry(emulator.tenant(), operation);
  CHECK(journal_events(emulator.tenants, "default", 1)().value().starts_with("id: 2\n"));
  CHECK(journal_events(emulator.tenants, "default", 2)() == ": still here\n\n");
}

TEST_CASE("Events desk: who knows an id that there never was is told all from the first") {
  GateFixture emulator;
  add_entry(emulator.tenant(), "GetUser");
  CHECK(journal_events(emulator.tenants, "default", 40)().value().starts_with("id: 1\n"));
}

TEST_CASE("Events desk: a stream goes on when its installation is removed") {
  GateFixture emulator;
  const auto next = journal_events(emulator.tenants, "cust1", 0);
  add_entry(emulator.tenants.of("cust1"), "GetRole");
  CHECK(next().value().find("GetRole") != std::string::npos);
  REQUIRE(emulator.tenants.remove("cust1") == Tenants::Removal::done);
  CHECK(next() == "");
  add_entry(emulator.tenants.of("cust1"), "GetUser");
  CHECK(next().value().find("GetUser") != std::string::npos);
}

TEST_CASE("Events desk: the route streams from the entry that it is given") {
  GateFixture emulator;
  add_entry(emulator.tenant(), "GetUser");
  const AdminAnswer answer = events(emulator, "0");
  CHECK(answer.content_type == "text/event-stream");
  CHECK(answer.more().value().find("GetUser") != std::string::npos);
  for (const char* bad : {"", "-1", "1x", "99999999999999999999"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(events(emulator, bad), Problem);
  }
}
