#include "server/envelope/xml_writer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "server/envelope/xml.h"

using namespace emulator;

namespace {

std::string document_with(const std::string& text) {
  XmlWriter xml;
  xml.begin("a");
  xml.attribute("b", text);
  xml.text(text);
  return xml.document();
}

/// Null: it is not well-formed.
XmlDocument parsed(const std::string& xml) {
  return XmlDocument(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                                   XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET));
}

}  // namespace

TEST_CASE("XML writer: elements, attributes and texts, and what is open is ended") {
  XmlWriter xml;
  xml.begin("list");
  xml.attribute("size", "2");
  for (const char* text : {"one", "t<w>o & \"more\""}) {
    xml.begin("item");
    xml.text(text);
    xml.end();
  }
  CHECK(xml.document() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<list size=\"2\">\n"
        " <item>one</item>\n"
        " <item>t&lt;w&gt;o &amp; &quot;more&quot;</item>\n"
        "</list>\n");
}

TEST_CASE("XML writer: what XML allows comes back as it was, in attribute and element") {
  for (const std::string text :
       {"", "plain", "<>&\"'", "a\tb\nc\rd", "\u00E5\u4E2D\U0001F600", "]]>", "\x7F", "\uFFFD"}) {
    CAPTURE(text);
    const XmlDocument document = parsed(document_with(text));
    REQUIRE(document);
    const xmlNode* root = xmlDocGetRootElement(document.get());
    CHECK(xml_content(root) == text);
    CHECK(xml_attribute(root, "b") == text);
  }
}

TEST_CASE("XML writer: what XML does not allow becomes U+FFFD, no bytes break the document") {
  struct Case {
    std::string bytes, expected;
  };
  for (const Case& c : {Case{std::string("a\0b", 3), "a\uFFFDb"}, Case{"\x01\x1F", "\uFFFD\uFFFD"},
                        Case{"\xFF"
                             "a",
                             "\uFFFDa"},
                        Case{"a\xC3", "a\uFFFD"}, Case{"\xEF\xBF\xBE.", "\uFFFD."},
                        Case{"\xED\xA0\x80", "\uFFFD"}}) {
    CAPTURE(c.expected);
    const XmlDocument document = parsed(document_with(c.bytes));
    REQUIRE(document);
    CHECK(xml_content(xmlDocGetRootElement(document.get())) == c.expected);
  }
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string bytes{static_cast<char>(first), static_cast<char>(second), '\x80', '<'};
      CAPTURE(first);
      CAPTURE(second);
      const XmlDocument document = parsed(document_with(bytes));
      REQUIRE(document);
      CHECK(xml_content(xmlDocGetRootElement(document.get())).ends_with('<'));
    }
  }
}
