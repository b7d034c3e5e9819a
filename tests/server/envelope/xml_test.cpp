#include "server/envelope/xml.h"

#include <doctest/doctest.h>

#include "server/envelope/message_parser.h"

namespace emulator::testing {
namespace {

class Parsed {
 public:
  explicit Parsed(const std::string& xml) : document_(parse_message(xml)) {}
  xmlNode* root() const { return xmlDocGetRootElement(document_.get()); }

 private:
  XmlDocument document_;
};

}  // namespace

TEST_CASE("XML: children are elements, in document order") {
  const Parsed parsed("<a>x<b/><!-- --><?c?><d><e/></d>y</a>");
  const auto children = child_elements(parsed.root());
  REQUIRE(children.size() == 2);
  CHECK(xml_text(children[0]->name) == "b");
  CHECK(xml_text(children[1]->name) == "d");
  CHECK(child_elements(children[0]).empty());
}

TEST_CASE("XML: attributes are told apart by their namespace") {
  const Parsed parsed("<a xmlns='urn:a' xmlns:p='urn:p' one='1' p:one='2'/>");
  CHECK(xml_attribute(parsed.root(), "one") == "1");
  CHECK(xml_attribute(parsed.root(), "one", "urn:p") == "2");
  CHECK(xml_attribute(parsed.root(), "one", "urn:a") == "");
  CHECK(xml_attribute(parsed.root(), "two") == "");
}

TEST_CASE("XML: an element is its name in its namespace") {
  const Parsed parsed("<p:a xmlns:p='urn:p'><b/><c xmlns='urn:c'/></p:a>");
  CHECK(is_element(parsed.root(), "a", "urn:p"));
  CHECK_FALSE(is_element(parsed.root(), "a", ""));
  CHECK_FALSE(is_element(parsed.root(), "p:a", "urn:p"));
  const auto children = child_elements(parsed.root());
  CHECK(namespace_of(children[0]).empty());
  CHECK(namespace_of(children[1]) == "urn:c");
  CHECK(xml_path(children[1]) == "/p:a/c");
}

TEST_CASE("XML: what is told of an element is short, whatever its name") {
  const std::string name(300, 'n');
  const std::string part = std::string(200, 'n') + "...";
  const Parsed parsed("<" + name + ":" + name + " xmlns:" + name + "='urn:x'/>");
  CHECK(xml_path(parsed.root()) == "/" + part + ":" + part);
  CHECK(qualified_name(name, name) == "{" + part + "}" + part);
  CHECK(qualified_name("urn:p", "a") == "{urn:p}a");
  CHECK(qualified_name("", "a") == "a in no namespace");
}

TEST_CASE("XML: content is all the text within") {
  const Parsed parsed("<a> 1<b>&lt;<![CDATA[&2]]></b><!-- 3 --><?x 4?>&#53; </a>");
  CHECK(xml_content(parsed.root()) == " 1<&25 ");
}

TEST_CASE("XML: text beside the children is told from white space") {
  CHECK(has_text(Parsed("<a>x</a>").root()));
  CHECK(has_text(Parsed("<a><b/> x</a>").root()));
  CHECK(has_text(Parsed("<a><![CDATA[x]]></a>").root()));
  CHECK_FALSE(has_text(Parsed("<a/>").root()));
  CHECK_FALSE(has_text(Parsed("<a>\n <b>x</b> <!-- y --></a>").root()));
}

TEST_CASE("XML: nil is true or 1 in the right namespace") {
  const auto nil = [](const std::string& attribute) {
    return is_nil(
        Parsed("<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' " + attribute + "/>")
            .root());
  };
  CHECK(nil("i:nil='true'"));
  CHECK(nil("i:nil='1'"));
  CHECK(nil("i:nil=' true '"));
  CHECK_FALSE(nil("i:nil='false'"));
  CHECK_FALSE(nil("i:nil='TRUE'"));
  CHECK_FALSE(nil("i:nil=''"));
  CHECK_FALSE(nil("nil='true'"));
  CHECK_FALSE(nil(""));
}

TEST_CASE("XML: escaped text comes back as it was, in elements and attributes") {
  for (const std::string text :
       {"", "plain", "<a b='c'>&amp;\"</a>", "]]>", "a\rb\r\nc", "\xC3\xA6\xF0\x9F\x98\x80"}) {
    CAPTURE(text);
    const Parsed parsed("<a b=\"" + xml_escaped(text) + "\">" + xml_escaped(text) + "</a>");
    CHECK(xml_content(parsed.root()) == text);
    if (text.find('\n') == std::string::npos) CHECK(xml_attribute(parsed.root(), "b") == text);
  }
}

TEST_CASE("XML: text from outside becomes printable ASCII of the same length") {
  CHECK(xml_safe("text/xml; charset=utf-8 ~") == "text/xml; charset=utf-8 ~");
  CHECK(xml_safe(std::string("a\0b\x01\r\n\t\x7F\xE5\xFF", 10)) == "a?b???????");
  CHECK(xml_safe("") == "");
}

}  // namespace emulator::testing
