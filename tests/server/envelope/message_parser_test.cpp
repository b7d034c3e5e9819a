#include "server/envelope/message_parser.h"

#include <doctest/doctest.h>

#include <random>

#include "server/envelope/platform_fault.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

using std::string_literals::operator""s;

// What the parser says of a message: the text in its root, or why it is refused.
std::string said_of(std::string_view bytes) {
  try {
    return "text: " + xml_content(xmlDocGetRootElement(parse_message(bytes).get()));
  } catch (const PlatformFault& fault) {
    CHECK(fault.status == 400);
    CHECK(fault.bodiless);
    return fault.text;
  }
}

bool is_refused(std::string_view bytes) { return !said_of(bytes).starts_with("text: "); }

std::string utf16(std::string_view ascii, bool big_endian, bool with_mark = true) {
  std::string bytes = !with_mark ? "" : (big_endian ? "\xFE\xFF" : "\xFF\xFE");
  for (const char c : ascii) bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return bytes;
}

std::string nested(std::size_t depth) {
  std::string xml;
  for (std::size_t i = 0; i < depth; ++i) xml += "<a>";
  for (std::size_t i = 0; i < depth; ++i) xml += "</a>";
  return xml;
}

}  // namespace

TEST_CASE("Message parser: well-formed XML is read, whatever its dress") {
  struct Case {
    std::string name;
    std::string bytes;
    std::string text;
  };
  const Case cases[] = {
      {"plain", "<a>x</a>", "x"},
      {"declaration", "<?xml version='1.0' encoding='utf-8'?><a>x</a>", "x"},
      {"a namespace that is no URI", "<a xmlns='b c'>x</a>", "x"},
      {"a namespace that is relative", "<a xmlns='b'>x</a>", "x"},
      {"white space around", "\r\n <a>x</a>\n\n", "x"},
      {"UTF-8 mark", "\xEF\xBB\xBF<a>\xC3\xA6</a>", "\xC3\xA6"},
      {"UTF-8 mark and declaration", "\xEF\xBB\xBF<?xml version='1.0'?><a>x</a>", "x"},
      {"UTF-16 little-endian", utf16("<a>x</a>", false), "x"},
      {"UTF-16 big-endian", utf16("<a>x</a>", true), "x"},
      {"UTF-16 declared", utf16("<?xml version='1.0' encoding='utf-16'?><a>x</a>", false), "x"},
      {"CDATA", "<a>1<![CDATA[<b>&c]]>2</a>", "1<b>&c2"},
      {"comments", "<!-- 0 --><a>1<!-- <b> -->2</a><!-- 3 -->", "12"},
      {"instructions", "<?one two?><a>1<?three?>2</a>", "12"},
      {"the five entities", "<a>&lt;&gt;&amp;&quot;&apos;</a>", "<>&\"'"},
      {"characters by number", "<a>&#xE9;&#x1F600;&#13;</a>", "\xC3\xA9\xF0\x9F\x98\x80\r"},
      {"line ends become one character", "<a>1\r\n2\r3</a>", "1\n2\n3"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(said_of(one.bytes) == "text: " + one.text);
  }
}

TEST_CASE("Message parser: what is not XML, or not allowed in SOAP, is a bad request") {
  struct Case {
    std::string name;
    std::string bytes;
  };
  const Case cases[] = {
      {"empty", ""},
      {"white space", " \n"},
      {"a mark alone", "\xEF\xBB\xBF"},
      {"no XML", "Hello"},
      {"JSON", R"({"a":1})"},
      {"a declaration alone", "<?xml version='1.0'?>"},
      {"cut off in the tag", "<a><b"},
      {"cut off in the text", "<a>x"},
      {"tags that cross", "<a><b></a></b>"},
      {"two roots", "<a/><b/>"},
      {"text behind the root", "<a/>x"},
      {"an attribute twice", "<a b='1' b='2'/>"},
      {"an undeclared prefix", "<p:a/>"},
      {"an undeclared prefix of an attribute", "<a xsi:nil='true'/>"},
      {"a prefix taken back", "<a xmlns:p=''><p:a/></a>"},
      {"an undefined entity", "<a>&nosuch;</a>"},
      {"an undefined entity in an attribute", "<a b='&nosuch;'/>"},
      {"the character zero by number", "<a>&#0;</a>"},
      {"a control character by number", "<a>&#1;</a>"},
      {"half a surrogate by number", "<a>&#xD800;</a>"},
      {"the character zero in the text", "<a>x\0y</a>"s},
      {"the character zero in a tag", "<a\0>x</a>"s},
      {"the character zero behind the root", "<a>x</a>\0"s},
      {"a second message behind a zero", "<a>x</a>\0<b/>"s},
      {"a control character", "<a>\x01</a>"},
      {"the escape character", "<a>\x1B[0m</a>"},
      {"a Latin-1 letter", "<a>p\xE5s</a>"},
      {"an overlong slash", "<a>\xC0\xAF</a>"},
      {"a surrogate in UTF-8", "<a>\xED\xA0\x80</a>"},
      {"a lonely continuation byte", "<a>\x80</a>"},
      {"half a letter at the end of the text", "<a>\xC3</a>"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(is_refused(one.bytes));
  }
}

TEST_CASE("Message parser: any other encoding than UTF-8 and UTF-16 is refused, as by WCF") {
  for (const std::string encoding :
       {"iso-8859-1", "windows-1252", "us-ascii", "UTF-7", "UCS-4", "IBM037", "no-such-encoding"}) {
    CAPTURE(encoding);
    CHECK(is_refused("<?xml version='1.0' encoding='" + encoding + "'?><a>x</a>"));
  }
  CHECK(is_refused("<?xml version='1.0' encoding='utf-16'?><a>x</a>"));
}

TEST_CASE("Message parser: a DOCTYPE is refused before any of it is looked at") {
  const std::string laughs = R"(<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;">
    <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]><a>&e;</a>)";
  const std::string document_types[] = {
      "<!DOCTYPE a><a/>",
      "<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>",
      "<!DOCTYPE a PUBLIC \"b\" \"http://127.0.0.1:1/c.dtd\"><a/>",
      "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>",
      "<!DOCTYPE a [<!ENTITY % b SYSTEM \"file:///etc/hostname\"> %b;]><a/>",
      "<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>",
      "<!DOCTYPE a [",
      "\xEF\xBB\xBF<?xml version='1.0'?><!-- x --><!DOCTYPE a><a/>",
      laughs,
  };
  for (const std::string& bytes : document_types) {
    CAPTURE(bytes);
    CHECK(said_of(bytes) == "The message has a DOCTYPE, which SOAP forbids.");
  }
}

