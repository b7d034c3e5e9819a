#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

using Texts = std::vector<std::string>;

/// A User as a client sends it.
std::string user(int id, const std::string& type = "") {
  return "<User>" + element("AssociateId", std::to_string(id)) +
         (type.empty() ? "" : element("Type", type)) + "</User>";
}

Reply commands(GateFixture& emulator, const std::string& parameters) {
  return emulator.call(emulator.login("ADM0", "adm0"), "GetUserCommands", parameters);
}

Texts names_in(const Reply& reply) { return reply.texts("Body/*/Response/CustomCommand/Name"); }

std::string run(const std::string& name, const std::string& answer, const std::string& of) {
  return element("CommandName", name) +
         (answer.empty() ? "" : element("CommandActionResult", answer)) + of;
}

/// `true Yes: The message`.
std::string result_in(const Reply& reply) {
  if (reply.succeeded() != "true") return outcome_of(reply);
  return reply.result("Response/Success") + " " + reply.result("Response/Result") + ": " +
         reply.result("Response/Message");
}

}  // namespace

TEST_CASE("GetUserCommands: every field of the commands of a user's type, by id") {
  GateFixture emulator;
  const Reply reply = commands(emulator, user(101));
  CHECK(outcome_of(reply) == "ok");
  const std::string path = "Body/*/Response/CustomCommand/";
  CHECK(names_in(reply) == Texts{"SendWelcome", "CheckAgreement"});
  CHECK(reply.texts(path + "DisplayName") ==
        Texts{"Send welcome message", "Check partner agreement"});
  CHECK(reply.texts(path + "Description") ==
        Texts{"Tells a user how to log in", "Tells whether the agreement is in force"});
  CHECK(reply.texts(path + "ToolTip") ==
        Texts{"Sends an e-mail to the user", "Looks up the agreement of the company"});
  CHECK(reply.texts(path + "Actions") == Texts{"YesNo", "Implicit"});
  CHECK(reply.texts(path + "ActionData") == Texts{"Send a welcome message to this user?", ""});
}

TEST_CASE("GetUserCommands: every action has its name on the wire") {
  GateFixture emulator;
  for (const auto action : {store::CommandAction::ok_cancel, store::CommandAction::ok}) {
    store::UserCommand command;
    command.name = "Command " + std::to_string(static_cast<int>(action));
    command.action = action;
    emulator.store().user_commands.save(command, {});
  }
  CHECK(commands(emulator, user(12)).texts("Body/*/Response/CustomCommand/Actions") ==
        Texts{"YesNo", "OkCancel", "Ok"});
}

TEST_CASE("GetUserCommands: a stored user has its stored type, another the one that is sent") {
  struct Case {
    std::string sent;
    Texts names;
  };
  GateFixture emulator;
  const Texts all{"SendWelcome", "CheckAgreement"};
  const Texts common{"SendWelcome"};
  for (const Case& c : {
           Case{user(101), all},
           Case{user(101, "InternalAssociate"), all},
           Case{user(12, "ExternalAssociate"), common},
           Case{user(0, "ExternalAssociate"), all},
           Case{user(99999, "ExternalAssociate"), all},
           Case{user(0, "InternalAssociate"), common},
           Case{user(0, "Unknown"), common},
           Case{user(0), common},
           Case{"<User/>", common},
       }) {
    CAPTURE(c.sent);
    CHECK(names_in(commands(emulator, c.sent)) == c.names);
  }
}

TEST_CASE("GetUserCommands: an installation without commands has an empty list") {
  GateFixture emulator({}, "empty");
  const Reply reply = commands(emulator, user(11));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.result("Response") == "");
}

TEST_CASE("SaveUser: PostSaveCommands are the commands of the saved user's type") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string path = "Body/*/Response/PostSaveCommands/CustomCommand/Name";
  const Texts all{"SendWelcome", "CheckAgreement"};
  CHECK(save(emulator, admin, seeded_ext1()).texts(path) == all);
  CHECK(save(emulator, admin, seeded_sal1()).texts(path) == Texts{"SendWelcome"});
  CHECK(emulator
            .call(admin, "SaveUserFromName",
                  element("UserName", "ext1@fjord.example") + seeded_ext1().xml())
            .texts(path) == all);
  CHECK(emulator.call(admin, "GetUser", element("UserId", "101"))
            .result("Response/PostSaveCommands") == "");
}

