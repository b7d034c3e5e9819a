#include <libxml/xmlwriter.h>

#include <algorithm>
#include <new>
#include <span>

#include "tests/conformance/reports.h"

namespace conformance {
namespace {

const xmlChar* chars(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

/// What a server answered may have what XML has not.
std::string xml_safe(std::string text) {
  const bool is_utf8 = xmlCheckUTF8(reinterpret_cast<const unsigned char*>(text.c_str())) != 0;
  std::ranges::replace_if(
      text,
      [is_utf8](unsigned char c) {
        return (c < ' ' && c != '\n' && c != '\t') || (c > '~' && !is_utf8);
      },
      '?');
  return text;
}

/// A writer of libxml2 into memory.
class XmlText {
 public:
  XmlText() : buffer_(xmlBufferCreate()), writer_(xmlNewTextWriterMemory(buffer_, 0)) {
    if (writer_ == nullptr) throw std::bad_alloc();
    xmlTextWriterSetIndent(writer_, 1);
    xmlTextWriterStartDocument(writer_, nullptr, "UTF-8", nullptr);
  }
  ~XmlText() {
    xmlFreeTextWriter(writer_);
    xmlBufferFree(buffer_);
  }
  XmlText(const XmlText&) = delete;
  XmlText& operator=(const XmlText&) = delete;

  void open(const std::string& name) { xmlTextWriterStartElement(writer_, chars(name)); }
  void close() { xmlTextWriterEndElement(writer_); }
  void attribute(const std::string& name, const std::string& value) {
    xmlTextWriterWriteAttribute(writer_, chars(name), chars(xml_safe(value)));
  }
  void text(const std::string& value) { xmlTextWriterWriteString(writer_, chars(xml_safe(value))); }

  std::string finished() {
    xmlTextWriterEndDocument(writer_);
    xmlTextWriterFlush(writer_);
    return reinterpret_cast<const char*>(xmlBufferContent(buffer_));
  }

 private:
  xmlBuffer* buffer_;
  xmlTextWriter* writer_;
};

bool is_failure(const Result& one) { return is_unexpected(one) || !one.left_behind.empty(); }

void write_case(XmlText& xml, const Result& one) {
  xml.open("testcase");
  xml.attribute("classname", one.tried->operation);
  xml.attribute("name", one.tried->claim);
  xml.attribute("time", std::to_string(one.seconds));
  if (is_failure(one)) {
    xml.open("failure");
    xml.attribute("message", one.left_behind.empty() ? one.why : one.left_behind.front());
    xml.text(line_of(one));
    xml.close();
  } else if (one.outcome != Outcome::passed) {
    xml.open("skipped");
    xml.attribute("message", std::string(name_of(one.outcome)) + ": " + one.why);
    xml.close();
  }
  xml.close();
}

void write_suite(XmlText& xml, std::span<const Result> results) {
  const auto failures = std::ranges::count_if(results, is_failure);
  const auto skipped = std::ranges::count_if(results, [](const Result& one) {
    return !is_failure(one) && one.outcome != Outcome::passed;
  });
  xml.open("testsuite");
  xml.attribute("name", results.front().tried->operation);
  xml.attribute("tests", std::to_string(results.size()));
  xml.attribute("failures", std::to_string(failures));
  xml.attribute("skipped", std::to_string(skipped));
  for (const Result& one : results) write_case(xml, one);
  xml.close();
}

}  // namespace

std::string junit_of(const Run& run) {
  XmlText xml;
  xml.open("testsuites");
  xml.attribute("name", "nsemu-conform " + run.target);
  for (auto first = run.results.begin(); first != run.results.end();) {
    const auto last = std::find_if(first, run.results.end(), [&](const Result& one) {
      return one.tried->operation != first->tried->operation;
    });
    write_suite(xml, {first, last});
    first = last;
  }
  xml.close();
  return xml.finished();
}

}  // namespace conformance
