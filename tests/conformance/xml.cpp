#include "tests/conformance/xml.h"

#include <libxml/entities.h>
#include <libxml/parser.h>

namespace conformance {
namespace {

std::string text_of(const xmlChar* text) {
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

std::string taken(xmlChar* text) {
  std::string result = text_of(text);
  xmlFree(text);
  return result;
}

const xmlChar* chars(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

}  // namespace

Document parse_xml(std::string_view text, std::string* problem) {
  // libxml2 wants a context of its own to keep silent and to tell what was wrong.
  xmlParserCtxt* parser = xmlNewParserCtxt();
  Document document(xmlCtxtReadMemory(parser, text.data(), static_cast<int>(text.size()), nullptr,
                                      nullptr,
                                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!document && problem != nullptr) {
    const xmlError* error = xmlCtxtGetLastError(parser);
    *problem = error == nullptr ? "no XML" : error->message;
    while (problem->ends_with('\n')) problem->pop_back();
  }
  xmlFreeParserCtxt(parser);
  return document;
}

std::string Element::name() const { return node_ == nullptr ? "" : text_of(node_->name); }

std::string Element::uri() const {
  return node_ == nullptr || node_->ns == nullptr ? "" : text_of(node_->ns->href);
}

std::string Element::text() const {
  return node_ == nullptr ? "" : taken(xmlNodeGetContent(node_));
}

bool Element::is_nil() const {
  const std::string nil = attribute("nil", instance_uri);
  return nil == "true" || nil == "1";
}

std::string Element::attribute(std::string_view name, std::string_view uri) const {
  if (node_ == nullptr) return {};
  const std::string own(name);
  const std::string space(uri);
  return taken(uri.empty() ? xmlGetNoNsProp(node_, chars(own))
                           : xmlGetNsProp(node_, chars(own), chars(space)));
}

std::vector<Element> Element::children() const {
  std::vector<Element> found;
  if (node_ == nullptr) return found;
  for (const xmlNode* child = node_->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) found.emplace_back(child);
  }
  return found;
}

std::vector<Element> Element::children(std::string_view name) const {
  auto found = children();
  std::erase_if(found, [&](const Element& child) { return child.name() != name; });
  return found;
}

Element Element::at(std::string_view path) const {
  if (path.empty()) return *this;
  const auto slash = path.find('/');
  const auto found = children(path.substr(0, slash));
  if (found.empty()) return {};
  return slash == std::string_view::npos ? found.front() : found.front().at(path.substr(slash + 1));
}

Element root_of(const Document& document) {
  return Element(document ? xmlDocGetRootElement(document.get()) : nullptr);
}

std::string escaped(std::string_view text) {
  return taken(xmlEncodeSpecialChars(nullptr, chars(std::string(text))));
}

}  // namespace conformance