TEST_CASE("ExecuteUserCommand: answers what the command's row says, and changes nothing") {
  struct Case {
    std::string parameters, result;
  };
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  const std::string welcome = "true Yes: The welcome message was sent";
  for (const Case& c : {
           Case{run("SendWelcome", "Yes", user(12)), welcome},
           Case{run("SendWelcome", "Ok", user(12)), welcome},
           Case{run("SendWelcome", "Implicit", user(12)), welcome},
           Case{run("SendWelcome", "", user(12)), welcome},
           Case{run("SendWelcome", "No", user(12)), "false No: SendWelcome was not carried out"},
           Case{run("SendWelcome", "Cancel", user(12)),
                "false Cancel: SendWelcome was not carried out"},
           Case{run("CheckAgreement", "Implicit", user(101)),
                "true Implicit: The partner agreement is in force"},
       }) {
    CAPTURE(c.parameters);
    CHECK(result_in(emulator.call(admin, "ExecuteUserCommand", c.parameters)) == c.result);
  }
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("ExecuteUserCommand: what GetUserCommands has for a user can be run for it, no more") {
  struct Case {
    std::string sent;
    Texts run;
  };
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const Texts all{"SendWelcome", "CheckAgreement"};
  const Texts common{"SendWelcome"};
  for (const Case& c : {
           Case{user(12), common},
           Case{user(101), all},
           Case{user(12, "ExternalAssociate"), common},  // It is stored as an employee.
           Case{user(99999, "ExternalAssociate"), all},
           Case{user(99999, "InternalAssociate"), common},
           Case{user(99999), common},
           Case{user(0, "ExternalAssociate"), all},
           Case{"<User/>", common},
       }) {
    CAPTURE(c.sent);
    Texts run_with_success;
    for (const std::string& name : all) {
      const Reply reply = emulator.call(admin, "ExecuteUserCommand", run(name, "Yes", c.sent));
      CHECK(outcome_of(reply) == "ok");
      if (reply.result("Response/Success") == "true") run_with_success.push_back(name);
    }
    CHECK(run_with_success == c.run);
    CHECK(names_in(commands(emulator, c.sent)) == c.run);
  }
}

TEST_CASE("ExecuteUserCommand: a command that is not there for this user has no success") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  struct Case {
    std::string parameters, name;
  };
  for (const Case& c : {
           Case{run("Fly", "Yes", user(12)), "Fly"},
           Case{run("Fly", "No", user(12)), "Fly"},
           Case{run("sendwelcome", "Yes", user(12)), "sendwelcome"},
           Case{run("CheckAgreement", "Yes", user(12)), "CheckAgreement"},
           Case{run("CheckAgreement", "Yes", user(0)), "CheckAgreement"},
           Case{run("CheckAgreement", "Yes", user(99999)), "CheckAgreement"},
           Case{run("", "Yes", user(12)), ""},
           Case{user(12), ""},
       }) {
    CAPTURE(c.parameters);
    CHECK(result_in(emulator.call(admin, "ExecuteUserCommand", c.parameters)) ==
          "false Implicit: There is no command " + c.name + " for this user");
  }
}

TEST_CASE("User commands: a User is needed, a ticket to see them and admin-users to run them") {
  GateFixture emulator;
  const std::string admin = emulator.login("USR8", "usr8");
  const std::string refused = "SoIllegalOperationException";
  for (const std::string& nobody : {std::string(), std::string("<User i:nil=\"true\"/>")}) {
    CHECK(outcome_of(emulator.call(admin, "GetUserCommands", nobody)) ==
          "SoInvalidArgumentException User");
    CHECK(
        outcome_of(emulator.call(admin, "ExecuteUserCommand", run("SendWelcome", "Yes", nobody))) ==
        "SoInvalidArgumentException User");
  }
  const std::string welcome = run("SendWelcome", "Yes", user(103));
  CHECK(outcome_of(emulator.call(admin, "ExecuteUserCommand", welcome)) == "ok");
  for (const auto& [name, password] :
       {std::pair<std::string, std::string>{"ext3@nordlys.example", "ext3"}, {"SAL1", "sal1"}}) {
    CAPTURE(name);
    const std::string ticket = emulator.login(name, password);
    CHECK(outcome_of(emulator.call(ticket, "GetUserCommands", user(103))) == "ok");
    CHECK(outcome_of(emulator.call(ticket, "ExecuteUserCommand", welcome)) == refused);
  }
  CHECK(outcome_of(emulator.call("", "GetUserCommands", user(11))) == "SoSessionException");
}
