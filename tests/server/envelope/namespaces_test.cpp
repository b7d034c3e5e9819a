#include <doctest/doctest.h>

#include <map>
#include <string>

#include "server/envelope/binding.h"
#include "server/envelope/message_parser.h"
#include "server/envelope/service.h"

namespace emulator::testing {

TEST_CASE("Namespaces: gSOAP knows those of both WSDLs, and SOAP 1.1 before 1.2") {
  std::map<std::string, std::string> uris;
  for (const Namespace* row = namespaces; row->id != nullptr; ++row) uris[row->ns] = row->id;
  for (const Service service : {Service::user, Service::so_principal}) {
    const XmlDocument wsdl = parse_message(wsdl_document(service));
    for (const xmlNode* part : child_elements(xmlDocGetRootElement(wsdl.get()))) {
      if (xml_text(part->name) != "types") continue;
      for (const xmlNode* schema : child_elements(part)) {
        const std::string uri = xml_attribute(schema, "targetNamespace");
        CAPTURE(uri);
        CHECK(uris.contains(uri));
      }
    }
  }
  CHECK(std::string(namespaces[0].ns) == "http://schemas.xmlsoap.org/soap/envelope/");
  CHECK(std::string(namespaces[0].in) == "http://www.w3.org/*/soap-envelope");
}

}  // namespace emulator::testing
