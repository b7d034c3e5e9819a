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
  // The class itself, not one of its heirs, is for what no caller could have avoided.
  if (entry.type == "SoException") fault.blame = Fault::Blame::service;
  return fault;
}

}  // namespace

Fault of_catalogue(std::string_view id, const std::string& message) {
  Fault fault = made(id);
  if (!message.empty()) fault.message = message;
  return fault;
}

Fault of_type(const std::string& type, const std::string& message) {
  Fault fault;
  fault.type = type;
  fault.message = message;
  return fault;
}

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

Fault argument_missing(const std::string& argument) {
  return made("argument-missing", {argument, argument});
}
Fault user_name_empty(const std::string& argument) { return made("user-name-empty", {argument}); }
Fault user_name_invalid(const std::string& argument) {
  return made("user-name-invalid", {argument});
}
Fault user_name_taken(const std::string& argument) { return made("user-name-taken", {argument}); }
Fault wrong_user_type(const std::string& argument) { return made("wrong-user-type", {argument}); }
Fault person_not_found() { return made("person-not-found"); }
Fault person_already_user() { return made("person-already-user"); }
Fault role_does_not_exist(int id, const std::string& argument) {
  return made("role-does-not-exist", {std::to_string(id), argument});
}
Fault role_of_other_type(int id, const std::string& role_type, const std::string& argument) {
  return made("role-of-other-type", {role_type, std::to_string(id), argument});
}

Fault user_type_missing(const std::string& argument) {
  return made("user-type-missing", {argument});
}
Fault user_without_person(const std::string& argument) {
  return made("user-without-person", {argument});
}
Fault user_is_no_person(const std::string& argument) {
  return made("user-is-no-person", {argument});
}
Fault person_of_no_owner() { return made("person-of-no-owner"); }
Fault person_of_user_changed() { return made("person-of-user-changed"); }
Fault user_group_missing() { return made("user-group-missing"); }
Fault user_group_of_no_employee() { return made("user-group-of-no-employee"); }
Fault user_group_does_not_exist(int id) {
  return made("user-group-does-not-exist", {std::to_string(id)});
}
Fault user_type_without_license(const std::string& user_type) {
  return made("user-type-without-license", {user_type});
}
Fault license_not_assignable(const std::string& description, const std::string& name) {
  return made("license-not-assignable", {shortened(description), shortened(name)});
}
Fault licenses_too_few_to_undelete(const std::string& description) {
  return made("licenses-too-few-to-undelete", {description});
}

Fault user_type_not_managed(const std::string& user_type) {
  return made("user-type-not-managed", {user_type});
}
Fault user_type_is_fixed() { return made("user-type-is-fixed"); }
Fault user_type_not_system_or_anonymous() { return made("user-type-not-system-or-anonymous"); }
Fault user_retired() { return made("user-retired"); }
Fault own_role() { return made("own-role"); }
Fault own_deletion() { return made("own-deletion"); }

Fault user_group_name_taken() { return made("user-group-name-taken"); }
Fault user_group_cannot_replace(int id) {
  return made("user-group-cannot-replace", {std::to_string(id)});
}

Fault text_too_long(const std::string& argument, int length_max) {
  return made("text-too-long", {argument, std::to_string(length_max), argument});
}

Fault role_not_deletable(int id) { return made("role-not-deletable", {std::to_string(id)}); }
Fault role_cannot_replace(int id) { return made("role-cannot-replace", {std::to_string(id)}); }

Fault functional_right_not_of_role(const std::string& type, int right_id) {
  return made("functional-right-not-of-role", {type, std::to_string(right_id)});
}

Fault no_data_rights_of_table(const std::string& table, const std::string& argument) {
  return made("no-data-rights-of-table", {shortened(table), argument});
}

Fault no_data_rights_of_relation(const std::string& type, const std::string& relation,
                                 const std::string& argument) {
  return made("no-data-rights-of-relation", {type, relation, argument});
}

Fault data_right_unknown(const std::string& crud, const std::string& argument) {
  return made("data-right-unknown", {shortened(crud), argument});
}

Fault data_rights_no_matrix() { return made("data-rights-no-matrix"); }

Fault own_password_only() { return made("own-password-only"); }
Fault password_of_directory() { return made("password-of-directory"); }
Fault password_too_short() { return made("password-too-short"); }
Fault password_lacks(const std::string& what, int count_min) {
  return made("password-lacks", {what, std::to_string(count_min)});
}

Fault credential_type_refused(const std::string& type) {
  return made("credential-type-refused", {shortened(type)});
}
Fault credential_taken() { return made("credential-taken"); }
Fault secret_lost() { return made("secret-lost"); }

Fault internal_error() { return made("internal-error"); }

}  // namespace emulator::fault
