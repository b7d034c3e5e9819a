#include "server/control/ticket_desk.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/control/problem.h"
#include "server/domain/secrets.h"
#include "server/tenants/tickets.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

boost::json::object issued(GateFixture& emulator, const std::string& body,
                           std::string_view tenant = Tenants::default_name) {
  return boost::json::parse(issue_ticket_json(emulator.gate, tenant, body)).as_object();
}

std::string ticket_of(const boost::json::object& answer) {
  return std::string(answer.at("ticket").as_string());
}

/// Status and field of the problem; `none` when there is none.
std::string problem_of(GateFixture& emulator, const std::string& body,
                       std::string_view tenant = Tenants::default_name) {
  try {
    issued(emulator, body, tenant);
    return "none";
  } catch (const Problem& problem) {
    CHECK_FALSE(problem.detail.empty());
    return std::to_string(problem.status) + " " + problem.field;
  } catch (const NoSuchTenant&) {
    return "no such tenant";
  }
}

std::string user_name(GateFixture& emulator, const std::string& ticket) {
  return emulator.call(ticket, "GetUserInfo", element("UserInfoId", "12"))
      .result("Response/UserName");
}

}  // namespace

TEST_CASE("Ticket desk: makes a session ticket, or an access token when it is asked for one") {
  GateFixture emulator;
  struct Case {
    std::string body, prefix, type, end;
  };
  for (const Case& c : {
           Case{R"({"associateId":12})", "7T:", "Ticket", "2026-01-15T15:00:00"},
           Case{R"({"associateId":12,"kind":"7T"})", "7T:", "Ticket", "2026-01-15T15:00:00"},
           Case{R"( {"kind":"8A", "associateId":12} )", "8A:default.", "AccessToken",
                "2026-01-15T10:00:00"},
       }) {
    CAPTURE(c.body);
    const auto answer = issued(emulator, c.body);
    CHECK(answer.size() == 2);
    CHECK(ticket_of(answer).starts_with(c.prefix));
    CHECK(user_name(emulator, ticket_of(answer)) == "SAL1");
    const auto row =
        emulator.store().credentials.find(static_cast<int>(answer.at("id").as_int64()));
    REQUIRE(row);
    CHECK(row->associate_id == 12);
    CHECK(row->type == c.type);
    CHECK(row->valid_to == c.end);
  }
}

TEST_CASE("Ticket desk: each request makes another ticket, and all of them work") {
  GateFixture emulator;
  const std::string body = R"({"associateId":12})";
  const std::string first = ticket_of(issued(emulator, body));
  const std::string second = ticket_of(issued(emulator, body));
  CHECK(first != second);
  CHECK(user_name(emulator, first) == "SAL1");
  CHECK(user_name(emulator, second) == "SAL1");
}

TEST_CASE("Ticket desk: a ticket is of one installation, and online it says of which") {
  ServiceSettings settings;
  settings.mode = InstallationMode::online;
  GateFixture emulator(settings);
  const std::string ticket = ticket_of(issued(emulator, R"({"associateId":12})", "Cust1"));
  std::string bytes;
  REQUIRE(base64_decoded(ticket.substr(3), bytes));
  std::erase(bytes, '\0');  // UTF-16.
  CHECK(bytes.ends_with(";Cust1"));
  CHECK(ticket_of(issued(emulator, R"({"associateId":12,"kind":"8A"})", "CUST1"))
            .starts_with("8A:Cust1."));  // Spelt as at first.
  CHECK(find_ticket(emulator.tenants.of("cust1"), ticket).associate_id == 12);
  CHECK(find_ticket(emulator.tenant(), ticket).refusal == "unknown");
}

TEST_CASE("Ticket desk: who may not log on gets a ticket, which is refused when used") {
  GateFixture emulator;
  const std::string ticket = ticket_of(issued(emulator, R"({"associateId":102})"));
  const Reply reply = emulator.call(ticket, "GetUserInfo", element("UserInfoId", "12"));
  CHECK(reply.succeeded() == "false");
  CHECK(reply.parameter("Reason") == "inactive");
}

TEST_CASE("Ticket desk: what is wrong is named with its member, and makes no ticket") {
  GateFixture emulator;
  const auto tickets = [&] { return emulator.store().credentials.list().size(); };
  const auto before = tickets();
  struct Case {
    std::string body, problem;
  };
  for (const Case& c : {
           Case{"", "400 associateId"},
           Case{"associateId=12", "400 "},
           Case{R"({"associateId":12)", "400 "},
           Case{R"({"associateId":12} x)", "400 "},
           Case{"[12]", "400 "},
           Case{"12", "400 "},
           Case{"null", "400 "},
           Case{"{}", "400 associateId"},
           Case{R"({"associateid":12})", "400 associateid"},
           Case{R"({"associateId":"12"})", "400 associateId"},
           Case{R"({"associateId":null})", "400 associateId"},
           Case{R"({"associateId":12.5})", "400 associateId"},
           Case{R"({"associateId":4294967308})", "400 associateId"},
           Case{R"({"associateId":12,"kind":"7t"})", "400 kind"},
           Case{R"({"associateId":12,"kind":""})", "400 kind"},
           Case{R"({"associateId":12,"kind":null})", "400 kind"},
           Case{R"({"associateId":12,"kind":7})", "400 kind"},
           Case{R"({"associateId":12,"password":"x"})", "400 password"},
           Case{R"({"associateId":0})", "404 associateId"},
           Case{R"({"associateId":-1})", "404 associateId"},
           Case{R"({"associateId":99999})", "404 associateId"},
       }) {
    CAPTURE(c.body);
    CHECK(problem_of(emulator, c.body) == c.problem);
  }
  CHECK(tickets() == before);
}

TEST_CASE("Ticket desk: a name that no installation can have makes none") {
  GateFixture emulator;
  for (const char* name : {"", ".hidden", "a b", "a/b"}) {
    CAPTURE(name);
    CHECK(problem_of(emulator, R"({"associateId":12})", name) == "no such tenant");
  }
}
