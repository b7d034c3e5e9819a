#include "server/gate/contract_account.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "server/gate/gate.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

GateAnswer answer_with(std::vector<Breach> breaches, const std::string& operation = "GetUser") {
  GateAnswer answer;
  answer.operation = operation;
  answer.breaches = std::move(breaches);
  return answer;
}

GateAnswer refusal(const std::string& code, int status, const std::string& text) {
  GateAnswer answer;
  answer.error = code;
  answer.outcome = code + ": " + text;
  answer.soap.status = status;
  return answer;
}

GateRequest from(std::string_view tenant, std::string_view body = "") {
  return {Service::user, tenant, {"text/xml", std::nullopt, body}};
}

const Breach order{"W-ORDER", "/s:Envelope/s:Body/GetUser/A", "A after B", "A before B"};
const Breach flag{"W-FLAG", "/s:Envelope/s:Body/GetUser/F", "'t:Role'", "'Role'"};

/// Such as `User.GetUser 3/2: W-FLAG 1, W-ORDER 2`: calls, those in breach.
std::string shown(const ContractReport& report) {
  std::string text;
  for (const AccountedOperation& one : report.operations) {
    text += (text.empty() ? "" : "; ") + one.tenant + " " + one.service + "." + one.operation +
            " " + std::to_string(one.calls) + "/" + std::to_string(one.calls_in_breach);
    for (const AccountedBreach& breach : one.breaches) {
      text += " " + breach.id + (breach.status == 0 ? "" : ":" + std::to_string(breach.status)) +
              "=" + std::to_string(breach.count);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("Contract account: calls and breaches are counted by tenant, operation and id") {
  ContractAccount account(ContractMode::lenient);
  CHECK(shown(account.report()).empty());
  account.add(from("default"), answer_with({}), 1);
  account.add(from("default"), answer_with({order, flag, order}), 2);
  account.add(from("DEFAULT"), answer_with({order}), 3);
  account.add(from("Other"), answer_with({flag}, "GetRole"), 1);
  account.add({Service::so_principal, "default", {}}, answer_with({}, "GetUser"), 4);
  CHECK(shown(account.report()) ==
        "default SoPrincipal.GetUser 1/0; default User.GetUser 3/2 W-FLAG=1 W-ORDER=3; "
        "Other User.GetRole 1/1 W-FLAG=1");
  CHECK(shown(account.report("OTHER")) == "Other User.GetRole 1/1 W-FLAG=1");
  CHECK(shown(account.report("nobody")).empty());
}

TEST_CASE("Contract account: the first of its kind is kept, with when and where it was") {
  GateFixture emulator;
  ContractAccount account(ContractMode::warn);
  GateAnswer answer = answer_with({order, {"W-ORDER", "/later", "later", "later"}});
  answer.tenant = emulator.tenants.hold("Cust1");
  answer.now = emulator.tenant().clock.now();
  account.add(from("CUST1"), answer, 7);
  account.add(from("cust1"), answer, 8);
  const auto report = account.report();
  REQUIRE(report.operations.size() == 1);
  CHECK(report.operations[0].tenant == "Cust1");
  const AccountedBreach& first = report.operations[0].breaches.at(0);
  CHECK(first.count == 4);
  CHECK(first.path == order.path);
  CHECK(first.found == order.found);
  CHECK(first.expected == order.expected);
  CHECK(first.time == "2026-01-15T09:00:00Z");
  CHECK(first.request == 7);
  CHECK(first.status == 0);
}

TEST_CASE("Contract account: what strict refuses is one breach, not its fault as well") {
  ContractAccount account(ContractMode::strict);
  GateAnswer answer = refusal("Client", 500, "W-ORDER at /s:Envelope: found A, expected B");
  answer.operation = "GetUser";
  answer.breaches = {order};
  account.add(from("default"), answer, 1);
  CHECK(shown(account.report()) == "default User.GetUser 1/1 W-ORDER:500=1");
}

TEST_CASE("Contract account: faults of the platform are breaches, by code and status") {
  ContractAccount account(ContractMode::lenient);
  account.add(from("default"), refusal("Client", 415, "the content type 'x'"), 1);
  account.add(from("default"), refusal("Client", 400, "no XML"), 2);
  account.add(from("default"), refusal("Client", 400, "no Body"), 3);
  GateAnswer both = refusal("DeserializationFailed", 500, "no int");
  both.operation = "GetUser";
  both.breaches = {order};
  account.add(from("default"), both, 4);
  CHECK(shown(account.report()) ==
        "default User. 3/3 Client:400=2 Client:415=1; "
        "default User.GetUser 1/1 DeserializationFailed:500=1 W-ORDER=1");
  CHECK(account.report().operations[0].breaches[0].text == "no XML");
}

TEST_CASE("Contract account: exceptions, bugs of ours and faults that were asked for are none") {
  ContractAccount account(ContractMode::lenient);
  GateAnswer exception = refusal("id-not-found", 200, "not found");
  exception.exception_type = "SuperOffice.Exceptions.SoNotFoundException";
  account.add(from("default"), exception, 1);
  GateAnswer bug = refusal("internal error", 500, "");
  bug.outcome = "internal error";
  account.add(from("default"), bug, 2);
  GateAnswer asked = refusal("Server", 500, "as a test wants it");
  asked.disturbance = Disturbance{};
  asked.disturbance->kind = DisturbanceKind::fault;
  account.add(from("default"), asked, 3);
  CHECK(shown(account.report()) == "default User. 3/0");
}

TEST_CASE("Contract account: an example is UTF-8, short, and has no secret of its message") {
  ContractAccount account(ContractMode::lenient);
  const std::string body = "<Password>hunter2hunter2</Password><Ticket>7T:SGVsbG8</Ticket>";
  const std::string secrets = "hunter2hunter2 7T:SGVsbG8 \xFF ";
  account.add(from("default", body),
              answer_with({{"W-FLAG", "/x", secrets + std::string(5000, 'x'), secrets}}), 1);
  GateAnswer fault = refusal("Client", 400, secrets);
  account.add(from("default", body), fault, 2);
  for (const AccountedOperation& operation : account.report().operations) {
    const AccountedBreach& breach = operation.breaches.at(0);
    for (const std::string& text : {breach.found, breach.expected, breach.text}) {
      CAPTURE(text);
      CHECK(text.find("hunter2") == std::string::npos);
      CHECK(text.find("SGVsbG8") == std::string::npos);
      CHECK(text.find('\xFF') == std::string::npos);
      CHECK(text.size() <= ContractAccount::text_max + 3);
    }
  }
}

TEST_CASE(
    "Contract account: texts are one line each, without control characters, in their places") {
  ContractAccount account(ContractMode::lenient);
  account.add(from("default"), answer_with({{"W-ORDER", "/a\nb\x1B[0m\x7F", "", "c\n"}, flag}), 1);
  const auto breaches = account.report().operations.at(0).breaches;
  REQUIRE(breaches.size() == 2);
  CHECK(breaches[0].path == flag.path);
  CHECK(breaches[0].expected == flag.expected);
  CHECK(breaches[1].path == "/a b [0m ");
  CHECK(breaches[1].found.empty());
  CHECK(breaches[1].expected == "c ");
}

TEST_CASE("Contract account: it is emptied, of one tenant or of all") {
  ContractAccount account(ContractMode::lenient);
  for (const char* tenant : {"a", "b", "c"}) {
    account.add(from(tenant), answer_with({order, order, flag}), 1);
  }
  CHECK(account.clear("B") == 3);
  CHECK(account.clear("b") == 0);
  CHECK(account.report("b").operations.empty());
  CHECK(account.report("c").operations.size() == 1);
  CHECK(account.clear() == 6);
  CHECK(account.report().operations.empty());
}

TEST_CASE("Contract account: there is an end to what it keeps, and the rest is counted") {
  ContractAccount account(ContractMode::lenient);
  const auto name = [](std::size_t i) { return "t" + std::to_string(i); };
  for (std::size_t i = 0; i < ContractAccount::operations_max + 5; ++i) {
    account.add(from(name(i)), answer_with({order}), 1);
  }
  const ContractReport full = account.report();
  CHECK(full.operations.size() == ContractAccount::operations_max);
  CHECK(full.dropped == ContractAccount::operations_max + 5 - ContractAccount::breaches_max);
  std::size_t kept = 0;
  for (const AccountedOperation& one : full.operations) kept += one.breaches.size();
  CHECK(kept == ContractAccount::breaches_max);
  account.add(from(name(0)), answer_with({order}), 2);  // Known ones are counted on.
  CHECK(account.report().dropped == full.dropped);
  CHECK(account.clear(name(0)) == 2);
  account.add(from("new"), answer_with({order}), 1);
  CHECK(account.report("new").operations.at(0).breaches.size() == 1);
  CHECK(account.clear() == ContractAccount::operations_max + 5);
  CHECK(account.report().dropped == 0);
}

TEST_CASE("Contract account: threads add, read and empty it side by side, and nothing is lost") {
  ContractAccount account(ContractMode::lenient);
  constexpr int threads = 4;
  constexpr int rounds = 500;
  std::size_t cleared = 0;
  {
    std::vector<std::jthread> all;
    for (int i = 0; i < threads; ++i) {
      all.emplace_back([&account, tenant = "t" + std::to_string(i % 2)] {
        for (int round = 0; round < rounds; ++round) {
          account.add(from(tenant), answer_with({order, flag}), 1);
        }
      });
    }
    for (int round = 0; round < 50; ++round) {
      account.report();
      cleared += account.clear(round % 2 == 0 ? "t0" : "t1");
    }
  }
  CHECK(cleared + account.clear() == std::size_t{threads} * rounds * 2);
}
