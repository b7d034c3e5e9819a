#include <stdsoap2.h>

#include <algorithm>
#include <memory>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/messages.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

constexpr std::string_view refusal = "Authentication failed!";

struct SoapFree {
  void operator()(soap* context) const { soap_free(context); }
};

/// The bytes behind `7T:`; empty when they are no base64.
std::string decoded(const std::string& ticket) {
  const std::unique_ptr<soap, SoapFree> context(soap_new());
  int size = 0;
  const char* bytes = soap_base642s(context.get(), ticket.substr(3).c_str(), nullptr, 0, &size);
  std::string text(bytes == nullptr ? "" : bytes, bytes == nullptr ? 0 : std::size_t(size));
  soap_end(context.get());
  return text;
}

/// `7T:` and base64 of the text in UTF-16.
std::string encoded(const std::string& text) {
  const std::unique_ptr<soap, SoapFree> context(soap_new());
  const std::string bytes = utf16(text);
  const char* base64 =
      soap_s2base64(context.get(), reinterpret_cast<const unsigned char*>(bytes.data()), nullptr,
                    static_cast<int>(bytes.size()));
  std::string ticket = "7T:" + std::string(base64);
  soap_end(context.get());
  return ticket;
}

bool is_of(std::string_view text, std::string_view letters) {
  return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

/// What is in a ticket, in ASCII. \throws Failure when it has another form.
std::string inside(const std::string& ticket) {
  expect(ticket.starts_with("7T:"), "the ticket does not begin with 7T:");
  std::string text;
  for (const char c : decoded(ticket)) {
    if (c != '\0') text += c;
  }
  expect(encoded(text) == ticket, "the ticket, written again, is another");  // Which is not told.
  return text;
}

void expect_no_ticket(Session& session, const std::string& ticket) {
  expect_refused(session.call(ask_who(session).ticket(ticket)), "SoSessionException", refusal);
}

void expect_ticket_of(Session& session, const std::string& ticket, const OwnUser& user) {
  const Call call = Call("GetUserInfo").number("UserInfoId", user.id);
  expect_number(session.call(Call(call).ticket(ticket)), "UserInfoId", user.id);
}

CONFORMANCE_CASE("Ticket", "it is 7T: and base64 of GUID;number in UTF-16",
                 .source = Source::document) {
  if (!session.ticket().starts_with("7T:")) throw LeftOut("the run has no ticket, but a token");
  const std::string text = inside(session.ticket());
  const std::size_t semicolon = text.find(';');
  expect(semicolon == 32 && is_of(text.substr(0, 32), "0123456789abcdef"),
         "it does not begin with 32 hexadecimal digits and a semicolon");
  // Online there is the tenant behind it.
  const std::string number = text.substr(33, text.find(';', 33) - 33);
  expect(is_of(number, "0123456789"), "behind the first semicolon is no number");
}

CONFORMANCE_CASE("Ticket", "an altered one is refused", .source = Source::inferred,
                 .assumption = "A-TICKET") {
  const std::string ticket = session.ticket();
  std::string letter = ticket;
  letter[10] = letter[10] == 'A' ? 'B' : 'A';
  for (const std::string& altered :
       {letter, ticket.substr(0, ticket.size() - 4), ticket + "AAAA", ticket.substr(3),
        " " + ticket, "7t:" + ticket.substr(3), "\xEF\xBB\xBF" + ticket, ticket + ticket}) {
    expect_no_ticket(session, altered);
  }
}

CONFORMANCE_CASE("Ticket", "one with another number is refused", .source = Source::inferred,
                 .assumption = "A-TICKET") {
  if (!session.ticket().starts_with("7T:")) throw LeftOut("the run has no ticket, but a token");
  std::string text = inside(session.ticket());
  char& digit = text.at(33);
  digit = digit == '1' ? '2' : '1';
  expect_no_ticket(session, encoded(text));
}

CONFORMANCE_CASE("Ticket", "one of another installation is refused", .source = Source::inferred,
                 .assumption = "A-TICKET") {
  expect_no_ticket(session, encoded("0123456789abcdef0123456789abcdef;1234567890"));
  expect_no_ticket(session, encoded("0123456789abcdef0123456789abcdef;1234567890;Cust1"));
}

CONFORMANCE_CASE("Ticket", "what is none at all is refused", .source = Source::inferred,
                 .assumption = "A-TICKET") {
  for (const std::string& text : {std::string("7T:"), std::string("?"), session.caller().name,
                                  "7T:" + std::string(20'000, 'A'), std::string("8A:Cust1.AAAA")}) {
    expect_no_ticket(session, text);
  }
}

CONFORMANCE_CASE("Ticket", "an empty or nil one is as no Credentials", .source = Source::inferred,
                 .assumption = "A-TICKET") {
  const Answer none = session.call(ask_who(session).without_credentials());
  for (const char* header : {"<h:Credentials/>", "<h:Credentials xsi:nil=\"true\"/>",
                             "<h:Credentials><h:Ticket/></h:Credentials>",
                             "<h:Credentials><h:Ticket xsi:nil=\"true\"/></h:Credentials>"}) {
    const Answer answer = session.call(ask_who(session).without_credentials().header(header));
    expect_equal(header, answer.message(), none.message());
    expect_equal(header, answer.succeeded(), none.succeeded());
  }
}

CONFORMANCE_CASE("Ticket", "that of a user who is made inactive stops at once",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-TICKET") {
  const OwnUser user = session.external_user();
  const std::string ticket = ticket_of(session, user);
  expect_ticket_of(session, ticket, user);
  expect_success(session.call(Call("SetExternalUserInfo")
                                  .number("AssociateId", user.id)
                                  .boolean("IsActive", false)
                                  .text("ExternalUserInfoModification", "Active")));
  expect_no_ticket(session, ticket);
  expect(session.log_in(ticket, "").empty(), "it can be used to log in");
}

CONFORMANCE_CASE("Ticket", "that of a user who is deleted stops at once",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-TICKET") {
  const OwnUser user = session.external_user();
  const std::string ticket = ticket_of(session, user);
  expect_success(session.call(Call("DeleteExternalUser").number("AssociateId", user.id)));
  expect_no_ticket(session, ticket);
  expect(session.log_in(ticket, "").empty(), "it can be used to log in");
}

CONFORMANCE_CASE("Ticket", "a second log-in gives another, and the first one works on",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-TICKET-NEW") {
  const OwnUser user = session.external_user();
  const std::string first = ticket_of(session, user);
  const std::string second = ticket_of(session, user);
  expect(first != second, "the second log-in gives the ticket of the first");
  expect_ticket_of(session, first, user);
  expect_ticket_of(session, second, user);
}

CONFORMANCE_CASE("Ticket", "it stands for a user name, with any password",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = session.external_user();
  const std::string ticket = ticket_of(session, user);
  for (const char* password : {"", "any"}) {
    const std::string again = session.log_in(ticket, password);
    expect(!again.empty(), "the log-in with the ticket is refused");
    expect_ticket_of(session, again, user);
  }
}

CONFORMANCE_CASE("Ticket", "as a user name it comes back as it is", .source = Source::inferred,
                 .assumption = "A-LOGIN-TICKET") {
  if (!session.ticket().starts_with("7T:")) throw LeftOut("the run has no ticket, but a token");
  expect(session.log_in(session.ticket(), "") == session.ticket(), "it is another ticket");
}

CONFORMANCE_CASE("Ticket", "one that nobody has is no user name, whatever the password",
                 .source = Source::inferred, .assumption = "A-LOGIN-TICKET") {
  expect(session.log_in("7T:bm9ib2R5", session.options().password).empty(), "it is a log-in");
  expect(session.log_in("8A:Cust1.AAAA", session.options().password).empty(), "it is a log-in");
}

}  // namespace
}  // namespace conformance
