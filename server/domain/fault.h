#pragma once

#include <exception>
#include <string>
#include <string_view>
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

/// A-TICKET: why is `missing`, `unknown`, `expired`, `inactive` or `user type not allowed`.
Fault not_authenticated(const std::string& why);
/// A-APPLICATION-TOKEN: an online installation got no token, or one that it does not know.
Fault application_token_refused(const std::string& why);
/// A-ONLINE-RESTRICTED: the User agent is not available to this application.
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
Fault argument_missing(const std::string& argument);
Fault user_name_empty(const std::string& argument = "UserName");
Fault user_name_invalid(const std::string& argument = "UserName");
Fault user_name_taken(const std::string& argument = "UserName");
Fault wrong_user_type(const std::string& argument);
Fault person_not_found();
Fault person_already_user();
Fault role_does_not_exist(int id, const std::string& argument = "RoleId");
/// `role_type`: the one that it must have.
Fault role_of_other_type(int id, const std::string& role_type,
                         const std::string& argument = "RoleId");

/// What a user cannot be (A-USER-RULES).
Fault user_type_missing(const std::string& argument);
Fault user_without_person(const std::string& argument);
Fault user_is_no_person(const std::string& argument);
Fault person_of_no_owner();
Fault person_of_user_changed();
Fault user_group_missing();
Fault user_group_of_no_employee();
Fault user_group_does_not_exist(int id);
Fault user_type_without_license(const std::string& user_type);
Fault license_not_assignable(const std::string& description, const std::string& name);
Fault licenses_too_few_to_undelete(const std::string& description);

/// What may not be done to a user (A-USER-RULES).
Fault user_type_not_managed(const std::string& user_type);
Fault user_type_is_fixed();
Fault user_type_not_system_or_anonymous();
Fault user_retired();
Fault own_role();
Fault own_deletion();

/// A-SAVE-USER-GROUP, A-DELETE-GROUP.
Fault user_group_name_taken();
Fault user_group_cannot_replace(int id);

Fault text_too_long(const std::string& argument, int length_max);
/// A-ROLE-DELETE.
Fault role_not_deletable(int id);
Fault role_cannot_replace(int id);
/// A-FUNCTIONAL-RIGHTS. `type`, here and below: the WSDL's name of the role's type.
Fault functional_right_not_of_role(const std::string& type, int right_id);
/// A-DATA-RIGHTS: a position that is not in the matrix.
Fault no_data_rights_of_table(const std::string& table, const std::string& argument);
Fault no_data_rights_of_relation(const std::string& type, const std::string& relation,
                                 const std::string& argument);
Fault data_right_unknown(const std::string& crud, const std::string& argument);
Fault data_rights_no_matrix();

/// A-PASSWORD-OTHERS.
Fault own_password_only();
/// A password of a user whom Active Directory is responsible for.
Fault password_of_directory();
/// A-PASSWORD-RULES. `what`: such as `digits`.
Fault password_too_short();
Fault password_lacks(const std::string& what, int count_min);
/// A-CREDENTIAL-SAVE.
Fault credential_type_refused(const std::string& type);
Fault credential_taken();
/// A-SECRET-LOST: a secret was sealed with another key.
Fault secret_lost();

/// Any row of the catalogue, for a fault that a test asks for; gaps of its text stay `{}`.
/// `message` in place of the text, unless it is empty. Throws std::logic_error for an unknown id.
Fault of_catalogue(std::string_view id, const std::string& message);
/// An exception that the catalogue does not have; `type` is its full .NET name.
Fault of_type(const std::string& type, const std::string& message);

/// What the caller is told of a bug or a broken disk; the log has the rest.
Fault internal_error();

}  // namespace fault
}  // namespace emulator
