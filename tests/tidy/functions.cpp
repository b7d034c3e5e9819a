#include "tests/tidy/functions.h"

#include <algorithm>
#include <array>
#include <string>

#include "tests/tidy/cpp_text.h"

namespace tidy {
namespace {

/// Holders hold functions: namespaces and types. Initialisers belong to the statement around them.
enum class Scope { holder, function, initialiser };

std::string without_template_parameters(std::string head) {
  if (!head.starts_with("template")) return head;
  int depth = 0;
  for (std::size_t at = 0; at < head.size(); ++at) {
    if (head[at] == '<') ++depth;
    if (head[at] == '>' && --depth == 0) return head.substr(at + 1);
  }
  return head;
}

bool ends_with_word(const std::string& head, const std::string& word) {
  return head.size() >= word.size() && find_word(head, word) != std::string::npos &&
         head.ends_with(word);
}

/// `head` is the statement before an opening brace.
Scope scope_of(const std::string& head) {
  const auto statement = without_template_parameters(head);
  for (const auto* word : {"namespace", "class", "struct", "union", "enum", "extern"}) {
    if (find_word(statement, word) < statement.find('(')) return Scope::holder;
  }
  const auto last = head.find_last_not_of(" \n");
  if (last == std::string::npos) return Scope::initialiser;
  const auto trimmed = head.substr(0, last + 1);
  // The formatter leaves a blank before the body of a function, and none in `member_{1}`.
  if (last + 1 == head.size() || std::string("=,({").find(head[last]) != std::string::npos ||
      ends_with_word(trimmed, "return")) {
    return Scope::initialiser;
  }
  return statement.find('(') == std::string::npos ? Scope::initialiser : Scope::function;
}

/// Follows the braces through code that holds no comments, texts and directives.
class BraceCounter {
 public:
  void take(char c) {
    if (c == '\n') ++line_;
    if (c == '{') {
      open();
    } else if (c == '}') {
      close();
    } else if (c == ';') {
      head_.clear();
    } else if (!head_.empty() || (c != ' ' && c != '\n')) {
      if (head_.empty()) head_line_ = line_;
      head_ += c;
      if (head_ == "public:" || head_ == "protected:" || head_ == "private:") head_.clear();
    }
  }

  std::vector<Function> functions() const { return functions_; }

 private:
  struct Open {
    Scope scope;
    std::string head;
    std::size_t head_line;
  };

  void open() {
    const bool inside =
        std::ranges::any_of(open_, [](const auto& one) { return one.scope == Scope::function; });
    open_.push_back({inside ? Scope::initialiser : scope_of(head_), head_, head_line_});
    head_.clear();
  }

  void close() {
    if (open_.empty()) return;
    const auto closed = open_.back();
    open_.pop_back();
    if (closed.scope == Scope::function) functions_.push_back({closed.head_line, line_});
    if (closed.scope == Scope::initialiser) {
      head_ = closed.head + "{}";
      head_line_ = closed.head_line;
    } else {
      head_.clear();
    }
  }

  std::size_t line_ = 1;
  std::size_t head_line_ = 1;
  std::string head_;
  std::vector<Open> open_;
  std::vector<Function> functions_;
};

}  // namespace

std::vector<Function> functions_of(std::string_view code) {
  BraceCounter counter;
  bool directive = false;
  char last = '\n';
  for (const char c : without_texts(code)) {
    if (c == '#' && last == '\n') directive = true;
    if (!directive || c == '\n') counter.take(c);
    if (c == '\n' && last != '\\') directive = false;
    last = c;
  }
  return counter.functions();
}

}  // namespace tidy
