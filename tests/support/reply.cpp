#include "tests/support/reply.h"

#include <libxml/xpath.h>

#include "server/envelope/xml.h"

namespace emulator::testing {
namespace {

std::string xpath_of(const std::string& path) {
  std::string xpath = "/*";
  std::string step;
  for (const char c : path + "/") {
    if (c != '/') {
      step += c;
      continue;
    }
    xpath += step == "*" ? "/*" : "/*[local-name()='" + step + "']";
    step.clear();
  }
  return xpath;
}

}  // namespace

std::vector<std::string> Reply::texts(const std::string& path) const {
  std::vector<std::string> found;
  const XmlDocument document(xmlReadMemory(xml().data(), static_cast<int>(xml().size()), "reply",
                                           nullptr, XML_PARSE_NONET));
  if (!document) return found;
  xmlXPathContext* context = xmlXPathNewContext(document.get());
  xmlXPathObject* result = xmlXPathEvalExpression(xml_chars(xpath_of(path).c_str()), context);
  for (int i = 0; result->nodesetval != nullptr && i < result->nodesetval->nodeNr; ++i) {
    const xmlNode* node = result->nodesetval->nodeTab[i];
    found.push_back(is_nil(node) ? "(nil)" : xml_content(node));
  }
  xmlXPathFreeObject(result);
  xmlXPathFreeContext(context);
  return found;
}

std::string Reply::text(const std::string& path) const {
  const auto found = texts(path);
  return found.empty() ? "(none)" : found.front();
}

std::string Reply::parameter(const std::string& key) const {
  const std::string pair = "Header/ExceptionInfo/Parameters/SoExceptionInfoParametersKeyValuePair";
  const auto keys = texts(pair + "/Key");
  const auto values = texts(pair + "/Value");
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == key) return values[i];
  }
  return "(none)";
}

}  // namespace emulator::testing
