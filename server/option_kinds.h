#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "server/option_table.h"
#include "server/option_values.h"

/// The kinds of options that the table is made of. Everywhere a `member` is a function from
/// Settings, const or not, to a reference to the setting, as `at` makes them.
namespace emulator::option_kinds {

struct Text {
  std::string group, name, value_name, help;
};

template <class Value>
using Words = std::vector<std::pair<std::string, Value>>;

template <class Room, class Value>
auto at(Room Settings::*room, Value Room::*value) {
  return [ room, value ](auto& settings) -> auto& { return (settings.*room).*value; };
}

inline OptionSpec spec(Text text, std::string allowed) {
  OptionSpec result;
  result.group = std::move(text.group);
  result.name = std::move(text.name);
  result.value_name = std::move(text.value_name);
  result.help = std::move(text.help);
  result.allowed = std::move(allowed);
  return result;
}

/// One of several words that stand for values; the words are added to the help.
template <class Value, class Member>
OptionSpec choice(Text text, Member member, Words<Value> words) {
  std::string names;
  for (const auto& word : words) names += (names.empty() ? "" : "|") + word.first;
  text.value_name = "WORD";
  text.help += ": " + names;
  auto result = spec(std::move(text), names);
  result.set = [member, words](Settings& settings, const std::string& given) {
    const auto match = std::ranges::find(words, given, &std::pair<std::string, Value>::first);
    if (match == words.end()) return false;
    member(settings) = match->second;
    return true;
  };
  result.show = [member, words](const Settings& settings) {
    const auto& value = member(settings);
    return std::ranges::find(words, value, &std::pair<std::string, Value>::second)->first;
  };
  return result;
}

/// One of several words that are kept as they are.
template <class Member>
OptionSpec word(Text text, Member member, const std::vector<std::string>& words) {
  Words<std::string> pairs;
  for (const auto& one : words) pairs.emplace_back(one, one);
  return choice<std::string>(std::move(text), member, pairs);
}

/// A whole number; `most` must fit into the setting.
template <class Member>
OptionSpec number(Text text, Member member, std::uint64_t least, std::uint64_t most) {
  auto result = spec(std::move(text), std::to_string(least) + " to " + std::to_string(most));
  result.set = [member, least, most](Settings& settings, const std::string& given) {
    const auto value = read_number(given, least, most);
    using Target = std::remove_cvref_t<decltype(member(settings))>;
    if (value) member(settings) = static_cast<Target>(*value);
    return value.has_value();
  };
  result.show = [member](const Settings& settings) { return std::to_string(member(settings)); };
  return result;
}

/// A span of time from 1 ms to a day.
template <class Member>
OptionSpec milliseconds(Text text, Member member) {
  constexpr std::uint64_t day = 24ULL * 60 * 60 * 1000;
  text.value_name = "MS";
  auto result = spec(std::move(text), "1 to " + std::to_string(day));
  result.set = [member](Settings& settings, const std::string& given) {
    const auto value = read_number(given, 1, day);
    if (value) member(settings) = std::chrono::milliseconds(*value);
    return value.has_value();
  };
  result.show = [member](const Settings& settings) {
    return std::to_string(member(settings).count());
  };
  return result;
}

/// A text that `read` checks and brings into its usual form.
template <class Member, class Read>
OptionSpec text_option(Text text, Member member, std::string allowed, Read read) {
  auto result = spec(std::move(text), std::move(allowed));
  result.set = [member, read](Settings& settings, const std::string& given) {
    const std::optional<std::string> value = read(given);
    if (value) member(settings) = *value;
    return value.has_value();
  };
  result.show = [member](const Settings& settings) { return std::string(member(settings)); };
  return result;
}

}  // namespace emulator::option_kinds
