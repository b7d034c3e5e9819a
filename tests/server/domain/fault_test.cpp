#include "server/domain/fault.h"

#include <doctest/doctest.h>

#include <vector>

using namespace emulator;

namespace {

struct Case {
  Fault fault;
  const char* type;  ///< Without `SuperOffice.Exceptions.`.
  const char* message;
  Fault::Parameters parameters;
  Fault::Parameters hints;
};

const std::vector<Case>& cases() {
  const auto argument = [](const char* name) { return Fault::Parameters{{"Argument", name}}; };
  static const std::vector<Case> table{
      {fault::not_authenticated("expired"),
       "SoSessionException",
       "Authentication failed!",
       {},
       {{"Reason", "expired"}}},
      {fault::application_token_refused("no application token"),
       "SoSessionException",
       "Failed to validate tokens: no application token",
       {},
       {}},
      {fault::agent_not_available(),
       "SoIllegalOperationException",
       "The User agent is not available to this application",
       {},
       {}},
      {fault::not_permitted(),
       "SoIllegalOperationException",
       "The currently logged-on user is not permitted to perform this operation",
       {},
       {}},
      {fault::not_implemented("SaveUser"),
       "SoNotImplementedException",
       "The operation SaveUser is not implemented in this emulator",
       {},
       {}},
      {fault::associate_not_found(99999),
       "SoNotFoundException",
       "Associate id 99999 not found",
       {},
       {}},
      {fault::associate_not_found("nobody"),
       "SoNotFoundException",
       "Associate name nobody not found",
       {},
       {}},
      {fault::invalid_argument("RoleId", "No such role."),
       "SoInvalidArgumentException",
       "No such role.",
       argument("RoleId"),
       {}},
      {fault::user_name_empty(),
       "SoInvalidArgumentException",
       "The user name can not be empty",
       argument("UserName"),
       {}},
      {fault::user_name_too_long(),
       "SoInvalidArgumentException",
       "Invalid user name",
       argument("UserName"),
       {}},
      {fault::user_name_taken(),
       "SoInvalidArgumentException",
       "There is already a user with the same name.",
       argument("UserName"),
       {}},
      {fault::wrong_user_type("AssociateId"),
       "SoInvalidArgumentException",
       "The user has the wrong user type",
       argument("AssociateId"),
       {}},
      {fault::person_not_found(),
       "SoInvalidArgumentException",
       "The person does not exist.",
       argument("PersonId"),
       {}},
      {fault::person_already_user(),
       "SoInvalidArgumentException",
       "This contact is already defined as a user.",
       argument("PersonId"),
       {}},
      {fault::internal_error(),
       "SoException",
       "The emulator failed to answer; its log says why",
       {},
       {}},
  };
  return table;
}

}  // namespace

TEST_CASE("Fault: every one has the type, the text and the parameters that were promised") {
  for (const Case& c : cases()) {
    CAPTURE(c.message);
    CHECK(c.fault.type == std::string("SuperOffice.Exceptions.") + c.type);
    CHECK(c.fault.message == c.message);
    CHECK(c.fault.parameters == c.parameters);
    CHECK(std::string(c.fault.what()) == c.message);
  }
}

TEST_CASE("Fault: hints, which the real server lacks, are kept apart from parameters") {
  for (const Case& c : cases()) {
    CAPTURE(c.message);
    CHECK(c.fault.hints == c.hints);
  }
}

TEST_CASE("Fault: all but an internal error are the caller's mistake") {
  for (const Case& c : cases()) {
    CAPTURE(c.message);
    const bool is_internal = c.fault.type == "SuperOffice.Exceptions.SoException";
    CHECK(c.fault.blame == (is_internal ? Fault::Blame::service : Fault::Blame::caller));
  }
}
