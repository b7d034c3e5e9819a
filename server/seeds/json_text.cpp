#include "server/seeds/json_text.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cctype>
#include <set>

#include "server/domain/text_length.h"

namespace emulator {
namespace {

namespace json = boost::json;

constexpr std::string_view blanks = " \t\r\n";

bool is_plain(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '$';
  });
}

/// Walks through a text that is known to be JSON.
class PlaceFinder {
 public:
  PlaceFinder(std::string_view text, std::map<std::string, std::size_t>& offsets,
              std::vector<std::string>& repeated)
      : text_(text), offsets_(offsets), repeated_(repeated) {}

  void take_value(const std::string& path) {
    skip_blanks();
    offsets_.insert_or_assign(path, at_);
    switch (text_[at_]) {
      case '{':
        take_members(path);
        break;
      case '[':
        take_items(path);
        break;
      case '"':
        take_string();
        break;
      default:
        at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    }
  }

 private:
  void skip_blanks() { at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size()); }

  /// The quotes belong to it.
  std::string_view take_string() {
    const std::size_t begin = at_++;
    while (text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    return text_.substr(begin, ++at_ - begin);
  }

  /// Whether there is another one; goes behind the comma or the end.
  bool goes_on() {
    skip_blanks();
    return text_[at_++] == ',';
  }

  bool is_empty(char end) {
    ++at_;
    skip_blanks();
    if (text_[at_] != end) return false;
    ++at_;
    return true;
  }

  void take_members(const std::string& path) {
    if (is_empty('}')) return;
    std::set<std::string> paths;
    do {
      skip_blanks();
      const auto name = json::parse(take_string());
      skip_blanks();
      ++at_;  // The colon.
      const std::string inner = member_path(path, name.as_string());
      if (!paths.insert(inner).second) repeated_.push_back(inner);
      take_value(inner);
    } while (goes_on());
  }

  void take_items(const std::string& path) {
    if (is_empty(']')) return;
    std::size_t index = 0;
    do {
      take_value(item_path(path, index++));
    } while (goes_on());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::map<std::string, std::size_t>& offsets_;
  std::vector<std::string>& repeated_;
};

std::string without_mark(const std::string& text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

}  // namespace

std::string member_path(const std::string& path, std::string_view name) {
  if (is_plain(name)) return path + "." + std::string(name);
  return path + "[" + json::serialize(json::string_view(name.data(), name.size())) + "]";
}

std::string item_path(const std::string& path, std::size_t index) {
  return path + "[" + std::to_string(index) + "]";
}

JsonText::JsonText(const std::string& file, const std::string& text) : text_(without_mark(text)) {
  json::parser parser;
  json::error_code error;
  const std::size_t end = parser.write_some(text_, error);
  const std::size_t more = std::min(text_.find_first_not_of(blanks, end), text_.size());
  if (error || more < text_.size()) {
    const std::string reason = error ? error.message() : "there is more after the end";
    throw SeedFileError(file, {{place_at(error ? end : more), "", "no JSON: " + reason}}, 0);
  }
  root_ = parser.release();
  PlaceFinder(text_, offsets_, repeated_).take_value("$");
}

std::size_t JsonText::offset_of(std::string path) const {
  auto found = offsets_.find(path);
  while (found == offsets_.end() && !path.empty()) {
    path.resize(std::min(path.find_last_of(".["), path.size() - 1));
    found = offsets_.find(path);
  }
  return found == offsets_.end() ? 0 : found->second;
}

TextPlace JsonText::place_at(std::size_t offset) const {
  const std::string_view before = std::string_view(text_).substr(0, offset);
  const auto line_begin = before.rfind('\n') + 1;  // 0 where there is none.
  const auto lines = std::ranges::count(before, '\n');
  const auto columns = code_points(before.substr(line_begin));
  return {static_cast<std::size_t>(lines) + 1, static_cast<std::size_t>(columns) + 1};
}

}  // namespace emulator
