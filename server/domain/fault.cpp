#include "server/domain/fault.h"

#include "server/domain/fault_catalogue.h"
#include "server/domain/shortened.h"

namespace emulator::fault {
namespace {

std::string filled(std::string_view pattern, const std::string& with) {
  std::string text(pattern);
  if (const std::size_t gap = text.find("{}"); gap != std::string::npos) {
    text.replace(gap, 2, with);
  }
  return text;
}

/// `named`: what fills the gap of the message or of the argument.
Fault made(std::string_view id, const std::string& named = {}) {
  const FaultEntry& entry = fault_entry(id);
  Fault fault;
  fault.id = entry.id;
  fault.type = "SuperOffice.Exceptions." + std::string(entry.type);
  fault.message = filled(entry.message, named);
  if (!entry.argument.empty()) fault.parameters = {{"Argument", filled(entry.argument, named)}};
  return fault;
}

}  // namespace

Fault not_authenticated(const std::string& why) {
  Fault fault = made("not-authenticated");
  fault.hints = {{"Reason", why}};
  return fault;
}

Fault application_token_refused(const std::string& why) {
  // The prefix is the text seen where tokens are validated before a login; its place here is ours.
  return made("application-token-refused", why);
}

Fault agent_not_available() {
  // A public sample shows an access error for such applications, without its text.
  return made("agent-not-available");
}

Fault not_permitted() { return made("not-permitted"); }

Fault not_implemented(const std::string& operation) { return made("not-implemented", operation); }

Fault associate_not_found(int id) { return made("associate-id-not-found", std::to_string(id)); }

Fault associate_not_found(const std::string& name) {
  return made("associate-name-not-found", shortened(name));
}

Fault user_name_empty() { return made("user-name-empty"); }
Fault user_name_too_long() { return made("user-name-too-long"); }
Fault user_name_taken() { return made("user-name-taken"); }
Fault wrong_user_type(const std::string& argument) { return made("wrong-user-type", argument); }
Fault person_not_found() { return made("person-not-found"); }
Fault person_already_user() { return made("person-already-user"); }
Fault role_does_not_exist(int id) { return made("role-does-not-exist", std::to_string(id)); }
Fault role_not_external(int id) { return made("role-not-external", std::to_string(id)); }

Fault internal_error() {
  Fault fault = made("internal-error");
  fault.blame = Fault::Blame::service;
  return fault;
}

}  // namespace emulator::fault
