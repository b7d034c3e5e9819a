#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "server/domain/fault_catalogue.h"
#include "tests/server/wrong_role_calls.h"
#include "tests/server/wrong_secret_calls.h"
#include "tests/server/wrong_user_calls.h"
#include "tests/server/wrong_user_group_calls.h"
#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

// Every error that an operation can answer, out of a running server.

using namespace emulator::testing;

namespace {

const std::string path = "Remote/Services86/";

std::string id_of(int associate) { return element("AssociateId", std::to_string(associate)); }

std::string renamed_to(const std::string& name) {
  return id_of(101) + element("UserName", name) +
         element("ExternalUserInfoModification", "UserName");
}

std::string role_set_to(int role) {
  return id_of(101) + element("RoleId", std::to_string(role)) +
         element("ExternalUserInfoModification", "Role");
}

std::string user_for(int person) {
  return element("PersonId", std::to_string(person)) + element("UserName", "new") +
         element("RoleId", "10");
}

std::vector<WrongCall> wrong_calls_on_site() {
  const std::string argument = "SoInvalidArgumentException";
  const std::string not_found = "SoNotFoundException";
  const std::string create = "CreateExternalUser";
  const std::string set = "SetExternalUserInfo";
  const std::string generate = "GenerateNewPasswordForExternalUser";
  const std::string wrong_type = "The user has the wrong user type";
  return {
      {"not-authenticated", nobody, "GetUser", element("UserId", "11"), "SoSessionException",
       "Authentication failed!"},
      {"not-permitted", sal1, set, renamed_to("new"), "SoIllegalOperationException",
       "The currently logged-on user is not permitted to perform this operation"},
      {"id-not-found", adm0, "DeleteExternalUser", id_of(99999), not_found,
       "Associate id 99999 not found"},
      {"name-not-found", adm0, generate, element("AssociateName", "who"), not_found,
       "Associate name who not found"},
      {"user-name-empty", adm0, set, renamed_to(""), argument, "The user name can not be empty",
       "UserName"},
      {"user-name-invalid", adm0, set, renamed_to(std::string(240, 'x')), argument,
       "Invalid user name", "UserName"},
      {"user-name-taken", adm0, set, renamed_to("sal1"), argument,
       "There is already a user with the same name.", "UserName"},
      {"wrong-user-type", adm0, set, id_of(12), argument, wrong_type, "AssociateId"},
      {"wrong-user-type", adm0, generate, element("AssociateName", "SAL1"), argument, wrong_type,
       "AssociateName"},
      {"person-not-found", adm0, create, user_for(99999), argument, "The person does not exist.",
       "PersonId"},
      {"person-already-user", adm0, create, user_for(501), argument,
       "This contact is already defined as a user.", "PersonId"},
      {"role-does-not-exist", adm0, set, role_set_to(77), argument, "The role 77 does not exist.",
       "RoleId"},
      {"role-of-other-type", adm0, set, role_set_to(1), argument,
       "The role must be of type ExternalUser: 1 is not.", "RoleId"},
      // What this tenant's rows are kept in is no database.
      {"internal-error", nobody, "GetUser", element("UserId", "11"), "SoException",
       "The emulator failed to answer; its log says why", "(none)", "Broken/"},
  };
}

std::vector<WrongCall> wrong_calls_online() {
  const std::string session = "SoSessionException";
  const std::string failed = "Failed to validate tokens: ";
  return {
      {"application-token-refused", nobody, "GetUser", "", session,
       failed + "no application token"},
      {"application-token-refused", nobody, "GetUser", "", session,
       failed + "unknown application token", "(none)", "", "other"},
      {"agent-not-available", nobody, "GetUser", "", "SoIllegalOperationException",
       "The User agent is not available to this application", "(none)", "", "closed"},
  };
}

Reply answer_to(std::uint16_t port, const WrongCall& call) {
  std::string headers;
  if (!call.application_token.empty()) {
    headers = "<ApplicationToken xmlns=\"" + std::string(services_uri) + "\">" +
              call.application_token + "</ApplicationToken>";
  }
  const std::string base = "/" + call.tenant + path;
  if (!call.caller.user_name.empty()) {
    headers +=
        credentials(SoapClient(port, base).login(call.caller.user_name, call.caller.password));
  }
  const auto response = HttpClient(port).post(
      base + "User.svc", "text/xml; charset=utf-8", action("User", call.operation),
      envelope(headers, wrapper(call.operation, call.parameters)));
  emulator::SoapAnswer answer;
  answer.status = static_cast<int>(response.result_int());
  answer.body = response.body();
  return Reply(answer);
}

void check_wrapped(const Reply& reply, const WrongCall& call) {
  CHECK(reply.status() == 200);
  CHECK(reply.succeeded() == "false");
  CHECK(reply.exception_type() == "SuperOffice.Exceptions." + call.type);
  CHECK(reply.message() == call.message);
  CHECK(reply.text("Header/ExceptionInfo/FriendlyText") == call.message);
  CHECK(reply.parameter("Argument") == call.argument);
}

void check_unwrapped(const Reply& reply, const WrongCall& call) {
  const std::string detail = "Body/Fault/detail/ExceptionDetail/";
  CHECK(reply.status() == 500);
  CHECK(reply.text("Header") == "(none)");
  CHECK(reply.text("Body/Fault/faultstring") == call.message);
  CHECK(reply.text(detail + "Type") == "SuperOffice.Exceptions." + call.type);
  CHECK(reply.text(detail + "Message") == call.message);
}

/// Whether it is an entry of the catalogue that came: its gaps, `{}`, hold some text.
bool is_of(const WrongCall& call, const emulator::FaultEntry& entry) {
  std::string pattern;
  for (const char c : entry.message) {
    if (c == '}') continue;
    const bool is_sign = std::ispunct(static_cast<unsigned char>(c)) != 0;
    pattern += c == '{' ? ".+" : is_sign ? std::string{'\\', c} : std::string{c};
  }
  return call.id == entry.id && call.type == entry.type &&
         std::regex_match(call.message, std::regex(pattern));
}

/// Sends each to the server, and returns the ids of the errors that came.
std::set<std::string> reached(std::uint16_t port, const std::vector<WrongCall>& calls,
                              bool wrapped) {
  std::set<std::string> ids;
  for (const WrongCall& call : calls) {
    CAPTURE(call.id);
    CAPTURE(call.operation);
    const Reply reply = answer_to(port, call);
    if (wrapped) {
      check_wrapped(reply, call);
    } else {
      check_unwrapped(reply, call);
    }
    const auto entry = std::ranges::find_if(emulator::fault_catalogue(),
                                            [&](const auto& one) { return is_of(call, one); });
    CHECK(entry != emulator::fault_catalogue().end());
    ids.insert(call.id);
  }
  return ids;
}

}  // namespace

