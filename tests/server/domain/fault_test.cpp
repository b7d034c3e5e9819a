#include "server/domain/fault.h"

#include <doctest/doctest.h>

#include <vector>

using namespace emulator;

namespace {

std::string full_name(const char* type) { return std::string("SuperOffice.Exceptions.") + type; }

struct Case {
  Fault fault;
  const char* type;  ///< Without `SuperOffice.Exceptions.`.
  const char* message;
};

/// All but those of an argument.
std::vector<Case> cases() {
  return {
      {fault::not_authenticated("expired"), "SoSessionException", "Authentication failed!"},
      {fault::application_token_refused("no application token"), "SoSessionException",
       "Failed to validate tokens: no application token"},
      {fault::agent_not_available(), "SoIllegalOperationException",
       "The User agent is not available to this application"},
      {fault::not_permitted(), "SoIllegalOperationException",
       "The currently logged-on user is not permitted to perform this operation"},
      {fault::not_implemented("SaveUser"), "SoNotImplementedException",
       "The operation SaveUser is not implemented in this emulator"},
      {fault::associate_not_found(99999), "SoNotFoundException", "Associate id 99999 not found"},
      {fault::associate_not_found("nobody"), "SoNotFoundException",
       "Associate name nobody not found"},
      {fault::internal_error(), "SoException", "The emulator failed to answer; its log says why"},
  };
}

struct ArgumentCase {
  Fault fault;
  const char* argument;
  const char* message;
};

std::vector<ArgumentCase> argument_cases() {
  return {
      {fault::invalid_argument("RoleId", "No such role."), "RoleId", "No such role."},
      {fault::user_name_empty(), "UserName", "The user name can not be empty"},
      {fault::user_name_too_long(), "UserName", "Invalid user name"},
      {fault::user_name_taken(), "UserName", "There is already a user with the same name."},
      {fault::wrong_user_type("AssociateId"), "AssociateId", "The user has the wrong user type"},
      {fault::person_not_found(), "PersonId", "The person does not exist."},
      {fault::person_already_user(), "PersonId", "This contact is already defined as a user."},
  };
}

}  // namespace

TEST_CASE("Fault: every one has the type and the text that were promised") {
  for (const Case& c : cases()) {
    CAPTURE(c.fault.message);
    CHECK(c.fault.type == full_name(c.type));
    CHECK(c.fault.message == c.message);
    CHECK(std::string(c.fault.what()) == c.message);
    CHECK(c.fault.parameters.empty());
  }
}

TEST_CASE("Fault: those of an argument name it in their parameters") {
  for (const ArgumentCase& c : argument_cases()) {
    CAPTURE(c.fault.message);
    CHECK(c.fault.type == full_name("SoInvalidArgumentException"));
    CHECK(c.fault.message == c.message);
    CHECK(c.fault.parameters == Fault::Parameters{{"Argument", c.argument}});
    CHECK(c.fault.hints.empty());
    CHECK(c.fault.blame == Fault::Blame::caller);
  }
}

TEST_CASE("Fault: the reason of a refused ticket is a hint, which the real server lacks") {
  for (const Case& c : cases()) {
    CAPTURE(c.fault.message);
    const bool is_of_ticket = c.fault.message == "Authentication failed!";
    CHECK(c.fault.hints ==
          (is_of_ticket ? Fault::Parameters{{"Reason", "expired"}} : Fault::Parameters{}));
  }
}

TEST_CASE("Fault: all but an internal error are the caller's mistake") {
  for (const Case& c : cases()) {
    CAPTURE(c.fault.message);
    const bool is_internal = c.fault.type == full_name("SoException");
    CHECK(c.fault.blame == (is_internal ? Fault::Blame::service : Fault::Blame::caller));
  }
}
