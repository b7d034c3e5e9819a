#include <doctest/doctest.h>

#include "tests/server/gate/log_capture.h"
#include "tests/server/operations/cells.h"
#include "tests/server/operations/outcome.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string secret = "hunter2hunter2";

/// A ServiceAuth for SaveServiceAuth: `members` is XML in the carrier's order.
std::string auth_with(const std::string& members) {
  return "<ServiceAuth>" + members + "</ServiceAuth>";
}

std::string auth(int id, const std::string& server, const std::string& password) {
  return auth_with(element("ServiceAuthId", std::to_string(id)) + element("Server", server) +
                   element("Port", "993") + element("AuthType", "imap") +
                   element("Username", "ada") + element("Password", password));
}

std::string id_of(int id) { return element("ServiceAuthId", std::to_string(id)); }

std::string shown(const Reply& reply) {
  std::string all;
  for (const char* member : {"ServiceAuthId", "Server", "Port", "AuthType", "Username"}) {
    all += reply.result(std::string("Response/") + member) + ", ";
  }
  return all + reply.result("Response/Password");
}

}  // namespace

TEST_CASE("CreateDefaultServiceAuth: all blank, and nothing is stored") {
  GateFixture emulator;
  const std::string anyone = emulator.login("SAL1", "sal1");
  const Cells before = Cells::of(emulator.store());
  CHECK(shown(emulator.call(anyone, "CreateDefaultServiceAuth", "")) == "0, , 0, , , ");
  CHECK(before.changed_to(Cells::of(emulator.store())).empty());
}

TEST_CASE("SaveServiceAuth: id 0 makes a row of the caller's, read back with its password") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  const Reply saved = emulator.call(admin, "SaveServiceAuth", auth(0, "mail.example", secret));
  CHECK(shown(saved) == "1001, mail.example, 993, imap, ada, " + secret);
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) == "sequence[service_auth] service_auth[1001]");
  CHECK(after.at("service_auth[1001].associate_id") == "11");
  CHECK(after.at("service_auth[1001].registered_associate_id") == "11");
  const std::string system = emulator.login("SYS0", "sys0");
  CHECK(shown(emulator.call(system, "GetServiceAuth", id_of(1001))) == shown(saved));
}

TEST_CASE("SaveServiceAuth: the row has the password sealed, and another way each time") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  emulator.call(admin, "SaveServiceAuth", auth(0, "mail.example", secret));
  emulator.call(admin, "SaveServiceAuth", auth(0, "mail.example", secret));
  const std::string one = emulator.store().service_auths.find(1001)->password;
  const std::string other = emulator.store().service_auths.find(1002)->password;
  CHECK(one.find(secret) == std::string::npos);
  CHECK(one != other);
  CHECK(emulator.tenant().vault.opened(one) == secret);
}

TEST_CASE("SaveServiceAuth: a stored row is changed as a whole, and stays its owner's") {
  GateFixture emulator;
  emulator.call(emulator.login("ADM0", "adm0"), "SaveServiceAuth", auth(0, "mail.example", secret));
  auto row = emulator.store().service_auths.find(1001).value();
  row.auth_status = 2;
  emulator.store().service_auths.save(row, {});
  const std::string system = emulator.login("SYS0", "sys0");
  const Cells before = Cells::of(emulator.store());
  CHECK(shown(emulator.call(system, "SaveServiceAuth", auth(1001, "smtp.example", "other"))) ==
        "1001, smtp.example, 993, imap, ada, other");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) ==
        "service_auth[1001].password service_auth[1001].server service_auth[1001].updated "
        "service_auth[1001].updatedCount service_auth[1001].updated_associate_id");
  // Documented: what is left out becomes blank.
  CHECK(shown(emulator.call(system, "SaveServiceAuth", auth_with(id_of(1001)))) ==
        "1001, , 0, , , ");
  CHECK(shown(emulator.call(system, "GetServiceAuth", id_of(1001))) == "1001, , 0, , , ");
  CHECK(emulator.store().service_auths.find(1001)->associate_id == 11);
}

