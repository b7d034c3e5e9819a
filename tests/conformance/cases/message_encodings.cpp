#include "tests/conformance/case.h"
#include "tests/conformance/cases/messages.h"
#include "tests/conformance/cases/own_secrets.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

/// The message with another form of the caller's id in it.
std::string with_id(const Session& session, const std::string& xml) {
  const std::string id = std::to_string(session.caller().associate_id);
  return changed(written(session, ask_who(session)), ">" + id + "<", ">" + xml + "<");
}

CONFORMANCE_CASE("Message", "the content type is text/xml, in any form of charset=utf-8",
                 .source = Source::platform) {
  for (const char* type : {"text/xml; charset=utf-8", "text/xml;charset=UTF-8",
                           "text/xml; charset=\"utf-8\"", "text/xml", "TEXT/XML; charset=utf-8"}) {
    const Answer answer = session.call(ask_who(session).content_type(type));
    expect(answer.status() == 200, std::string(type) + ": " + answer.summary());
    expect_who(session, answer);
  }
}

CONFORMANCE_CASE("Message", "another content type, or none, is refused with 415",
                 .source = Source::platform) {
  for (const char* type :
       {"application/xml", "text/plain", "application/json", "multipart/related", ""}) {
    const Answer answer = session.send(ask_who(session).content_type(type));
    expect(answer.status() == 415, std::string("'") + type + "': " + answer.summary());
  }
}

CONFORMANCE_CASE("Message", "a charset that is neither UTF-8 nor UTF-16 is refused",
                 .source = Source::platform) {
  const Answer answer = session.send(ask_who(session).content_type("text/xml; charset=iso-8859-1"));
  expect(answer.status() == 400 || answer.status() == 415,
         "expected HTTP 400 or 415, found " + answer.summary());
}

CONFORMANCE_CASE("Message", "an XML declaration and a byte order mark of UTF-8 may be there",
                 .source = Source::platform) {
  const std::string message = written(session, ask_who(session));
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
  for (const std::string& before : {declaration, declaration + "\r\n", std::string("\xEF\xBB\xBF"),
                                    "\xEF\xBB\xBF" + declaration}) {
    expect_who(session, session.call(ask_who(session).message(before + message)));
  }
}

CONFORMANCE_CASE("Message", "UTF-16 is read, with charset=utf-16 and a byte order mark",
                 .source = Source::platform) {
  const std::string message = "\xFF\xFE" + utf16(written(session, ask_who(session)));
  expect_who(
      session,
      session.call(ask_who(session).content_type("text/xml; charset=utf-16").message(message)));
}

CONFORMANCE_CASE("Message", "a declared encoding that is not Unicode is refused with 400",
                 .source = Source::platform) {
  const std::string message = written(session, ask_who(session));
  expect_status(session.send(ask_who(session).message(
                    "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + message)),
                400);
}

CONFORMANCE_CASE("Message", "bytes that are no UTF-8 are refused with 400",
                 .source = Source::platform) {
  expect_status(session.send(ask_who(session).message(with_id(session, "\xE6"))), 400);
}

CONFORMANCE_CASE("Message", "comments and white space between elements do not count",
                 .source = Source::platform) {
  std::string message = written(session, ask_who(session));
  for (const char* place : {"<s:Header>", "<s:Body>", "<UserInfoId>"}) {
    message = changed(std::move(message), place, std::string("\r\n <!-- ") + "here -->\t" + place);
  }
  expect_who(session, session.call(ask_who(session).message(message)));
}

CONFORMANCE_CASE("Message", "references to characters and CDATA are the text that they stand for",
                 .source = Source::platform) {
  const std::string id = std::to_string(session.caller().associate_id);
  std::string referenced;
  for (const char digit : id) referenced += "&#" + std::to_string(int{digit}) + ";";
  for (const std::string& form : {referenced, "<![CDATA[" + id + "]]>"}) {
    expect_who(session, session.call(ask_who(session).message(with_id(session, form))));
  }
}

CONFORMANCE_CASE("Message", "letters beyond ASCII and what XML escapes come back as they were sent",
                 .source = Source::platform, .writes = true) {
  const std::string type = own_secrets(session);
  const std::string text = "\xC3\xA6\xC3\xB8 \xE2\x82\xAC <&> \"'";
  expect_success(session.call(save_secret(type, secret("", text))));
  expect_text(secrets(session, type), "UntrustedCredentials/PublicValue", text);
}

CONFORMANCE_CASE("Message", "an answer has the form of a real one: no XML declaration, no xsi:type",
                 .source = Source::document) {
  const Answer answer = session.call(ask_who(session));
  const std::string& body = answer.http().body;
  expect_who(session, answer);
  expect(!body.starts_with("<?xml"), "the answer begins with an XML declaration");
  expect(body.find(":type=\"") == std::string::npos, "the answer has an xsi:type");
  expect(body.find("<GetUserInfoResponse xmlns=\"" + std::string(services_uri) + "\"") !=
             std::string::npos,
         "the element in the Body does not declare the default namespace");
}

CONFORMANCE_CASE("Message", "answers are text/xml; charset=utf-8", .source = Source::document) {
  const Answer answer = session.call(ask_who(session));
  expect_equal("Content-Type", answer.http().header("content-type"), "text/xml; charset=utf-8");
}

}  // namespace
}  // namespace conformance
