#include "server/envelope/parameter_texts.h"

#include <cstddef>

#include "server/envelope/message_parser.h"

namespace emulator {
namespace {

constexpr std::size_t count_max = 1000;
constexpr std::size_t bytes_max = std::size_t{256} * 1024;

struct Texts {
  std::vector<std::pair<std::string, std::string>> list;
  std::size_t bytes = 0;  ///< Of the names and texts in the list.

  bool is_full() const { return list.size() >= count_max || bytes > bytes_max; }
};

void add_texts(Texts& texts, const xmlNode* parent, const std::string& path) {
  for (const xmlNode* child : child_elements(parent)) {
    const std::string name = path + std::string(xml_text(child->name));
    if (texts.bytes + name.size() > bytes_max) texts.bytes = bytes_max + 1;
    if (texts.is_full()) return;
    if (child_elements(child).empty()) {
      texts.list.emplace_back(name, xml_content(child));
      texts.bytes += name.size() + texts.list.back().second.size();
    } else {
      add_texts(texts, child, name + "/");
    }
  }
}

}  // namespace

std::vector<std::pair<std::string, std::string>> parameter_texts(std::string_view payload) {
  if (payload.empty()) return {};
  Texts texts;
  const XmlDocument document = parse_message(payload);
  add_texts(texts, xmlDocGetRootElement(document.get()), "");
  return std::move(texts.list);
}

}  // namespace emulator
