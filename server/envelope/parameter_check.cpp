#include "server/envelope/parameter_check.h"

#include <algorithm>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>

#include "server/domain/shortened.h"
#include "server/envelope/readable_value.h"

namespace emulator {
namespace {

constexpr const char* xsi = "http://www.w3.org/2001/XMLSchema-instance";

void remove_node(xmlNode* node) {
  xmlUnlinkNode(node);
  xmlFreeNode(node);
}

// The content stands elsewhere in the message, where no literal service looks for it.
void refuse_reference(const xmlNode* element) {
  if (xmlHasProp(element, xml_chars("href")) == nullptr) return;
  throw platform::bad_message("The element " + xml_path(element) +
                              " has an href: SOAP encoding is not used by this service.");
}

std::string described(const xmlNode* element) {
  return qualified_name(namespace_of(element), xml_text(element->name));
}

std::string names_of(const ContractType& type) {
  std::vector<std::string> names;
  for (const ContractField& field : type.fields) names.push_back(field.name);
  return names.empty() ? "nothing" : "one of " + boost::algorithm::join(names, ", ");
}

// The parameter's .NET type in WCF's texts. Only the flags' name is documented; that the others
// are its neighbours is inferred (A-PLATFORM-FAULT).
std::string enum_type(const ContractType& type) {
  return "SuperOffice.CRM.Services.Util." + type.name;
}

std::string system_type(const ContractType& type) {
  return type.kind == ContractType::Kind::value ? "System." + dotnet_type(type.name)
                                                : enum_type(type);
}

std::string bad_value(const std::string& text, std::string_view built_in) {
  return "The value '" + shortened(text) + "' cannot be parsed as the type '" +
         dotnet_type(built_in) + "'.";
}

std::string bad_enum(std::string_view value, const ContractType& type) {
  return "Invalid enum value '" + shortened(value) + "' cannot be deserialized into type '" +
         enum_type(type) +
         "'. Ensure that the necessary enum values are present and are marked with "
         "EnumMemberAttribute attribute if the type has DataContractAttribute attribute.";
}

}  // namespace

void ParameterCheck::unreadable(std::string_view inner) const {
  throw platform::deserialization_failed(parameter_namespace_, parameter_, inner);
}

void ParameterCheck::check_parameters(xmlNode* wrapper, const ContractType& type) {
  parameter_ = xml_text(wrapper->name);
  parameter_namespace_ = namespace_of(wrapper);
  refuse_reference(wrapper);
  check_attributes(wrapper, true);
  check_children(wrapper, type, true);
}

void ParameterCheck::check_parameter(xmlNode* element, const ContractField& field) {
  parameter_ = field.name;
  parameter_namespace_ = field.namespace_uri;
  check_element(element, field);
}

void ParameterCheck::check_children(xmlNode* parent, const ContractType& type,
                                    bool are_parameters) {
  if (has_text(parent)) {
    unreadable("Expecting state 'Element'.. Encountered 'Text'  with name '', namespace ''.");
  }
  std::size_t position = 0;
  std::vector<const ContractField*> seen;
  for (xmlNode* child : child_elements(parent)) {
    const ContractField* field = accepted(child, type, position);
    if (field == nullptr) {
      remove_node(child);
      continue;
    }
    if (!field->repeated && std::find(seen.begin(), seen.end(), field) != seen.end()) {
      breaches_.add("W-DUPLICATE", xml_path(child), field->name + " again", "it once");
      remove_node(child);
      continue;
    }
    seen.push_back(field);
    if (are_parameters) {
      check_parameter(child, *field);
    } else {
      check_element(child, *field);
    }
  }
  check_required(parent, type, seen);
}

void ParameterCheck::check_required(const xmlNode* parent, const ContractType& type,
                                    const std::vector<const ContractField*>& seen) const {
  for (const ContractField& field : type.fields) {
    if (!field.required || std::find(seen.begin(), seen.end(), &field) != seen.end()) continue;
    unreadable("'EndElement' '" + std::string(xml_text(parent->name)) + "' from namespace '" +
               std::string(namespace_of(parent)) + "' is not expected. Expecting element '" +
               field.name + "'.");
  }
}

// The field that the child stands for; null when the child is to be ignored.
const ContractField* ParameterCheck::accepted(xmlNode* child, const ContractType& type,
                                              std::size_t& position) {
  const auto field = std::find_if(
      type.fields.begin(), type.fields.end(),
      [child](const ContractField& candidate) { return candidate.name == xml_text(child->name); });
  if (field == type.fields.end()) {
    breaches_.add("W-UNKNOWN-ELEMENT", xml_path(child), described(child), names_of(type));
    return nullptr;
  }
  if (field->namespace_uri != namespace_of(child)) {
    breaches_.add("W-NAMESPACE", xml_path(child), described(child),
                  qualified_name(field->namespace_uri, field->name));
    return nullptr;
  }
  const auto index = static_cast<std::size_t>(field - type.fields.begin());
  return is_in_order(child, type, index, position) ? &*field : nullptr;
}

// WCF reads forward only: what comes too late is skipped and keeps its default.
bool ParameterCheck::is_in_order(xmlNode* child, const ContractType& type, std::size_t index,
                                 std::size_t& position) {
  if (index >= position) {
    position = index;
    return true;
  }
  breaches_.add("W-ORDER", xml_path(child),
                type.fields[index].name + " after " + type.fields[position].name,
                "the order of the WSDL");
  return breaches_.mode() != ContractMode::warn;
}

void ParameterCheck::check_element(xmlNode* element, const ContractField& field) {
  refuse_reference(element);
  check_type_attribute(element, field);
  check_attributes(element, false);
  const ContractType& type = *field.type;
  check_nil(element, field);
  if (is_nil(element)) return;
  switch (type.kind) {
    case ContractType::Kind::object:
      check_children(element, type, false);
      return;
    case ContractType::Kind::flags:
      check_flags(element, type);
      return;
    case ContractType::Kind::text:
    case ContractType::Kind::value:
    case ContractType::Kind::enumeration:
      check_text(element, type);
      return;
  }
}

// WCF ignores attributes that it does not know, and all of a wrapper.
void ParameterCheck::check_attributes(const xmlNode* element, bool is_wrapper) {
  for (const xmlAttr* one = element->properties; one != nullptr; one = one->next) {
    const std::string_view uri = one->ns == nullptr ? std::string_view{} : xml_text(one->ns->href);
    const std::string_view name = xml_text(one->name);
    const bool is_read = uri == xsi && !is_wrapper && (name == "nil" || name == "type");
    const bool is_hint =
        uri == xsi && (name == "schemaLocation" || name == "noNamespaceSchemaLocation");
    if (is_read || is_hint) continue;
    breaches_.add("W-UNKNOWN-ATTRIBUTE", xml_path(element),
                  "the attribute " + qualified_name(uri, name), "no such attribute");
  }
}

void ParameterCheck::check_nil(const xmlNode* element, const ContractField& field) {
  if (xmlHasNsProp(element, xml_chars("nil"), xml_chars(xsi)) == nullptr) return;
  const std::string nil = xml_attribute(element, "nil", xsi);
  if (!is_readable("boolean", nil)) unreadable(bad_value(nil, "boolean"));
  if (!is_nil(element)) return;
  if (!field.nillable) unreadable("ValueType '" + system_type(*field.type) + "' cannot be null.");
  if (!xml_content(element).empty() || !child_elements(element).empty()) {
    breaches_.add("W-UNKNOWN-ELEMENT", xml_path(element), "content in a nil element",
                  "an empty element");
  }
}

void ParameterCheck::check_type_attribute(xmlNode* element, const ContractField& field) {
  if (xmlHasNsProp(element, xml_chars("type"), xml_chars(xsi)) == nullptr) return;
  const std::string qname = xml_attribute(element, "type", xsi);
  const std::size_t colon = qname.find(':');
  const std::string prefix = colon == std::string::npos ? "" : qname.substr(0, colon);
  const xmlNs* scope =
      xmlSearchNs(element->doc, element, prefix.empty() ? nullptr : xml_chars(prefix.c_str()));
  const std::string_view uri = scope == nullptr ? std::string_view{} : xml_text(scope->href);
  const std::string name = colon == std::string::npos ? qname : qname.substr(colon + 1);
  // Types without a name have one in the contract, but no QName is like it.
  const bool is_name = xmlValidateQName(xml_chars(qname.c_str()), 0) == 0;
  if (!is_name || name != field.type->name || uri != field.type->namespace_uri) {
    unreadable("Element '" + field.name + "' contains data from a type that maps to the name '" +
               shortened(uri) + ":" + shortened(name) +
               "'. The deserializer expected a type that maps to '" + field.type->namespace_uri +
               ":" + field.type->name + "'.");
  }
}

void ParameterCheck::check_text(xmlNode* element, const ContractType& type) {
  for (const xmlNode* child : child_elements(element)) {
    unreadable("End element '" + std::string(xml_text(element->name)) + "' from namespace '" +
               std::string(namespace_of(element)) + "' expected. Found element '" +
               shortened(xml_text(child->name)) + "' from namespace '" +
               shortened(namespace_of(child)) + "'.");
  }
  const std::string text = xml_content(element);
  if (type.kind == ContractType::Kind::value) {
    if (!is_readable(type.name, text)) unreadable(bad_value(text, type.name));
    // Blanks around a value do not count, but libxml2's schemas refuse them.
    const std::string plain =
        boost::algorithm::trim_copy_if(text, boost::algorithm::is_any_of(" \t\r\n"));
    if (plain != text) xmlNodeSetContent(element, xml_chars(plain.c_str()));
  }
  if (type.kind == ContractType::Kind::enumeration &&
      std::find(type.values.begin(), type.values.end(), text) == type.values.end()) {
    unreadable(bad_enum(text, type));
  }
}

void ParameterCheck::check_flags(xmlNode* element, const ContractType& type) {
  check_text(element, type);
  const std::string text = xml_content(element);
  std::vector<std::string> words;
  boost::algorithm::split(words, text, boost::algorithm::is_any_of(" \t\r\n"),
                          boost::algorithm::token_compress_on);
  std::erase(words, "");
  // WCF parts flags at the blank character alone; other white space makes one unknown flag of all.
  const bool only_blanks = text.find_first_of("\t\r\n") == std::string::npos;
  bool is_prefixed = false;
  for (std::string& word : words) {
    const std::string plain = word.substr(word.rfind(':') + 1);
    const bool is_known =
        std::find(type.values.begin(), type.values.end(), plain) != type.values.end();
    const bool accepts_prefix = breaches_.mode() != ContractMode::warn;
    if (!is_known || (plain != word && !accepts_prefix)) unreadable(bad_enum(word, type));
    is_prefixed = is_prefixed || plain != word;
    word = plain;
  }
  if (!only_blanks && breaches_.mode() == ContractMode::warn) unreadable(bad_enum(text, type));
  const std::string plain = boost::algorithm::join(words, " ");
  if (plain == text) return;
  if (is_prefixed || breaches_.mode() != ContractMode::warn) {
    breaches_.add("W-FLAG", xml_path(element), "'" + shortened(text) + "'",
                  "'" + shortened(plain) + "'");
  }
  xmlNodeSetContent(element, xml_chars(plain.c_str()));
}

}  // namespace emulator
