#include "server/transport/asked_faults.h"

#include <doctest/doctest.h>

using namespace emulator;
using Kind = DisturbanceKind;

namespace {

HttpRequest with(const std::string& fault, const std::string& delay) {
  HttpRequest request;
  if (!fault.empty()) request.set("X-Emulator-Fault", fault);
  if (!delay.empty()) request.set("x-emulator-delay", delay);
  return request;
}

}  // namespace

TEST_CASE("Asked faults: a request asks by one header, by both, or not at all") {
  CHECK_FALSE(asked_disturbance(with("", "")));
  const auto fault = asked_disturbance(with("status:502", ""));
  REQUIRE(fault);
  CHECK(fault->kind == Kind::status);
  CHECK(fault->status == 502);
  CHECK(fault->delay.first == 0);
  const auto delay = asked_disturbance(with("", "100-300"));
  REQUIRE(delay);
  CHECK(delay->kind == Kind::delay);
  CHECK(delay->delay.second == 300);
  const auto both = asked_disturbance(with("reset", "150"));
  REQUIRE(both);
  CHECK(both->kind == Kind::reset);
  CHECK(both->delay.first == 150);
}

TEST_CASE("Asked faults: the text of a fault is UTF-8, whatever bytes came") {
  CHECK(asked_disturbance(with("fault:St\xF6rung", ""))->message == "St\uFFFDrung");
  CHECK(asked_disturbance(with("fault:St\u00F6rung", ""))->message == "St\u00F6rung");
}

TEST_CASE("Asked faults: a header that cannot be read is refused by its name") {
  const auto refusal = [](const HttpRequest& request) -> std::string {
    try {
      asked_disturbance(request);
      return "none";
    } catch (const BadFaultHeader& refused) {
      return std::string(refused.what()).substr(0, 19);
    }
  };
  CHECK(refusal(with("explode", "")) == "X-Emulator-Fault is");
  CHECK(refusal(with("exception:none-such", "200")) == "X-Emulator-Fault is");
  CHECK(refusal(with("", "soon")) == "X-Emulator-Delay is");
  CHECK(refusal(with("hang", "-1")) == "X-Emulator-Delay is");
}

TEST_CASE("Asked faults: how an answer goes out follows from what was met") {
  using Manner = Delivery::Manner;
  GateAnswer answer;
  answer.delay = std::chrono::milliseconds(40);
  CHECK(delivery_of(answer).manner == Manner::whole);
  CHECK(delivery_of(answer).delay.count() == 40);
  struct Case {
    Kind kind;
    Manner manner;
  };
  for (const Case& c : {
           Case{Kind::exception, Manner::whole},
           Case{Kind::fault, Manner::whole},
           Case{Kind::status, Manner::whole},
           Case{Kind::hang, Manner::hang},
           Case{Kind::delay, Manner::whole},
           Case{Kind::reset, Manner::reset},
           Case{Kind::empty, Manner::whole},
           Case{Kind::truncate, Manner::truncate},
           Case{Kind::garble, Manner::whole},
           Case{Kind::content_type, Manner::whole},
       }) {
    CAPTURE(static_cast<int>(c.kind));
    answer.disturbance = Disturbance{};
    answer.disturbance->kind = c.kind;
    CHECK(delivery_of(answer).manner == c.manner);
    CHECK(delivery_of(answer).delay.count() == 40);
  }
}
