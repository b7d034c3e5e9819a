#include "server/envelope/contract_reader.h"

#include <set>
#include <stdexcept>

namespace emulator {
namespace {

constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema";
constexpr std::string_view wsdl_uri = "http://schemas.xmlsoap.org/wsdl/";
constexpr std::string_view soap_uri = "http://schemas.xmlsoap.org/wsdl/soap/";

std::string key_of(std::string_view uri, std::string_view name) {
  return "{" + std::string(uri) + "}" + std::string(name);
}

const xmlNode* child_named(const xmlNode* parent, std::string_view name) {
  for (const xmlNode* child : child_elements(parent)) {
    if (is_element(child, name, xsd)) return child;
  }
  return nullptr;
}

const xmlNode* descendant_named(const xmlNode* parent, std::string_view name) {
  for (const xmlNode* child : child_elements(parent)) {
    if (is_element(child, name, xsd)) return child;
    if (const xmlNode* found = descendant_named(child, name)) return found;
  }
  return nullptr;
}

// The built-ins whose text can be wrong; strings can not.
bool is_readable_value(std::string_view name) {
  static const std::set<std::string_view> values{
      "int",      "short",       "boolean",       "dateTime",     "long",
      "decimal",  "double",      "float",         "byte",         "base64Binary",
      "duration", "unsignedInt", "unsignedShort", "unsignedByte", "unsignedLong"};
  return values.contains(name);
}

}  // namespace

void ContractReader::read(std::string_view wsdl) {
  const XmlDocument document(
      xmlReadMemory(wsdl.data(), static_cast<int>(wsdl.size()), "wsdl", nullptr, XML_PARSE_NONET));
  if (!document) throw std::runtime_error("the built-in WSDL is not XML");
  const xmlNode* definitions = xmlDocGetRootElement(document.get());
  for (const xmlNode* part : child_elements(definitions)) {
    if (!is_element(part, "types", wsdl_uri)) continue;
    for (const xmlNode* schema : child_elements(part)) index(schema);
  }
  read_operations(definitions);
}

void ContractReader::index(const xmlNode* schema) {
  const std::string uri = xml_attribute(schema, "targetNamespace");
  for (const xmlNode* definition : child_elements(schema)) {
    const std::string key = key_of(uri, xml_attribute(definition, "name"));
    const bool is_type = xml_text(definition->name) != "element";
    // An element with a type inside is an operation's wrapper; one of a named type may be a header
    // block.
    if (is_type) {
      definitions_[key] = definition;
    } else if (const xmlNode* inner = child_named(definition, "complexType")) {
      definitions_["element " + key] = inner;
    } else {
      definitions_["block " + key] = definition;
    }
  }
}

ContractType* ContractReader::add(const std::string& key, ContractType::Kind kind) {
  auto type = std::make_unique<ContractType>();
  type->kind = kind;
  const std::size_t open = key.find('{');
  const std::size_t close = key.find('}');
  type->namespace_uri = key.substr(open + 1, close - open - 1);
  type->name = key.substr(close + 1);
  ContractType* added = type.get();
  contract_.types_[key] = std::move(type);
  return added;
}

const ContractType* ContractReader::type_named(const xmlNode* scope, const std::string& qname) {
  const std::size_t colon = qname.find(':');
  const std::string prefix = colon == std::string::npos ? "" : qname.substr(0, colon);
  const std::string local = colon == std::string::npos ? qname : qname.substr(colon + 1);
  const xmlNs* found = xmlSearchNs(scope->doc, const_cast<xmlNode*>(scope),
                                   prefix.empty() ? nullptr : xml_chars(prefix.c_str()));
  if (found == nullptr) throw std::runtime_error("the built-in WSDL has no prefix for " + qname);
  return type_of(key_of(xml_text(found->href), local));
}

const ContractType* ContractReader::type_of(const std::string& key) {
  const auto known = contract_.types_.find(key);
  if (known != contract_.types_.end()) return known->second.get();
  const std::size_t close = key.find('}');
  if (key.substr(1, close - 1) == xsd) {
    return add(key, is_readable_value(key.substr(close + 1)) ? ContractType::Kind::value
                                                             : ContractType::Kind::text);
  }
  const auto definition = definitions_.find(key);
  if (definition == definitions_.end()) {
    throw std::runtime_error("the built-in WSDL lacks " + key);
  }
  ContractType* type = add(key, ContractType::Kind::object);
  fill(*type, definition->second, type->namespace_uri);
  return type;
}

void ContractReader::fill(ContractType& type, const xmlNode* definition, const std::string& uri) {
  if (xml_text(definition->name) == "simpleType") {
    fill_values(type, definition);
  } else {
    fill_fields(type, definition, uri);
  }
}

void ContractReader::fill_values(ContractType& type, const xmlNode* simple) {
  type.kind = child_named(simple, "list") != nullptr ? ContractType::Kind::flags
                                                     : ContractType::Kind::enumeration;
  const xmlNode* restriction = descendant_named(simple, "restriction");
  if (restriction == nullptr)
    throw std::runtime_error("the built-in WSDL: no values in " + type.name);
  for (const xmlNode* value : child_elements(restriction)) {
    if (is_element(value, "enumeration", xsd)) type.values.push_back(xml_attribute(value, "value"));
  }
  // A restriction without values is a plain built-in with another name (char, duration, guid).
  if (type.values.empty()) type.kind = ContractType::Kind::text;
}

void ContractReader::fill_fields(ContractType& type, const xmlNode* complex,
                                 const std::string& uri) {
  if (const xmlNode* extension = descendant_named(complex, "extension")) {
    const ContractType* base = type_named(extension, xml_attribute(extension, "base"));
    type.fields = base->fields;
    complex = extension;
  }
  const xmlNode* sequence = child_named(complex, "sequence");
  if (sequence == nullptr) return;
  for (const xmlNode* element : child_elements(sequence)) {
    ContractField field;
    field.name = xml_attribute(element, "name");
    field.namespace_uri = uri;
    field.nillable = xml_attribute(element, "nillable") == "true";
    field.required = xml_attribute(element, "minOccurs") != "0";
    field.repeated = xml_attribute(element, "maxOccurs") == "unbounded";
    if (const xmlNode* inner = child_named(element, "complexType")) {
      ContractType* item =
          add(key_of(uri, type.name + "/" + field.name), ContractType::Kind::object);
      fill_fields(*item, inner, uri);
      field.type = item;
    } else {
      field.type = type_named(element, xml_attribute(element, "type"));
    }
    type.fields.push_back(std::move(field));
  }
}

void ContractReader::read_operations(const xmlNode* definitions) {
  const std::string uri = xml_attribute(definitions, "targetNamespace");
  for (const xmlNode* binding : child_elements(definitions)) {
    if (!is_element(binding, "binding", wsdl_uri)) continue;
    for (const xmlNode* operation : child_elements(binding)) {
      if (is_element(operation, "operation", wsdl_uri)) read_operation(operation, uri);
    }
  }
}

void ContractReader::read_operation(const xmlNode* operation, const std::string& uri) {
  ContractOperation entry;
  entry.name = xml_attribute(operation, "name");
  for (const xmlNode* part : child_elements(operation)) {
    if (is_element(part, "operation", soap_uri)) entry.action = xml_attribute(part, "soapAction");
    if (!is_element(part, "input", wsdl_uri)) continue;
    for (const xmlNode* block : child_elements(part)) {
      if (is_element(block, "header", soap_uri)) read_header(block, uri);
    }
  }
  const std::string key = "element " + key_of(uri, entry.name);
  const auto wrapper = definitions_.find(key);
  if (wrapper == definitions_.end()) {
    throw std::runtime_error("the built-in WSDL has no wrapper for " + entry.name);
  }
  ContractType* request = add(key, ContractType::Kind::object);
  fill_fields(*request, wrapper->second, uri);
  entry.request = request;
  contract_.operations_[entry.name] = std::move(entry);
}

// The parts of header messages are elements of the same name as the part.
void ContractReader::read_header(const xmlNode* header, const std::string& uri) {
  const std::string name = xml_attribute(header, "part");
  if (contract_.headers_.contains(name)) return;
  const auto element = definitions_.find("block " + key_of(uri, name));
  if (element == definitions_.end()) {
    throw std::runtime_error("the built-in WSDL has no element for the header " + name);
  }
  ContractField field;
  field.name = name;
  field.namespace_uri = uri;
  field.nillable = xml_attribute(element->second, "nillable") == "true";
  field.type = type_named(element->second, xml_attribute(element->second, "type"));
  contract_.headers_[name] = field;
}

}  // namespace emulator
