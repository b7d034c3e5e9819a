#include "tests/server/envelope/mutator.h"

#include "server/envelope/message_parser.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

const std::vector<std::string> values{"",
                                      " ",
                                      "0",
                                      " 7 ",
                                      "-1",
                                      "+5",
                                      "007",
                                      "2147483648",
                                      "99999999999",
                                      "abc",
                                      "true",
                                      "TRUE",
                                      "1",
                                      "UserName",
                                      "UserName Password",
                                      "tns:Role",
                                      "Role,Active",
                                      "3",
                                      "\tActive\n",
                                      "Employee",
                                      "xs:int",
                                      "http://schemas.xmlsoap.org/soap/encoding/",
                                      "#a",
                                      "a",
                                      "\r",
                                      "\xC3\xA6<&>\"'",
                                      "2021-03-25T21:36:23Z",
                                      "0001-01-01T00:00:00",
                                      "int[3]",
                                      std::string(70000, 'y')};
const std::vector<std::string> names{"AssociateId",
                                     "UserName",
                                     "RoleId",
                                     "User",
                                     "Person",
                                     "Mask",
                                     "int",
                                     "string",
                                     "Key",
                                     "Value",
                                     "Body",
                                     "Header",
                                     "Envelope",
                                     "Fault",
                                     "Credentials",
                                     "Ticket",
                                     "SetExternalUserInfo",
                                     "GetUser",
                                     "TimeZone",
                                     "x\xC3\xA6",
                                     std::string(1500, 'n')};
const std::vector<std::string> attributes{"nil",       "type",      "id",
                                          "href",      "ref",       "mustUnderstand",
                                          "actor",     "role",      "encodingStyle",
                                          "arrayType", "arraySize", "itemType",
                                          "offset",    "position",  "root",
                                          "lang",      "x",         std::string(3000, 'a')};
const std::vector<std::string> uris{services_uri,
                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                    "http://schemas.microsoft.com/2003/10/Serialization/",
                                    "http://www.w3.org/2001/XMLSchema-instance",
                                    "http://www.w3.org/2001/XMLSchema",
                                    "http://schemas.xmlsoap.org/soap/envelope/",
                                    "http://www.w3.org/2003/05/soap-envelope",
                                    "http://schemas.xmlsoap.org/soap/encoding/",
                                    "http://www.w3.org/2003/05/soap-encoding",
                                    "urn:x"};

void collect(xmlNode* element, std::vector<xmlNode*>& all) {
  all.push_back(element);
  for (xmlNode* child : child_elements(element)) collect(child, all);
}

}  // namespace

std::string Mutator::bent(const std::string& message) {
  const XmlDocument document = parse_message(message);
  for (std::size_t left = 1 + below(3); left > 0; --left) bend(document.get());
  xmlChar* text = nullptr;
  int size = 0;
  xmlDocDumpMemoryEnc(document.get(), &text, &size, "UTF-8");
  std::string bytes(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
  xmlFree(text);
  if (below(8) == 0) bytes[below(bytes.size())] = static_cast<char>(random_());
  if (below(16) == 0) bytes.erase(below(bytes.size()), 1 + below(20));
  return bytes;
}

void Mutator::bend(xmlDoc* document) {
  xmlNode* element = any_element(document);
  switch (below(9)) {
    case 0:
      return set_text(element);
    case 1:
      return set_attribute(element);
    case 2:
      return void(xmlAddNextSibling(element, xmlCopyNode(element, 1)));
    case 3:
      return void(xmlAddChild(element, xmlCopyNode(any_element(document), 1)));
    case 4:
      return xmlNodeSetName(element, xml_chars(one_of(names).c_str()));
    case 5:
      return rename_space(element);
    case 6:
      return break_up_text(element);
    case 7:
      return void(xmlAddPrevSibling(element, xmlNewText(xml_chars(one_of(values).c_str()))));
    default:
      return move(document, element);
  }
}

xmlNode* Mutator::any_element(xmlDoc* document) {
  std::vector<xmlNode*> all;
  collect(xmlDocGetRootElement(document), all);
  return all[below(all.size())];
}

void Mutator::set_text(xmlNode* element) {
  while (element->children != nullptr) {
    xmlNode* child = element->children;
    xmlUnlinkNode(child);
    xmlFreeNode(child);
  }
  xmlAddChild(element, xmlNewText(xml_chars(one_of(values).c_str())));
}

void Mutator::set_attribute(xmlNode* element) {
  const std::string name = one_of(attributes);
  const std::string uri = one_of(uris);
  xmlNs* space = nullptr;
  if (below(3) != 0) {
    const std::string prefix = "p" + std::to_string(below(3));
    space = xmlNewNs(element, xml_chars(uri.c_str()), xml_chars(prefix.c_str()));
  }
  xmlNewNsProp(element, space, xml_chars(name.c_str()), xml_chars(one_of(values).c_str()));
}

void Mutator::rename_space(xmlNode* element) {
  const std::string uri = one_of(uris);
  const std::string prefix = below(6) == 0 ? std::string(1500, 'q') : "so";
  xmlSetNs(element, xmlNewNs(element, xml_chars(uri.c_str()), xml_chars(prefix.c_str())));
}

// The same text with something in the middle that does not count.
void Mutator::break_up_text(xmlNode* element) {
  const std::string text = xml_content(element);
  if (!child_elements(element).empty()) return;
  const std::size_t half = below(text.size() + 1);
  set_text(element);
  xmlNodeSetContent(element, nullptr);
  xmlAddChild(element, xmlNewText(xml_chars(text.substr(0, half).c_str())));
  xmlAddChild(element, below(2) == 0 ? xmlNewComment(xml_chars("<x>"))
                                     : xmlNewPI(xml_chars("x"), xml_chars("y")));
  xmlAddChild(element, xmlNewText(xml_chars(text.substr(half).c_str())));
}

void Mutator::move(xmlDoc* document, xmlNode* element) {
  if (element->parent == nullptr || element->parent->type != XML_ELEMENT_NODE) return;
  xmlNode* other = any_element(document);
  for (const xmlNode* up = other; up != nullptr; up = up->parent) {
    if (up == element) return;
  }
  xmlUnlinkNode(element);
  xmlAddChild(other, element);
  xmlReconciliateNs(document, element);
}

}  // namespace emulator::testing
