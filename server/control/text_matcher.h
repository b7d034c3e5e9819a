#pragma once

#include <boost/json/value.hpp>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emulator {

/// Until when the expressions of one request may be tried: some take for ever on some texts.
using MatchDeadline = std::chrono::steady_clock::time_point;

/// A regular expression that a caller sent, as Java and WireMock have it; a dot is any character,
/// line ends too. Of at most 1000 bytes.
class TextPattern {
 public:
  /// Throws Problem, which names `field`, for what is none.
  TextPattern(std::string_view expression, const std::string& field, MatchDeadline deadline);

  /// Whether it is the whole text. Throws Problem when that takes too long.
  bool matches(std::string_view text) const;

 private:
  std::function<bool(std::string_view)> match_;
};

/// What a text must be, in WireMock's form: `{"equalTo":"x"}`, also with `"caseInsensitive":true`,
/// `contains`, `doesNotContain`, `matches`, `doesNotMatch`, `{"absent":true}`, and several of them
/// at once; a text alone is equalTo.
class TextMatcher {
 public:
  /// Throws Problem, which names `field`.
  TextMatcher(const boost::json::value& wanted, const std::string& field, MatchDeadline deadline);

  /// Whether one of the texts is as wanted; where it is to be absent, whether there is none. None
  /// is as wanted, too, where all that is wanted is doesNotContain or doesNotMatch, as in WireMock.
  bool matches_any(const std::vector<std::string_view>& texts) const;

 private:
  using Check = std::function<bool(std::string_view)>;

  void add(std::string_view name, const std::string& operand, const std::string& field,
           bool ignores_case, MatchDeadline deadline);
  bool matches(std::string_view text) const;

  bool absent_ = false;
  bool needs_text_ = false;    ///< None would not do.
  std::vector<Check> checks_;  ///< All must hold.
};

}  // namespace emulator
