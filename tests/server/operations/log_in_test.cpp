#include "server/operations/log_in.h"

#include <doctest/doctest.h>

#include "server/domain/secrets.h"
#include "server/tenants/tickets.h"
#include "tests/server/gate/log_capture.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

using Type = store::AssociateType;

/// What came of an attempt; `user` is 0 when it was refused.
struct Attempt {
  int user = 0;
  std::string ticket, note;
};

struct Door : GateFixture {
  using GateFixture::GateFixture;

  template <class Work>
  Attempt attempt(Work log_in) {
    SoapContext context;
    Call call(context, tenant(), settings, Principal());
    const std::optional<LogIn> entered = log_in(call);
    if (!entered) return {0, "", call.note};
    return {entered->associate.id, entered->ticket, call.note};
  }
  Attempt by_name(const std::string& name, const std::string& password) {
    return attempt([&](Call& call) { return log_in_by_name(call, name, password); });
  }
  Attempt by_ticket(const std::string& ticket) {
    return attempt([&](Call& call) { return log_in_by_ticket(call, ticket); });
  }

  void retire(int id) {
    auto associate = store().associates.find(id).value();
    associate.deleted = true;
    store().associates.save(associate, {});
  }
  void rename(int id, const std::string& name) {
    auto associate = store().associates.find(id).value();
    associate.name = associate.user_name = associate.name_key = associate.user_name_key = name;
    store().associates.save(associate, {});
  }
  void give_address(int person_id, const std::string& address) {
    auto person = store().persons.find(person_id).value();
    person.email = person.email_key = address;
    store().persons.save(person, {});
  }
  std::string end_of(const std::string& ticket) {
    return find_ticket(tenant(), ticket).row.value().valid_to;
  }
};

ServiceSettings settings_with(std::set<Type> types, const std::string& anonymous = {}) {
  ServiceSettings settings;
  settings.allowed_user_types = std::move(types);
  settings.anonymous_user = anonymous;
  return settings;
}

}  // namespace

TEST_CASE("Log-in: by user name or by the person's e-mail address, both in any case") {
  Door door;
  struct Case {
    std::string name, password;
    int user;
    std::string note;
  };
  for (const Case& c : {
           Case{"ADM0", "adm0", 11, "log-in of ADM0"},
           Case{"aDm0", "adm0", 11, "log-in of ADM0"},
           Case{"ada.moe@emulator.example", "adm0", 11, "log-in of ADM0"},
           Case{"Ada.MOE@Emulator.Example", "adm0", 11, "log-in of ADM0"},
           Case{"siri.lund@emulator.example", "sal1", 12, "log-in of SAL1"},
           Case{"EXT1@fjord.example", "ext1", 101, "log-in of ext1@fjord.example"},
           Case{"SYS0", "sys0", 14, "log-in of SYS0"},
           Case{"ADM0", "ADM0", 0, "log-in refused: wrong password of ADM0"},
           Case{"ada.moe@emulator.example", "sal1", 0, "log-in refused: wrong password of ADM0"},
           Case{"ADM0", "", 0, "log-in refused: wrong password of ADM0"},
           Case{"nobody", "adm0", 0, "log-in refused: no such user"},
           Case{"free.person504@fjord.example", "", 0, "log-in refused: no such user"},
           Case{"", "", 0, "log-in refused: no user name"},
       }) {
    CAPTURE(c.name);
    const Attempt attempt = door.by_name(c.name, c.password);
    CHECK(attempt.user == c.user);
    CHECK(attempt.ticket == "");  // A new one is due.
    CHECK(attempt.note == c.note);
  }
}

TEST_CASE("Log-in: an e-mail address that two users have is nobody's name, until one is retired") {
  Door door;
  door.give_address(148, "ada.moe@emulator.example");
  for (const char* password : {"adm0", "sal1"}) {
    const Attempt attempt = door.by_name("ada.moe@emulator.example", password);
    CHECK(attempt.user == 0);
    CHECK(attempt.note == "log-in refused: several users have this e-mail address");
  }
  CHECK(door.by_name("SAL1", "sal1").user == 12);
  door.retire(11);
  CHECK(door.by_name("ada.moe@emulator.example", "sal1").user == 12);
  CHECK(door.by_name("ada.moe@emulator.example", "adm0").user == 0);
  door.retire(12);
  CHECK(door.by_name("ada.moe@emulator.example", "sal1").note == "log-in refused: no such user");
}

