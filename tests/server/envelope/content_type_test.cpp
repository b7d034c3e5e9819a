#include "server/envelope/content_type.h"

#include <doctest/doctest.h>

#include <random>

namespace emulator::testing {

TEST_CASE("Content type: media type, charset and action, with or without blanks and quotes") {
  struct Case {
    std::string header;
    std::string media_type;
    std::string charset;
    std::string action;
  };
  const Case cases[] = {
      {"", "", "", ""},
      {"text/xml", "text/xml", "", ""},
      {" Text/XML ", "text/xml", "", ""},
      {"text/xml;charset=UTF-8", "text/xml", "utf-8", ""},
      {"text/xml; charset=utf-8", "text/xml", "utf-8", ""},
      {"text/xml ;\t charset=\"utf-8\"", "text/xml", "utf-8", ""},
      {"text/xml; CHARSET=utf-8", "text/xml", "utf-8", ""},
      {"text/xml; boundary=x; charset=utf-8; q", "text/xml", "utf-8", ""},
      {"text/xml;", "text/xml", "", ""},
      {"text/xml;charset=", "text/xml", "", ""},
      {"text/xml;charset", "text/xml", "", ""},
      {";charset=utf-8", "", "utf-8", ""},
      {"text/xml;=;charset=utf-8", "text/xml", "", ""},
      {"text/xml;charset=\"utf-8", "text/xml", "", ""},
      {"application/soap+xml; charset=utf-8; action=\"urn:A/b;c\"", "application/soap+xml", "utf-8",
       "urn:A/b;c"},
      {"application/soap+xml;action=\"a\\\"b\";charset=utf-8", "application/soap+xml", "utf-8",
       "a\"b"},
      {"application/soap+xml; Action=\"\"", "application/soap+xml", "", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.header);
    const ContentType type = content_type_of(one.header);
    CHECK(type.media_type == one.media_type);
    CHECK(type.charset == one.charset);
    CHECK(type.action == one.action);
  }
}

TEST_CASE("Content type: bytes outside of ASCII are kept where they stand, and harm nothing") {
  CHECK(content_type_of("text/xml\xE5").media_type == "text/xml\xE5");
  CHECK(content_type_of("text/xml; charset=\"\xE5\"").media_type == "text/xml");
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string header = "text/xml;";
    for (std::size_t left = random() % 30; left > 0; --left) {
      header += "\"\\;=, \tac\xE5\x01"[random() % 10];
    }
    CHECK(content_type_of(header).media_type == "text/xml");
  }
}

}  // namespace emulator::testing
