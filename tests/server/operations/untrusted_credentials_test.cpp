#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/secret_calls.h"

using namespace emulator;
using namespace emulator::testing;
using namespace emulator::testing::seeded;

TEST_CASE("CreateDefaultUntrustedCredentials: from now on, without end, active; not stored") {
  GateFixture emulator;
  const std::string ticket = login(emulator, ext1);
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(ticket, "CreateDefaultUntrustedCredentials", "");
  CHECK(reply.result("Response/ValidFrom") == "2026-01-15T09:00:00");
  CHECK(reply.result("Response/ValidTo") == "9999-12-31T23:59:59");
  CHECK(reply.result("Response/IsActive") == "true");
  for (const std::string text : {"Comment", "SecretValue", "PublicValue"}) {
    CHECK(reply.result("Response/" + text) == "");
  }
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("SaveUntrustedCredentials: all that was saved is read back by its owner") {
  GateFixture emulator;
  const std::string ticket = login(emulator, ext1);
  const Secret secret{.public_value = "kari@imap.example",
                      .secret_value = "s3cret <&> \u00F8",
                      .comment = "mailbox",
                      .valid_from = "2026-02-01T00:00:00",
                      .valid_to = "2027-02-01T00:00:00",
                      .is_active = "true"};
  const Reply saved =
      emulator.call(ticket, "SaveUntrustedCredentials", element("Type", "imap") + secret.xml());
  CHECK(outcome_of(saved) == "ok");
  CHECK(saved.texts("Body/SaveUntrustedCredentialsResponse/*").empty());
  const Reply read = emulator.call(ticket, "GetUntrustedCredentials", element("Type", "imap"));
  const std::string entry = "Response/UntrustedCredentials/";
  CHECK(read.result(entry + "PublicValue") == secret.public_value);
  CHECK(read.result(entry + "SecretValue") == secret.secret_value);
  CHECK(read.result(entry + "Comment") == secret.comment);
  CHECK(read.result(entry + "ValidFrom") == secret.valid_from);
  CHECK(read.result(entry + "ValidTo") == secret.valid_to);
  CHECK(read.result(entry + "IsActive") == "true");
}

TEST_CASE("SaveUntrustedCredentials: one row of its owner is added, the secret in it is sealed") {
  GateFixture emulator;
  const std::string ticket = login(emulator, ext1);
  const Cells before = Cells::of(emulator.store());
  save(emulator, ticket, "imap", {.public_value = "kari", .secret_value = "hunter2"});
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) == "Credentials[1002] sequence[Credentials]");
  CHECK(after.at("Credentials[1002].associateId") == "101");
  CHECK(after.at("Credentials[1002].credentialType") == "imap");
  CHECK(after.at("Credentials[1002].isActive") == "0");
  CHECK(after.at("Credentials[1002].registered_associate_id") == "101");
  const std::string sealed = after.at("Credentials[1002].secret");
  CHECK(sealed.find("hunter2") == std::string::npos);
  CHECK(emulator.tenant().vault.opened(sealed) == "hunter2");
}

TEST_CASE("SaveUntrustedCredentials: the same type and public value again replaces") {
  GateFixture emulator;
  const std::string ticket = login(emulator, ext1);
  save(emulator, ticket, "imap", {.public_value = "kari", .secret_value = "one", .comment = "a"});
  const Cells before = Cells::of(emulator.store());
  save(emulator, ticket, "imap", {.public_value = "kari", .secret_value = "two"});
  CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) == "Credentials[1002]");
  CHECK(secrets(emulator, ticket, "imap") == "kari=two");
  save(emulator, ticket, "imap", {.public_value = "Kari", .secret_value = "three"});
  save(emulator, ticket, "imap", {.public_value = "", .secret_value = "four"});
  save(emulator, ticket, "smtp", {.public_value = "kari", .secret_value = "five"});
  CHECK(secrets(emulator, ticket, "imap") == "kari=two Kari=three =four");
  CHECK(secrets(emulator, ticket, "smtp") == "kari=five");
  for (const std::string none : {"IMAP", "", "CRM5/PASSWORD", "Ticket"}) {
    CHECK(secrets(emulator, ticket, none) == "");
  }
}

