#include "tests/conformance/carrier_copy.h"

#include <set>

#include "tests/conformance/expect.h"

namespace conformance {
namespace {

class Copy {
 public:
  explicit Copy(const Changes& changes) : changes_(changes) {}

  void add_members(const Element& of, const std::string& path) {
    const auto members = of.children();
    if (members.empty()) text_ += escaped(of.text());
    for (const Element& member : members) {
      add(member, path.empty() ? member.name() : path + "/" + member.name());
    }
  }

  std::string text() const {
    for (const auto& [path, change] : changes_) {
      if (!changed_.contains(path)) fail("the carrier has no member " + path);
    }
    return text_;
  }

 private:
  void add(const Element& member, const std::string& path) {
    const auto change = changes_.find(path);
    if (change != changes_.end()) {
      changed_.insert(path);
      if (!change->second) return;
    }
    // The prefixes of Call's envelope.
    const std::string tag = (member.uri() == arrays_uri ? "a:" : "") + member.name();
    if (change == changes_.end() && member.is_nil()) {
      text_ += "<" + tag + " xsi:nil=\"true\"/>";
      return;
    }
    text_ += "<" + tag + ">";
    if (change != changes_.end()) {
      text_ += *change->second;
    } else {
      add_members(member, path);
    }
    text_ += "</" + tag + ">";
  }

  const Changes& changes_;
  std::set<std::string> changed_;
  std::string text_;
};

}  // namespace

std::string copy_of(const Element& carrier, const Changes& changes) {
  Copy copy(changes);
  copy.add_members(carrier, "");
  return copy.text();
}

}  // namespace conformance
