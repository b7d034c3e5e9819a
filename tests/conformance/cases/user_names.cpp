#include <cctype>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

/// What all three operations are asked, but for the name.
Call about(std::string_view operation, int associate_id = 0, int person_id = 0) {
  return Call(operation)
      .number("AssociateId", associate_id)
      .text("Type", "ExternalAssociate")
      .number("PersonId", person_id);
}

std::string of_length(const std::string& name, std::size_t length) {
  return name + std::string(length - name.size(), 'x');
}

/// That both operations say so, and why not.
void expect_valid(Session& session, const std::string& name, int associate_id = 0) {
  expect_text(session.call(about("IsUserNameValid", associate_id).text("UserName", name)), "",
              "true");
  const Answer reason =
      session.call(about("IsUserNameValidWithReason", associate_id).text("UserName", name));
  expect_text(reason, "Result", "true");
  expect_text(reason, "Reason", "");
}

void expect_invalid(Session& session, const std::string& name_xml, std::string_view reason,
                    int associate_id = 0) {
  expect_text(session.call(about("IsUserNameValid", associate_id).xml(name_xml)), "", "false");
  const Answer answer =
      session.call(about("IsUserNameValidWithReason", associate_id).xml(name_xml));
  expect_text(answer, "Result", "false");
  expect_text(answer, "Reason", reason);
}

std::string element(const std::string& name) { return "<UserName>" + name + "</UserName>"; }

CONFORMANCE_CASE("IsUserNameValid", "a name that nobody has is valid, one that somebody has is not",
                 .source = Source::inferred, .assumption = "A-NAME-VALID") {
  expect_text(session.call(about("IsUserNameValid").text("UserName", session.fresh_name())), "",
              "true");
  expect_text(session.call(about("IsUserNameValid").text("UserName", session.caller().name)), "",
              "false");
}

CONFORMANCE_CASE("IsUserNameValidWithReason", "a valid name has no Reason, a taken one has one",
                 .source = Source::inferred, .assumption = "A-NAME-VALID") {
  expect_valid(session, session.fresh_name());
  expect_invalid(session, element(session.caller().name), name_taken);
}

CONFORMANCE_CASE("IsUserNameValidWithReason", "a user's own name is valid for it, in any case",
                 .source = Source::inferred, .assumption = "A-NAME-VALID") {
  std::string name = session.caller().name;
  expect_valid(session, name, session.caller().associate_id);
  for (char& letter : name) {
    letter = static_cast<char>(std::isupper(static_cast<unsigned char>(letter)) != 0
                                   ? std::tolower(static_cast<unsigned char>(letter))
                                   : std::toupper(static_cast<unsigned char>(letter)));
  }
  expect_valid(session, name, session.caller().associate_id);
}

CONFORMANCE_CASE("IsUserNameValidWithReason", "a name that differs in case alone is taken",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-CASE") {
  const OwnUser user = active_user(session);
  std::string name = user.name;
  name.replace(0, 1, "C");  // Of the run's prefix.
  expect_invalid(session, element(name), name_taken);
  expect_valid(session, name, user.id);
  expect_refused(create(session, creation(session, name)), "SoInvalidArgumentException");
}

CONFORMANCE_CASE("IsUserNameValidWithReason", "of a user whose two names differ both are taken",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-EITHER") {
  const auto [user, user_name] = user_of_two_names(session);
  expect_invalid(session, element(user.name), name_taken);
  expect_invalid(session, element(user_name), name_taken);
}

CONFORMANCE_CASE("AuthenticateUsernamePassword", "a user whose two names differ has either",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-EITHER") {
  const auto [user, user_name] = user_of_two_names(session);
  expect_login(session, user.name, user.password);
  expect_login(session, user_name, user.password);
}

CONFORMANCE_CASE("GetUserFromName", "a user whose two names differ is found by either",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-EITHER") {
  const auto [user, user_name] = user_of_two_names(session);
  for (const std::string& name : {user.name, user_name}) {
    const Answer found = session.call(Call("GetUserFromName").text("UserName", name));
    expect_number(found, "AssociateId", user.id);
    expect_text(found, "Name", user.name);
    expect_text(found, "UserName", user_name);
  }
}

CONFORMANCE_CASE("IsUserNameValidWithReason", "a name that is absent, nil or empty is not valid",
                 .source = Source::inferred, .assumption = "A-NAME-VALID") {
  for (const NoText& no : without_text("UserName")) expect_invalid(session, no.xml, name_empty);
}

CONFORMANCE_CASE("IsUserNameValidWithReason", "a name has 239 letters at most, of any script",
                 .source = Source::inferred, .assumption = "A-NAME-VALID") {
  const std::string name = session.fresh_name();
  expect_valid(session, of_length(name, 239));
  expect_invalid(session, element(of_length(name, 240)), "Invalid user name");
  expect_valid(session, of_length(name, 238) + "\xC3\xB8");
}

