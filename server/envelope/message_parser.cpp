#include "server/envelope/message_parser.h"

#include <libxml/parserInternals.h>

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>

#include "server/envelope/platform_fault.h"

namespace emulator {
namespace {

struct ContextDeleter {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
using Context = std::unique_ptr<xmlParserCtxt, ContextDeleter>;

struct Findings {
  bool has_doctype = false;
  std::string complaint;  ///< The first error; those after it come of it.
};

Findings& findings_of(void* context) {
  return *static_cast<Findings*>(static_cast<xmlParserCtxt*>(context)->_private);
}

// Called when the DOCTYPE is met, before any of its entities is looked at.
void refuse_doctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  findings_of(context).has_doctype = true;
  xmlStopParser(static_cast<xmlParserCtxt*>(context));
}

// libxml2 quotes the message, cut anywhere and at any length.
std::string plain(const char* text) {
  constexpr std::size_t enough = 200;
  std::string safe(text == nullptr ? "" : text);
  boost::algorithm::trim(safe);
  std::replace(safe.begin(), safe.end(), '\n', ' ');
  return xml_safe(safe.substr(0, enough));
}

void note_error(void* context, xmlError* error) {
  Findings& findings = findings_of(context);
  const bool is_harmless = error->level < XML_ERR_ERROR || error->code == XML_WAR_NS_URI;
  if (is_harmless || !findings.complaint.empty()) return;
  findings.complaint = plain(error->message) + " (line " + std::to_string(error->line) + ")";
}

// WCF's text encoder knows no other.
bool is_unicode(const xmlDoc& document) {
  if (document.encoding == nullptr) return true;
  const std::string_view name = xml_text(document.encoding);
  return boost::algorithm::iequals(name, "utf-8") || boost::algorithm::iequals(name, "utf8") ||
         boost::algorithm::istarts_with(name, "utf-16");
}

// libxml2 takes a zero behind the root for the end of the message.
bool is_read_to_the_end(const xmlParserCtxt& context) {
  return context.input == nullptr || context.input->cur >= context.input->end;
}

}  // namespace

XmlDocument parse_message(std::string_view bytes) {
  if (bytes.empty()) throw platform::bad_message("The message is empty.");
  const Context context(xmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  Findings findings;
  context->_private = &findings;
  context->sax->internalSubset = refuse_doctype;
  context->sax->serror = note_error;
  XmlDocument document(xmlCtxtReadMemory(
      context.get(), bytes.data(), static_cast<int>(bytes.size()), "message", nullptr,
      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA));
  if (findings.has_doctype) {
    throw platform::bad_message("The message has a DOCTYPE, which SOAP forbids.");
  }
  if (!document || !findings.complaint.empty() || !is_read_to_the_end(*context)) {
    throw platform::bad_message(
        "The message is not well-formed XML" +
        (findings.complaint.empty() ? "." : ": " + findings.complaint + "."));
  }
  if (!is_unicode(*document)) {
    throw platform::bad_message("The message is neither in UTF-8 nor in UTF-16.");
  }
  return document;
}

}  // namespace emulator