TEST_CASE("SaveServiceAuth: any text is good, and comes back as it was") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  for (const std::string text : {"", " <&> \"x\" ", "\u00E6\u00F8\u4E16\U0001F600", "a\nb"}) {
    const Reply saved = emulator.call(admin, "SaveServiceAuth", auth(0, text, text));
    const Reply read = emulator.call(
        admin, "GetServiceAuth", element("ServiceAuthId", saved.result("Response/ServiceAuthId")));
    CHECK(read.result("Response/Password") == text);
    CHECK(read.result("Response/Server") == text);
  }
}

TEST_CASE("SaveServiceAuth: what cannot be saved is refused, and nothing changes") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string argument = "SoInvalidArgumentException ";
  const std::string long_text(256, 'x');
  struct Case {
    std::string parameters, outcome, message;
  };
  const Cells before = Cells::of(emulator.store());
  for (const Case& c : {
           Case{"", argument + "ServiceAuth", "ServiceAuth is missing"},
           Case{"<ServiceAuth i:nil=\"true\"/>", argument + "ServiceAuth",
                "ServiceAuth is missing"},
           Case{auth(99, long_text, ""), "SoNotFoundException", "ServiceAuth id 99 not found"},
           Case{auth(0, long_text, ""), argument + "Server",
                "Server is too long: at most 255 characters"},
           Case{auth(0, "", long_text), argument + "Password",
                "Password is too long: at most 255 characters"},
       }) {
    const Reply reply = emulator.call(admin, "SaveServiceAuth", c.parameters);
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.message() == c.message);
    CHECK(reply.result("Response") == "(nil)");
  }
  CHECK(before.changed_to(Cells::of(emulator.store())).empty());
}

TEST_CASE("GetServiceAuth: an unknown one is a success with nil") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  for (const std::string& id : {id_of(0), id_of(99), std::string()}) {
    const Reply reply = emulator.call(admin, "GetServiceAuth", id);
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == "(nil)");
  }
}

TEST_CASE("GetServiceAuth: a password whose key is gone is empty, and the log says so") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  emulator.call(admin, "SaveServiceAuth", auth(0, "mail.example", secret));
  emulator.tenant().vault = Vault();
  const LogCapture log;
  CHECK(shown(emulator.call(admin, "GetServiceAuth", id_of(1001))) ==
        "1001, mail.example, 993, imap, ada, ");
  CHECK(log.contains("the password of service log-in 1001 was sealed with another key"));
  CHECK(emulator.call(admin, "SaveServiceAuth", auth(1001, "mail.example", "again"))
            .result("Response/Password") == "again");
  CHECK(emulator.call(admin, "GetServiceAuth", id_of(1001)).result("Response/Password") == "again");
}

TEST_CASE("DeleteServiceAuth: the row is gone, and nothing else; twice is an error") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  emulator.call(admin, "SaveServiceAuth", auth(0, "mail.example", secret));
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(admin, "DeleteServiceAuth", id_of(1001));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.texts("Body/DeleteServiceAuthResponse/*").empty());
  CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) == "service_auth[1001]");
  CHECK(emulator.call(admin, "GetServiceAuth", id_of(1001)).result("Response") == "(nil)");
  for (const std::string& id : {id_of(1001), std::string()}) {
    CHECK(outcome_of(emulator.call(admin, "DeleteServiceAuth", id)) == "SoNotFoundException");
  }
}

TEST_CASE("Service log-ins: no password is in the log, whatever the outcome") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string plain = emulator.login("SAL1", "sal1");
  const LogCapture log;
  for (const std::string& ticket : {admin, plain, std::string()}) {
    emulator.call(ticket, "SaveServiceAuth", auth(0, "mail.example", secret));
    emulator.call(ticket, "SaveServiceAuth", auth(99, "mail.example", secret));
    emulator.call(ticket, "SaveServiceAuth",
                  auth(0, "mail.example", secret + std::string(255, 'x')));
    emulator.call(ticket, "GetServiceAuth", id_of(1001));
  }
  emulator.call(admin, "SaveServiceAuth",
                auth_with(element("Password", secret) + element("Server", "late")));
  CHECK(log.contains("SaveServiceAuth by ADM0"));
  CAPTURE(log.text());
  CHECK_FALSE(log.contains(secret));
}
