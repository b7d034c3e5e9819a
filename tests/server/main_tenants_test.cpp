#include <doctest/doctest.h>

#include <barrier>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

using namespace emulator::testing;

namespace {

constexpr std::size_t tenants = 50;

std::string tenant_name(std::size_t number) { return "Cust" + std::to_string(number % tenants); }
std::string user_name(std::size_t number) { return tenant_name(number) + "@fjord.example"; }
std::string base_of(const std::string& tenant) { return "/" + tenant + "/Remote/Services86/"; }

/// What a tenant's client saw.
struct Seen {
  std::string failure;  // Of the connection; empty: none.
  std::string ticket;
  std::string new_id, renamed;
  std::string own_name;                           // Of the new user, read back at the end.
  std::string other_ticket, other_ticket_reason;  // A call with the neighbour's ticket.
  std::string own_log_in, other_log_in;  // Tickets of the own and the neighbour's new user.
  std::string next_id;                   // Of the user after the new one: there is none.
};

/// Logs in, makes a user and renames it.
void begin(SoapClient& client, std::size_t number, Seen& seen) {
  seen.ticket = client.login("ADM0", "adm0");
  seen.new_id = client
                    .call(seen.ticket, "CreateExternalUser",
                          element("PersonId", "504") + element("UserName", "the same in all") +
                              element("Password", "secret") + element("RoleId", "10") +
                              element("IsActive", "true"))
                    .result("Response");
  const std::string flag = element("ExternalUserInfoModification", "UserName");
  seen.renamed =
      client
          .call(seen.ticket, "SetExternalUserInfo",
                element("AssociateId", "1001") + element("UserName", user_name(number)) + flag)
          .succeeded();
}

/// Reads back, and tries what is the neighbour's.
void look(SoapClient& client, std::size_t number, const std::string& neighbours_ticket,
          Seen& seen) {
  const std::string id = element("UserInfoId", "1001");
  seen.own_name = client.call(seen.ticket, "GetUserInfo", id).result("Response/UserName");
  seen.next_id =
      client.call(seen.ticket, "GetUserInfo", element("UserInfoId", "1002")).result("Response");
  const Reply refused = client.call(neighbours_ticket, "GetUserInfo", id);
  seen.other_ticket = refused.message();
  seen.other_ticket_reason = refused.parameter("Reason");
  seen.own_log_in = client.login(user_name(number), "secret");
  seen.other_log_in = client.login(user_name(number + 1), "secret");
}

/// An exception must not leave its thread.
template <class Step>
void guarded(Seen& seen, Step step) {
  try {
    step();
  } catch (const std::exception& error) {
    seen.failure += error.what();
  }
}

/// All tenants at once, a thread and a connection each.
std::vector<Seen> seen_by_all(std::uint16_t port) {
  std::vector<Seen> seen(tenants);
  std::barrier all_have_begun(static_cast<std::ptrdiff_t>(tenants));
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < tenants; ++i) {
    threads.emplace_back([&, i] {
      std::optional<SoapClient> client;
      guarded(seen[i], [&] { begin(client.emplace(port, base_of(tenant_name(i))), i, seen[i]); });
      all_have_begun.arrive_and_wait();
      const std::string& neighbours = seen[(i + 1) % tenants].ticket;
      guarded(seen[i], [&] { look(client.value(), i, neighbours, seen[i]); });
    });
  }
  threads.clear();  // Waits for them.
  return seen;
}

void check_kept_apart(const std::vector<Seen>& seen) {
  for (std::size_t i = 0; i < tenants; ++i) {
    CAPTURE(i);
    CHECK(seen[i].failure == "");
    CHECK(seen[i].ticket.starts_with("7T:"));
    CHECK(seen[i].new_id == "1001");
    CHECK(seen[i].renamed == "true");
    CHECK(seen[i].own_name == user_name(i));
    CHECK(seen[i].next_id == "(nil)");
    CHECK(seen[i].other_ticket == "Authentication failed!");
    CHECK(seen[i].other_ticket_reason == "unknown");
    CHECK(seen[i].own_log_in.starts_with("7T:"));
    CHECK(seen[i].other_log_in == "");
  }
}

ClientResponse message_to(std::uint16_t port, const std::string& tenant) {
  return HttpClient(port).post(base_of(tenant) + "SoPrincipal.svc", "text/xml; charset=utf-8",
                               action("SoPrincipal", "GetSystemInfo"),
                               envelope("", wrapper("GetSystemInfo", "")));
}

}  // namespace

TEST_CASE("nsemu: 50 tenants at once have the same ids, and nothing of one is seen in another") {
  const RunningServer server;
  check_kept_apart(seen_by_all(server.port()));
  CHECK(SoapClient(server.port()).login(user_name(0), "secret") == "");
}

TEST_CASE("nsemu --data: 50 tenants at once keep their rows in 50 files, for the next start too") {
  const ScratchDirectory scratch;
  const std::vector<std::string> arguments{"--data", scratch.path("data").string()};
  {
    const RunningServer server(arguments);
    check_kept_apart(seen_by_all(server.port()));
  }
  const RunningServer again(arguments);
  for (std::size_t i = 0; i < tenants; ++i) {
    CAPTURE(i);
    const std::string file = "cust" + std::to_string(i) + ".sqlite";
    CHECK(std::filesystem::exists(scratch.path("data") / file));
    SoapClient client(again.port(), base_of(tenant_name(i)));
    CHECK(client.login(user_name(i), "secret") != "");
    CHECK(client.login(user_name(i + 1), "secret") == "");
  }
}

TEST_CASE("nsemu --tenants-max: one too many is a 404 that names the flag, the others go on") {
  const RunningServer server({"--tenants-max", "3"});  // The default tenant is the first.
  CHECK(message_to(server.port(), "one").result_int() == 200);
  CHECK(message_to(server.port(), "two").result_int() == 200);
  const ClientResponse refused = message_to(server.port(), "three");
  CHECK(refused.result_int() == 404);
  CHECK(refused.body().find("there are 3 tenants already, which is --tenants-max") !=
        std::string::npos);
  for (const std::string tenant : {"ONE", "two", "default"}) {
    CAPTURE(tenant);
    CHECK(message_to(server.port(), tenant).result_int() == 200);
  }
}
