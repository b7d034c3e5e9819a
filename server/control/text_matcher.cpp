#include "server/control/text_matcher.h"

#include <unicode/regex.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/json/object.hpp>
#include <memory>

#include "server/control/problem.h"

namespace emulator {
namespace {

constexpr std::size_t expression_max = 1000;
// Of ICU's engine; the first is some ten thousand steps each, some milliseconds in all.
constexpr std::int32_t time_max = 200;
constexpr std::int32_t stack_bytes_max = 1 << 20;

constexpr std::array<std::string_view, 5> names{"equalTo", "contains", "doesNotContain", "matches",
                                                "doesNotMatch"};
constexpr const char* forms =
    "a text, or an object with equalTo (and caseInsensitive), contains, doesNotContain, matches, "
    "doesNotMatch or absent";

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

[[noreturn]] void refuse(const std::string& field, const std::string& why) {
  throw Problem{400, field, field + " " + why};
}

bool flag_of(const boost::json::value& value, const std::string& field) {
  if (!value.is_bool()) refuse(field, "is true or false");
  return value.as_bool();
}

std::string text_of(const boost::json::value& value, const std::string& field) {
  if (!value.is_string()) refuse(field, "is a text");
  return std::string(value.as_string());
}

}  // namespace

TextPattern::TextPattern(std::string_view expression, const std::string& field,
                         MatchDeadline deadline) {
  if (expression.size() > expression_max) refuse(field, "is at most 1000 bytes long");
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const std::shared_ptr<icu::RegexPattern> pattern(
      icu::RegexPattern::compile(wide(expression), UREGEX_DOTALL, where, status));
  if (U_FAILURE(status)) {
    refuse(field, "is no regular expression: " + std::string(u_errorName(status)) +
                      " at character " + std::to_string(where.offset));
  }
  match_ = [pattern, field, deadline](std::string_view text) {
    const icu::UnicodeString subject = wide(text);
    UErrorCode failure = U_ZERO_ERROR;
    const std::unique_ptr<icu::RegexMatcher> matcher(pattern->matcher(subject, failure));
    matcher->setTimeLimit(time_max, failure);
    matcher->setStackLimit(stack_bytes_max, failure);
    const bool is_match = matcher->matches(failure);
    if (U_FAILURE(failure) || std::chrono::steady_clock::now() > deadline) {
      refuse(field, "takes too long on what is in the journal: make it simpler");
    }
    return is_match;
  };
}

bool TextPattern::matches(std::string_view text) const { return match_(text); }

TextMatcher::TextMatcher(const boost::json::value& wanted, const std::string& field,
                         MatchDeadline deadline) {
  if (wanted.is_string()) {
    add("equalTo", std::string(wanted.as_string()), field, false, deadline);
    return;
  }
  if (!wanted.is_object() || wanted.as_object().empty()) refuse(field, std::string("is ") + forms);
  const boost::json::object& object = wanted.as_object();
  const boost::json::value* ignores = object.if_contains("caseInsensitive");
  const bool ignores_case = ignores != nullptr && flag_of(*ignores, field + ".caseInsensitive");
  for (const auto& member : object) {
    const std::string name(member.key());
    if (name == "caseInsensitive") continue;
    const std::string path = field + "." + name;
    if (name == "absent") {
      absent_ = flag_of(member.value(), path);
      if (!absent_) refuse(path, "is true, or left out");
    } else if (std::ranges::find(names, name) == names.end()) {
      throw Problem{400, path, path + " is not known here: " + field + " is " + forms};
    } else {
      add(name, text_of(member.value(), path), path, ignores_case, deadline);
    }
  }
  if (checks_.empty() == !absent_) refuse(field, std::string("is ") + forms);
}

void TextMatcher::add(std::string_view name, const std::string& operand, const std::string& field,
                      bool ignores_case, MatchDeadline deadline) {
  const auto contains = [operand](std::string_view text) {
    return text.find(operand) != std::string_view::npos;
  };
  if (name == "equalTo") {
    checks_.emplace_back([operand, ignores_case](std::string_view text) {
      return ignores_case ? boost::algorithm::iequals(text, operand) : text == operand;
    });
  } else if (name == "contains") {
    checks_.emplace_back(contains);
  } else if (name == "doesNotContain") {
    checks_.emplace_back([contains](std::string_view text) { return !contains(text); });
  } else {
    const TextPattern pattern(operand, field, deadline);
    const bool is_wanted = name == "matches";
    checks_.emplace_back(
        [pattern, is_wanted](std::string_view text) { return pattern.matches(text) == is_wanted; });
  }
  if (!name.starts_with("doesNot")) needs_text_ = true;
}

bool TextMatcher::matches(std::string_view text) const {
  return std::ranges::all_of(checks_, [&](const Check& holds) { return holds(text); });
}

bool TextMatcher::matches_any(const std::vector<std::string_view>& texts) const {
  if (absent_ || texts.empty()) return texts.empty() && !needs_text_;
  return std::ranges::any_of(texts, [&](std::string_view text) { return matches(text); });
}

}  // namespace emulator
