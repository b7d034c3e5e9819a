#include "server/client/answer_difference.h"

#include <algorithm>
#include <optional>

#include "server/domain/shortened.h"
#include "server/envelope/message_parser.h"
#include "server/envelope/platform_fault.h"

namespace emulator {
namespace {

class Comparison {
 public:
  Comparison(const ElementNames& ignored, std::string_view word)
      : ignored_(ignored), word_(", " + std::string(word) + " ") {}

  void compare(const xmlNode* recorded, const xmlNode* now, const std::string& path) {
    const std::vector<xmlNode*> before = child_elements(recorded);
    const std::vector<xmlNode*> after = child_elements(now);
    if (is_nil(recorded) != is_nil(now)) {
      add(path, is_nil(recorded) ? "nil" : "not nil", is_nil(now) ? "nil" : "not nil");
    } else if (before.empty() && after.empty()) {
      if (xml_content(recorded) != xml_content(now)) {
        add(path, quoted(xml_content(recorded)), quoted(xml_content(now)));
      }
    } else {
      compare_children(before, after, path);
    }
  }

  void add(const std::string& path, const std::string& recorded, const std::string& now) {
    lines.push_back(path + ": " + recorded + word_ + now);
  }

  std::vector<std::string> lines;

 private:
  static std::string quoted(const std::string& text) { return "'" + shortened(text) + "'"; }

  static std::string name_of(const xmlNode* element) {
    return std::string(xml_text(element->name));
  }

  // By position: order is part of the contract.
  void compare_children(const std::vector<xmlNode*>& before, const std::vector<xmlNode*>& after,
                        const std::string& path) {
    const std::size_t common = std::min(before.size(), after.size());
    for (std::size_t i = 0; i < common; ++i) {
      const std::string below = (path.empty() ? "" : path + "/") + name_of(before[i]);
      if (!is_element(after[i], name_of(before[i]), namespace_of(before[i]))) {
        add(path, "has " + name_of(before[i]), "there is " + name_of(after[i]));
        return;  // All that follow are moved.
      }
      if (!ignored_.contains(name_of(before[i]))) compare(before[i], after[i], below);
    }
    if (before.size() != after.size()) {
      add(path, std::to_string(before.size()) + " elements", std::to_string(after.size()));
    }
  }

  const ElementNames& ignored_;
  const std::string word_;
};

std::optional<XmlDocument> parsed(std::string_view text) {
  try {
    return parse_message(text);
  } catch (const PlatformFault&) {
    return std::nullopt;
  }
}

}  // namespace

std::vector<std::string> answer_differences(std::string_view recorded, std::string_view now,
                                            const ElementNames& ignored, std::string_view word) {
  const auto before = parsed(recorded);
  const auto after = parsed(now);
  Comparison comparison(ignored, word);
  if (!before || !after) {
    if (recorded == now) return {};
    comparison.add(
        "the body", before ? "XML" : "no XML",
        std::string(after ? "XML" : "no XML") + (before || after ? "" : ", of other bytes"));
    return std::move(comparison.lines);
  }
  const xmlNode* root_before = xmlDocGetRootElement(before->get());
  const xmlNode* root_after = xmlDocGetRootElement(after->get());
  if (!is_element(root_after, xml_text(root_before->name), namespace_of(root_before))) {
    comparison.add("the root",
                   qualified_name(namespace_of(root_before), xml_text(root_before->name)),
                   qualified_name(namespace_of(root_after), xml_text(root_after->name)));
  } else {
    comparison.compare(root_before, root_after, "");
  }
  return std::move(comparison.lines);
}

std::vector<std::string> reply_differences(const HttpReply& recorded, const HttpReply& now,
                                           const ElementNames& ignored, std::string_view word) {
  auto lines = answer_differences(recorded.body, now.body, ignored, word);
  if (recorded.status != now.status) {
    lines.insert(lines.begin(), "HTTP status: " + std::to_string(recorded.status) + ", " +
                                    std::string(word) + " " + std::to_string(now.status));
  }
  return lines;
}

ElementNames volatile_elements() {
  return {"Ticket", "Created", "Updated", "Registered", "LastLogin", "LastLogout", "StackTrace"};
}

}  // namespace emulator
