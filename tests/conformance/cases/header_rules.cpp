#include "tests/conformance/case.h"
#include "tests/conformance/cases/messages.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

constexpr std::string_view authentication_failed = "Authentication failed!";

std::string with_ticket(const Session& session, const std::string& attributes = {}) {
  return "<h:Credentials" + (attributes.empty() ? "" : " " + attributes) + "><h:Ticket>" +
         escaped(session.ticket()) + "</h:Ticket></h:Credentials>";
}

/// ask_who, with nothing in the Header but this.
Call with_headers(const Session& session, const std::string& xml) {
  return ask_who(session).without_credentials().header(xml);
}

std::string time_zone(const std::string& inner) { return "<h:TimeZone>" + inner + "</h:TimeZone>"; }

std::string zone(int id, const std::string& code) {
  return time_zone("<h:SoTimeZoneId>" + std::to_string(id) +
                   "</h:SoTimeZoneId><h:SoTimeZoneLocationCode>" + code +
                   "</h:SoTimeZoneLocationCode>");
}

/// A call that is refused for what it asks, not for who asks.
Call missing() { return Call("DeleteServiceAuth").ticket("7T:none"); }

CONFORMANCE_CASE("Headers", "an answer has ExceptionInfo, ExtraInfo, Succeeded and TimeZone",
                 .source = Source::document) {
  const Answer answer = session.send(ask_who(session));
  expect_who(session, answer);
  expect_equal("what breaks the contract", answer.breach(), std::string());
  expect(answer.header("ExceptionInfo").is_nil(), "ExceptionInfo is not nil");
  expect(answer.header("TimeZone").is_nil(), "TimeZone is not nil, and none was sent");
}

CONFORMANCE_CASE("Headers", "ExtraInfo is nil", .source = Source::inferred,
                 .assumption = "A-EXTRA-INFO") {
  expect(session.call(ask_who(session)).header("ExtraInfo").is_nil(), "ExtraInfo is not nil");
  expect(session.call(missing()).header("ExtraInfo").is_nil(), "ExtraInfo of a refusal is not nil");
}

CONFORMANCE_CASE("Headers", "a refused call is HTTP 200 with the whole of ExceptionInfo",
                 .source = Source::inferred, .assumption = "A-ERROR-FORM") {
  const Answer answer = session.call(missing());
  expect_refused(answer, "SoSessionException", authentication_failed);
  const Element info = answer.header("ExceptionInfo");
  expect_equal("ExceptionType", info.at("ExceptionType").text(),
               std::string("SuperOffice.Exceptions.SoSessionException"));
  expect_equal("FriendlyText", info.at("FriendlyText").text(), answer.message());
  expect_equal("Source", info.at("Source").text(),
               std::string("SuperOffice.Services.Implementation"));
  expect(info.at("StackTrace").is_nil(), "StackTrace is not nil");
  expect(info.at("InnerException").is_nil(), "InnerException is not nil");
  expect(answer.body().children().empty(), "the answer of a void operation has something in it");
}

CONFORMANCE_CASE("Headers", "texts of errors are no resource keys", .source = Source::inferred,
                 .assumption = "A-ERROR-TEXT") {
  const Answer answer = session.call(missing());
  expect_refused(answer, "SoSessionException");
  expect(!answer.message().starts_with("[SR_"), "the message is a key: " + answer.message());
}

CONFORMANCE_CASE("Headers", "the order of the request's headers does not matter",
                 .source = Source::platform) {
  const std::string token = "<h:ApplicationToken>" + escaped(session.options().application_token) +
                            "</h:ApplicationToken>";
  const std::string zone = "<h:TimeZone xsi:nil=\"true\"/>";
  const std::string credentials = with_ticket(session);
  for (const std::string& headers :
       {token + credentials + zone, zone + credentials + token, credentials + token + zone}) {
    Call call = with_headers(session, headers);
    if (!session.options().application_token.empty()) call.application_token("");
    expect_who(session, session.call(call));
  }
}

CONFORMANCE_CASE("Headers", "headers that nobody knows are passed over",
                 .source = Source::platform) {
  for (const char* header :
       {"<o:Unknown xmlns:o=\"urn:other\">1</o:Unknown>", "<Unknown>1</Unknown>",
        "<h:Unknown>1</h:Unknown>", "<o:Unknown xmlns:o=\"urn:other\" s:mustUnderstand=\"0\"/>"}) {
    const Answer answer = session.call(ask_who(session).header(header));
    expect(answer.status() == 200, std::string(header) + ": " + answer.summary());
    expect_who(session, answer);
  }
}

