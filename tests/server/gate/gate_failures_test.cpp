#include <doctest/doctest.h>

#include "server/gate/gate.h"
#include "tests/server/gate/log_capture.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

constexpr const char* refused_text = "The role 4712 does not exist.";
constexpr const char* internal_text = "The emulator failed to answer; its log says why";

void rename_group(Call& call) {
  auto group = call.store.user_groups.find(1).value();
  group.name = "Renamed";
  call.store.user_groups.save(group, call.author());
  call.store.licenses.withdraw(101, "superoffice.extern-user-cal");
}

void fill(Call& call, _so__GetUserGroupResponse& response) {
  response.Response = soap_new_so__UserGroup(call.context.get());
  response.Response->Id = 4711;
}

using Handler = Operation<_so__GetUserGroup, _so__GetUserGroupResponse>::Handler;

/// An emulator in whose GetUserGroup there is a handler that writes, answers and then fails.
struct Failing {
  explicit Failing(Handler handler, const ServiceSettings& settings = {}) : emulator(settings) {
    emulator.operations.GetUserGroup.serve_with(handler);
    emulator.operations.GetUserGroup.effect = Effect::writes;
    ticket = emulator.login("ADM0", "adm0");
  }

  Reply call() { return emulator.call(ticket, "GetUserGroup", element("UserGroupId", "1")); }

  void check_rolled_back() {
    CHECK(emulator.store().user_groups.find(1)->name == "Administration");
    CHECK(emulator.store().licenses.holds(101, "superoffice.extern-user-cal"));
  }

  GateFixture emulator;
  std::string ticket;
};

const Handler with_fault = [](Call& call, const _so__GetUserGroup&,
                              _so__GetUserGroupResponse& response) {
  rename_group(call);
  fill(call, response);
  throw fault::role_does_not_exist(4712);
};

const Handler with_bug = [](Call& call, const _so__GetUserGroup&,
                            _so__GetUserGroupResponse& response) {
  rename_group(call);
  fill(call, response);
  throw std::out_of_range("vector::at of somebody");
};

const Handler with_broken_store = [](Call& call, const _so__GetUserGroup&,
                                     _so__GetUserGroupResponse&) {
  rename_group(call);
  store::Associate taken = call.store.associates.find(101).value();
  taken.name_key = "adm0";
  call.store.associates.save(taken, call.author());
};

}  // namespace

TEST_CASE("Gate: a write handler that throws a fault is rolled back, and its answer emptied") {
  Failing failing(with_fault);
  const Reply reply = failing.call();
  CHECK(reply.status() == 200);
  CHECK(reply.succeeded() == "false");
  CHECK(reply.exception_type() == "SuperOffice.Exceptions.SoInvalidArgumentException");
  CHECK(reply.message() == refused_text);
  CHECK(reply.parameter("Argument") == "RoleId");
  CHECK(reply.result("Response") == "(nil)");
  CHECK(reply.xml().find("4711") == std::string::npos);
  failing.check_rolled_back();
}

TEST_CASE("Gate: a bug in a handler is an internal error for the caller and a line in the log") {
  Failing failing(with_bug);
  const LogCapture log;
  const Reply reply = failing.call();
  CHECK(reply.status() == 200);
  CHECK(reply.succeeded() == "false");
  CHECK(reply.exception_type() == "SuperOffice.Exceptions.SoException");
  CHECK(reply.message() == internal_text);
  CHECK(reply.result("Response") == "(nil)");
  CHECK(reply.xml().find("vector") == std::string::npos);
  CHECK(log.contains("error GetUserGroup failed, a bug or the machine: vector::at of somebody"));
  failing.check_rolled_back();
}

TEST_CASE("Gate: what the database refuses is an internal error, rolled back") {
  Failing failing(with_broken_store);
  CHECK(failing.call().message() == internal_text);
  failing.check_rolled_back();
}

TEST_CASE("Gate: after a failure the next call works") {
  for (const Handler handler : {with_fault, with_bug, with_broken_store}) {
    Failing failing(handler);
    failing.call();
    failing.call();
    failing.emulator.operations.GetUserGroup.handler = [](Call& call, const _so__GetUserGroup&,
                                                          _so__GetUserGroupResponse& response) {
      rename_group(call);
      fill(call, response);
    };
    CHECK(failing.call().result("Response/Id") == "4711");
    CHECK(failing.emulator.store().user_groups.find(1)->name == "Renamed");
  }
}