CONFORMANCE_CASE("IsUserNameValidWithReason", "a name that begins as a ticket does is not valid",
                 .source = Source::inferred, .assumption = "A-NAME-VALID") {
  for (const char* head : {"7T:", "7t:", "8A:", "8a:"}) {
    expect_invalid(session, element(head + session.fresh_name()), "Invalid user name");
  }
}

CONFORMANCE_CASE("IsUserNameValidWithReason", "blanks and signs are letters as others",
                 .source = Source::inferred, .assumption = "A-NAME-VALID") {
  const std::string name = session.fresh_name();
  expect_valid(session, name + " / \\ + ' ; @conform.example");
  expect_valid(session, " ");
}

CONFORMANCE_CASE("IsUserNameValidWithReason", "Type and PersonId are not looked at",
                 .source = Source::inferred, .assumption = "A-NAME-VALID") {
  const std::string name = session.fresh_name();
  for (const char* type : {"Unknown", "InternalAssociate", "AnonymousAssociate"}) {
    expect_text(session.call(Call("IsUserNameValidWithReason")
                                 .number("AssociateId", nobody)
                                 .text("Type", type)
                                 .number("PersonId", nobody)
                                 .text("UserName", name)),
                "Result", "true");
  }
  expect_text(session.call(Call("IsUserNameValidWithReason").text("UserName", name)), "Result",
              "true");
}

CONFORMANCE_CASE("IsUserNameValid", "external users may ask", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-ACCESS") {
  const std::string ticket = ticket_of(session, active_user(session));
  const std::string name = session.fresh_name();
  for (const char* operation :
       {"IsUserNameValid", "IsUserNameValidWithReason", "GetValidUserName"}) {
    expect_success(session.call(about(operation).text("UserName", name).ticket(ticket)));
  }
}

Answer proposal(Session& session, const std::string& name, int associate_id = 0) {
  return session.call(about("GetValidUserName", associate_id).text("UserName", name));
}

CONFORMANCE_CASE("GetValidUserName", "what it answers is valid", .source = Source::document) {
  for (const std::string& name : {session.fresh_name(), session.caller().name, std::string()}) {
    const Answer answer = proposal(session, name);
    expect_success(answer);
    expect(!answer.text().empty(), "the name for '" + name + "' is empty");
    expect_text(session.call(about("IsUserNameValid").text("UserName", answer.text())), "", "true");
  }
}

CONFORMANCE_CASE("GetValidUserName", "a valid name comes back as it is", .source = Source::inferred,
                 .assumption = "A-VALID-NAME") {
  const std::string name = session.fresh_name() + " A/b";
  expect_text(proposal(session, name), "", name);
  const std::string& own = session.caller().name;
  expect_text(proposal(session, own, session.caller().associate_id), "", own);
}

CONFORMANCE_CASE("GetValidUserName", "a name that is taken has the first free number behind it",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-PROPOSAL") {
  const std::string name = session.fresh_name() + "-x";
  expect_success(create(session, creation(session, name)));
  expect_text(proposal(session, name), "", name + "2");
}

CONFORMANCE_CASE("GetValidUserName", "the number comes before the @ of an address",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-PROPOSAL") {
  const std::string name = session.fresh_name() + "-x";
  expect_success(create(session, creation(session, name + "@conform.example")));
  expect_text(proposal(session, name + "@conform.example"), "", name + "2@conform.example");
}

CONFORMANCE_CASE("GetValidUserName", "a name that is too long is cut to 239 letters",
                 .source = Source::inferred, .assumption = "A-VALID-NAME") {
  const std::string name = session.fresh_name();
  expect_text(proposal(session, of_length(name, 300)), "", of_length(name, 239));
}

CONFORMANCE_CASE("GetValidUserName", "what a ticket begins with is left out",
                 .source = Source::inferred, .assumption = "A-VALID-NAME") {
  const std::string name = session.fresh_name();
  expect_text(proposal(session, "7T:" + name), "", name);
  expect_text(proposal(session, "8a:7t:" + name), "", name);
}

CONFORMANCE_CASE("GetValidUserName", "without a name it is the address of the person",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-VALID-NAME") {
  const OwnUser user = active_user(session);
  const std::string address = user_of(session, user.id).text("Person/Email");
  if (address.empty()) throw LeftOut("the person has no e-mail address");
  for (const NoText& no : without_text("UserName")) {
    const Answer answer = session.call(about("GetValidUserName", 0, user.person_id).xml(no.xml));
    expect_text(answer, "", address);
  }
}

CONFORMANCE_CASE("GetValidUserName",
                 "without a name and a person it is user, or user with a number",
                 .source = Source::inferred, .assumption = "A-VALID-NAME") {
  const std::string name = proposal(session, "").text();
  expect(name.starts_with("user") && name.find_first_not_of("0123456789", 4) == std::string::npos,
         "the name is '" + name + "'");
}

CONFORMANCE_CASE("GetValidUserName", "a proposed name is not kept free", .source = Source::inferred,
                 .assumption = "A-VALID-NAME") {
  const std::string name = session.fresh_name();
  expect_text(proposal(session, name), "", name);
  expect_text(proposal(session, name), "", name);
}

}  // namespace
}  // namespace conformance
