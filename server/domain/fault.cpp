#include "server/domain/fault.h"

#include "server/domain/fault_catalogue.h"
#include "server/domain/shortened.h"

namespace emulator::fault {
namespace {

using Names = std::vector<std::string>;

/// Fills the gaps of a pattern, one by one, and takes what it used from `names`.
std::string filled(std::string_view pattern, Names& names) {
  std::string text(pattern);
  std::size_t gap = 0;
  while (!names.empty() && (gap = text.find("{}", gap)) != std::string::npos) {
    text.replace(gap, 2, names.front());
    gap += names.front().size();
    names.erase(names.begin());
  }
  return text;
}

/// `names`: what fills the gaps of the message, then of the argument.
Fault made(std::string_view id, Names names = {}) {
  const FaultEntry& entry = fault_entry(id);
  Fault fault;
  fault.id = entry.id;
  fault.type = "SuperOffice.Exceptions." + std::string(entry.type);
  fault.message = filled(entry.message, names);
  if (!entry.argument.empty()) fault.parameters = {{"Argument", filled(entry.argument, names)}};
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
  return made("application-token-refused", {why});
}

Fault agent_not_available() {
  // A public sample shows an access error for such applications, without its text.
  return made("agent-not-available");
}

Fault not_permitted() { return made("not-permitted"); }

Fault not_implemented(const std::string& operation) { return made("not-implemented", {operation}); }

Fault not_found(const std::string& what, int id) {
  return made("id-not-found", {what, std::to_string(id)});
}

Fault not_found(const std::string& what, const std::string& name) {
  return made("name-not-found", {what, shortened(name)});
}

Fault user_name_empty() { return made("user-name-empty"); }
Fault user_name_too_long() { return made("user-name-too-long"); }
Fault user_name_taken() { return made("user-name-taken"); }
Fault wrong_user_type(const std::string& argument) { return made("wrong-user-type", {argument}); }
Fault person_not_found() { return made("person-not-found"); }
Fault person_already_user() { return made("person-already-user"); }
Fault role_does_not_exist(int id) { return made("role-does-not-exist", {std::to_string(id)}); }
Fault role_not_external(int id) { return made("role-not-external", {std::to_string(id)}); }

Fault internal_error() {
  Fault fault = made("internal-error");
  fault.blame = Fault::Blame::service;
  return fault;
}

}  // namespace emulator::fault
