#include "server/domain/user_name_rules.h"

#include <doctest/doctest.h>

#include <vector>

#include "server/domain/fault.h"

using namespace emulator;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

std::string message_of(const std::string& name) {
  try {
    require_user_name(name);
  } catch (const Fault& fault) {
    return fault.message;
  }
  return {};
}

}  // namespace

TEST_CASE("User name rules: names that differ in case alone are one name") {
  const std::vector<std::vector<std::string>> same{
      {"ADM0", "adm0", "Adm0"},
      {"Øre", "øre", "ØRE"},
      {"EXT1@Fjord.Example", "ext1@fjord.example"},
      {"Straße", "STRASSE", "strasse", "STRAẞE"},
      {"ΣΊΣΥΦΟΣ", "σίσυφος", "σίσυφοσ"},
      {"Жанна", "ЖАННА"},
      {"𐐀", "𐐨"},
      {"K", "k", "\xE2\x84\xAA"},  // The last is U+212A, the sign of the kelvin.
      {"İ", "i̇"},
      {"日本", "日本"},
  };
  for (const auto& names : same) {
    for (const auto& name : names) {
      CAPTURE(name);
      CHECK(user_name_key(name) == user_name_key(names.front()));
    }
  }
}

TEST_CASE("User name rules: names that differ in more than case are different") {
  const std::vector<std::pair<std::string, std::string>> different{
      {"Øre", "Ore"},          {"é", "e"},        {"ı", "i"},       {"İ", "I"},
      {"adm0", "adm0 "},       {"adm0", " adm0"}, {"ae", "æ"},      {"é", "e\xCC\x81"},
      {"adm0", "adm\xD0\xBE"}, {"a.b", "ab"},     {"adm0", "admO"},
  };
  for (const auto& [left, right] : different) {
    CAPTURE(left);
    CAPTURE(right);
    CHECK(user_name_key(left) != user_name_key(right));
  }
}

TEST_CASE("User name rules: a key is its own key") {
  for (const char* name : {"", "adm0", "STRASSE", "Straße", "İ", "𐐀"}) {
    CAPTURE(name);
    CHECK(user_name_key(user_name_key(name)) == user_name_key(name));
  }
}

TEST_CASE("User name rules: 1 to 239 code points, whatever they are") {
  struct Case {
    std::string letter;
    int times;
    UserNameProblem problem;
  };
  for (const Case& c : {
           Case{"x", 0, UserNameProblem::empty},
           Case{"x", 1, UserNameProblem::none},
           Case{" ", 1, UserNameProblem::none},
           Case{"\n", 1, UserNameProblem::none},
           Case{"x", 239, UserNameProblem::none},
           Case{"x", 240, UserNameProblem::too_long},
           Case{"ø", 239, UserNameProblem::none},
           Case{"ø", 240, UserNameProblem::too_long},
           Case{"🍺", 239, UserNameProblem::none},  // Two UTF-16 units and four bytes each.
           Case{"🍺", 240, UserNameProblem::too_long},
           Case{"ß", 239, UserNameProblem::none},  // Its key is longer than the name.
           Case{"x", 100'000, UserNameProblem::too_long},
       }) {
    CAPTURE(c.letter);
    CAPTURE(c.times);
    CHECK(check_user_name(repeated(c.letter, c.times)) == c.problem);
  }
}

TEST_CASE("User name rules: what begins as a ticket does, in any case, is no name") {
  struct Case {
    std::string name;
    UserNameProblem problem;
  };
  using enum UserNameProblem;
  for (const Case& c :
       {Case{"7T:", like_ticket}, Case{"7T:MDdm", like_ticket}, Case{"7t:mine", like_ticket},
        Case{"8A:Cust26759.x", like_ticket}, Case{"8a:", like_ticket}, Case{"7T", none},
        Case{"7", none}, Case{" 7T:x", none}, Case{"7T;x", none}, Case{"8T:x", none},
        Case{"7P:x", none}, Case{"x7T:", none}, Case{"7T: no", like_ticket}}) {
    CAPTURE(c.name);
    CHECK(check_user_name(c.name) == c.problem);
  }
}

TEST_CASE("User name rules: each problem has its fault, and a good name has none") {
  CHECK(message_of("adm0").empty());
  CHECK(message_of("") == fault::user_name_empty().message);
  CHECK(message_of(repeated("x", 240)) == fault::user_name_invalid().message);
  CHECK(message_of("7T:x") == fault::user_name_invalid().message);
}

TEST_CASE("User name rules: the fault names the argument that the name stood in") {
  CHECK(user_name_fault("")->parameters == fault::user_name_empty("UserName").parameters);
  CHECK(user_name_fault("", "Name")->parameters == fault::user_name_empty("Name").parameters);
  CHECK_FALSE(user_name_fault("adm0", "Name"));
}
