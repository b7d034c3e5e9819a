#include <doctest/doctest.h>

#include "server/gate/gate.h"
#include "server/tenants/fault_text.h"
#include "tests/server/gate/log_capture.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;
using Kind = DisturbanceKind;

namespace {

constexpr Kind spoiling[] = {Kind::delay,    Kind::reset,  Kind::empty,
                             Kind::truncate, Kind::garble, Kind::content_type};
constexpr Kind replacing[] = {Kind::fault, Kind::status, Kind::hang};

/// A whole emulator in which a call meets faults.
struct Disturbed : GateFixture {
  explicit Disturbed(const ServiceSettings& its_settings = {}) : GateFixture(its_settings) {}

  void add(Disturbance disturbance, std::uint64_t times = 1) {
    FaultScript script;
    script.disturbance = std::move(disturbance);
    script.times = times;
    tenant().faults.add(std::move(script));
  }
  void add(Kind kind, std::uint64_t times = 1) {
    Disturbance disturbance;
    disturbance.kind = kind;
    if (kind == Kind::exception) disturbance.error = "user-name-taken";
    add(disturbance, times);
  }

  GateAnswer answer(Service service, const std::string& operation, const std::string& its_ticket,
                    const std::string& parameters, const std::string& fault = "") {
    const std::string quoted = "\"" + action(std::string(service_name(service)), operation) + "\"";
    const std::string body = envelope(credentials(its_ticket), wrapper(operation, parameters));
    GateRequest request{service, "default", {"text/xml; charset=utf-8", quoted, body}};
    if (!fault.empty()) request.disturbance = disturbance_of_text(fault);
    return gate.answer(request);
  }
  GateAnswer rename(const std::string& fault = "") {
    return answer(Service::user, "SetExternalUserInfo", ticket,
                  element("AssociateId", "101") + element("UserName", "new@fjord.example") +
                      element("ExternalUserInfoModification", "UserName"),
                  fault);
  }
  bool is_renamed() { return store().associates.find(101)->name == "new@fjord.example"; }

  std::string ticket = login("ADM0", "adm0");
};

}  // namespace

TEST_CASE("Gate: with some faults the call is done, with others and exceptions it is not") {
  for (const Kind kind : spoiling) {
    CAPTURE(name_of(kind));
    Disturbed emulator;
    emulator.add(kind);
    const GateAnswer answer = emulator.rename();
    CHECK(emulator.is_renamed());
    CHECK(answer.succeeded);
    CHECK(answer.fault == "1");
    CHECK(answer.associate == "ADM0");
    REQUIRE(answer.disturbance);
    CHECK(answer.disturbance->kind == kind);
  }
  for (const Kind kind : {Kind::exception, Kind::fault, Kind::status, Kind::hang}) {
    CAPTURE(name_of(kind));
    Disturbed emulator;
    emulator.add(kind);
    const GateAnswer answer = emulator.rename();
    CHECK_FALSE(emulator.is_renamed());
    CHECK_FALSE(answer.succeeded);
    CHECK(answer.fault == "1");
    CHECK(emulator.rename().succeeded);
    CHECK(emulator.is_renamed());
  }
}

TEST_CASE("Gate: headers ask for the same") {
  for (const char* text : {"delay:10", "reset", "empty", "truncate", "garble", "content-type"}) {
    CAPTURE(text);
    Disturbed emulator;
    CHECK(emulator.rename(text).fault == "header");
    CHECK(emulator.is_renamed());
  }
  for (const char* text : {"exception:own-role", "fault:x", "status:200", "hang"}) {
    CAPTURE(text);
    Disturbed emulator;
    CHECK_FALSE(emulator.rename(text).succeeded);
    CHECK_FALSE(emulator.is_renamed());
  }
}

TEST_CASE_FIXTURE(Disturbed, "Gate: an exception that was asked for is answered as any other") {
  Disturbance mine;
  mine.kind = Kind::exception;
  mine.exception_type = "Contoso.Broken";
  add(Kind::exception);
  add(mine);
  mine.message = "It broke";
  add(mine);
  const Reply taken(rename().soap);
  CHECK(taken.status() == 200);
  CHECK(taken.succeeded() == "false");
  CHECK(taken.exception_type() == "SuperOffice.Exceptions.SoInvalidArgumentException");
  CHECK(taken.message() == "There is already a user with the same name.");
  const GateAnswer broken = rename();
  CHECK(Reply(broken.soap).exception_type() == "Contoso.Broken");
  CHECK(Reply(broken.soap).message() == "A fault that was asked for");
  CHECK(broken.exception_type == "Contoso.Broken");
  CHECK(broken.error.empty());
  CHECK(Reply(rename().soap).message() == "It broke");
}