TEST_CASE("Message parser: elements nest to a depth of 256") {
  CHECK(said_of(nested(256)) == "text: ");
  CHECK(is_refused(nested(300)));
  CHECK(is_refused(nested(200000)));
}

TEST_CASE("Message parser: the complaint is short, plain and names the line") {
  CHECK(said_of("<a>\n<b>\n</a>") ==
        "The message is not well-formed XML: Opening and ending tag mismatch: b line 2 and a "
        "(line 3).");
  std::string name;
  for (int i = 0; i < 24000; ++i) name += "\xC3\xA6";
  const std::string complaints[] = {
      said_of("<" + name + "><" + name + "b></" + name + "></" + name + ">"),
      said_of("<a>&" + name + ";</a>"),
      said_of("<a>\xFF\xFE\xFD</a>"),
      said_of("<a><!-- x" + name),
      said_of("<a><?x" + name),
      said_of("<?xml version='1.0' encoding='" + std::string(2000, 'x') + "'?><a/>"),
  };
  for (const std::string& complaint : complaints) {
    CAPTURE(complaint.substr(0, 300));
    CHECK(complaint.size() < 500);
    CHECK_FALSE(is_refused("<a>" + xml_escaped(complaint) + "</a>"));
    CHECK(complaint.find('\n') == std::string::npos);
  }
}

TEST_CASE("Message parser: no prefix of a good message and no random bytes harm it") {
  const std::string message = "<?xml version='1.0' encoding='utf-8'?><!-- \xC3\xA6 -->" +
                              envelope(credentials("7T:abc"), wrapper("GetUser", "<![CDATA[x]]>"));
  for (std::size_t size = 0; size < message.size(); ++size) {
    CHECK(is_refused(std::string_view(message).substr(0, size)));
  }
  CHECK_FALSE(is_refused(message));
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes(random() % 200, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    CHECK(is_refused(bytes));
    CHECK(is_refused("<a>" + bytes));
  }
}

}  // namespace emulator::testing