TEST_CASE("SaveUntrustedCredentials: two users can have the same") {
  GateFixture emulator;
  const std::string kari = login(emulator, ext1);
  const std::string siri = login(emulator, sal1);
  save(emulator, kari, "imap", {.public_value = "office", .secret_value = "of kari"});
  save(emulator, siri, "imap", {.public_value = "office", .secret_value = "of siri"});
  CHECK(secrets(emulator, kari, "imap") == "office=of kari");
  CHECK(secrets(emulator, siri, "imap") == "office=of siri");
  CHECK(outcome_of(remove(emulator, kari, "imap", "office")) == "ok");
  CHECK(secrets(emulator, siri, "imap") == "office=of siri");
}

TEST_CASE("SaveUntrustedCredentials: without dates it begins now and has no end") {
  GateFixture emulator;
  const std::string ticket = login(emulator, ext1);
  for (const std::string& wire :
       {std::string("<Credentials/>"),
        std::string("<Credentials><PublicValue i:nil=\"true\"/>"
                    "<SecretValue i:nil=\"true\"/></Credentials>"),
        std::string("<Credentials><ValidFrom>0001-01-01T00:00:00</ValidFrom>"
                    "<ValidTo>0001-01-01T00:00:00</ValidTo></Credentials>")}) {
    CAPTURE(wire);
    CHECK(outcome_of(emulator.call(ticket, "SaveUntrustedCredentials",
                                   element("Type", "imap") + wire)) == "ok");
    const Reply read = emulator.call(ticket, "GetUntrustedCredentials", element("Type", "imap"));
    CHECK(read.texts("Body/*/Response/UntrustedCredentials/ValidFrom") ==
          std::vector<std::string>{"2026-01-15T09:00:00"});
    CHECK(read.result("Response/UntrustedCredentials/ValidTo") == "9999-12-31T23:59:59");
    CHECK(read.result("Response/UntrustedCredentials/IsActive") == "false");
    CHECK(read.result("Response/UntrustedCredentials/SecretValue") == "");
  }
}

TEST_CASE("SaveUntrustedCredentials: what cannot be saved, and nothing changes") {
  GateFixture emulator;
  const std::string ticket = login(emulator, ext1);
  const std::string argument = "SoInvalidArgumentException ";
  struct Case {
    std::string type, xml, outcome;
  };
  const Cells before = Cells::of(emulator.store());
  for (const Case& c : {
           Case{"imap", "", argument + "Credentials"},
           Case{"imap", "<Credentials i:nil=\"true\"/>", argument + "Credentials"},
           Case{"", Secret{}.xml(), argument + "Type"},
           Case{"Ticket", Secret{}.xml(), argument + "Type"},
           Case{"CRM5/PASSWORD", Secret{}.xml(), argument + "Type"},
           Case{"ActiveDirectory", Secret{}.xml(), argument + "Type"},
           Case{std::string(255, 'x'), Secret{}.xml(), argument + "Type"},
           Case{"imap", Secret{.public_value = std::string(239, 'x')}.xml(),
                argument + "PublicValue"},
           Case{"imap", Secret{.secret_value = std::string(71, 'x')}.xml(),
                argument + "SecretValue"},
           Case{"imap", Secret{.comment = std::string(256, 'x')}.xml(), argument + "Comment"},
       }) {
    CAPTURE(c.outcome);
    const std::string type = c.type.empty() ? "" : element("Type", c.type);
    CHECK(outcome_of(emulator.call(ticket, "SaveUntrustedCredentials", type + c.xml)) == c.outcome);
  }
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  save(emulator, ticket, "imap",
       {.public_value = std::string(238, 'x'),
        .secret_value = std::string(70, 'x'),
        .comment = std::string(255, 'x')});
}

