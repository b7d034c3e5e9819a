#include "server/envelope/xml.h"

#include <boost/algorithm/string/trim.hpp>

#include "server/domain/shortened.h"

namespace emulator {
namespace {

std::string taken(xmlChar* text) {
  std::string copy(xml_text(text));
  xmlFree(text);
  return copy;
}

}  // namespace

std::vector<xmlNode*> child_elements(const xmlNode* parent) {
  std::vector<xmlNode*> children;
  for (xmlNode* child = parent->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) children.push_back(child);
  }
  return children;
}

std::string xml_attribute(const xmlNode* element, const char* name) {
  return taken(xmlGetNoNsProp(element, xml_chars(name)));
}

std::string xml_attribute(const xmlNode* element, const char* name, const char* namespace_uri) {
  return taken(xmlGetNsProp(element, xml_chars(name), xml_chars(namespace_uri)));
}

std::string_view namespace_of(const xmlNode* element) {
  return element->ns == nullptr ? std::string_view{} : xml_text(element->ns->href);
}

bool is_element(const xmlNode* node, std::string_view name, std::string_view namespace_uri) {
  return node->type == XML_ELEMENT_NODE && xml_text(node->name) == name &&
         namespace_of(node) == namespace_uri;
}

std::string xml_content(const xmlNode* element) { return taken(xmlNodeGetContent(element)); }

std::string xml_path(const xmlNode* element) {
  std::string path;
  for (const xmlNode* node = element; node != nullptr && node->type == XML_ELEMENT_NODE;
       node = node->parent) {
    std::string step = "/";
    if (node->ns != nullptr && node->ns->prefix != nullptr) {
      step += shortened(xml_text(node->ns->prefix)) + ":";
    }
    path.insert(0, step + shortened(xml_text(node->name)));
  }
  return path;
}

std::string qualified_name(std::string_view namespace_uri, std::string_view name) {
  return namespace_uri.empty() ? shortened(name) + " in no namespace"
                               : "{" + shortened(namespace_uri) + "}" + shortened(name);
}

std::string xml_escaped(std::string_view text) {
  return taken(xmlEncodeSpecialChars(nullptr, xml_chars(std::string(text).c_str())));
}

std::string xml_safe(std::string_view text) {
  std::string safe(text);
  for (char& c : safe) {
    if (c < ' ' || c > '~') c = '?';
  }
  return safe;
}

bool has_text(const xmlNode* element) {
  for (const xmlNode* child = element->children; child != nullptr; child = child->next) {
    const bool is_text = child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE;
    if (is_text && xmlIsBlankNode(child) == 0) return true;
  }
  return false;
}

bool is_nil(const xmlNode* element) {
  const std::string nil = boost::algorithm::trim_copy(
      xml_attribute(element, "nil", "http://www.w3.org/2001/XMLSchema-instance"));
  return nil == "true" || nil == "1";
}

}  // namespace emulator
