#include "tests/conformance/normalised.h"

#include <algorithm>
#include <regex>
#include <vector>

#include "tests/conformance/xml.h"

namespace conformance {
namespace {

/// Texts that must not leave the machine of the one who records.
bool is_secret(const Element& element) {
  static const std::set<std::string> names{"Ticket", "Password", "SecretValue", "AccessToken"};
  if (names.contains(element.name())) return true;
  static const std::set<std::string> generating{"GenerateNewPasswordForExternalUserResponse",
                                                "SetGeneratedPasswordResponse",
                                                "SetGeneratedPasswordFromNameResponse"};
  const Element parent(element.node()->parent);
  return element.name() == "Response" && generating.contains(parent.name());
}

bool is_volatile(const std::string& name) {
  static const std::set<std::string> names{"Created",    "Updated",   "Registered",  "Lastlogin",
                                           "Lastlogout", "LastLogin", "LastChanged", "StackTrace",
                                           "ValidFrom",  "Rank"};
  return names.contains(name);
}

bool is_date_unset(const std::string& text) { return text.starts_with("0001-01-01"); }

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); !what.empty() && at != std::string::npos;
       at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

std::string run_free(std::string text, const Volatile& differing) {
  for (const int id : differing.ids) {
    text = std::regex_replace(text, std::regex("\\b" + std::to_string(id) + "\\b"), "{id}");
  }
  // What follows the prefix counts the names of the run.
  const std::regex own(differing.prefix + "(-[0-9]+)?", std::regex::icase);
  return differing.prefix.empty() ? text : std::regex_replace(text, own, "{run}");
}

class Lines {
 public:
  explicit Lines(const Volatile& differing) : differing_(differing) {}

  void add(const Element& element, const std::string& path) {
    const auto children = element.children();
    std::vector<std::string> seen;
    for (const Element& child : children) {
      const auto number = 1 + std::ranges::count(seen, child.name());
      seen.push_back(child.name());
      const bool is_first = number == 1;
      add(child, path + "/" + child.name() + (is_first ? "" : "[" + std::to_string(number) + "]"));
    }
    if (children.empty()) lines_ += path + " = " + value_of(element) + "\n";
  }

  std::string text() const { return lines_; }

 private:
  std::string value_of(const Element& element) const {
    if (element.is_nil()) return "nil";
    const std::string text = element.text();
    if (!text.empty() && is_secret(element)) return "{" + element.name() + "}";
    if (!text.empty() && is_volatile(element.name()) && !is_date_unset(text)) {
      return "{" + element.name() + "}";
    }
    return "'" + run_free(text, differing_) + "'";
  }

  const Volatile& differing_;
  std::string lines_;
};

void collect_secrets(const Element& element, std::vector<std::string>& found) {
  const std::string text = element.text();
  if (!text.empty() && is_secret(element)) found.push_back(escaped(text));
  for (const Element& child : element.children()) collect_secrets(child, found);
}

}  // namespace

std::string normalised(const HttpAnswer& answer, const Volatile& differing) {
  Lines lines(differing);
  const Document document = parse_xml(answer.body);
  for (const Element& part : root_of(document).children()) lines.add(part, part.name());
  std::string body = lines.text();
  if (!document) body = answer.body.empty() ? "no body\n" : "a body that is no XML\n";
  return "HTTP " + std::to_string(answer.status) + "\nContent-Type = '" +
         answer.header("content-type") + "'\n" + body;
}

std::string without_secrets(const HttpAnswer& answer) {
  std::vector<std::string> secrets;
  const Document document = parse_xml(answer.body);
  if (document) collect_secrets(root_of(document), secrets);
  std::string text = answer.body;
  for (const auto& secret : secrets) text = replaced(text, secret, "***");
  return text;
}

}  // namespace conformance
