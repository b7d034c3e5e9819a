#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "server/transport/service_endpoint.h"
#include "tests/server/transport/journaled_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

HttpRequest log_in(const std::string& tenant, const std::string& password = "adm0") {
  return posted("SoPrincipal", "AuthenticateUsernamePassword", "",
                element("UserName", "ADM0") + element("Password", password), tenant);
}

HttpRequest wrong_order(const std::string& tenant) {
  return posted("SoPrincipal", "AuthenticateUsernamePassword", "",
                element("Password", "hunter2hunter2") + element("UserName", "ADM0"), tenant);
}

struct StrictFixture : EndpointFixture {
  static ServiceSettings strict() {
    ServiceSettings settings;
    settings.contract = ContractMode::strict;
    return settings;
  }
  StrictFixture() : EndpointFixture(strict()) {}
};

/// Such as `default 2/1 W-ORDER:500=1@2`: calls, those in breach, id, status, count, request.
std::string shown(const ContractReport& report) {
  std::string text;
  for (const AccountedOperation& one : report.operations) {
    text += (text.empty() ? "" : "; ") + one.tenant + " " + std::to_string(one.calls) + "/" +
            std::to_string(one.calls_in_breach);
    for (const AccountedBreach& breach : one.breaches) {
      text += " " + breach.id + ":" + std::to_string(breach.status) + "=" +
              std::to_string(breach.count) + "@" + std::to_string(breach.request);
    }
  }
  return text;
}

}  // namespace

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: each call is in the report of the contract") {
  answer(log_in(""));
  answer(log_in("", "wrong"));
  answer(wrong_order("Cust1"));
  HttpRequest no_xml = log_in("");
  no_xml.body() = "{\"Password\":\"hunter2hunter2\"}";
  answer(no_xml);
  no_xml.set("Content-Type", "application/json");
  answer(no_xml);
  CHECK(shown(gate.contract().report()) ==
        "Cust1 1/1 W-ORDER:0=1@1; default 2/2 Client:400=1@3 Client:415=1@4; default 2/0");
}

TEST_CASE_FIXTURE(StrictFixture, "Service endpoint: what strict refuses is in the report") {
  answer(log_in(""));
  answer(wrong_order(""));
  const ContractReport report = gate.contract().report();
  CHECK(shown(report) == "default 2/1 W-ORDER:500=1@2");
  const AccountedBreach& breach = report.operations.at(0).breaches.at(0);
  CHECK(breach.path.ends_with("/AuthenticateUsernamePassword/UserName"));
  const auto entry = tenant().journal.find(breach.request);
  REQUIRE(entry);
  CHECK(entry->breaches.at(0).found == breach.found);
}

TEST_CASE_FIXTURE(StrictFixture, "Service endpoint: a wrong action is a breach of the operation") {
  HttpRequest request = log_in("");
  request.erase("SOAPAction");
  answer(request);
  const ContractReport report = gate.contract().report();
  CHECK(shown(report) == "default 1/1 W-ACTION:500=1@1");
  CHECK(report.operations.at(0).operation == "AuthenticateUsernamePassword");
}

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: a message that made no tenant is reported") {
  HttpRequest request = log_in("Nobody");
  request.body() = "<a/>";
  answer(request);
  CHECK(shown(gate.contract().report()) == "Nobody 1/1 Client:400=1@0");
  CHECK(tenants.find("Nobody") == nullptr);
}

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: faults that were asked for are no breaches") {
  HttpRequest request = log_in("");
  request.set("X-Emulator-Fault", "fault:out of order");
  CHECK(answer(request).result_int() == 500);
  CHECK(shown(gate.contract().report()) == "default 1/0");
}

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: a report misses no call of any thread") {
  constexpr int rounds = 25;
  {
    std::vector<std::jthread> threads;
    for (const char* name : {"a", "a", "b"}) {
      threads.emplace_back([this, name] {
        for (int i = 0; i < rounds; ++i) answer(i % 5 == 0 ? log_in(name) : wrong_order(name));
      });
    }
  }
  const ContractReport report = gate.contract().report();
  REQUIRE(report.operations.size() == 2);
  CHECK(report.operations[0].calls == 2 * rounds);
  CHECK(report.operations[0].breaches.at(0).count == 40);
  CHECK(report.operations[1].calls_in_breach == 20);
}
