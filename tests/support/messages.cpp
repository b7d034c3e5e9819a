#include "tests/support/messages.h"

#include "server/envelope/xml.h"

namespace emulator::testing {

std::string envelope(const std::string& header, const std::string& body) {
  return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" "
         "xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><s:Header>" +
         header + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
}

std::string wrapper(const std::string& operation, const std::string& parameters) {
  return "<" + operation + " xmlns=\"" + services_uri + "\">" + parameters + "</" + operation + ">";
}

std::string credentials(const std::string& ticket) {
  if (ticket.empty()) return {};
  return std::string("<Credentials xmlns=\"") + services_uri + "\">" + element("Ticket", ticket) +
         "</Credentials>";
}

std::string element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + xml_escaped(text) + "</" + name + ">";
}

std::string action(const std::string& service, const std::string& operation) {
  return std::string(services_uri) + "/" + service + "/" + operation;
}

}  // namespace emulator::testing
