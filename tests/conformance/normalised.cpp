#include "tests/conformance/normalised.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <iterator>
#include <vector>

#include "tests/conformance/xml.h"

namespace conformance {
namespace {

/// Texts that must not leave the machine of the one who records.
bool is_secret(const Element& element) {
  static const std::set<std::string> names{"Ticket", "Password", "SecretValue", "AccessToken"};
  if (names.contains(element.name())) return true;
  // Of a user: a server may show what the password is kept as.
  if (element.name() == "Value" && Element(element.node()->parent).name() == "Credential") {
    return Element(element.node()->parent).at("Type/Type").text() == "CRM5/PASSWORD";
  }
  static const std::set<std::string> generating{"GenerateNewPasswordForExternalUserResponse",
                                                "SetGeneratedPasswordResponse",
                                                "SetGeneratedPasswordFromNameResponse"};
  const Element parent(element.node()->parent);
  return element.name() == "Response" && generating.contains(parent.name());
}

bool is_volatile(const std::string& name) {
  static const std::set<std::string> names{"Created",    "Updated",   "Registered",  "Lastlogin",
                                           "Lastlogout", "LastLogin", "LastChanged", "StackTrace",
                                           "ValidFrom",  "Rank",      "DirectPhone"};
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

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

bool is_word(char c) { return is_digit(c) || std::isalpha(static_cast<unsigned char>(c)) != 0; }

/// Each of the ids that stands on its own in the text becomes `{id}`.
std::string without_ids(const std::string& text, const std::set<int>& ids) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool is_whole = end > at && (at == 0 || !is_word(text[at - 1])) &&
                          (end == text.size() || !is_word(text[end]));
    end = std::max(end, at + 1);
    int number = 0;  // 0, which is no id, where it is too long for one.
    if (is_whole) std::from_chars(text.data() + at, text.data() + end, number);
    result += ids.contains(number) ? "{id}" : text.substr(at, end - at);
    at = end;
  }
  return result;
}

/// The run's prefix, with the number that makes a name of it, becomes `{run}`, in any case of
/// letters.
std::string without_prefix(const std::string& text, const std::string& prefix) {
  const auto alike = [](unsigned char a, unsigned char b) {
    return std::tolower(a) == std::tolower(b);
  };
  std::string result;
  for (auto at = text.begin(); at != text.end();) {
    const auto found = std::search(at, text.end(), prefix.begin(), prefix.end(), alike);
    result.append(at, found);
    if (found == text.end()) break;
    result += "{run}";
    at = found + static_cast<std::ptrdiff_t>(prefix.size());
    auto number = at == text.end() || *at != '-' ? at : at + 1;
    while (number != text.end() && is_digit(*number)) ++number;
    if (number != at && is_digit(*std::prev(number))) at = number;
  }
  return result;
}

std::string run_free(const std::string& text, const Volatile& differing) {
  const std::string free = without_ids(text, differing.ids);
  return differing.prefix.empty() ? free : without_prefix(free, differing.prefix);
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
  if (!text.empty() && is_secret(element)) {
    // A quote need not be escaped in a text.
    found.push_back(escaped(text));
    found.push_back(replaced(found.back(), "&quot;", "\""));
  }
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
  return without(answer.body, secrets);
}

std::string without(std::string text, const std::vector<std::string>& secrets) {
  for (const auto& secret : secrets) text = replaced(text, secret, "***");
  return text;
}

}  // namespace conformance
