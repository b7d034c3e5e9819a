#include "server/gate/secret_spans.h"

#include <algorithm>
#include <cstdlib>

#include "server/domain/utf8_text.h"
#include "server/gate/secret_names.h"

namespace emulator {
namespace {

constexpr std::size_t none = std::string_view::npos;

std::string_view local_name(std::string_view name) { return name.substr(name.rfind(':') + 1); }

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The name that stands there; empty when there is none.
std::string_view name_at(std::string_view message, std::size_t at) {
  const std::size_t end = std::min(message.find_first_of(" \t\r\n/><", at), message.size());
  return message.substr(at, end - at);
}

/// The `>` that ends a tag, or the `<` that comes before it; npos: neither. Within quotation marks
/// a `>` is text, and so is a `<` when `quoted_markup`.
std::size_t end_of_tag(std::string_view message, std::size_t at, bool quoted_markup) {
  char quote = '\0';
  for (; at < message.size(); ++at) {
    const char c = message[at];
    if (c == '<' && (quote == '\0' || !quoted_markup)) return at;
    if (quote == '\0') {
      if (c == '>') return at;
      if (c == '"' || c == '\'') quote = c;
    } else if (c == quote) {
      quote = '\0';
    }
  }
  return none;
}

/// Behind a comment, CDATA or an instruction that begins at the `<`; none: its end is not there.
/// The `<` itself when it is none of these.
std::size_t behind_special(std::string_view message, std::size_t at) {
  struct Kind {
    std::string_view begin, end;
  };
  for (const Kind& kind : {Kind{"<!--", "-->"}, Kind{"<![CDATA[", "]]>"}, Kind{"<?", "?>"}}) {
    if (!message.substr(at).starts_with(kind.begin)) continue;
    const std::size_t end = message.find(kind.end, at + kind.begin.size());
    return end == none ? none : end + kind.end.size();
  }
  return at;
}

/// The end tag of the element whose content begins there, or the end of the message.
std::size_t end_of_content(std::string_view message, std::size_t at, std::string_view name) {
  int depth = 1;
  while ((at = message.find('<', at)) != none) {
    const std::size_t behind = behind_special(message, at);
    if (behind == none) break;
    if (behind != at) {
      at = behind;
      continue;
    }
    const bool is_end = message.substr(at).starts_with("</");
    const std::size_t name_begin = at + (is_end ? 2 : 1);
    const bool is_same = name_at(message, name_begin) == name;
    if (is_end && is_same && --depth == 0) return at;
    at = name_begin;
    if (is_end || at == message.size() || !begins_name(message[at])) continue;
    at = end_of_tag(message, at, true);
    if (at == none) break;
    if (is_same && message[at - 1] != '/') ++depth;
  }
  return message.size();
}

/// Text between tags as its reader sees it, near enough: comments gone, CDATA and references
/// resolved.
std::string resolved(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t special = std::min(text.find_first_of("<&]"), text.size());
    plain += text.substr(0, special);
    text.remove_prefix(special);
    if (text.starts_with("<![CDATA[")) {
      text.remove_prefix(9);
    } else if (text.starts_with("]]>")) {
      text.remove_prefix(3);
    } else if (text.starts_with("&#")) {
      const bool is_hex = text.starts_with("&#x");
      const std::string digits(text.substr(is_hex ? 3 : 2, 8));
      plain += static_cast<char>(std::strtoul(digits.c_str(), nullptr, is_hex ? 16 : 10));
      text.remove_prefix(std::min(text.find(';'), text.size() - 1) + 1);
    } else if (!text.empty()) {
      const std::size_t behind = behind_special(text, 0);
      text.remove_prefix(behind == none ? text.size() : std::max<std::size_t>(behind, 1));
    }
  }
  return plain;
}

class Scan {
 public:
  explicit Scan(std::string_view message) : message_(message) {}

  std::vector<SecretSpan> spans() {
    while (at_ < message_.size()) {
      const std::size_t tag = next_tag();
      take_text(at_, tag);
      if (tag == message_.size()) break;
      if (message_[tag + 1] == '/') {
        take_end_tag(tag + 2);
      } else {
        take_start_tag(tag + 1);
      }
    }
    return std::move(spans_);
  }

