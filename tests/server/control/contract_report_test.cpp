#include "server/control/contract_report.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/control/explain_fixes.h"
#include "tests/server/control/contract_samples.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::string text_of(const boost::json::object& report) {
  return std::string(report.at("text").as_string());
}

}  // namespace

TEST_CASE("Contract report: without calls it says so") {
  const auto report = contract_report_json({});
  CHECK(boost::json::serialize(report) ==
        R"({"text":"breaches of the contract: 0, in 0 of 0 calls","calls":0,"callsInBreach":0,)"
        R"("breaches":0,"dropped":0,"operations":[]})");
}

TEST_CASE_FIXTURE(GateFixture, "Contract report: each breach has count, first example and fix") {
  add_call(*this, "default", {}, 1);
  add_call(*this, "default", {order_breach, order_breach}, 2);
  const auto report = contract_report_json(gate.contract().report());
  CHECK(report.at("calls").to_number<int>() == 2);
  CHECK(report.at("callsInBreach").to_number<int>() == 1);
  CHECK(report.at("breaches").to_number<int>() == 2);
  const auto& operation = report.at("operations").at(0);
  CHECK(operation.at("tenant").as_string() == "default");
  CHECK(operation.at("service").as_string() == "User");
  CHECK(operation.at("operation").as_string() == "GetUser");
  CHECK(operation.at("calls").to_number<int>() == 2);
  const boost::json::object expected{{"kind", "breach"},
                                     {"id", "W-ORDER"},
                                     {"path", order_breach.path},
                                     {"found", order_breach.found},
                                     {"expected", order_breach.expected},
                                     {"fix", fix_of_breach("W-ORDER")},
                                     {"count", 2},
                                     {"refused", false},
                                     {"time", "2026-01-15T09:00:00Z"},
                                     {"request", 2}};
  CHECK(operation.at("breaches").at(0).as_object() == expected);
  CHECK(text_of(report) ==
        "breaches of the contract: 2, in 1 of 2 calls\n"
        "default: User.GetUser, 1 of 2 calls\n"
        "  2 times, warned of, first in request 2: W-ORDER at /s:Envelope/s:Body/GetUser/A: found "
        "A after B, expected the order of the WSDL. Fix: " +
            std::string(fix_of_breach("W-ORDER")));
}

TEST_CASE_FIXTURE(GateFixture, "Contract report: a message that is not understood is told of") {
  add_refusal(*this, "nobody", "The root element is 'a'.");
  const auto report = contract_report_json(gate.contract().report());
  const auto& breach = report.at("operations").at(0).at("breaches").at(0).as_object();
  CHECK(breach.at("kind").as_string() == "platform-fault");
  CHECK(breach.at("status").to_number<int>() == 400);
  CHECK(breach.at("refused").as_bool());
  CHECK(breach.at("text").as_string() == "The root element is 'a'.");
  CHECK(breach.at("fix").as_string() == fix_of_platform_fault("Client", 400));
  for (const char* unknown : {"path", "found", "expected", "time", "request"}) {
    CHECK_FALSE(breach.contains(unknown));
  }
  CHECK(text_of(report).find("\nnobody: SoPrincipal (messages that were not understood), 1 of 1 "
                             "calls\n  once, refused with 400: Client: The root element is 'a'. "
                             "Fix: Send one well-formed ") != std::string::npos);
}

TEST_CASE("Contract report: breaches that there was no room for are counted and told of") {
  const auto report = contract_report_json({{}, 3});
  CHECK(report.at("breaches").to_number<int>() == 3);
  CHECK(report.at("dropped").to_number<int>() == 3);
  CHECK(text_of(report).ends_with("\n3 times more, for which there was no room"));
}
