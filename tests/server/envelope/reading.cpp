#include "tests/server/envelope/reading.h"

#include "server/envelope/contract_schema.h"
#include "server/envelope/message_parser.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

std::string described(const xmlNode* element) {
  const std::string name(xml_text(element->name));
  if (is_nil(element)) return name + "=(nil)";
  const auto children = child_elements(element);
  if (children.empty()) return name + "=" + xml_content(element);
  std::string inner;
  for (const xmlNode* child : children) inner += (inner.empty() ? "" : " ") + described(child);
  return name + "(" + inner + ")";
}

}  // namespace

Reading::Reading(Service service, ContractMode mode, const SoapMessage& message)
    : reader_(service, mode) {
  try {
    reader_.read(message);
  } catch (const PlatformFault& fault) {
    fault_ = fault;
    outcome_ = fault.bodiless ? std::to_string(fault.status) : fault.code;
  }
}

std::string Reading::breaches() const {
  std::string ids;
  for (const Breach& breach : reader_.breaches()) ids += (ids.empty() ? "" : " ") + breach.id;
  return ids;
}

std::string Reading::parameters() const {
  const XmlDocument payload = parse_message(reader_.payload());
  std::string text;
  for (const xmlNode* child : child_elements(xmlDocGetRootElement(payload.get()))) {
    text += (text.empty() ? "" : " ") + described(child);
  }
  return text;
}

Reading read_parameters(ContractMode mode, const std::string& operation,
                        const std::string& parameters) {
  const std::string body = envelope("", wrapper(operation, parameters));
  return {Service::user, mode,
          SoapMessage{"text/xml; charset=utf-8", action("User", operation), body}};
}

std::string summary(const Reading& reading) {
  const std::string& text = reading.fault().text;
  if (reading.outcome() == "Client" && text.starts_with("W-")) {
    return "refused " + text.substr(0, text.find(' '));
  }
  const std::string first = reading.outcome() == "ok" ? reading.parameters() : reading.outcome();
  const std::string ids = reading.breaches();
  return ids.empty() ? first : first + " ! " + ids;
}

std::string schema_complaint(Service service, const XmlDocument& envelope) {
  for (const xmlNode* part : child_elements(xmlDocGetRootElement(envelope.get()))) {
    const bool has_ours = xml_text(part->name) == "Header" || xml_text(part->name) == "Body";
    for (xmlNode* element : child_elements(part)) {
      if (!has_ours || namespace_of(element) != services_namespace) continue;
      const auto complaint = ContractSchema::of(service).complaint(element);
      if (complaint) return complaint->path + ": " + complaint->text;
    }
  }
  return "";
}

}  // namespace emulator::testing