 private:
  void add(std::size_t begin, std::size_t end) {
    if (begin < end) spans_.push_back({begin, end});
  }

  // What a comment, CDATA or an instruction holds is looked at like all else: a password may have
  // been commented out.
  std::size_t next_tag() const {
    for (std::size_t at = message_.find('<', at_); at != none; at = message_.find('<', at + 1)) {
      if (at + 1 == message_.size()) break;
      if (message_[at + 1] == '/' || begins_name(message_[at + 1])) return at;
    }
    return message_.size();
  }

  void take_text(std::size_t begin, std::size_t end) {
    const std::string_view text = message_.substr(begin, end - begin);
    std::size_t ticket = find_ticket_text(text);
    if (ticket == none && text.find_first_of("<&") != none &&
        find_ticket_text(resolved(text)) != none) {
      add(begin, end);
    }
    while (ticket != none) {
      const std::size_t behind = end_of_ticket_text(text, ticket);
      add(begin + ticket, begin + behind);
      ticket = find_ticket_text(text, behind);
    }
  }

  void take_end_tag(std::size_t begin) {
    const std::string_view name = name_at(message_, begin);
    if (!open_.empty() && open_.back() == name) open_.pop_back();
    at_ = begin + name.size();
  }

  void take_start_tag(std::size_t begin) {
    const std::string_view name = name_at(message_, begin);
    const std::string_view parent = open_.empty() ? std::string_view{} : local_name(open_.back());
    const bool is_secret = is_secret_element(local_name(name), parent);
    const std::size_t behind_name = begin + name.size();
    const std::size_t end = std::min(end_of_tag(message_, behind_name, false), message_.size());
    const bool is_whole = end < message_.size() && message_[end] == '>';
    if (is_secret && !is_whole) {
      at_ = behind_name;
    } else {
      take_attributes(behind_name, end, is_secret);
      at_ = end + (is_whole ? 1 : 0);
    }
    if (is_whole && message_[end - 1] == '/') return;
    open_.push_back(name);
    if (!is_secret) return;
    const std::size_t content = at_;
    at_ = end_of_content(message_, content, name);
    add(content, at_);
  }

  // Of an element for secrets, all attributes go unless each is known to be harmless.
  void take_attributes(std::size_t begin, std::size_t end, bool is_of_secret) {
    bool are_harmless = true;
    std::size_t at = begin;
    const std::string_view tag = message_.substr(0, end);
    for (std::size_t quote = 0; (quote = tag.find_first_of("\"'", at)) != none;) {
      const std::size_t behind = std::min(tag.find(tag[quote], quote + 1), end);
      std::string_view name = tag.substr(at, quote - at);
      name = name.substr(0, name.find_last_not_of(" \t\r\n=") + 1);
      const std::size_t blank = name.find_last_of(" \t\r\n");
      name = name.substr(blank == none ? 0 : blank + 1);
      const std::string_view local = local_name(name);
      are_harmless =
          are_harmless && (name.starts_with("xmlns") || local == "nil" || local == "type");
      if (!is_of_secret && is_secret_element(local, {})) {
        add(quote + 1, behind);
      } else if (!is_of_secret) {
        take_text(quote + 1, behind);
      }
      at = std::min(behind + 1, end);
    }
    if (tag.substr(at).find_first_not_of(" \t\r\n/") != none) are_harmless = false;
    if (is_of_secret && !are_harmless) add(begin + 1, end - (message_[end - 1] == '/' ? 1 : 0));
  }

  std::string_view message_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_;  ///< The elements around, outermost first.
  std::vector<SecretSpan> spans_;
};

}  // namespace

std::vector<SecretSpan> secret_spans(std::string_view message) { return Scan(message).spans(); }

std::string blanked_message(std::string_view message) {
  const std::string text = utf8_text(message);
  std::string safe;
  std::size_t done = 0;
  for (const SecretSpan& span : secret_spans(text)) {
    safe += text.substr(done, span.begin - done) + "***";
    done = span.end;
  }
  return safe + text.substr(done);
}

}  // namespace emulator
