#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

// Commands that a server has are run by nobody here: what they do is not known.

namespace conformance {
namespace {

std::string caller_as_sent(Session& session) {
  return copy_of(user_of(session, session.caller().associate_id).response());
}

Call run(std::string_view name, std::string_view result, const std::string& user) {
  return Call("ExecuteUserCommand")
      .text("CommandName", name)
      .text("CommandActionResult", result)
      .carrier("User", user);
}

CONFORMANCE_CASE("GetUserCommands", "is a list, and each command in it has a name",
                 .source = Source::document) {
  const Answer commands =
      session.call(Call("GetUserCommands").carrier("User", caller_as_sent(session)));
  expect_success(commands);
  expect(!commands.response().is_nil(), "the list is nil");
  for (const std::string& name : texts_of(commands.response(), "Name")) {
    expect(!name.empty(), "a command has no name");
  }
}

CONFORMANCE_CASE("GetUserCommands", "a stored user is of its stored type",
                 .source = Source::inferred, .assumption = "A-USER-COMMANDS") {
  const Answer user = user_of(session, session.caller().associate_id);
  const auto commands = [&session](const std::string& sent) {
    return copy_of(session.call(Call("GetUserCommands").carrier("User", sent)).response());
  };
  expect_equal("the list", commands(copy_of(user.response(), {{"Type", "AnonymousAssociate"}})),
               commands(copy_of(user.response())));
}

CONFORMANCE_CASE("GetUserCommands", "without a User is refused", .source = Source::inferred,
                 .assumption = "A-ARGUMENT") {
  for (const Call& call : {Call("GetUserCommands"), Call("GetUserCommands").nil("User")}) {
    expect_refused(session.call(call), invalid_argument, "User is missing");
  }
}

CONFORMANCE_CASE("ExecuteUserCommand", "a command that is not there is no success",
                 .source = Source::inferred, .needs_rights = true,
                 .assumption = "A-USER-COMMANDS") {
  for (const char* result : {"Implicit", "Yes", "Cancel"}) {
    const Answer answer = session.call(run(session.fresh_name(), result, caller_as_sent(session)));
    expect_success(answer);
    expect_text(answer, "Success", "false");
    expect(!answer.text("Message").empty(), "Message does not say why");
  }
}

CONFORMANCE_CASE("ExecuteUserCommand", "without a User is refused", .source = Source::inferred,
                 .needs_rights = true, .assumption = "A-ARGUMENT") {
  expect_refused(session.call(Call("ExecuteUserCommand").text("CommandName", "conform")),
                 invalid_argument, "User is missing");
}

CONFORMANCE_CASE("ExecuteUserCommand", "external users may not run commands",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  expect_not_permitted(session, {run(session.fresh_name(), "Yes", caller_as_sent(session))});
}

}  // namespace
}  // namespace conformance