CONFORMANCE_CASE("Headers", "an unknown header with mustUnderstand is a fault",
                 .source = Source::platform) {
  for (const char* name : {"o:Security xmlns:o=\"urn:other\"", "h:Unknown"}) {
    const std::string header = "<" + std::string(name) + " s:mustUnderstand=\"1\"/>";
    const Answer answer = session.send(ask_who(session).header(header));
    expect_fault(answer, "MustUnderstand");
    expect(answer.fault_text().find("was not understood") != std::string::npos,
           "the fault's text is another: " + answer.fault_text());
  }
}

CONFORMANCE_CASE("Headers", "mustUnderstand for another actor is passed over",
                 .source = Source::platform) {
  expect_who(session, session.call(ask_who(session).header(
                          "<o:Other xmlns:o=\"urn:other\" s:mustUnderstand=\"1\" "
                          "s:actor=\"urn:somebody\"/>")));
}

CONFORMANCE_CASE("Headers", "Credentials with mustUnderstand are understood",
                 .source = Source::platform) {
  expect_who(session,
             session.call(with_headers(session, with_ticket(session, "s:mustUnderstand=\"1\""))));
}

CONFORMANCE_CASE("Headers", "Credentials of another version's namespace are as none",
                 .source = Source::platform) {
  const std::string other = changed(std::string(services_uri), "Services86", "Services84");
  const Answer none = session.call(with_headers(session, ""));
  for (const std::string& uri : {other, std::string("urn:other")}) {
    const Answer answer =
        session.call(with_headers(session, with_ticket(session, "xmlns:h=\"" + uri + "\"")));
    expect_equal("Succeeded", answer.succeeded(), none.succeeded());
    expect_equal("Message", answer.message(), none.message());
  }
}

CONFORMANCE_CASE("Headers", "SoCredentials is the name of a type, not of the header",
                 .source = Source::wsdl) {
  const std::string header =
      "<h:SoCredentials><h:Ticket>" + escaped(session.ticket()) + "</h:Ticket></h:SoCredentials>";
  const Answer none = session.call(with_headers(session, ""));
  const Answer answer = session.call(with_headers(session, header));
  expect_equal("Message", answer.message(), none.message());
}

CONFORMANCE_CASE("Headers", "the same Credentials a second time do no harm",
                 .source = Source::platform) {
  expect_who(session, session.call(ask_who(session).header(with_ticket(session))));
}

CONFORMANCE_CASE("Headers", "an ApplicationToken is not checked on-site",
                 .source = Source::document) {
  if (!session.options().application_token.empty()) {
    throw LeftOut("the target asks for an application token");
  }
  for (const char* token : {"?", "1234567-1234-9876"}) {
    expect_who(session, session.call(ask_who(session).application_token(token)));
  }
}

CONFORMANCE_CASE("Headers", "an ApplicationToken that nobody has is refused online",
                 .source = Source::inferred, .assumption = "A-APPLICATION-TOKEN") {
  if (session.options().application_token.empty()) {
    throw LeftOut("the target asks for no application token");
  }
  expect_refused(session.call(ask_who(session).application_token("0-0-0")), "SoSessionException",
                 "Failed to validate tokens: unknown application token");
}

CONFORMANCE_CASE("Headers", "TimeZone comes back as it was sent, with a refusal too",
                 .source = Source::inferred, .assumption = "A-TIME-ZONE") {
  for (const auto& [id, code] : {std::pair{261, "NO"}, {460, "US-NY"}, {1, "UTC"}}) {
    for (const Call& call : {ask_who(session), missing()}) {
      const Answer answer = session.call(Call(call).header(zone(id, code)));
      const Element found = answer.header("TimeZone");
      expect_equal("SoTimeZoneId", found.at("SoTimeZoneId").text(), std::to_string(id));
      expect_equal("SoTimeZoneLocationCode", found.at("SoTimeZoneLocationCode").text(),
                   std::string(code));
    }
  }
}

CONFORMANCE_CASE("Headers", "a TimeZone that is nil or empty changes nothing",
                 .source = Source::platform) {
  const std::string nil = "<h:TimeZone xsi:nil=\"true\"/>";
  for (const std::string& header : {nil, time_zone("")}) {
    expect_who(session, session.call(ask_who(session).header(header)));
  }
}

CONFORMANCE_CASE("Headers", "a TimeZone that cannot be read is a fault",
                 .source = Source::platform) {
  const std::string header = time_zone("<h:SoTimeZoneId>x</h:SoTimeZoneId>");
  expect_fault(session.send(ask_who(session).header(header)), "DeserializationFailed");
}

}  // namespace
}  // namespace conformance
