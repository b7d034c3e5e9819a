#include "server/envelope/request_reader.h"

#include <doctest/doctest.h>

#include "tests/server/envelope/reading.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

const std::string soap_1_1 = "http://schemas.xmlsoap.org/soap/envelope/";
const std::string soap_1_2 = "http://www.w3.org/2003/05/soap-envelope";
const std::string get_user = action("User", "GetUser");

std::string enveloped(const std::string& uri, const std::string& inside,
                      const std::string& attributes = "") {
  return "<s:Envelope xmlns:s=\"" + uri + "\"" + attributes + ">" + inside + "</s:Envelope>";
}

std::string call_body() {
  return "<s:Body>" + wrapper("GetUser", "<UserId>1</UserId>") + "</s:Body>";
}

Reading read(ContractMode mode, const std::string& message,
             const std::string& content_type = "text/xml; charset=utf-8") {
  return {Service::user, mode, SoapMessage{content_type, get_user, message}};
}

// The outcome in every mode, and the breaches of the lenient one.
struct Expected {
  std::string lenient;
  std::string warn;
  std::string strict;
};

void check(const std::string& message, const std::string& content_type, const Expected& expected) {
  CAPTURE(message);
  CAPTURE(content_type);
  CHECK(summary(read(ContractMode::lenient, message, content_type)) == expected.lenient);
  CHECK(summary(read(ContractMode::warn, message, content_type)) == expected.warn);
  CHECK(summary(read(ContractMode::strict, message, content_type)) == expected.strict);
}

}  // namespace

TEST_CASE("Request reader: the envelope's and the content type's version, by mode") {
  const std::string old_envelope = enveloped(soap_1_1, call_body());
  const std::string new_envelope = enveloped(soap_1_2, call_body());
  const Expected good{"UserId=1", "UserId=1", "UserId=1"};
  const Expected other_envelope{"UserId=1 ! W-SOAP12", "400", "refused W-SOAP12"};
  const Expected other_type{"UserId=1 ! W-SOAP12", "415", "refused W-SOAP12"};
  const Expected none{"415", "415", "415"};
  check(old_envelope, "text/xml; charset=utf-8", good);
  check(old_envelope, "TEXT/XML;charset=\"UTF-8\"", good);
  check(old_envelope, "text/xml", good);
  check(new_envelope, "text/xml; charset=utf-8", other_envelope);
  check(new_envelope, "application/soap+xml; charset=utf-8", other_type);
  check(old_envelope, "application/soap+xml; charset=utf-8", other_type);
  for (const std::string type :
       {"", ";", "text/plain", "application/xml", "application/json", "text/xml+soap",
        "multipart/related; type=\"text/xml\"", "text/xml; charset=iso-8859-1",
        "text/xml; charset=nonsense", "text /xml"}) {
    check(old_envelope, type, none);
    check("not even XML", type, none);
  }
}

TEST_CASE("Request reader: the answer is in the caller's version, as far as it is known") {
  const auto version_of = [](const std::string& message, const std::string& type) {
    return read(ContractMode::lenient, message, type).reader().version();
  };
  const std::string old_envelope = enveloped(soap_1_1, call_body());
  const std::string new_envelope = enveloped(soap_1_2, call_body());
  CHECK(version_of(old_envelope, "text/xml") == SoapVersion::v1_1);
  CHECK(version_of(new_envelope, "text/xml") == SoapVersion::v1_2);
  CHECK(version_of(old_envelope, "application/soap+xml") == SoapVersion::v1_1);
  CHECK(version_of("no XML", "text/xml") == SoapVersion::v1_1);
  CHECK(version_of("no XML", "application/soap+xml") == SoapVersion::v1_2);
  CHECK(version_of(old_envelope, "text/plain") == SoapVersion::v1_1);
}

TEST_CASE("Request reader: UTF-16 is read when it says so in its first bytes") {
  std::string bytes = "\xFF\xFE";
  for (const char c : enveloped(soap_1_1, call_body())) bytes += std::string{c, '\0'};
  for (const ContractMode mode : all_modes) {
    CHECK(summary(read(mode, bytes, "text/xml; charset=utf-16")) == "UserId=1");
    CHECK(summary(read(mode, bytes, "text/xml; charset=UTF-16LE")) == "UserId=1");
    CHECK(summary(read(mode, bytes, "text/xml")) == "UserId=1");
  }
}

