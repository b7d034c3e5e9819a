#include <algorithm>

#include "server/carriers/enumerations.h"
#include "server/carriers/user_command_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/fault.h"
#include "server/domain/shortened.h"
#include "server/gate/call.h"
#include "server/operations/install.h"

namespace emulator {
namespace {

using Answer = so__CommandActionResult;

/// A stored user is what the store says, one that is not stored yet what the client says.
std::optional<store::AssociateType> type_of(Call& call, const so__User* user) {
  if (user == nullptr) throw fault::argument_missing("User");
  const auto stored = call.store.associates.find(user->AssociateId);
  return stored ? std::optional(stored->type) : from_wire(user->Type);
}

so__CommandResult* result_of(Call& call, bool success, const std::string& message, Answer result) {
  so__CommandResult* wire = soap_new_so__CommandResult(call.context.get());
  wire->Success = success;
  wire->Message = to_wire(call.context, message);
  wire->Result = result;
  return wire;
}

void get_user_commands(Call& call, const _so__GetUserCommands& request,
                       _so__GetUserCommandsResponse& response) {
  response.Response = user_commands_carrier(call.context, call.store, type_of(call, request.User));
}

// A-USER-COMMANDS: a run does nothing but answer what its row says. What a plug-in would do is
// known to that plug-in alone.
void execute_user_command(Call& call, const _so__ExecuteUserCommand& request,
                          _so__ExecuteUserCommandResponse& response) {
  const std::string name = text_of(request.CommandName);
  const Answer answer = request.CommandActionResult;
  const auto commands = call.store.user_commands.list_for(type_of(call, request.User));
  const auto command = std::ranges::find(commands, name, &store::UserCommand::name);
  if (command == commands.end()) {
    response.Response = result_of(
        call, false, "There is no command " + shortened(name) + " for this user", Answer::Implicit);
  } else if (answer == Answer::No || answer == Answer::Cancel) {
    response.Response = result_of(call, false, shortened(name) + " was not carried out", answer);
  } else {
    // Both count as the list in the WSDL does.
    response.Response =
        result_of(call, true, command->message, static_cast<Answer>(command->result));
  }
}

}  // namespace

void install_user_commands(Operations& on) {
  on.GetUserCommands.serve_with(get_user_commands);
  on.ExecuteUserCommand.serve_with(execute_user_command);
}

}  // namespace emulator