TEST_CASE("RemoveUntrustedCredentials: one is gone, the others stay") {
  GateFixture emulator;
  const std::string ticket = login(emulator, ext1);
  save(emulator, ticket, "imap", {.public_value = "a", .secret_value = "1"});
  save(emulator, ticket, "imap", {.public_value = "b", .secret_value = "2"});
  const Cells before = Cells::of(emulator.store());
  const Reply removed = remove(emulator, ticket, "imap", "a");
  CHECK(outcome_of(removed) == "ok");
  CHECK(removed.texts("Body/RemoveUntrustedCredentialsResponse/*").empty());
  CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) == "Credentials[1002]");
  CHECK(secrets(emulator, ticket, "imap") == "b=2");
  CHECK(remove(emulator, ticket, "imap", "a").message() == "UntrustedCredentials name a not found");
  for (const std::string type : {"smtp", "", "Ticket", "CRM5/PASSWORD"}) {
    CHECK(outcome_of(remove(emulator, ticket, type, "b")) == "SoNotFoundException");
  }
  CHECK(outcome_of(emulator.call(ticket, "RemoveUntrustedCredentials", "")) ==
        "SoNotFoundException");
  save(emulator, ticket, "imap", {.public_value = "", .secret_value = "3"});
  CHECK(outcome_of(emulator.call(ticket, "RemoveUntrustedCredentials", element("Type", "imap"))) ==
        "ok");
  CHECK(secrets(emulator, ticket, "imap") == "b=2");
}

TEST_CASE("Untrusted credentials: they log nobody in, and go with their owner") {
  GateFixture emulator;
  const std::string administrator = login(emulator, adm0);
  const std::string ticket = login(emulator, ext1);
  save(emulator, ticket, "imap", {.public_value = "kari", .secret_value = "hunter2"});
  CHECK(emulator.login("kari", "hunter2") == "");
  CHECK(emulator.login(ext1.name, "hunter2") == "");
  emulator.call(administrator, "DeleteExternalUser", associate_id(101));
  CHECK(emulator.store().credentials.list("imap").empty());
}

TEST_CASE("Untrusted credentials: one that another key has sealed is told, and can be replaced") {
  GateFixture emulator;
  const std::string ticket = login(emulator, ext1);
  save(emulator, ticket, "imap", {.public_value = "kari", .secret_value = "hunter2"});
  store::Credential row = emulator.store().credentials.list("imap").at(0);
  row.secret = Vault().sealed("hunter2");
  emulator.store().credentials.save(row, {});
  const Reply read = emulator.call(ticket, "GetUntrustedCredentials", element("Type", "imap"));
  CHECK(read.exception_type() == "SuperOffice.Exceptions.SoException");
  CHECK(read.message() ==
        "A stored secret cannot be opened: it was sealed with another key than .vault-key");
  CHECK(secrets(emulator, ticket, "smtp") == "");
  save(emulator, ticket, "imap", {.public_value = "kari", .secret_value = "new"});
  CHECK(secrets(emulator, ticket, "imap") == "kari=new");
}

TEST_CASE("Untrusted credentials: proofs of who one is are none, whatever they look like") {
  GateFixture emulator;
  put_in_directory(emulator);
  store::Credential row = emulator.store().credentials.list_of(12).at(0);
  row.search_name = "12:siri";
  emulator.store().credentials.save(row, {});
  const Owner of_siri = associate_id(12);
  const std::string ticket = login(emulator, adm0);
  CHECK(secrets(emulator, ticket, "ActiveDirectory", of_siri) == "");
  CHECK(outcome_of(remove(emulator, ticket, "ActiveDirectory", "siri", of_siri)) ==
        "SoNotFoundException");
  CHECK(emulator.store().credentials.list_of(12).size() == 1);
}