TEST_CASE("nsemu: each error of the catalogue is answered to some request, wrapped and not") {
  for (const bool wrapped : {true, false}) {
    CAPTURE(wrapped);
    const std::string wrap = wrapped ? "true" : "false";
    const ScratchDirectory scratch;
    std::filesystem::create_directory(scratch.path("data"));
    std::ofstream(scratch.path("data") / "broken.sqlite") << std::string(8192, 'x');
    make_crowded_tenant(scratch.path("data") / "crowded.sqlite");
    make_strict_tenant(scratch.path("data") / "strict.sqlite");
    const RunningServer on_site(
        {"--wrap-exceptions", wrap, "--data", scratch.path("data").string()});
    const RunningServer online({"--wrap-exceptions", wrap, "--mode", "online",
                                "--application-token", "open,closed:restricted"});
    std::set<std::string> ids = reached(on_site.port(), wrong_calls_on_site(), wrapped);
    ids.merge(reached(on_site.port(), wrong_role_calls(), wrapped));
    ids.merge(reached(on_site.port(), wrong_secret_calls("Strict/"), wrapped));
    ids.merge(reached(on_site.port(), wrong_user_calls("Crowded/"), wrapped));
    ids.merge(reached(on_site.port(), wrong_user_group_calls(), wrapped));
    ids.merge(reached(online.port(), wrong_calls_online(), wrapped));
    for (const emulator::FaultEntry& one : emulator::fault_catalogue()) {
      CAPTURE(one.id);
      // All operations are there: nothing reaches this one.
      CHECK(ids.contains(std::string(one.id)) == (one.id != "not-implemented"));
    }
  }
}
