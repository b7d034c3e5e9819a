#pragma once

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace emulator {

/// libxml2's document, freed with its owner.
struct XmlDocumentDeleter {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, XmlDocumentDeleter>;

/// libxml2 speaks of unsigned characters; everything here is UTF-8.
inline std::string_view xml_text(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}
inline const xmlChar* xml_chars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

/// The child elements in document order; text, comments and instructions are left out.
std::vector<xmlNode*> child_elements(const xmlNode* parent);

/// The attribute in no namespace, empty when it is not there.
std::string xml_attribute(const xmlNode* element, const char* name);
std::string xml_attribute(const xmlNode* element, const char* name, const char* namespace_uri);

std::string_view namespace_of(const xmlNode* element);
bool is_element(const xmlNode* node, std::string_view name, std::string_view namespace_uri);

/// All text within the element, with CDATA and entities resolved.
std::string xml_content(const xmlNode* element);

/// The path of an element with the prefixes that the sender uses, such as
/// `/s:Envelope/s:Body/SetExternalUserInfo/UserName`. Long names are shortened(): one of 50,000
/// characters may stand in many complaints.
std::string xml_path(const xmlNode* element);

/// `{namespace}name` or `name in no namespace`, both shortened().
std::string qualified_name(std::string_view namespace_uri, std::string_view name);

/// The text as it may stand in an element or in a quoted attribute.
std::string xml_escaped(std::string_view text);

/// Text from outside of XML (an HTTP header) with everything but printable ASCII replaced by `?`.
std::string xml_safe(std::string_view text);

/// Whether text other than white space stands in the element itself, between its children.
bool has_text(const xmlNode* element);

/// Whether xsi:nil is true or 1, blanks around it allowed.
bool is_nil(const xmlNode* element);

}  // namespace emulator
