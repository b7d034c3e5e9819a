#include "server/gate/disturbing.h"

#include <doctest/doctest.h>

#include "server/tenants/fault_text.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;
using Kind = DisturbanceKind;

namespace {

RequestReader reader_of(Service service, const std::string& operation, const std::string& header,
                        const std::string& parameters) {
  RequestReader reader(service, ContractMode::lenient);
  const std::string quoted = "\"" + action(std::string(service_name(service)), operation) + "\"";
  const std::string body = envelope(header, wrapper(operation, parameters));
  reader.read({"text/xml; charset=utf-8", quoted, body});
  return reader;
}

RequestReader log_in(const std::string& name, const std::string& password) {
  return reader_of(Service::so_principal, "AuthenticateUsernamePassword", "",
                   element("UserName", name) + element("Password", password));
}

std::string kind_of(const std::optional<Disturbance>& disturbance) {
  return disturbance ? std::string(name_of(disturbance->kind)) : "none";
}

FaultScript script_of(Kind kind) {
  FaultScript script;
  script.disturbance.kind = kind;
  return script;
}

}  // namespace

TEST_CASE("Magic values: a ticket, and the user name or password of a log-in, ask for a fault") {
  CHECK(kind_of(magic_disturbance(log_in("emulator-fault:reset", "x"))) == "reset");
  CHECK(kind_of(magic_disturbance(log_in("ADM0", "emulator-fault:status:502"))) == "status");
  CHECK(kind_of(magic_disturbance(log_in("emulator-fault:hang", "emulator-fault:reset"))) ==
        "hang");
  CHECK(kind_of(magic_disturbance(reader_of(Service::user, "GetUser",
                                            credentials("emulator-fault:delay:5"),
                                            element("UserId", "1")))) == "delay");
}

TEST_CASE("Magic values: nothing else asks for one") {
  struct Case {
    std::string name, password;
  };
  for (const Case& c : {
           Case{"ADM0", "adm0"},
           Case{"emulator-fault", "emulator-fault:"},
           Case{"emulator-fault:explode", "emulator-fault:status:99"},
           Case{"Emulator-Fault:hang", " emulator-fault:hang"},
           Case{"x emulator-fault:hang", "hang"},
       }) {
    CAPTURE(c.name);
    CHECK(kind_of(magic_disturbance(log_in(c.name, c.password))) == "none");
  }
  // SoPrincipal has no such header, and in User.svc such a name is a name.
  CHECK(kind_of(magic_disturbance(reader_of(Service::so_principal, "GetSystemInfo",
                                            credentials("emulator-fault:hang"), ""))) == "none");
  CHECK(kind_of(magic_disturbance(reader_of(Service::user, "IsUserNameValid", "",
                                            element("UserName", "emulator-fault:hang")))) ==
        "none");
  CHECK(kind_of(magic_disturbance(reader_of(Service::user, "GetUser", credentials("7T:x"),
                                            element("UserId", "1")))) == "none");
}

TEST_CASE_FIXTURE(GateFixture, "Met disturbance: headers come first, then values, then scripts") {
  tenant().faults.add(script_of(Kind::garble));
  const RequestReader magic = log_in("emulator-fault:reset", "x");
  Disturbance asked;
  asked.kind = Kind::hang;
  const auto met_by = [&](const std::optional<Disturbance>& header, bool values) {
    const auto met = met_disturbance(header, values, magic, &tenant());
    return met ? met->by + " " + std::string(name_of(met->disturbance.kind)) : "none";
  };
  CHECK(met_by(asked, true) == "header hang");
  CHECK(met_by(std::nullopt, true) == "magic reset");
  CHECK(tenant().faults.list()[0].seen == 0);
  CHECK(met_by(std::nullopt, false) == "1 garble");
  CHECK(met_by(std::nullopt, false) == "none");
  CHECK_FALSE(met_disturbance(std::nullopt, false, magic, nullptr));
}

TEST_CASE("Met disturbance: with a random seed every delay is drawn alike at each start") {
  const auto run = [](std::uint64_t seed) {
    GateFixture emulator;
    Tenant& tenant = emulator.tenant();
    tenant.fault_random = Randomness(seed, "default");
    const RequestReader plain = log_in("ADM0", "adm0");
    const RequestReader magic = log_in("emulator-fault:delay:0-100000", "x");
    Disturbance asked;
    asked.delay = {DelayRange::Shape::lognormal, 1000, 1};
    FaultScript script = script_of(Kind::delay);
    script.times = 0;
    script.probability = 0.5;
    script.disturbance.delay = {DelayRange::Shape::uniform, 0, 100'000};
    tenant.faults.add(script);
    std::vector<long> delays;
    for (int i = 0; i < 10; ++i) {
      delays.push_back(met_disturbance(asked, true, plain, &tenant)->delay.count());
      delays.push_back(met_disturbance(std::nullopt, true, magic, &tenant)->delay.count());
      const auto scripted = met_disturbance(std::nullopt, true, plain, &tenant);
      delays.push_back(scripted ? scripted->delay.count() : -1);
    }
    return delays;
  };
  CHECK(run(1) == run(1));
  CHECK(run(1) != run(2));
}

TEST_CASE("Disturbances: a SOAP fault, a status and a hang come in place of the call") {
  for (const Kind kind : {Kind::exception, Kind::delay, Kind::reset, Kind::empty, Kind::truncate,
                          Kind::garble, Kind::content_type}) {
    CHECK_FALSE(replaces_call(script_of(kind).disturbance));
  }
  for (const Kind kind : {Kind::fault, Kind::status, Kind::hang}) {
    CHECK(replaces_call(script_of(kind).disturbance));
  }
}

TEST_CASE("Disturbances: what is left of an answer") {
  const SoapAnswer whole{200, "", "text/xml; charset=utf-8", "<a><b/></a>"};
  const auto spoilt = [&](Kind kind) {
    SoapAnswer answer = whole;
    spoil(answer, script_of(kind).disturbance);
    CHECK(answer.status == 200);
    return answer.content_type + " " + answer.body;
  };
  CHECK(spoilt(Kind::empty) == "text/xml; charset=utf-8 ");
  CHECK(spoilt(Kind::garble) == "text/xml; charset=utf-8 <a><b</garbled>/></a>");
  CHECK(spoilt(Kind::content_type) == "text/html <a><b/></a>");
  for (const Kind kind : {Kind::delay, Kind::reset, Kind::truncate, Kind::exception}) {
    CHECK(spoilt(kind) == "text/xml; charset=utf-8 <a><b/></a>");
  }
  SoapAnswer nothing;
  spoil(nothing, script_of(Kind::garble).disturbance);
  CHECK(nothing.body == "</garbled>");
}
