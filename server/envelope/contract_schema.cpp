#include "server/envelope/contract_schema.h"

#include <libxml/xmlIO.h>

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <new>
#include <set>
#include <stdexcept>

#include "server/domain/shortened.h"
#include "server/envelope/message_parser.h"
#include "server/envelope/readable_value.h"

namespace emulator {
namespace {

constexpr std::string_view wsdl_uri = "http://schemas.xmlsoap.org/wsdl/";
constexpr std::string_view scheme = "nsemu-schema:";

// libxml2 puts a schema of several namespaces together from imports alone, and those have
// addresses. What they lead to while this thread compiles; null otherwise.
thread_local const std::vector<std::string>* sources = nullptr;

int is_source(const char* address) {
  return sources != nullptr && std::string_view(address).starts_with(scheme) ? 1 : 0;
}

void* open_source(const char* address) {
  const std::size_t number = std::stoul(std::string(address).substr(scheme.size()));
  return new std::string_view(sources->at(number));
}

int read_source(void* source, char* buffer, int size) {
  auto& rest = *static_cast<std::string_view*>(source);
  const std::size_t count = rest.copy(buffer, static_cast<std::size_t>(size));
  rest.remove_prefix(count);
  return static_cast<int>(count);
}

int close_source(void* source) {
  delete static_cast<std::string_view*>(source);
  return 0;
}

// Before libxml2's own ways of reading are there, ours would be the only one.
void register_sources() {
  xmlInitParser();
  xmlRegisterInputCallbacks(is_source, open_source, read_source, close_source);
}

std::vector<xmlNode*> schemas_of(const xmlDoc* wsdl) {
  for (const xmlNode* part : child_elements(xmlDocGetRootElement(wsdl))) {
    if (is_element(part, "types", wsdl_uri)) return child_elements(part);
  }
  return {};
}

// As a document of its own. A copy brings the outer namespaces along.
std::string written(const xmlNode* schema) {
  const XmlDocument document(xmlNewDoc(xml_chars("1.0")));
  xmlDocSetRootElement(document.get(),
                       xmlDocCopyNode(const_cast<xmlNode*>(schema), document.get(), 1));
  xmlChar* text = nullptr;
  int size = 0;
  xmlDocDumpMemory(document.get(), &text, &size);
  std::string copy(xml_text(text));
  xmlFree(text);
  return copy;
}

// The complaints that speak of elements, types and attributes by name. Those about a value quote
// it, and it may be a password.
bool quotes_no_value(int code) {
  static const std::set<int> codes{XML_SCHEMAV_CVC_ELT_3_1,
                                   XML_SCHEMAV_CVC_ELT_3_2_1,
                                   XML_SCHEMAV_CVC_TYPE_3_1_1,
                                   XML_SCHEMAV_CVC_TYPE_3_1_2,
                                   XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1,
                                   XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3,
                                   XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1,
                                   XML_SCHEMAV_ELEMENT_CONTENT};
  return codes.contains(code);
}

void keep_first(void* context, xmlError* error) {
  auto& first = *static_cast<std::optional<ContractSchema::Complaint>*>(context);
  if (first || error->level < XML_ERR_ERROR) return;
  const auto* node = static_cast<const xmlNode*>(error->node);
  if (node != nullptr && node->type == XML_ATTRIBUTE_NODE) node = node->parent;
  std::string text = "a value that its type does not allow";
  if (quotes_no_value(error->code)) {
    text = boost::algorithm::trim_right_copy_if(std::string(error->message),
                                                boost::algorithm::is_any_of(".\n"));
  }
  first = {node == nullptr ? "" : xml_path(node), xml_safe(shortened(text))};
}

struct ParserFree {
  void operator()(xmlSchemaParserCtxt* context) const { xmlSchemaFreeParserCtxt(context); }
};
struct ValidatorFree {
  void operator()(xmlSchemaValidCtxt* context) const { xmlSchemaFreeValidCtxt(context); }
};

}  // namespace

const ContractSchema& ContractSchema::of(Service service) {
  if (service == Service::user) {
    static const ContractSchema user(Service::user);
    return user;
  }
  static const ContractSchema so_principal(Service::so_principal);
  return so_principal;
}

ContractSchema::ContractSchema(Service service) {
  [[maybe_unused]] static const bool is_registered = (register_sources(), true);
  make_built_in_types();
  const XmlDocument wsdl = parse_message(wsdl_document(service));
  std::vector<std::string> texts;
  std::string all = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">)";
  for (const xmlNode* schema : schemas_of(wsdl.get())) {
    all += "<xs:import namespace=\"" + xml_attribute(schema, "targetNamespace") +
           "\" schemaLocation=\"" + std::string(scheme) + std::to_string(texts.size()) + "\"/>";
    texts.push_back(written(schema));
  }
  all += "</xs:schema>";
  const std::unique_ptr<xmlSchemaParserCtxt, ParserFree> parser(
      xmlSchemaNewMemParserCtxt(all.data(), static_cast<int>(all.size())));
  sources = &texts;
  schema_.reset(xmlSchemaParse(parser.get()));
  sources = nullptr;
  if (!schema_) throw std::runtime_error("the built-in WSDL's schema cannot be compiled");
}

std::optional<ContractSchema::Complaint> ContractSchema::complaint(xmlNode* element) const {
  const std::unique_ptr<xmlSchemaValidCtxt, ValidatorFree> validator(
      xmlSchemaNewValidCtxt(schema_.get()));
  if (!validator) throw std::bad_alloc();
  std::optional<Complaint> first;
  xmlSchemaSetValidStructuredErrors(validator.get(), keep_first, &first);
  if (xmlSchemaValidateOneElement(validator.get(), element) != 0 && !first) {
    throw std::runtime_error("libxml2 failed to validate " + xml_path(element));
  }
  return first;
}

}  // namespace emulator