TEST_CASE("Log-in: a user name goes before somebody else's e-mail address") {
  Door door;
  door.rename(12, "ada.moe@emulator.example");
  CHECK(door.by_name("ada.moe@emulator.example", "sal1").user == 12);
  CHECK(door.by_name("ada.moe@emulator.example", "adm0").user == 0);
  CHECK(door.by_name("siri.lund@emulator.example", "sal1").user == 12);
  // Also that of a user who is retired: the name is taken.
  door.retire(12);
  CHECK(door.by_name("ada.moe@emulator.example", "adm0").user == 0);
}

TEST_CASE("Log-in: persons without an address share no name") {
  Door door;
  for (const int person : {147, 148}) door.give_address(person, "");
  CHECK(door.by_name("", "adm0").note == "log-in refused: no user name");
  CHECK(door.by_name(" ", "adm0").note == "log-in refused: no such user");
}

TEST_CASE("Log-in: a blank password is one, no password is none") {
  Door door;
  auto row = door.store().credentials.list_of(12).at(0);
  row.secret = hash_password("", HashCost::min);
  door.store().credentials.save(row, {});
  CHECK(door.by_name("SAL1", "").user == 12);
  CHECK(door.by_name("SAL1", "sal1").user == 0);
  CHECK(door.by_name("SAL1", " ").user == 0);
  door.store().credentials.remove_of(12);
  CHECK(door.by_name("SAL1", "").user == 0);
  CHECK(door.by_name("ANON", "").user == 0);
}

TEST_CASE("Log-in: a session ticket stands for name and password, is kept, and lives on") {
  Door door;
  const std::string ticket = issue_ticket(door.tenant(), 12, "").text;
  for (const char* password : {"", "sal1", "anything"}) {
    CAPTURE(password);
    door.advance(std::chrono::hours(5));
    const Attempt attempt = door.by_name(ticket, password);
    CHECK(attempt.user == 12);
    CHECK(attempt.ticket == ticket);
    CHECK(door.end_of(ticket) == date_time_text(door.tenant().clock.now() + std::chrono::hours(6)));
  }
  CHECK(door.by_ticket(ticket).ticket == ticket);
  door.advance(std::chrono::hours(6));
  const Attempt late = door.by_name(ticket, "sal1");
  CHECK(late.user == 0);
  CHECK(late.note == "log-in refused: ticket expired");
}

TEST_CASE("Log-in: an access token buys a new session ticket, within its hour and no longer") {
  Door door;
  const std::string token = issue_access_token(door.tenant(), 12).text;
  REQUIRE(token.starts_with("8A:"));
  door.advance(std::chrono::minutes(59));
  for (const Attempt& attempt : {door.by_ticket(token), door.by_name(token, "")}) {
    CHECK(attempt.user == 12);
    CHECK(attempt.ticket == "");
  }
  door.advance(std::chrono::minutes(1));
  CHECK(door.by_ticket(token).note == "log-in refused: ticket expired");
}

TEST_CASE("Log-in: what only looks like a ticket is nobody's") {
  Door door;
  const std::string ticket = issue_ticket(door.tenant(), 12, "").text;
  const std::string token = issue_access_token(door.tenant(), 12).text;
  std::string altered = ticket;
  altered[10] = altered[10] == 'A' ? 'Q' : 'A';
  for (const std::string& text :
       {altered, ticket + " ", ticket.substr(0, ticket.size() - 4), "8A" + ticket.substr(2),
        "7T" + token.substr(2), std::string("7T:"), std::string("8A:"), std::string("8A:default."),
        std::string("7T:ADM0")}) {
    CAPTURE(text);
    CHECK(door.by_name(text, "sal1").note == "log-in refused: ticket unknown");
    CHECK(door.by_ticket(text).user == 0);
  }
  CHECK(door.by_ticket("").note == "log-in refused: ticket missing");
  CHECK(door.by_ticket("ADM0").note == "log-in refused: ticket unknown");
}