TEST_CASE("Gate: unwrapped, an exception that was asked for is a SOAP fault") {
  ServiceSettings settings;
  settings.wrap_exceptions = false;
  Disturbed emulator(settings);
  emulator.add(Kind::exception);
  const Reply reply(emulator.rename().soap);
  CHECK(reply.status() == 500);
  CHECK(reply.text("Body/Fault/faultcode") == "a:InternalServiceFault");
  CHECK(reply.text("Body/Fault/faultstring") == "There is already a user with the same name.");
  CHECK_FALSE(emulator.is_renamed());
}

TEST_CASE("Gate: wrapped or not, every other kind is the same") {
  for (const bool wrap : {true, false}) {
    ServiceSettings settings;
    settings.wrap_exceptions = wrap;
    Disturbed emulator(settings);
    for (const Kind kind : replacing) emulator.add(kind);
    const Reply fault(emulator.rename().soap);
    CHECK(fault.status() == 500);
    CHECK(fault.text("Body/Fault/faultcode") == "s:Server");
    CHECK(fault.text("Body/Fault/faultstring") == "A fault that was asked for");
    const Reply status(emulator.rename().soap);
    CHECK(status.status() == 503);
    CHECK(status.content_type() == "text/plain; charset=utf-8");
    CHECK(status.xml() == "A fault that was asked for\n");
    CHECK(emulator.rename().disturbance->kind == Kind::hang);
    CHECK(emulator.rename("empty").soap.body.empty());
    CHECK(emulator.rename("garble").soap.body.find("</garbled>") != std::string::npos);
    CHECK(emulator.rename("content-type").soap.content_type == "text/html");
    CHECK(emulator.is_renamed());
  }
}

TEST_CASE_FIXTURE(Disturbed, "Gate: SoPrincipal meets faults, too, and makes no ticket by some") {
  const auto log_in = [&](const std::string& fault, const std::string& name = "ADM0") {
    return answer(Service::so_principal, "AuthenticateUsernamePassword", "",
                  element("UserName", name) + element("Password", "adm0"), fault);
  };
  const auto tickets = [&] { return store().credentials.list().size(); };
  const auto before = tickets();
  CHECK(Reply(log_in("exception:not-authenticated").soap).message() == "Authentication failed!");
  CHECK(log_in("status:502").soap.status == 502);
  CHECK(log_in("", "emulator-fault:fault:down").soap.status == 500);
  CHECK(log_in("", "emulator-fault:exception:own-role").fault == "magic");
  add(Kind::exception);
  CHECK(Reply(log_in("").soap).exception_type() ==
        "SuperOffice.Exceptions.SoInvalidArgumentException");
  CHECK(tickets() == before);
  CHECK(log_in("truncate").succeeded);
  CHECK(tickets() == before + 1);
}

TEST_CASE_FIXTURE(Disturbed, "Gate: a magic ticket asks for an exception before it is looked at") {
  const auto with = [&](const std::string& its_ticket) {
    return answer(Service::user, "GetUserInfo", its_ticket, element("UserInfoId", "12"));
  };
  const GateAnswer own = with("emulator-fault:exception:own-role");
  CHECK(own.error == "own-role");
  CHECK(own.fault == "magic");
  const GateAnswer late = with("emulator-fault:delay:70");
  CHECK(late.error == "not-authenticated");
  CHECK(late.delay.count() == 70);
  CHECK(with("emulator-fault:explode").fault.empty());
}

TEST_CASE("Gate: without emulator headers magic values are values, and scripts are met still") {
  ServiceSettings settings;
  settings.emulator_headers = false;
  Disturbed emulator(settings);
  const GateAnswer answer = emulator.answer(Service::user, "GetUserInfo", "emulator-fault:reset",
                                            element("UserInfoId", "12"));
  CHECK(answer.fault.empty());
  CHECK(answer.error == "not-authenticated");
  emulator.add(Kind::exception);
  CHECK(emulator.rename().error == "user-name-taken");
}

TEST_CASE_FIXTURE(Disturbed, "Gate: what is not understood meets no fault, what is refused does") {
  add(Kind::status, 0);
  CHECK(send(Service::user, {"text/xml", std::nullopt, "<no/>"}).fault.empty());
  CHECK(tenant().faults.list()[0].seen == 0);
  CHECK(answer(Service::user, "GetUserInfo", "", "").soap.status == 503);
  CHECK(tenant().faults.list()[0].consumed == 1);
}

TEST_CASE_FIXTURE(Disturbed, "Gate: the log says which fault was met, and by what") {
  const LogCapture log;
  rename("reset");
  CHECK(log.contains("fault header (reset)"));
  add(Kind::hang);
  rename();
  CHECK(log.contains("a fault that was asked for: hang"));
  CHECK(log.contains("fault 1 (hang)"));
}
