#include <doctest/doctest.h>

#include "tests/server/envelope/reading.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

const std::string uri = services_uri;
const std::string get_role = wrapper("GetRole", "<RoleId>1</RoleId>");

SoapMessage message_of(const std::string& body, const std::optional<std::string>& soap_action,
                       const std::string& content_type = "text/xml; charset=utf-8") {
  SoapMessage message{content_type, std::nullopt, body};
  if (soap_action) message.soap_action = *soap_action;
  return message;
}

// The outcome of a call with this SOAPAction and this in the Body.
std::string outcome(ContractMode mode, const std::optional<std::string>& soap_action,
                    const std::string& in_body) {
  CAPTURE(in_body);
  const std::string body = envelope("", in_body);
  return summary({Service::user, mode, message_of(body, soap_action)});
}

std::string new_envelope(const std::string& in_body) {
  return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>" + in_body +
         "</s:Body></s:Envelope>";
}

Reading read_new(const std::optional<std::string>& soap_action, const std::string& content_type) {
  static const std::string body = new_envelope(get_role);
  return {Service::user, ContractMode::lenient, message_of(body, soap_action, content_type)};
}

}  // namespace

TEST_CASE("SOAPAction: quoted or not, a right one is fine") {
  for (const ContractMode mode : all_modes) {
    CHECK(outcome(mode, action("User", "GetRole"), get_role) == "RoleId=1");
    CHECK(outcome(mode, "\"" + action("User", "GetRole") + "\"", get_role) == "RoleId=1");
  }
}

TEST_CASE("SOAPAction: missing or wrong, the body decides, but not for WCF") {
  const std::optional<std::string> unusable[] = {
      std::nullopt,
      "",
      "\"\"",
      "\"",
      "GetRole",
      uri + "/User/getrole",
      uri + "/User/GetRole/",
      uri + "/User/Bogus",
      "'" + action("User", "GetRole") + "'",
      "\"" + action("User", "GetRole"),
      action("SoPrincipal", "GetRole"),
      action("SoPrincipal", "GetSystemInfo"),
      "http://www.superoffice.net/ws/crm/NetServer/Services84/User/GetRole",
  };
  for (const auto& soap_action : unusable) {
    CAPTURE(soap_action.value_or("(none)"));
    CHECK(outcome(ContractMode::lenient, soap_action, get_role) == "RoleId=1 ! W-ACTION");
    CHECK(outcome(ContractMode::warn, soap_action, get_role) == "ActionNotSupported");
    CHECK(outcome(ContractMode::strict, soap_action, get_role) == "refused W-ACTION");
  }
}

TEST_CASE("SOAPAction: of another operation, the body decides, but not for WCF") {
  const std::string other = action("User", "GetUser");
  CHECK(outcome(ContractMode::lenient, other, get_role) == "RoleId=1 ! W-ACTION");
  CHECK(outcome(ContractMode::warn, other, get_role) == "DeserializationFailed");
  CHECK(outcome(ContractMode::strict, other, get_role) == "refused W-ACTION");
  const std::string body = envelope("", get_role);
  CHECK(Reading(Service::user, ContractMode::warn, message_of(body, other)).fault().text ==
        "The formatter threw an exception while trying to deserialize the message: Error in "
        "deserializing body of request message for operation 'GetUser'. OperationFormatter "
        "encountered an invalid Message body. Expected to find node type 'Element' with name "
        "'GetUser' and namespace '" +
            uri + "'. Found node type 'Element' with name 'GetRole' and namespace '" + uri + "'");
}

TEST_CASE("Body: empty, or of no operation of this service") {
  const std::string strangers[] = {
      "",
      "<Bogus xmlns=\"" + uri + "\"/>",
      "<GetRole/>",
      "<GetRole xmlns=\"urn:x\"/>",
      "<getRole xmlns=\"" + uri + "\"/>",
      "<GetRoleResponse xmlns=\"" + uri + "\"/>",
      wrapper("GetSystemInfo", ""),
  };
  for (const std::string& stranger : strangers) {
    for (const ContractMode mode : all_modes) {
      CHECK(outcome(mode, action("User", "GetRole"), stranger) == "DeserializationFailed");
      CHECK(outcome(mode, action("User", "Bogus"), stranger) == "ActionNotSupported");
      CHECK(outcome(mode, std::nullopt, stranger) == "ActionNotSupported");
    }
  }
}

TEST_CASE("Body: the operations of one service are not those of the other") {
  const std::string body = envelope("", wrapper("GetSystemInfo", ""));
  const std::string its_action = action("SoPrincipal", "GetSystemInfo");
  for (const ContractMode mode : all_modes) {
    CHECK(Reading(Service::so_principal, mode, message_of(body, its_action)).outcome() == "ok");
    CHECK(Reading(Service::user, mode, message_of(body, its_action)).outcome() ==
          "ActionNotSupported");
  }
}

TEST_CASE("ActionNotSupported: in WCF's words, with the action as it was sent, made harmless") {
  const std::string body = envelope("", "");
  const Reading reading(Service::user, ContractMode::lenient, message_of(body, "\"a\xE5\x01<b>\""));
  CHECK(reading.fault().status == 500);
  CHECK(
      reading.fault().text.starts_with("The message with Action 'a?"
                                       "?<b>' cannot be processed at the receiver, due to a "
                                       "ContractFilter mismatch at the EndpointDispatcher."));
}

TEST_CASE("SOAP 1.2: the action may be absent, in the content type or in SOAPAction") {
  const std::string type = "application/soap+xml; charset=utf-8";
  const std::string good = action("User", "GetRole");
  CHECK(summary(read_new(std::nullopt, type)) == "RoleId=1 ! W-SOAP12");
  CHECK(summary(read_new("", type)) == "RoleId=1 ! W-SOAP12");
  CHECK(summary(read_new(good, type)) == "RoleId=1 ! W-SOAP12");
  CHECK(summary(read_new(std::nullopt, type + "; action=\"" + good + "\"")) ==
        "RoleId=1 ! W-SOAP12");
  CHECK(summary(read_new(std::nullopt, "text/xml")) == "RoleId=1 ! W-SOAP12");
  CHECK(summary(read_new(std::nullopt, type + "; action=\"urn:x\"")) ==
        "RoleId=1 ! W-SOAP12 W-ACTION");
  CHECK(summary(read_new("urn:x", type + "; action=\"" + good + "\"")) ==
        "RoleId=1 ! W-SOAP12 W-ACTION");
}

}  // namespace emulator::testing
