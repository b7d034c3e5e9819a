#include <algorithm>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/messages.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

constexpr std::string_view never = "0001-01-01T00:00:00";

Call log_in(std::string_view name, std::string_view password) {
  return Call("AuthenticateUsernamePassword").text("UserName", name).text("Password", password);
}

std::string pair(const std::string& key, const std::string& value) {
  return "<AuthenticationGenericDataKeyValuePair><Key>" + key + "</Key><Value>" + escaped(value) +
         "</Value></AuthenticationGenericDataKeyValuePair>";
}

Call generic(const std::string& pairs) {
  return Call("AuthenticateGeneric").carrier("AuthenticationData", pairs);
}

bool is_let_in(const Answer& answer) {
  return answer.body().at("AuthenticationSucceeded").text() == "true";
}

void expect_let_in(const Answer& answer, int associate_id) {
  expect_success(answer);
  expect(is_let_in(answer), "AuthenticationSucceeded is not true");
  expect_number(answer, "AssociateId", associate_id);
  expect(!answer.body().at("Credentials/Ticket").text().empty(), "there is no ticket");
}

/// A-LOGIN.
void expect_not_let_in(const Answer& answer) {
  expect_success(answer);
  expect_equal("AuthenticationSucceeded", is_let_in(answer), false);
  expect_nil(answer);
  expect(answer.body().at("Credentials").is_nil(), "Credentials is not nil");
}

CONFORMANCE_CASE("GetSystemInfo", "needs no ticket, and answers in SystemInfo",
                 .source = Source::document) {
  const Answer answer = session.call(Call("GetSystemInfo").without_credentials());
  expect_success(answer);
  expect(!answer.response().is_nil(), "SystemInfo is nil");
  expect(answer.response("License/ModuleLicenses").node() != nullptr,
         "there is no License/ModuleLicenses");
}

CONFORMANCE_CASE("GetSystemInfo", "version, build type and days to expiry",
                 .source = Source::inferred, .assumption = "A-SYSTEM-INFO") {
  const Answer answer = session.call(Call("GetSystemInfo"));
  expect_text(answer, "BuildType", "Release");
  expect_text(answer, "IsOnTravel", "false");
  expect_text(answer, "IsSatellite", "false");
  expect(answer.number("DaysUntilNetServerExpiry") > 0, "DaysUntilNetServerExpiry is not above 0");
  expect(!answer.text("CompanyName").empty(), "CompanyName is empty");
}

CONFORMANCE_CASE("AuthenticateUsernamePassword", "answers who it is, and a ticket",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  const Answer answer = session.call(log_in(user.name, user.password));
  expect_let_in(answer, user.id);
  expect_text(answer, "UserType", "ExternalAssociate");
  expect_text(answer, "IsPerson", "true");
  expect_number(answer, "PersonId", user.person_id);
  expect_number(answer, "RoleId", session.external_role());
  expect_text(answer, "RoleType", "ExternalUser");
  expect_number(answer, "GroupId", 0);
}

