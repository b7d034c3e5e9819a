// Thousands of good messages, each bent at random places, through the whole gate.

#include <doctest/doctest.h>
#include <spdlog/spdlog.h>

#include "server/envelope/message_parser.h"
#include "tests/server/envelope/mutator.h"
#include "tests/server/envelope/reading.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {
namespace {

// The log of refused messages is not read here.
class Silence {
 public:
  Silence() { spdlog::set_level(spdlog::level::off); }
  ~Silence() { spdlog::set_level(before_); }

 private:
  spdlog::level::level_enum before_ = spdlog::get_level();
};

struct Sample {
  Service service;
  std::string operation;
  std::string message;
};

std::vector<Sample> samples(const std::string& ticket) {
  const std::string headers = credentials(ticket) + "<TimeZone xmlns=\"" + services_uri +
                              "\"><SoTimeZoneId>261</SoTimeZoneId>"
                              "<SoTimeZoneLocationCode>NO</SoTimeZoneLocationCode></TimeZone>";
  const std::string user =
      "<User><TableRight><Mask>Select Update</Mask><Reason>r</Reason></TableRight>"
      "<FieldProperties><FieldPropertyDictionaryKeyValuePair><Key>k</Key><Value><FieldRight>"
      "<Mask>Read</Mask></FieldRight><FieldLength>7</FieldLength></Value>"
      "</FieldPropertyDictionaryKeyValuePair></FieldProperties><AssociateId>11</AssociateId>"
      "<Name>n</Name><Rank>1</Rank><OtherGroups><UserGroup><Id>1</Id></UserGroup></OtherGroups>"
      "<Person><PersonId>3</PersonId><Retired>0</Retired></Person><Deleted>false</Deleted>"
      "<Lastlogin>2021-03-25T21:36:23</Lastlogin><Type>InternalAssociate</Type></User>";
  const auto of_user = [&](const std::string& operation, const std::string& parameters) {
    return Sample{Service::user, operation, envelope(headers, wrapper(operation, parameters))};
  };
  return {
      of_user("SetExternalUserInfo",
              "<AssociateId>102</AssociateId><UserName>ext2</UserName><Password i:nil=\"true\"/>"
              "<IsActive>true</IsActive><RoleId>13</RoleId>"
              "<ExternalUserInfoModification>Role Active</ExternalUserInfoModification>"),
      of_user("SaveUser", user),
      of_user(
          "GetUserInfoList",
          "<UserInfoIds xmlns:arr=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">"
          "<arr:int>101</arr:int><arr:int>102</arr:int></UserInfoIds>"),
      of_user("GetAllRoles", "<RoleType>ExternalUser</RoleType>"),
      {Service::so_principal, "AuthenticateGeneric",
       envelope("", wrapper("AuthenticateGeneric",
                            "<AuthenticationData><AuthenticationGenericDataKeyValuePair>"
                            "<Key>k</Key><Value>v</Value></AuthenticationGenericDataKeyValuePair>"
                            "</AuthenticationData>"))},
  };
}

// Empty: the answer is as it should be.
std::string wrong_with(const SoapAnswer& answer, const std::string& operation) {
  if (answer.body.empty()) {
    return answer.status == 400 || answer.status == 415 ? "" : "an empty body";
  }
  try {
    parse_message(answer.body);
  } catch (const PlatformFault& fault) {
    return fault.text;
  }
  const bool names_operation = answer.body.find("parameter " + std::string(services_uri) + ":" +
                                                operation + ".") != std::string::npos;
  if (names_operation && answer.body.find("Expecting state") == std::string::npos) {
    return "gSOAP could not read it";
  }
  if (answer.body.find("The emulator failed") != std::string::npos) return "an internal error";
  return "";
}

// As XML Schema reads it: no blanks around values, and none of SOAP's own attributes.
void make_plain(xmlNode* element) {
  const bool has_blanks = child_elements(element).empty() && xml_content(element) == " 7 ";
  if (has_blanks) xmlNodeSetContent(element, xml_chars("7"));
  xmlAttr* next = nullptr;
  for (xmlAttr* one = element->properties; one != nullptr; one = next) {
    next = one->next;
    const bool is_soap = one->ns != nullptr && xml_text(one->ns->href).ends_with("/envelope/");
    if (is_soap && is_element(element->parent, "Header", envelope_namespace(SoapVersion::v1_1))) {
      xmlRemoveProp(one);
    }
  }
  for (xmlNode* child : child_elements(element)) make_plain(child);
}

// What strict lets pass must be valid as it was sent.
std::string strict_complaint(Service service, const std::string& message) {
  const XmlDocument document = parse_message(message);
  make_plain(xmlDocGetRootElement(document.get()));
  return schema_complaint(service, document);
}

void bend_and_send(ContractMode mode, unsigned seed, int rounds) {
  const Silence silence;
  ServiceSettings settings;
  settings.contract = mode;
  GateFixture emulator(settings);
  const std::vector<Sample> all = samples(emulator.login("ADM0", "adm0"));
  Mutator mutator(seed);
  int accepted = 0;
  for (int round = 0; round < rounds; ++round) {
    const Sample& sample = all[mutator.below(all.size())];
    const std::string body = mutator.bent(sample.message);
    const std::string named = action(std::string(service_name(sample.service)), sample.operation);
    SoapMessage message{"text/xml; charset=utf-8", named, body};
    if (mutator.below(4) == 0) message.soap_action.reset();
    const GateAnswer answer = emulator.send(sample.service, message);
    const std::string wrong = wrong_with(answer.soap, sample.operation);
    INFO(body.substr(0, 6000));
    INFO(answer.soap.body.substr(0, 3000));
    CHECK(wrong == "");
    if (answer.soap.status == 200) {
      ++accepted;
      if (mode == ContractMode::strict) CHECK(strict_complaint(sample.service, body) == "");
    }
    if (!wrong.empty()) return;
  }
  CAPTURE(accepted);
  CHECK(accepted > rounds / 20);
  CHECK(accepted < rounds);
}

}  // namespace

TEST_CASE("Mutations: bent messages are answered in good form, and gSOAP reads what is let pass") {
  SUBCASE("lenient") { bend_and_send(ContractMode::lenient, 1, 3000); }
  SUBCASE("warn") { bend_and_send(ContractMode::warn, 2, 3000); }
  SUBCASE("strict") { bend_and_send(ContractMode::strict, 3, 3000); }
}

}  // namespace emulator::testing