TEST_CASE("Log-in: who may not log on is refused by password and by ticket, and renews nothing") {
  Door door(settings_with({Type::employee, Type::external_person}));
  door.store().licenses.withdraw(12, "superoffice.user");
  door.retire(13);
  struct Case {
    int user;
    std::string name, password, note;
  };
  const std::string type = " is of a type that --allowed-user-types leaves out";
  for (const Case& c : {
           Case{12, "SAL1", "sal1", "SAL1 may not log on"},
           Case{13, "USR8", "usr8", "USR8 may not log on"},
           Case{102, "ext2@fjord.example", "ext2", "ext2@fjord.example may not log on"},
           Case{14, "SYS0", "sys0", "SYS0" + type},
       }) {
    CAPTURE(c.name);
    CHECK(door.by_name(c.name, c.password).user == 0);
    CHECK(door.by_name(c.name, c.password).note == "log-in refused: " + c.note);
    const std::string ticket = issue_ticket(door.tenant(), c.user, "").text;
    const std::string end = door.end_of(ticket);
    door.advance(std::chrono::seconds(1));
    CHECK(door.by_ticket(ticket).user == 0);
    CHECK(door.by_ticket(ticket).note == "log-in refused: " + c.note);
    CHECK(door.end_of(ticket) == end);
    // Only who has the password learns from the log that it would not do.
    CHECK(door.by_name(c.name, "x").note == "log-in refused: wrong password of " + c.name);
  }
}

TEST_CASE("Log-in: the anonymous user is the one of --anonymous-user, where its type is allowed") {
  struct Case {
    std::string name;
    std::set<Type> types;
    int user;
  };
  for (const Case& c : {
           Case{"ANON", {Type::employee, Type::anonymous}, 15},
           Case{"anon", {Type::anonymous}, 15},
           Case{"", {Type::employee, Type::anonymous}, 0},
           Case{"ANON", {Type::employee}, 0},
           Case{"nobody", {Type::employee, Type::anonymous}, 0},
           Case{"ADM0", {Type::employee, Type::anonymous}, 0},
           Case{"SYS0", {Type::employee, Type::system, Type::anonymous}, 0},
       }) {
    CAPTURE(c.name);
    Door door(settings_with(c.types, c.name));
    const Attempt attempt = door.attempt([](Call& call) { return log_in_as_anonymous(call); });
    CHECK(attempt.user == c.user);
    CHECK(attempt.note ==
          (c.user == 15 ? "log-in of ANON"
                        : "log-in refused: the transport proves nothing, and nobody is anonymous"));
    CHECK(door.by_name("ANON", "").user == 0);  // It has no password.
  }
}

TEST_CASE("Log-in: a caller gets one answer to all that is wrong, the log tells them apart") {
  GateFixture emulator(settings_with({Type::employee, Type::external_person}));
  const auto answer_to = [&](const std::string& name, const std::string& password) {
    return emulator
        .call_principal("AuthenticateUsernamePassword",
                        element("UserName", name) + element("Password", password))
        .xml();
  };
  const std::string refusal = answer_to("nobody", "s3cret-word");
  struct Case {
    std::string name, password, log;
  };
  for (const Case& c : {
           Case{"nobody", "s3cret-word", "log-in refused: no such user"},
           Case{"ADM0", "s3cret-word", "log-in refused: wrong password of ADM0"},
           Case{"ext2@fjord.example", "ext2", "log-in refused: ext2@fjord.example may not log on"},
           Case{"SYS0", "sys0", "log-in refused: SYS0 is of a type"},
           Case{"7T:s3cret-word", "", "log-in refused: ticket unknown"},
           Case{"s3cret-word", "ADM0", "log-in refused: no such user"},  // In the wrong field.
       }) {
    CAPTURE(c.name);
    const LogCapture log;
    CHECK(answer_to(c.name, c.password) == refusal);
    CHECK(log.contains(c.log));
    CHECK_FALSE(log.contains("s3cret-word"));
  }
}
