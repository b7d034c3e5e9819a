#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

constexpr std::string_view services_uri = "http://www.superoffice.net/ws/crm/NetServer/Services86";
constexpr std::string_view arrays_uri = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";
constexpr std::string_view soap_uri = "http://schemas.xmlsoap.org/soap/envelope/";
constexpr std::string_view instance_uri = "http://www.w3.org/2001/XMLSchema-instance";

struct DocumentFree {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, DocumentFree>;

/// \returns null, and what libxml2 says in `problem`, for what is no XML. Nothing is loaded from
/// elsewhere.
Document parse_xml(std::string_view text, std::string* problem = nullptr);

/// An element, or none: what is asked of none is empty. Lives as long as its document.
class Element {
 public:
  Element() = default;
  explicit Element(const xmlNode* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  std::string name() const;
  std::string uri() const;
  /// All text in it.
  std::string text() const;
  bool is_nil() const;
  /// Of no namespace, unless one is given; empty when it is not there.
  std::string attribute(std::string_view name, std::string_view uri = {}) const;
  std::vector<Element> children() const;
  /// Those of this local name, in any namespace.
  std::vector<Element> children(std::string_view name) const;
  /// The first at a path of local names, such as `Person/Firstname`; an empty path is this one.
  Element at(std::string_view path) const;
  const xmlNode* node() const { return node_; }

 private:
  const xmlNode* node_ = nullptr;
};

Element root_of(const Document& document);

/// The text as it stands in an element, by libxml2.
std::string escaped(std::string_view text);

}  // namespace conformance
