#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

using namespace emulator::testing;

namespace {

std::string first_ticket(const std::vector<std::string>& arguments,
                         const std::string& base = "/Remote/Services86/") {
  RunningServer server(arguments);
  return SoapClient(server.port(), base).login("ADM0", "adm0");
}

/// What a ticket is good for: the name of user 12, or why it is refused.
std::string user_name(SoapClient& client, const std::string& ticket) {
  const Reply reply = client.call(ticket, "GetUserInfo", element("UserInfoId", "12"));
  return reply.succeeded() == "true" ? reply.result("Response/UserName")
                                     : reply.parameter("Reason");
}

}  // namespace

TEST_CASE("nsemu --random-seed: the same tickets at every start, others for others") {
  const std::vector<std::string> seven{"--random-seed", "7"};
  const std::string ticket = first_ticket(seven);
  CHECK(ticket.starts_with("7T:"));
  CHECK(first_ticket(seven) == ticket);
  CHECK(first_ticket({"--random-seed", "8"}) != ticket);
  CHECK(first_ticket(seven, "/Cust1/Remote/Services86/") != ticket);
  CHECK(first_ticket({}) != ticket);
}

TEST_CASE("nsemu --random-seed: warns, and nobody else is warned") {
  for (const bool seeded : {true, false}) {
    RunningServer server(seeded ? std::vector<std::string>{"--random-seed", "7"}
                                : std::vector<std::string>{});
    CHECK((server.program().err().find("can be foretold") != std::string::npos) == seeded);
  }
}

TEST_CASE("nsemu --random-seed: kept tickets go on working, and none is given a second time") {
  const ScratchDirectory scratch;
  const std::vector<std::string> arguments{"--random-seed", "7", "--data",
                                           scratch.path("data").string()};
  const std::string kept = first_ticket(arguments);
  RunningServer server(arguments);
  SoapClient client(server.port());
  CHECK(client.login("ADM0", "adm0") != kept);
  CHECK(user_name(client, kept) == "SAL1");
}

TEST_CASE("nsemu: a ticket made over HTTP works in its installation, and in no other") {
  RunningServer server;
  HttpClient http(server.port());
  SoapClient here(server.port());
  SoapClient there(server.port(), "/Cust1/Remote/Services86/");
  for (const std::string kind : {"7T", "8A"}) {
    CAPTURE(kind);
    const std::string body = R"({"associateId":12,"kind":")" + kind + "\"}";
    const auto made = [&](const std::string& target) {
      const ClientResponse response = http.post(target, "application/json", "", body);
      CHECK(response.result_int() == 201);
      return std::string(boost::json::parse(response.body()).as_object().at("ticket").as_string());
    };
    const std::string ticket = made("/__admin/tickets");
    CHECK(ticket.starts_with(kind + ":"));
    CHECK(user_name(here, ticket) == "SAL1");
    CHECK(user_name(there, ticket) == "unknown");
    const std::string foreign = made("/__admin/tenants/Cust1/tickets");
    CHECK(user_name(there, foreign) == "SAL1");
    CHECK(user_name(here, foreign) == "unknown");
    // In place of a user name, too: an access token buys a session ticket.
    CHECK(here.login(ticket, "").starts_with("7T:"));
  }
}

TEST_CASE("nsemu --anonymous-user: calls without Credentials are answered") {
  RunningServer server({"--anonymous-user", "ANON", "--allowed-user-types", "employee,anonymous"});
  SoapClient client(server.port());
  CHECK(user_name(client, "") == "SAL1");
  CHECK(user_name(client, client.login("SAL1", "sal1")) == "SAL1");
  CHECK(client.login("SYS0", "sys0") == "");
  const Reply refused = client.call("", "SetExternalUserInfo", element("AssociateId", "101"));
  CHECK(refused.exception_type() == "SuperOffice.Exceptions.SoIllegalOperationException");
}

TEST_CASE("nsemu --anonymous-user: without its type among those that are let in it ends with 2") {
  Program program({"--anonymous-user", "ANON"});
  CHECK(program.wait() == 2);
  CHECK(program.err().find("--allowed-user-types") != std::string::npos);
}
