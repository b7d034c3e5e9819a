#include <doctest/doctest.h>

#include "tests/server/operations/credential_calls.h"

using namespace emulator;
using namespace emulator::testing;
using namespace emulator::testing::seeded;

namespace {

using Texts = std::vector<std::string>;

std::string joined(const Texts& texts) {
  std::string line;
  for (const std::string& text : texts) line += (line.empty() ? "" : " ") + text;
  return line;
}

/// Parameters: `type` empty leaves the element out.
std::string search_for(const std::string& type, const std::string& what, const std::string& text) {
  return (type.empty() ? "" : element("Type", type)) + element(what, text);
}

struct Directory {
  Reply groups(const std::string& type, const std::string& part) {
    return emulator.call(ticket, "FindCredentialsGroups", search_for(type, "SearchString", part));
  }
  std::string group_names(const std::string& part) {
    return joined(
        groups("ActiveDirectory", part).texts("Body/*/Response/CredentialsGroup/DisplayName"));
  }
  Reply users(const std::string& operation, const std::string& parameters) {
    Reply reply = emulator.call(ticket, operation, parameters);
    CHECK(outcome_of(reply) == "ok");
    CHECK(reply.texts("Body/*/Response/Headings/string") == Texts{"Name", "Full name", "E-mail"});
    return reply;
  }
  std::string found(const std::string& part) {
    return names(users("FindCredentialUsers", search_for("ActiveDirectory", "SearchString", part)));
  }
  std::string members(const std::string& group) {
    return names(
        users("GetCredentialUsersInGroup", search_for("ActiveDirectory", "GroupName", group)));
  }
  static std::string names(const Reply& reply) {
    return joined(reply.texts("Body/*/Response/*/CredentialUser/DisplayValue"));
  }

  GateFixture emulator;
  std::string ticket = emulator.login("ext1@fjord.example", "ext1");
};

}  // namespace

TEST_CASE("FindCredentialsGroups: by a part of the name, without regard to case") {
  Directory directory;
  CHECK(directory.group_names("") == "Employees Sales Service accounts");
  CHECK(directory.group_names("SAL") == "Sales");
  CHECK(directory.group_names("emulator\\s") == "Sales Service accounts");
  CHECK(directory.groups("ActiveDirectory", "sales").result("Response/CredentialsGroup/Name") ==
        "EMULATOR\\Sales");
}

TEST_CASE("FindCredentialsGroups: one group at least, if only an empty one") {
  Directory directory;
  for (const Reply& reply :
       {directory.groups("ActiveDirectory", "no such group"), directory.groups("CRM5/PASSWORD", ""),
        directory.groups("", "sales"), directory.groups("activedirectory", "")}) {
    CHECK(outcome_of(reply) == "ok");
    CHECK(reply.texts("Body/*/Response/CredentialsGroup/Name") == Texts{""});
    CHECK(reply.texts("Body/*/Response/CredentialsGroup/DisplayName") == Texts{""});
  }
}

TEST_CASE("FindCredentialUsers: by a part of account or full name, without regard to case") {
  Directory directory;
  CHECK(directory.found("") ==
        "EMULATOR\\ada.moe EMULATOR\\liv.haug EMULATOR\\ola.vik EMULATOR\\siri.lund "
        "EMULATOR\\svc.backup EMULATOR\\svc.print");
  CHECK(directory.found("LIV.") == "EMULATOR\\liv.haug");
  CHECK(directory.found("backup SERV") == "EMULATOR\\svc.backup");
  CHECK(directory.found("no such user") == "");
}

TEST_CASE("FindCredentialUsers: a row has what the columns need and what a credential needs") {
  Directory directory;
  const Reply reply =
      directory.users("FindCredentialUsers", search_for("ActiveDirectory", "SearchString", "liv"));
  const std::string row = "Response/*/CredentialUser/";
  CHECK(reply.texts("Body/*/" + row + "Columns/string") ==
        Texts{"EMULATOR\\liv.haug", "Liv Haug", "liv.haug@emulator.example"});
  CHECK(reply.result(row + "CanCreatePerson") == "true");
  const std::string saved =
      directory_user(reply.result(row + "Value"), reply.result(row + "DisplayValue"));
  GateFixture& emulator = directory.emulator;
  CHECK(outcome_of(emulator.call(login(emulator, adm0), "SaveCredential", user_id(13) + saved)) ==
        "ok");
  CHECK(credentials_of(emulator, 13) ==
        "ActiveDirectory|S-1-5-21-1004336348-1177238915-682003330-1104|EMULATOR\\liv.haug");
}

TEST_CASE("GetCredentialUsersInGroup: the members of the group that was found") {
  Directory directory;
  CHECK(directory.members("EMULATOR\\Sales") == "EMULATOR\\liv.haug EMULATOR\\siri.lund");
  CHECK(directory.members("emulator\\SERVICE accounts") ==
        "EMULATOR\\svc.backup EMULATOR\\svc.print");
  for (const std::string none : {"Sales", "EMULATOR\\", "", "no such group"}) {
    CHECK(directory.members(none) == "");
  }
}

TEST_CASE("Foreign directory: other types have nobody, and absent and nil are empty") {
  Directory directory;
  for (const std::string type : {"CRM5/PASSWORD", "", "Ticket"}) {
    CHECK(Directory::names(directory.users("FindCredentialUsers",
                                           search_for(type, "SearchString", "ada"))) == "");
    CHECK(Directory::names(directory.users("GetCredentialUsersInGroup",
                                           search_for(type, "GroupName", "EMULATOR\\Sales"))) ==
          "");
  }
  const std::string type = element("Type", "ActiveDirectory");
  for (const std::string& absent : {std::string(), std::string("<SearchString i:nil=\"true\"/>")}) {
    CHECK(Directory::names(directory.users("FindCredentialUsers", type + absent)) ==
          directory.found(""));
  }
  CHECK(Directory::names(directory.users("GetCredentialUsersInGroup", type)) == "");
}