TEST_CASE("Gate: unwrapped, an internal error is the service's fault and a fault the caller's") {
  ServiceSettings settings;
  settings.wrap_exceptions = false;
  struct Case {
    Handler handler;
    std::string message, code;
  };
  for (const Case& c :
       {Case{with_bug, internal_text, "s:Receiver"}, Case{with_fault, refused_text, "s:Sender"}}) {
    Failing failing(c.handler, settings);
    const Reply reply = failing.call();
    CHECK(reply.status() == 500);
    CHECK(reply.text("Body/Fault/faultcode") == "a:InternalServiceFault");
    CHECK(reply.text("Body/Fault/faultstring") == c.message);
    std::string body = envelope(credentials(failing.ticket), wrapper("GetUserGroup", ""));
    const std::string uri = "http://schemas.xmlsoap.org/soap/envelope/";
    body.replace(body.find(uri), uri.size(), "http://www.w3.org/2003/05/soap-envelope");
    const Reply reply_1_2(
        failing.emulator
            .send(Service::user, SoapMessage{"application/soap+xml; charset=utf-8", {}, body})
            .soap);
    CHECK(reply_1_2.text("Body/Fault/Code/Value") == c.code);
    CHECK(reply_1_2.text("Body/Fault/Reason/Text") == c.message);
  }
}

TEST_CASE("Gate: a failed call renews its ticket all the same") {
  Failing failing(with_fault);
  for (int i = 0; i < 3; ++i) {
    failing.emulator.advance(std::chrono::hours(5));
    CHECK(failing.call().message() == refused_text);
  }
}

TEST_CASE("Gate: a handler is not called without ticket or rights") {
  GateFixture emulator;
  emulator.operations.GetUserGroup.serve_with(
      [](Call&, const _so__GetUserGroup&, _so__GetUserGroupResponse&) {
        throw std::logic_error("called");
      });
  emulator.operations.GetUserGroup.access = Access::manage_external_users;
  for (const std::string& ticket :
       {std::string(), std::string("garbled"), emulator.login("SAL1", "sal1")}) {
    CHECK(emulator.call(ticket, "GetUserGroup", "").message() != internal_text);
  }
  CHECK(emulator.call(emulator.login("USR8", "usr8"), "GetUserGroup", "").message() ==
        internal_text);
}

TEST_CASE("Gate: an operation that is not there says so by name, and is counted") {
  GateFixture emulator;
  emulator.operations.GetUser.is_implemented = false;
  emulator.operations.GetUserGroup.is_implemented = false;
  const std::string ticket = emulator.login("ADM0", "adm0");
  CHECK(emulator.gate.calls_not_implemented().empty());
  std::map<std::string, std::size_t> expected;
  emulator.operations.for_each([&](const OperationInfo& info) {
    if (info.is_implemented) return;
    const std::string name(info.name);
    CAPTURE(name);
    const bool is_user = info.service == Service::user;
    const std::string body = envelope(is_user ? credentials(ticket) : "", wrapper(name, ""));
    expected[name] = expected.size() % 2 + 1;
    for (std::size_t i = 0; i < expected[name]; ++i) {
      const Reply reply = emulator.send(info.service, name, body);
      CHECK(reply.status() == 200);
      CHECK(reply.exception_type() == "SuperOffice.Exceptions.SoNotImplementedException");
      CHECK(reply.message() == "The operation " + name + " is not implemented in this emulator");
    }
  });
  CHECK(expected.size() == 2);
  CHECK(emulator.gate.calls_not_implemented() == expected);
}

TEST_CASE("Gate: whoever has no ticket is not told what is implemented, nor counted") {
  GateFixture emulator;
  emulator.operations.GetUserGroup.is_implemented = false;
  CHECK(emulator.call("", "GetUserGroup", "").message() == "Authentication failed!");
  CHECK(emulator.gate.calls_not_implemented().empty());
}
