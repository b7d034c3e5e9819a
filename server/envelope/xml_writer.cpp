#include "server/envelope/xml_writer.h"

#include <libxml/chvalid.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <new>

#include "server/envelope/xml.h"

namespace emulator {
namespace {

void check(int result) {
  if (result < 0) throw std::bad_alloc();
}

// Written anew, not copied: libxml2 reads bytes that it would not take from a document.
std::string allowed(const std::string& text) {
  constexpr int replacement = 0xFFFD;
  std::string safe;
  for (std::size_t at = 0; at < text.size();) {
    int size = static_cast<int>(std::min<std::size_t>(text.size() - at, 4));
    int character = xmlGetUTF8Char(xml_chars(text.data() + at), &size);
    at += character < 0 ? 1 : static_cast<std::size_t>(size);
    if (character < 0 || !xmlIsCharQ(static_cast<unsigned>(character))) character = replacement;
    std::array<xmlChar, 5> bytes{};
    xmlCopyCharMultiByte(bytes.data(), character);
    safe += xml_text(bytes.data());
  }
  return safe;
}

}  // namespace

XmlWriter::XmlWriter() : buffer_(xmlBufferCreate()) {
  if (buffer_) writer_.reset(xmlNewTextWriterMemory(buffer_.get(), 0));
  if (!writer_) throw std::bad_alloc();
  check(xmlTextWriterSetIndent(writer_.get(), 1));
  check(xmlTextWriterStartDocument(writer_.get(), nullptr, "UTF-8", nullptr));
}

void XmlWriter::begin(const char* element) {
  check(xmlTextWriterStartElement(writer_.get(), xml_chars(element)));
}

void XmlWriter::attribute(const char* name, const std::string& value) {
  check(xmlTextWriterWriteAttribute(writer_.get(), xml_chars(name),
                                    xml_chars(allowed(value).c_str())));
}

void XmlWriter::text(const std::string& content) {
  check(xmlTextWriterWriteString(writer_.get(), xml_chars(allowed(content).c_str())));
}

void XmlWriter::end() { check(xmlTextWriterEndElement(writer_.get())); }

std::string XmlWriter::document() {
  check(xmlTextWriterEndDocument(writer_.get()));
  check(xmlTextWriterFlush(writer_.get()));
  return std::string(xml_text(xmlBufferContent(buffer_.get())));
}

}  // namespace emulator
