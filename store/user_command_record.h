#pragma once

#include <optional>
#include <string>

#include "store/records.h"

namespace emulator::store {

/// What a client shows before it runs a command, and what was pressed. The WSDL's lists.
enum class CommandAction { implicit = 0, yes_no = 1, ok_cancel = 2, ok = 3 };
enum class CommandAnswer { implicit = 0, yes = 1, ok = 2, no = 3, cancel = 4 };

/// A command that clients offer for users. NetServer's come from plug-ins, so the table is ours.
struct UserCommand {
  int id = 0;
  std::string name{};  ///< Unique; what it is run by.
  std::string display_name{};
  std::string description{};
  std::string tooltip{};
  CommandAction action = CommandAction::implicit;
  std::string action_data{};  ///< What the client shows with the action, such as a question.
  CommandAnswer result = CommandAnswer::implicit;  ///< Of a run that succeeds, with the message.
  std::string message{};
  std::optional<AssociateType> user_type{};  ///< None: for users of every type.
  Stamp stamp{};
  bool operator==(const UserCommand&) const = default;
};

}  // namespace emulator::store
