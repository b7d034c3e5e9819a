#include <doctest/doctest.h>

#include "server/transport/service_endpoint.h"
#include "tests/server/transport/endpoint_fixture.h"

using namespace emulator;
using namespace emulator::testing;
namespace http = boost::beast::http;

namespace {

struct Faults : EndpointFixture {
  using EndpointFixture::EndpointFixture;

  HttpAnswer send(const std::string& fault, const std::string& delay = "") {
    const std::string body = envelope(credentials(ticket), wrapper("GetAllRoles", ""));
    HttpRequest request(http::verb::post, "/Remote/Services86/User.svc", 11, body);
    request.set(http::field::host, "h.test");
    request.set(http::field::content_type, "text/xml; charset=utf-8");
    request.set("SOAPAction", "\"" + action("User", "GetAllRoles") + "\"");
    if (!fault.empty()) request.set("X-Emulator-Fault", fault);
    if (!delay.empty()) request.set("X-Emulator-Delay", delay);
    return router.answer(request, {"127.0.0.1", false});
  }

  std::string ticket = login("ADM0", "adm0");
};

}  // namespace

TEST_CASE_FIXTURE(Faults, "Service endpoint: what headers ask for decides how an answer goes out") {
  using Manner = Delivery::Manner;
  struct Case {
    const char* fault;
    const char* delay;
    unsigned status;
    Manner manner;
    int milliseconds;
  };
  for (const Case& c : {
           Case{"", "", 200, Manner::whole, 0},
           Case{"", "70", 200, Manner::whole, 70},
           Case{"delay:80", "", 200, Manner::whole, 80},
           Case{"delay:80", "70", 200, Manner::whole, 70},
           Case{"status:418", "70", 418, Manner::whole, 70},
           Case{"status:599", "", 599, Manner::whole, 0},
           Case{"fault:x", "", 500, Manner::whole, 0},
           Case{"exception:own-role", "", 200, Manner::whole, 0},
           Case{"hang", "", 200, Manner::hang, 0},
           Case{"reset", "", 200, Manner::reset, 0},
           Case{"truncate", "", 200, Manner::truncate, 0},
           Case{"empty", "", 200, Manner::whole, 0},
       }) {
    CAPTURE(c.fault);
    CAPTURE(c.delay);
    const HttpAnswer answer = send(c.fault, c.delay);
    CHECK(answer.result_int() == c.status);
    CHECK(answer.delivery.manner == c.manner);
    CHECK(answer.delivery.delay.count() == c.milliseconds);
  }
  CHECK(send("empty").body().empty());
  CHECK(send("content-type:text/plain")[http::field::content_type] == "text/plain");
}

TEST_CASE_FIXTURE(Faults, "Service endpoint: a header that cannot be read is refused") {
  for (const char* fault : {"explode", "status:99", "exception:none-such"}) {
    const HttpAnswer answer = send(fault);
    CHECK(answer.result() == http::status::bad_request);
    CHECK(answer.body().find("X-Emulator-Fault is one of") != std::string::npos);
  }
  const HttpAnswer answer = send("", "soon");
  CHECK(answer.result() == http::status::bad_request);
  CHECK(answer.body().find("X-Emulator-Delay is milliseconds") != std::string::npos);
}

TEST_CASE_FIXTURE(Faults, "Service endpoint: what a header that cannot be read does is journaled") {
  const HttpAnswer answer = send("explode");
  REQUIRE(tenant().journal.list().size() == 1);
  const JournalEntry& entry = *tenant().journal.list()[0];
  CHECK(entry.status == 400);
  CHECK_FALSE(entry.succeeded);
  CHECK(entry.operation == "GetAllRoles");
  CHECK(entry.outcome.starts_with("X-Emulator-Fault is one of"));
  CHECK(entry.answer.body == answer.body());
  CHECK(entry.request.body.find(ticket) == std::string::npos);
}

TEST_CASE("Service endpoint: with --emulator-headers off, headers ask for nothing") {
  ServiceSettings settings;
  settings.emulator_headers = false;
  Faults emulator(settings);
  for (const char* fault : {"status:418", "hang", "explode"}) {
    CAPTURE(fault);
    const HttpAnswer answer = emulator.send(fault, "soon");
    CHECK(answer.result() == http::status::ok);
    CHECK(answer.delivery.manner == Delivery::Manner::whole);
    CHECK(answer.delivery.delay.count() == 0);
  }
}

TEST_CASE_FIXTURE(Faults, "Service endpoint: the journal has the fault that was met") {
  send("");
  send("reset");
  FaultScript script;
  tenant().faults.add(script);
  send("");
  std::string faults;
  for (const auto& entry : tenant().journal.list()) faults += "[" + entry->fault + "]";
  CHECK(faults == "[][header][1]");
}
