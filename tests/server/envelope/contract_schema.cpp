#include "tests/server/envelope/contract_schema.h"

#include <fstream>
#include <stdexcept>

#include "server/envelope/message_parser.h"
#include "tests/store/temporary_directory.h"

namespace emulator::testing {
namespace {

constexpr const char* xsd = "http://www.w3.org/2001/XMLSchema";

std::vector<xmlNode*> schemas_of(const xmlDoc* wsdl) {
  for (const xmlNode* part : child_elements(xmlDocGetRootElement(wsdl))) {
    if (xml_text(part->name) == "types") return child_elements(part);
  }
  return {};
}

// A schema of its own in a file of its own. Dumping a copy brings the outer namespaces along.
void write(const xmlNode* schema, const std::string& path) {
  const XmlDocument document(xmlNewDoc(xml_chars("1.0")));
  xmlNode* copy = xmlDocCopyNode(const_cast<xmlNode*>(schema), document.get(), 1);
  xmlDocSetRootElement(document.get(), copy);
  xmlSaveFile(path.c_str(), document.get());
}

void keep_first(void* first, xmlError* error) {
  auto& text = *static_cast<std::string*>(first);
  if (text.empty() && error->code != XML_SCHEMAV_CVC_ELT_1) text = error->message;
}

struct ValidatorFree {
  void operator()(xmlSchemaValidCtxt* context) const { xmlSchemaFreeValidCtxt(context); }
};

}  // namespace

const ContractSchema& ContractSchema::of(Service service) {
  static const ContractSchema user(Service::user);
  static const ContractSchema so_principal(Service::so_principal);
  return service == Service::user ? user : so_principal;
}

ContractSchema::ContractSchema(Service service) {
  const store::TemporaryDirectory files;
  const XmlDocument wsdl = parse_message(wsdl_document(service));
  std::string all = std::string("<xs:schema xmlns:xs=\"") + xsd + "\">";
  // The services' own schema is the first one and imports the others, which must then be there.
  auto schemas = schemas_of(wsdl.get());
  for (auto schema = schemas.rbegin(); schema != schemas.rend(); ++schema) {
    const std::string path = files.file("schema" + std::to_string(schema - schemas.rbegin()));
    write(*schema, path);
    all += "<xs:import namespace=\"" + xml_attribute(*schema, "targetNamespace") +
           "\" schemaLocation=\"" + path + "\"/>";
  }
  all += "</xs:schema>";
  xmlSchemaParserCtxt* parser = xmlSchemaNewMemParserCtxt(all.data(), static_cast<int>(all.size()));
  schema_.reset(xmlSchemaParse(parser));
  xmlSchemaFreeParserCtxt(parser);
  if (!schema_) throw std::runtime_error("the WSDL's schema cannot be read");
}

std::string ContractSchema::complaint(const std::string& envelope) const {
  const XmlDocument document = parse_message(envelope);
  const std::unique_ptr<xmlSchemaValidCtxt, ValidatorFree> validator(
      xmlSchemaNewValidCtxt(schema_.get()));
  std::string first;
  xmlSchemaSetValidStructuredErrors(validator.get(), keep_first, &first);
  for (const xmlNode* part : child_elements(xmlDocGetRootElement(document.get()))) {
    for (xmlNode* element : child_elements(part)) {
      xmlSchemaValidateOneElement(validator.get(), element);
    }
  }
  return first;
}

}  // namespace emulator::testing
