#include "server/domain/fault.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "server/domain/fault_catalogue.h"
#include "tests/support/program.h"

using namespace emulator;

namespace {

struct Case {
  const char* constructor;
  Fault fault;
  const char* id;
  const char* type;  ///< Without `SuperOffice.Exceptions.`.
  const char* message;
  const char* argument = "";  ///< Value of the parameter `Argument`; empty: there is none.
};

std::vector<Case> argument_cases() {
  const char* const type = "SoInvalidArgumentException";
  return {
      {"user_name_empty", fault::user_name_empty(), "user-name-empty", type,
       "The user name can not be empty", "UserName"},
      {"user_name_too_long", fault::user_name_too_long(), "user-name-too-long", type,
       "Invalid user name", "UserName"},
      {"user_name_taken", fault::user_name_taken(), "user-name-taken", type,
       "There is already a user with the same name.", "UserName"},
      {"wrong_user_type", fault::wrong_user_type("AssociateId"), "wrong-user-type", type,
       "The user has the wrong user type", "AssociateId"},
      {"person_not_found", fault::person_not_found(), "person-not-found", type,
       "The person does not exist.", "PersonId"},
      {"person_already_user", fault::person_already_user(), "person-already-user", type,
       "This contact is already defined as a user.", "PersonId"},
      {"role_does_not_exist", fault::role_does_not_exist(-7), "role-does-not-exist", type,
       "The role -7 does not exist.", "RoleId"},
      {"role_not_external", fault::role_not_external(1), "role-not-external", type,
       "The role must be of type ExternalUser: 1 is not.", "RoleId"},
  };
}

std::vector<Case> cases() {
  std::vector<Case> all{
      {"not_authenticated", fault::not_authenticated("expired"), "not-authenticated",
       "SoSessionException", "Authentication failed!"},
      {"application_token_refused", fault::application_token_refused("no application token"),
       "application-token-refused", "SoSessionException",
       "Failed to validate tokens: no application token"},
      {"agent_not_available", fault::agent_not_available(), "agent-not-available",
       "SoIllegalOperationException", "The User agent is not available to this application"},
      {"not_permitted", fault::not_permitted(), "not-permitted", "SoIllegalOperationException",
       "The currently logged-on user is not permitted to perform this operation"},
      {"not_implemented", fault::not_implemented("SaveUser"), "not-implemented",
       "SoNotImplementedException", "The operation SaveUser is not implemented in this emulator"},
      {"not_found", fault::not_found("Associate", 99999), "id-not-found", "SoNotFoundException",
       "Associate id 99999 not found"},
      {"not_found", fault::not_found("Role", "nobody"), "name-not-found", "SoNotFoundException",
       "Role name nobody not found"},
      {"internal_error", fault::internal_error(), "internal-error", "SoException",
       "The emulator failed to answer; its log says why"},
  };
  for (Case& c : argument_cases()) all.push_back(std::move(c));
  return all;
}

/// The named constructors in the header, as often as they are there.
std::multiset<std::string> declared() {
  const std::string header = testing::file_text(NSEMU_SOURCE_DIR "/server/domain/fault.h");
  const std::regex pattern(R"(\nFault (\w+)\()");
  std::multiset<std::string> names;
  for (std::sregex_iterator match(header.begin(), header.end(), pattern), end; match != end;
       ++match) {
    names.insert(match->str(1));
  }
  return names;
}

}  // namespace

TEST_CASE("Fault: every one has the id, the type and the text that were promised") {
  std::multiset<std::string> constructors;
  for (const Case& c : cases()) {
    CAPTURE(c.id);
    CHECK(c.fault.id == c.id);
    CHECK(c.fault.type == std::string("SuperOffice.Exceptions.") + c.type);
    CHECK(c.fault.message == c.message);
    CHECK(std::string(c.fault.what()) == c.message);
    constructors.insert(c.constructor);
  }
  CHECK(constructors == declared());
}

TEST_CASE("Fault: each constructor has a row of the catalogue, and each row a constructor") {
  std::set<std::string> made;
  for (const Case& c : cases()) made.insert(c.fault.id);
  std::set<std::string> listed;
  for (const FaultEntry& entry : fault_catalogue()) listed.emplace(entry.id);
  CHECK(made == listed);
  CHECK(made.size() == cases().size());
}

TEST_CASE("Fault: those of an argument name it in their parameters, the others have none") {
  for (const Case& c : cases()) {
    CAPTURE(c.id);
    const Fault::Parameters expected{{"Argument", c.argument}};
    CHECK(c.fault.parameters == (*c.argument == '\0' ? Fault::Parameters{} : expected));
  }
}

TEST_CASE("Fault: the reason of a refused ticket is a hint, which the real server lacks") {
  for (const Case& c : cases()) {
    CAPTURE(c.id);
    const bool is_of_ticket = c.fault.id == "not-authenticated";
    CHECK(c.fault.hints ==
          (is_of_ticket ? Fault::Parameters{{"Reason", "expired"}} : Fault::Parameters{}));
  }
}

TEST_CASE("Fault: all but an internal error are the caller's mistake") {
  for (const Case& c : cases()) {
    CAPTURE(c.id);
    const bool is_internal = c.fault.id == "internal-error";
    CHECK(c.fault.blame == (is_internal ? Fault::Blame::service : Fault::Blame::caller));
  }
}

TEST_CASE("Fault: what a caller sends is put into the text as it is, and not for ever") {
  CHECK(fault::not_found("Associate", "{} <&>").message == "Associate name {} <&> not found");
  CHECK(fault::not_found("{}", "x").message == "{} name x not found");
  CHECK(fault::not_found("Associate", std::string(100'000, 'x')).message.size() < 1000);
}
