// Log lines and faults stay short, whatever the message: its names, its values, its mistakes.

#include <doctest/doctest.h>

#include "tests/server/envelope/reading.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

// As long as libxml2 lets them be.
const std::string name(40000, 'n');
const std::string prefix(40000, 'p');
const std::string uri = "urn:" + std::string(300000, 'u');
const std::string declared = " xmlns:" + prefix + "=\"" + uri + "\"";

Reading read(ContractMode mode, const std::string& headers, const std::string& in_body) {
  const std::string body = envelope(headers, in_body);
  const std::string named = action("User", "GetUser");
  return {Service::user, mode, SoapMessage{"text/xml", named, body}};
}

// Something is told, and it is short.
void check(const Reading& reading) {
  CHECK((reading.outcome() != "ok" || !reading.reader().breaches().empty()));
  CHECK(reading.fault().text.size() < 1500);
  for (const Breach& breach : reading.reader().breaches()) {
    CHECK((breach.path + breach.found + breach.expected).size() < 1500);
  }
}

}  // namespace

TEST_CASE("Length: names are told in part when they are long") {
  const std::string stranger = "<" + prefix + ":" + name + declared + "/>";
  const std::string ours =
      "<" + prefix + ":" + name + " xmlns:" + prefix + "=\"" + services_uri + "\"/>";
  const std::string good = wrapper("GetUser", "");
  const std::string mandatory = "<h:" + name + " xmlns:h=\"" + uri + "\" s:mustUnderstand=\"1\"/>";
  const std::string misnamed = "<" + prefix + ":Credentials" + declared + "/>";
  const std::string parameters[] = {
      stranger,
      ours,
      "<UserId" + declared + " " + name + "=\"\">1</UserId>",
      "<UserId" + declared + " " + prefix + ":" + name + "=\"\">1</UserId>",
      "<UserId" + declared + " i:type=\"" + prefix + ":int\">1</UserId>",
      "<UserId i:type=\"" + name + "\">1</UserId>",
      "<UserId>" + stranger + "</UserId>",
  };
  for (const ContractMode mode : all_modes) {
    for (const std::string& sent : parameters) check(read(mode, "", wrapper("GetUser", sent)));
    for (const std::string& sent : {mandatory, misnamed, ours}) check(read(mode, sent, good));
    check(read(mode, "", stranger));
    const std::string named = action("User", "GetUser");
    const std::string misplaced =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">";
    for (const std::string& message :
         {stranger, misplaced + stranger + "<s:Body>" + good + "</s:Body></s:Envelope>",
          misplaced + ours + "<s:Body>" + good + "</s:Body></s:Envelope>"}) {
      check({Service::user, mode, SoapMessage{"text/xml", named, message}});
    }
  }
}

TEST_CASE("Length: values are told in part when they are long") {
  for (const ContractMode mode : all_modes) {
    check(read_parameters(mode, "GetUser", element("UserId", name)));
    check(read_parameters(mode, "GetAllRoles", element("RoleType", name)));
    std::string many = "tns:Role";
    for (int i = 0; i < 1000; ++i) many += " Role";
    for (const std::string& flags : {name, "Role" + std::string(40000, '\t'), many}) {
      check(read_parameters(mode, "SetExternalUserInfo",
                            element("ExternalUserInfoModification", flags)));
    }
  }
}

TEST_CASE("Length: the first hundred breaches are kept") {
  std::string unknown;
  for (int i = 0; i < 1000; ++i) unknown += "<x/>";
  const Reading reading = read_parameters(ContractMode::lenient, "GetUser", unknown);
  CHECK(reading.outcome() == "ok");
  CHECK(reading.reader().breaches().size() == 100);
}

}  // namespace emulator::testing