TEST_CASE("Request reader: WCF's words for what is not SOAP 1.1") {
  const Reading type = read(ContractMode::warn, enveloped(soap_1_2, call_body()),
                            "application/soap+xml; charset=utf-8");
  CHECK(type.fault().text ==
        "Cannot process the message because the content type 'application/soap+xml; "
        "charset=utf-8' was not the expected type 'text/xml; charset=utf-8'.");
  CHECK(type.fault().http_reason == type.fault().text);
  const Reading hostile = read(ContractMode::warn, "x", "text/\xE5\r\nX: y\x01");
  CHECK(hostile.fault().http_reason ==
        "Cannot process the message because the content type 'text/???X: y?' was not the expected "
        "type 'text/xml; charset=utf-8'.");
  CHECK(read(ContractMode::warn, enveloped(soap_1_2, call_body())).fault().text ==
        "The envelope version of the incoming message (Soap12 "
        "(http://www.w3.org/2003/05/soap-envelope)) does not match that of the encoder (Soap11 "
        "(http://schemas.xmlsoap.org/soap/envelope/)). Make sure the binding is configured with "
        "the same version as the expected messages.");
}

TEST_CASE("Request reader: an Envelope holds a Header, then a Body, and nothing else") {
  const std::string header = "<s:Header/>";
  const std::string good[] = {
      enveloped(soap_1_1, call_body()),
      enveloped(soap_1_1, header + call_body()),
      enveloped(soap_1_1, "\n<!-- x -->" + header + "\n" + call_body() + "\n"),
      enveloped(soap_1_1, call_body(),
                " a=\"b\" s:encodingStyle=\"x\" xmlns:p=\"urn:p\" p:q=\"1\""),
      enveloped(soap_1_1, call_body(), " a=\"" + std::string(100000, 'x') + "\""),
  };
  for (const std::string& message : good)
    check(message, "text/xml", {"UserId=1", "UserId=1", "UserId=1"});
  const std::string bad[] = {
      "<a/>",
      wrapper("GetUser", ""),
      "<Envelope>" + call_body() + "</Envelope>",
      "<Envelope/>",
      enveloped("urn:x", call_body()),
      enveloped("http://www.w3.org/2001/12/soap-envelope", call_body()),
      enveloped(soap_1_1, ""),
      enveloped(soap_1_1, header),
      enveloped(soap_1_1, call_body() + header),
      enveloped(soap_1_1, header + header + call_body()),
      enveloped(soap_1_1, call_body() + call_body()),
      enveloped(soap_1_1, "x" + call_body()),
      enveloped(soap_1_1, "<s:Header>x</s:Header>" + call_body()),
      enveloped(soap_1_1, "<s:Body>x" + wrapper("GetUser", "") + "</s:Body>"),
      enveloped(soap_1_1, "<s:Body>x</s:Body>"),
      enveloped(soap_1_1, "<Other/>" + call_body()),
      enveloped(soap_1_1, call_body() + "<Other xmlns=\"urn:x\"/>"),
      enveloped(soap_1_1,
                "<s:Body>" + wrapper("GetUser", "") + wrapper("GetUser", "") + "</s:Body>"),
      enveloped(soap_1_1, "<s:Body>" + wrapper("GetUser", "") + "<x/></s:Body>"),
      "<e:Envelope xmlns:e=\"" + soap_1_1 + "\" xmlns:s=\"" + soap_1_2 + "\">" + call_body() +
          "</e:Envelope>",
  };
  for (const std::string& message : bad) check(message, "text/xml", {"400", "400", "400"});
}

TEST_CASE(
    "Request reader: a strict refusal names the place, what was found and what was expected") {
  const Reading reading = read_parameters(ContractMode::strict, "GetUser", "<Bogus/>");
  CHECK(reading.fault().status == 500);
  CHECK_FALSE(reading.fault().bodiless);
  CHECK(reading.fault().text ==
        "W-UNKNOWN-ELEMENT at /s:Envelope/s:Body/GetUser/Bogus: found "
        "{http://www.superoffice.net/ws/crm/NetServer/Services86}Bogus, expected one of UserId "
        "(nsemu --contract strict)");
}

TEST_CASE("Request reader: what gSOAP gets has one form, however the message was written") {
  const std::string prefix(2000, 'p');
  const std::string declared = " xmlns:" + prefix + "=\"" + services_uri + "\" ";
  const std::string name = prefix + ":GetUser";
  const std::string body = "<s:Body><" + name + declared + "><" + prefix +
                           ":UserId><!-- x --><![CDATA[1]]><?y?>2</" + prefix + ":UserId></" +
                           name + "></s:Body>";
  const Reading reading = read(ContractMode::lenient, enveloped(soap_1_1, body));
  CHECK(reading.reader().payload() ==
        std::string("<GetUser xmlns=\"") + services_uri + "\"><UserId>12</UserId></GetUser>");
}

}  // namespace emulator::testing
