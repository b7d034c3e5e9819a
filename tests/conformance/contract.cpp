#include "tests/conformance/contract.h"

#include <libxml/xmlschemas.h>

#include <algorithm>
#include <stdexcept>

#include "tests/conformance/schema_files.h"

namespace conformance {
namespace {

const std::string_view user_wsdl =
#include "user_wsdl.inc"
    ;
const std::string_view so_principal_wsdl =
#include "so_principal_wsdl.inc"
    ;

Element named(const Element& parent, std::string_view kind, std::string_view name) {
  for (const Element& child : parent.children(kind)) {
    if (child.attribute("name") == name) return child;
  }
  return {};
}

std::string local(const std::string& qualified) {
  return qualified.substr(qualified.find(':') + 1);
}

Kind kind_of(const Element& schema, const std::string& type) {
  if (!type.starts_with("xs:")) {
    const Element simple = named(schema, "simpleType", local(type));
    if (!simple) return Kind::carrier;
    return simple.at("list") ? Kind::flags : Kind::enumeration;
  }
  if (type == "xs:int" || type == "xs:short") return Kind::number;
  if (type == "xs:boolean") return Kind::boolean;
  return type == "xs:dateTime" ? Kind::date : Kind::text;
}

std::vector<Parameter> parameters_of(const Element& schema, const std::string& operation) {
  std::vector<Parameter> found;
  const Element sequence = named(schema, "element", operation).at("complexType/sequence");
  for (const Element& one : sequence.children("element")) {
    found.push_back({one.attribute("name"), kind_of(schema, one.attribute("type"))});
  }
  return found;
}

/// The element of an operation's message: that of the part `parameters`.
std::string element_of(const Element& wsdl, const Element& operation, std::string_view direction) {
  const std::string message = local(operation.at(direction).attribute("message"));
  return local(named(wsdl, "message", message).at("part").attribute("element"));
}

}  // namespace

std::string_view name_of(Service service) {
  return service == Service::user ? "User" : "SoPrincipal";
}

std::string Operation::action() const {
  return std::string(services_uri) + "/" + std::string(name_of(service)) + "/" + name;
}

const Contract& Contract::of(Service service) {
  static const Contract user(Service::user);
  static const Contract so_principal(Service::so_principal);
  return service == Service::user ? user : so_principal;
}

Contract::Contract(Service service) {
  static const Document documents[] = {parse_xml(user_wsdl), parse_xml(so_principal_wsdl)};
  const Element wsdl = root_of(documents[service == Service::user ? 0 : 1]);
  const Element schema = wsdl.at("types/schema");
  for (const Element& one : wsdl.at("portType").children("operation")) {
    const std::string name = one.attribute("name");
    operations_.push_back({service, name, parameters_of(schema, element_of(wsdl, one, "input")),
                           element_of(wsdl, one, "output")});
  }
  schema_ = compiled_schema(wsdl.at("types").children("schema"));
}

const Operation& Contract::operation(std::string_view name) const {
  const auto found = std::ranges::find(operations_, name, &Operation::name);
  if (found == operations_.end()) throw std::out_of_range(std::string(name));
  return *found;
}

std::string Contract::breach(const Element& element) const {
  std::string first;
  xmlSchemaValidCtxt* context = xmlSchemaNewValidCtxt(static_cast<xmlSchema*>(schema_));
  xmlSchemaSetValidStructuredErrors(
      context,
      [](void* text, xmlError* error) {
        auto& first_text = *static_cast<std::string*>(text);
        if (first_text.empty()) first_text = error->message;
      },
      &first);
  const int result = xmlSchemaValidateOneElement(context, const_cast<xmlNode*>(element.node()));
  xmlSchemaFreeValidCtxt(context);
  while (first.ends_with('\n')) first.pop_back();
  return result == 0 ? "" : first.empty() ? "not valid" : first;
}

const Operation& operation_of(std::string_view name) {
  const auto& principal = Contract::of(Service::so_principal).operations();
  const auto found = std::ranges::find(principal, name, &Operation::name);
  return found != principal.end() ? *found : Contract::of(Service::user).operation(name);
}

std::vector<Operation> all_operations() {
  auto all = Contract::of(Service::so_principal).operations();
  const auto& user = Contract::of(Service::user).operations();
  all.insert(all.end(), user.begin(), user.end());
  return all;
}

}  // namespace conformance
