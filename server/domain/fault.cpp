#include "server/domain/fault.h"

#include "server/domain/shortened.h"

namespace emulator::fault {
namespace {

Fault made(const std::string& type, const std::string& message) {
  Fault fault;
  fault.type = "SuperOffice.Exceptions." + type;
  fault.message = message;
  return fault;
}

}  // namespace

Fault not_authenticated(const std::string& why) {
  Fault fault = made("SoSessionException", "Authentication failed!");
  fault.hints = {{"Reason", why}};
  return fault;
}

Fault application_token_refused(const std::string& why) {
  // The prefix is the text seen where tokens are validated before a login; its place here is ours.
  return made("SoSessionException", "Failed to validate tokens: " + why);
}

Fault agent_not_available() {
  // A public sample shows an access error for such applications, without its text.
  return made("SoIllegalOperationException", "The User agent is not available to this application");
}

Fault not_permitted() {
  return made("SoIllegalOperationException",
              "The currently logged-on user is not permitted to perform this operation");
}

Fault not_implemented(const std::string& operation) {
  return made("SoNotImplementedException",
              "The operation " + operation + " is not implemented in this emulator");
}

Fault associate_not_found(int id) {
  return made("SoNotFoundException", "Associate id " + std::to_string(id) + " not found");
}

Fault associate_not_found(const std::string& name) {
  return made("SoNotFoundException", "Associate name " + shortened(name) + " not found");
}

Fault invalid_argument(const std::string& argument, const std::string& message) {
  Fault fault = made("SoInvalidArgumentException", message);
  fault.parameters = {{"Argument", argument}};
  return fault;
}

Fault user_name_empty() { return invalid_argument("UserName", "The user name can not be empty"); }

Fault user_name_too_long() { return invalid_argument("UserName", "Invalid user name"); }

Fault user_name_taken() {
  return invalid_argument("UserName", "There is already a user with the same name.");
}

Fault wrong_user_type(const std::string& argument) {
  return invalid_argument(argument, "The user has the wrong user type");
}

Fault person_not_found() { return invalid_argument("PersonId", "The person does not exist."); }

Fault person_already_user() {
  return invalid_argument("PersonId", "This contact is already defined as a user.");
}

Fault internal_error() {
  Fault fault = made("SoException", "The emulator failed to answer; its log says why");
  fault.blame = Fault::Blame::service;
  return fault;
}

}  // namespace emulator::fault
