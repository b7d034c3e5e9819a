#include "server/envelope/parameter_texts.h"

#include "server/envelope/message_parser.h"

namespace emulator {
namespace {

using Texts = std::vector<std::pair<std::string, std::string>>;

void add_texts(Texts& texts, const xmlNode* parent, const std::string& path) {
  for (const xmlNode* child : child_elements(parent)) {
    const std::string name = path + std::string(xml_text(child->name));
    if (child_elements(child).empty()) {
      texts.emplace_back(name, xml_content(child));
    } else {
      add_texts(texts, child, name + "/");
    }
  }
}

}  // namespace

std::vector<std::pair<std::string, std::string>> parameter_texts(std::string_view payload) {
  Texts texts;
  if (payload.empty()) return texts;
  const XmlDocument document = parse_message(payload);
  add_texts(texts, xmlDocGetRootElement(document.get()), "");
  return texts;
}

}  // namespace emulator
