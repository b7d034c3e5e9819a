#include "server/envelope/message_parser.h"

#include <libxml/parserInternals.h>

#include <boost/algorithm/string/trim.hpp>

#include "server/envelope/platform_fault.h"

namespace emulator {
namespace {

struct ContextDeleter {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
using Context = std::unique_ptr<xmlParserCtxt, ContextDeleter>;

// Called when the DOCTYPE is met, before any of its entities is looked at.
void refuse_doctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto* parser = static_cast<xmlParserCtxt*>(context);
  parser->_private = parser;
  xmlStopParser(parser);
}

std::string complaint(const xmlParserCtxt* context) {
  const xmlError& error = context->lastError;
  if (error.message == nullptr) return "The message is not well-formed XML.";
  std::string text = error.message;
  boost::algorithm::trim(text);
  return "The message is not well-formed XML: " + text + " (line " + std::to_string(error.line) +
         ").";
}

}  // namespace

XmlDocument parse_message(std::string_view bytes) {
  if (bytes.empty()) throw platform::bad_message("The message is empty.");
  const Context context(xmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  context->sax->internalSubset = refuse_doctype;
  XmlDocument document(xmlCtxtReadMemory(
      context.get(), bytes.data(), static_cast<int>(bytes.size()), "message", nullptr,
      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA));
  if (context->_private != nullptr) {
    throw platform::bad_message("The message has a DOCTYPE, which SOAP forbids.");
  }
  if (!document || context->wellFormed == 0 || xmlDocGetRootElement(document.get()) == nullptr) {
    throw platform::bad_message(complaint(context.get()));
  }
  return document;
}

}  // namespace emulator
