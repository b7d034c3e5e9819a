#include "server/domain/utf8_text.h"

#include <doctest/doctest.h>

using namespace emulator;

TEST_CASE("UTF-8 text: UTF-8 stays as it is, UTF-16 of both orders is converted") {
  const std::string text = "<p\u00E4r\U0001F600>";
  std::string little = "\xFF\xFE";
  std::string big = "\xFE\xFF";
  for (const char16_t unit : std::u16string(u"<p\u00E4r\U0001F600>")) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    little += {low, high};
    big += {high, low};
  }
  for (const std::string& bytes : {text, little, big, little.substr(2), big.substr(2)}) {
    CHECK(utf8_text(bytes) == text);
  }
}

TEST_CASE("UTF-8 text: what is neither has no zeros, and U+FFFD for what is no character") {
  using namespace std::string_literals;
  struct Case {
    std::string bytes, text;
  };
  for (const Case& c : {
           Case{"", ""},
           Case{"a", "a"},
           Case{"\0"s, ""},
           Case{"ab\0cd"s, "abcd"},
           Case{"\xE9t\xE9", "\uFFFDt\uFFFD"},
           Case{"ab\xE2\x82", "ab\uFFFD"},
           Case{"a\0b\0c"s, "ab"},               // Cut within a unit.
           Case{"\xFF\xFE\x3D\xD8"s, "\uFFFD"},  // Half of a pair.
           Case{"<\0\0\0a\0\0\0"s, "<a"},        // UTF-32.
           Case{"\0\0\0<\0\0\0a"s, "<a"},
       }) {
    CAPTURE(c.bytes.size());
    CHECK(utf8_text(c.bytes) == c.text);
  }
}
