#include "server/seeds/schema_check.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <regex>
#include <set>
#include <stdexcept>
#include <string_view>

#include "server/domain/text_length.h"
#include "server/seeds/json_text.h"

namespace emulator {
namespace {

namespace json = boost::json;

/// A value to be looked at, and by what.
struct Subject {
  const json::value& value;
  const std::string& path;
  const json::object& schema;
  const json::object& root;
  const TellProblem& tell;

  void problem(const std::string& reason) const { tell(path, reason); }
};

/// What a word of the schema, with its argument, says of a value. Each looks at the values that the
/// word is about, and passes others over.
using Check = void (*)(const Subject&, const json::value& argument);

std::string text_of(const json::value& value) { return std::string(value.as_string()); }

std::string listed(const json::array& values) {
  std::string text;
  for (const json::value& value : values) text += (text.empty() ? "" : ", ") + serialize(value);
  return text;
}

bool has_type(const json::value& value, std::string_view type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_bool();
  if (type == "integer") return whole_number(value).has_value();
  throw std::logic_error("a type that is not known: " + std::string(type));
}

std::string shown_type(const std::string& type) {
  static const std::map<std::string, std::string> names{{"object", "an object"},
                                                        {"array", "a list"},
                                                        {"string", "a text"},
                                                        {"boolean", "true or false"},
                                                        {"integer", "a whole number"}};
  return names.at(type);
}

void check_type(const Subject& subject, const json::value& argument) {
  const json::array types = argument.is_array() ? argument.as_array() : json::array{argument};
  std::string names;
  for (const json::value& type : types) {
    if (has_type(subject.value, text_of(type))) return;
    names += (names.empty() ? "" : " or ") + shown_type(text_of(type));
  }
  subject.problem("must be " + names);
}

void check_enum(const Subject& subject, const json::value& argument) {
  const json::array& allowed = argument.as_array();
  if (std::ranges::find(allowed, subject.value) != allowed.end()) return;
  subject.problem("must be one of " + listed(allowed));
}

void check_minimum(const Subject& subject, const json::value& argument) {
  const auto number = whole_number(subject.value);
  if (number && *number < argument.as_int64()) {
    subject.problem("must be at least " + serialize(argument));
  }
}

void check_maximum(const Subject& subject, const json::value& argument) {
  const auto number = whole_number(subject.value);
  if (number && *number > argument.as_int64()) {
    subject.problem("must be at most " + serialize(argument));
  }
}

void check_min_length(const Subject& subject, const json::value& argument) {
  if (!subject.value.is_string()) return;
  if (code_points(subject.value.as_string()) >= argument.as_int64()) return;
  subject.problem("must have at least " + serialize(argument) + " characters");
}

bool is_too_long(const json::value& value, const json::value& max_length) {
  return value.is_string() && code_points(value.as_string()) > max_length.as_int64();
}

void check_max_length(const Subject& subject, const json::value& argument) {
  if (!is_too_long(subject.value, argument)) return;
  const auto length = code_points(subject.value.as_string());
  subject.problem("has " + std::to_string(length) + " characters, at most " + serialize(argument) +
                  " are allowed");
}

const std::regex& compiled(const std::string& pattern) {
  thread_local std::map<std::string, std::regex> patterns;
  return patterns.try_emplace(pattern, pattern).first->second;
}

void check_pattern(const Subject& subject, const json::value& argument) {
  if (!subject.value.is_string()) return;
  // std::regex calls itself for each character: a very long text would overflow the stack.
  const json::value* max_length = subject.schema.if_contains("maxLength");
  if (max_length != nullptr && is_too_long(subject.value, *max_length)) return;
  if (std::regex_search(text_of(subject.value), compiled(text_of(argument)))) return;
  subject.problem("must look like " + listed(subject.schema.at("examples").as_array()));
}

void check_items(const Subject& subject, const json::value& argument) {
  if (!subject.value.is_array()) return;
  std::size_t index = 0;
  for (const json::value& item : subject.value.as_array()) {
    check_against_schema(item, item_path(subject.path, index++), argument.as_object(), subject.root,
                         subject.tell);
  }
}

void check_properties(const Subject& subject, const json::value& argument) {
  if (!subject.value.is_object()) return;
  for (const auto& [name, schema] : argument.as_object()) {
    const json::value* member = subject.value.as_object().if_contains(name);
    if (member == nullptr) continue;
    check_against_schema(*member, member_path(subject.path, name), schema.as_object(), subject.root,
                         subject.tell);
  }
}

// The schema has it as `false` alone.
void check_additional(const Subject& subject, const json::value& argument) {
  if (argument.as_bool() || !subject.value.is_object()) return;
  const json::object& known = subject.schema.at("properties").as_object();
  std::string names;
  for (const auto& member : known) {
    names += (names.empty() ? "" : ", ") + std::string(member.key());
  }
  for (const auto& member : subject.value.as_object()) {
    if (known.contains(member.key())) continue;
    subject.tell(member_path(subject.path, member.key()), "is not known; known are " + names);
  }
}

void check_required(const Subject& subject, const json::value& argument) {
  if (!subject.value.is_object()) return;
  for (const json::value& name : argument.as_array()) {
    if (subject.value.as_object().contains(name.as_string())) continue;
    subject.problem("needs " + text_of(name));
  }
}

void check_reference(const Subject& subject, const json::value& argument) {
  constexpr std::string_view prefix = "#/$defs/";
  const std::string name = text_of(argument).substr(prefix.size());
  const json::value& definition = subject.root.at("$defs").at(name);
  check_against_schema(subject.value, subject.path, definition.as_object(), subject.root,
                       subject.tell);
}

const std::map<std::string_view, Check>& checks() {
  static const std::map<std::string_view, Check> table{{"$ref", check_reference},
                                                       {"additionalProperties", check_additional},
                                                       {"enum", check_enum},
                                                       {"items", check_items},
                                                       {"maxLength", check_max_length},
                                                       {"maximum", check_maximum},
                                                       {"minLength", check_min_length},
                                                       {"minimum", check_minimum},
                                                       {"pattern", check_pattern},
                                                       {"properties", check_properties},
                                                       {"required", check_required},
                                                       {"type", check_type}};
  return table;
}

bool is_remark(std::string_view word) {
  static const std::set<std::string_view> words{"$schema", "$id",      "$defs",      "title",
                                                "default", "examples", "description"};
  return words.contains(word);
}

}  // namespace

void check_against_schema(const json::value& value, const std::string& path,
                          const json::object& schema, const json::object& root,
                          const TellProblem& tell) {
  for (const auto& [word, argument] : schema) {
    const auto check = checks().find(std::string_view(word.data(), word.size()));
    if (check != checks().end()) {
      check->second({value, path, schema, root, tell}, argument);
    } else if (!is_remark(std::string_view(word.data(), word.size()))) {
      throw std::logic_error("a word of schemas that is not known: " + std::string(word));
    }
  }
}

std::optional<std::int64_t> whole_number(const json::value& value) {
  using Limits = std::numeric_limits<std::int64_t>;
  if (const auto* number = value.if_int64()) return *number;
  if (value.is_uint64()) return Limits::max();
  const double* number = value.if_double();
  if (number == nullptr || std::trunc(*number) != *number) return std::nullopt;
  constexpr double most = 9007199254740992;  // 2^53: up to there each whole number is one.
  if (std::abs(*number) > most) return *number > 0 ? Limits::max() : Limits::min();
  return static_cast<std::int64_t>(*number);
}

}  // namespace emulator
