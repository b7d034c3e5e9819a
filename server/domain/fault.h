#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace emulator {

/// An answer of the service that is not a success: what NetServer calls an exception. Thrown by
/// rules and handlers, caught in the gate alone. Anything else that is thrown is a bug or a broken
/// disk. Made by the named constructors below, so that every text stands in one place.
struct Fault : std::exception {
  using Parameters = std::vector<std::pair<std::string, std::string>>;

  /// Whose mistake it is: SOAP 1.2 asks for it (Sender or Receiver).
  enum class Blame { caller, service };

  std::string id;         ///< In the catalogue, see fault_catalogue.h.
  std::string type;       ///< Full .NET name, as in ExceptionInfo/ExceptionType.
  std::string message;    ///< English text; FriendlyText is the same (assumption A-ERROR-FORM).
  Parameters parameters;  ///< ExceptionInfo/Parameters that help the caller.
  Parameters hints;       ///< Like parameters, but known not to be on the real server.
  Blame blame = Blame::caller;

  const char* what() const noexcept override { return message.c_str(); }
};

/// Named constructors, one for each row of the catalogue, which has types and texts.
namespace fault {

/// A-TICKET: why is `missing`, `unknown` or `expired`.
Fault not_authenticated(const std::string& why);
/// A-APPLICATION-TOKEN: an online installation got no token, or one that it does not know.
Fault application_token_refused(const std::string& why);
/// The documentation's "Online Restricted": the User agent is not available to this application.
Fault agent_not_available();
/// A-RIGHTS.
Fault not_permitted();
/// A-NOT-IMPLEMENTED.
Fault not_implemented(const std::string& operation);

/// A-NOT-FOUND: an operation that changes something names a row that is not there. `what` is the
/// kind of row: Associate, Role, ...
Fault not_found(const std::string& what, int id);
Fault not_found(const std::string& what, const std::string& name);

/// A-ARGUMENT: a value that is not acceptable; the parameter `Argument` names it.
Fault user_name_empty();
Fault user_name_too_long();
Fault user_name_taken();
Fault wrong_user_type(const std::string& argument);
Fault person_not_found();
Fault person_already_user();
Fault role_does_not_exist(int id);
Fault role_not_external(int id);

/// What the caller is told of a bug or a broken disk; the log has the rest.
Fault internal_error();

}  // namespace fault
}  // namespace emulator