CONFORMANCE_CASE("AuthenticateUsernamePassword", "letters of a user name may be small or capital",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  std::string name = user.name;
  std::ranges::transform(name, name.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  expect_let_in(session.call(log_in(name, user.password)), user.id);
}

CONFORMANCE_CASE("AuthenticateUsernamePassword", "letters of a password are as they are",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  std::string password = user.password;
  password.front() = 'p';
  expect(session.log_in(user.name, password).empty(), "a P is taken for a p");
}

CONFORMANCE_CASE("AuthenticateUsernamePassword",
                 "a wrong password and an unknown name are the same success without a user",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-LOGIN") {
  const OwnUser user = active_user(session);
  expect_not_let_in(session.call(log_in(user.name, "wrong")));
  expect_not_let_in(session.call(log_in(user.name, "")));
  expect_not_let_in(session.call(log_in(session.fresh_name(), user.password)));
  expect_not_let_in(session.call(log_in("", user.password)));
  expect_let_in(session.call(log_in(user.name, user.password)), user.id);
}

CONFORMANCE_CASE("AuthenticateUsernamePassword", "with nothing is refused as any wrong log-in",
                 .source = Source::inferred, .assumption = "A-LOGIN") {
  expect_not_let_in(session.call(Call("AuthenticateUsernamePassword")));
  expect_not_let_in(
      session.call(Call("AuthenticateUsernamePassword").nil("UserName").nil("Password")));
}

CONFORMANCE_CASE("AuthenticateUsernamePassword", "an inactive user is refused in the same way",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-LOGIN") {
  const OwnUser user = active_user(session);
  expect_success(session.call(Call("SetExternalUserInfo")
                                  .number("AssociateId", user.id)
                                  .boolean("IsActive", false)
                                  .text("ExternalUserInfoModification", "Active")));
  expect_not_let_in(session.call(log_in(user.name, user.password)));
}

CONFORMANCE_CASE("AuthenticateUsernamePassword", "the e-mail address of one user is its name",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-LOGIN-EMAIL") {
  const OwnUser user = active_user(session);
  const std::string address = user_of(session, user.id).text("Person/Email");
  if (address.empty()) throw LeftOut("the person has no e-mail address");
  expect_let_in(session.call(log_in(address, user.password)), user.id);
  expect(session.log_in(address, "wrong").empty(), "any password will do");
}

CONFORMANCE_CASE("AuthenticateUsernamePassword", "sets Lastlogin, as no other call does",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-LAST-LOGIN") {
  const OwnUser user = session.external_user();
  expect_text(user_of(session, user.id), "Lastlogin", never);
  const std::string ticket = ticket_of(session, user);
  const std::string first = user_of(session, user.id).text("Lastlogin");
  expect(first != never, "Lastlogin is not set");
  expect_success(session.call(Call("GetUserInfo").ticket(ticket).number("UserInfoId", user.id)));
  expect_text(user_of(session, user.id), "Lastlogin", first);
  expect_text(user_of(session, user.id), "Lastlogout", never);
}

CONFORMANCE_CASE("AuthenticateUsernamePassword", "what the carrier holds beside the user",
                 .source = Source::inferred, .assumption = "A-PRINCIPAL") {
  const Answer answer = session.call(log_in(session.ticket(), ""));
  expect_let_in(answer, session.caller().associate_id);
  std::vector<std::string> rights;
  for (const Element& one : answer.response("FunctionRights").children()) {
    rights.push_back(one.text());
  }
  expect(std::ranges::is_sorted(rights), "FunctionRights are not in order");
  expect_number(answer, "EjAccessLevel", 0);
  expect(answer.response("ProvidedCredentials").children().empty(),
         "ProvidedCredentials are not empty");
  expect(!answer.text("FullName").empty(), "FullName is empty");
}

CONFORMANCE_CASE("AuthenticateGeneric", "takes UserName with Password, and Ticket",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-GENERIC") {
  const OwnUser user = active_user(session);
  const std::string by_name = pair("UserName", user.name) + pair("Password", user.password);
  expect_let_in(session.call(generic(by_name)), user.id);
  expect_let_in(session.call(generic(pair("username", user.name) + pair("PASSWORD", user.password) +
                                     pair("Other", "x"))),
                user.id);
  const std::string ticket = ticket_of(session, user);
  expect_let_in(session.call(generic(pair("Ticket", ticket))), user.id);
  expect_let_in(session.call(generic(pair("AccessToken", ticket))), user.id);
  expect_let_in(session.call(generic(pair("Ticket", "7T:none") + by_name)), user.id);
  expect_not_let_in(session.call(generic(pair("UserName", user.name) + pair("Password", "no"))));
}

CONFORMANCE_CASE("AuthenticateGeneric", "without a key that it knows nobody is let in",
                 .source = Source::inferred, .assumption = "A-GENERIC") {
  expect_not_let_in(session.call(generic(pair("None", "x"))));
  expect_not_let_in(session.call(generic("")));
  expect_not_let_in(session.call(Call("AuthenticateGeneric").nil("AuthenticationData")));
}

CONFORMANCE_CASE("AuthenticateImplicit",
                 "without a Windows user it is the anonymous user or nobody",
                 .source = Source::inferred, .assumption = "A-IMPLICIT") {
  const Answer answer = session.call(Call("AuthenticateImplicit"));
  if (!is_let_in(answer)) return expect_not_let_in(answer);
  expect_text(answer, "UserType", "AnonymousAssociate");
}

CONFORMANCE_CASE("AuthenticateWithAccessToken", "takes a session ticket as well",
                 .source = Source::inferred, .assumption = "A-LOGIN-TICKET") {
  const Answer answer =
      session.call(Call("AuthenticateWithAccessToken").text("AccessToken", session.ticket()));
  expect_let_in(answer, session.caller().associate_id);
}

CONFORMANCE_CASE("AuthenticateWithAccessToken", "a token that nobody has lets nobody in",
                 .source = Source::inferred, .assumption = "A-LOGIN") {
  for (const char* token : {"8A:Cust12345.AAAA", "none", ""}) {
    expect_not_let_in(session.call(Call("AuthenticateWithAccessToken").text("AccessToken", token)));
  }
}

}  // namespace
}  // namespace conformance
