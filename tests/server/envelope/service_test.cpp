#include "server/envelope/service.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "server/envelope/message_parser.h"

namespace emulator::testing {
namespace {

std::string file(const std::string& path) {
  std::ifstream input(std::string(NSEMU_SOURCE_DIR "/") + path, std::ios::binary);
  std::stringstream text;
  text << input.rdbuf();
  return text.str();
}

std::string address_in(const std::string& wsdl) {
  const XmlDocument document = parse_message(wsdl);
  for (const xmlNode* part : child_elements(xmlDocGetRootElement(document.get()))) {
    for (const xmlNode* port : child_elements(part)) {
      for (const xmlNode* address : child_elements(port)) {
        if (xml_text(address->name) == "address") return xml_attribute(address, "location");
      }
    }
  }
  return "(none)";
}

}  // namespace

TEST_CASE("Service: names are found without regard to case") {
  CHECK(service_of("User") == Service::user);
  CHECK(service_of("user") == Service::user);
  CHECK(service_of("SOPRINCIPAL") == Service::so_principal);
  for (const std::string name : {"", "Users", "User.svc", "Principal", "Associate"}) {
    CHECK_FALSE(service_of(name).has_value());
  }
  CHECK(service_of(service_name(Service::user)) == Service::user);
  CHECK(service_of(service_name(Service::so_principal)) == Service::so_principal);
}

TEST_CASE("Service: the WSDL that is built in is the one in the tree") {
  CHECK(wsdl_document(Service::user) == file("wsdl/Services86/User.wsdl"));
  CHECK(wsdl_document(Service::so_principal) == file("wsdl/Services86/SoPrincipal.wsdl"));
}

TEST_CASE("Service: the WSDL's address is replaced, whatever it is") {
  CHECK(address_in(std::string(wsdl_document(Service::user))) ==
        "https://sod.superoffice.com/Cust12345/Remote/Services86/User.svc");
  for (const Service service : {Service::user, Service::so_principal}) {
    for (const std::string address :
         {"http://127.0.0.1:8086/Remote/Services86/User.svc", "", "http://a/?b=1&c=\"2\"<3>'4'"}) {
      const std::string wsdl = wsdl_with_address(service, address);
      CHECK(address_in(wsdl) == address);
      CHECK(wsdl.find("sod.superoffice.com") == std::string::npos);
    }
  }
}

}  // namespace emulator::testing
