#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

// What a directory has is not known: cases are about whatever is found.

namespace conformance {
namespace {

constexpr std::string_view directory = "ActiveDirectory";

Answer find_groups(Session& session, std::string_view type, std::string_view part) {
  return session.call(Call("FindCredentialsGroups").text("Type", type).text("SearchString", part));
}

Answer find_users(Session& session, std::string_view type, std::string_view part) {
  return session.call(Call("FindCredentialUsers").text("Type", type).text("SearchString", part));
}

Answer users_in(Session& session, std::string_view type, std::string_view group) {
  return session.call(
      Call("GetCredentialUsersInGroup").text("Type", type).text("GroupName", group));
}

/// Each user has a Value, and a column for each heading.
void expect_table(const Answer& found) {
  expect_success(found);
  const auto columns = found.response("Headings").children().size();
  expect(columns > 0, "there are no headings");
  for (const Element& user : found.response("Users").children()) {
    expect(!user.at("Value").text().empty(), "a user has no Value");
    expect_equal("number of columns", user.at("Columns").children().size(), columns);
  }
}

void expect_nobody(const Answer& found) {
  expect_success(found);
  expect(!found.response("Users").is_nil() && found.response("Users").children().empty(),
         "Users is nil, or has users");
}

CONFORMANCE_CASE("FindCredentialsGroups", "there is one group at least", .source = Source::document,
                 .needs_rights = true) {
  for (const std::string& part : {std::string(), session.fresh_name()}) {
    const Answer groups = find_groups(session, directory, part);
    expect_success(groups);
    expect(!groups.response().children().empty(), "no group is found for '" + part + "'");
  }
}

CONFORMANCE_CASE("FindCredentialsGroups", "where none is found, one without a name comes",
                 .source = Source::inferred, .needs_rights = true, .assumption = "A-DIRECTORY") {
  for (const Answer& groups : {find_groups(session, directory, session.fresh_name()),
                               find_groups(session, "CRM5/PASSWORD", "")}) {
    expect_equal("number of groups", groups.response().children().size(), 1U);
    expect_text(groups, "CredentialsGroup/Name", "");
  }
}

CONFORMANCE_CASE("FindCredentialUsers", "users have a column for each heading",
                 .source = Source::document, .needs_rights = true) {
  expect_table(find_users(session, directory, ""));
}

CONFORMANCE_CASE("FindCredentialUsers", "Name, Full name, E-mail; DisplayValue is the account",
                 .source = Source::inferred, .needs_rights = true, .assumption = "A-DIRECTORY") {
  const Answer found = find_users(session, directory, "");
  std::string headings;
  for (const Element& one : found.response("Headings").children()) headings += one.text() + "; ";
  expect_equal("Headings", headings, "Name; Full name; E-mail; ");
  for (const Element& user : found.response("Users").children()) {
    expect_equal("the first column", user.at("Columns/string").text(),
                 user.at("DisplayValue").text());
  }
}

CONFORMANCE_CASE("FindCredentialUsers", "a part of the account finds the user, in any case",
                 .source = Source::inferred, .needs_rights = true, .assumption = "A-DIRECTORY") {
  const Answer all = find_users(session, directory, "");
  std::string account = all.text("Users/CredentialUser/DisplayValue");
  if (account.size() < 2) throw LeftOut("the directory has no users");
  account.erase(0, 1);
  for (char& letter : account) {
    letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  }
  const Answer found = find_users(session, directory, account);
  const std::string value = all.text("Users/CredentialUser/Value");
  for (const std::string& one : texts_of(found.response("Users"), "Value")) {
    if (one == value) return;
  }
  fail("'" + account + "' does not find the user " + value);
}

CONFORMANCE_CASE("FindCredentialUsers", "nobody is found with other words, or of other types",
                 .source = Source::inferred, .needs_rights = true, .assumption = "A-DIRECTORY") {
  expect_nobody(find_users(session, directory, session.fresh_name()));
  for (const char* type : {"CRM5/PASSWORD", "Nothing", ""}) {
    expect_nobody(find_users(session, type, ""));
  }
}

CONFORMANCE_CASE("GetCredentialUsersInGroup", "has the users of a group that was found",
                 .source = Source::document, .needs_rights = true) {
  const Answer groups = find_groups(session, directory, "");
  for (const std::string& name : texts_of(groups.response(), "Name")) {
    expect_table(users_in(session, directory, name));
  }
}

CONFORMANCE_CASE("GetCredentialUsersInGroup", "a group that is not there has nobody",
                 .source = Source::inferred, .needs_rights = true, .assumption = "A-DIRECTORY") {
  expect_nobody(users_in(session, directory, session.fresh_name()));
  expect_nobody(users_in(session, "CRM5/PASSWORD", ""));
}

CONFORMANCE_CASE("FindCredentialsGroups", "external users may look into the directory",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  const std::string ticket = ticket_of(session, active_user(session));
  for (const char* operation : {"FindCredentialsGroups", "FindCredentialUsers",
                                "GetCredentialUsersInGroup", "GetCredentialTypes"}) {
    expect_success(session.call(Call(operation).ticket(ticket)));
  }
}

}  // namespace
}  // namespace conformance
