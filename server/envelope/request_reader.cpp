#include "server/envelope/request_reader.h"

#include <set>

#include "server/domain/shortened.h"
#include "server/envelope/contract_schema.h"
#include "server/envelope/message_parser.h"
#include "server/envelope/parameter_check.h"

namespace emulator {
namespace {

std::string action_of(const SoapMessage& message, const ContentType& content_type) {
  if (!message.soap_action) return xml_safe(shortened(content_type.action));
  std::string_view action = *message.soap_action;
  if (action.size() >= 2 && action.front() == '"' && action.back() == '"') {
    action = action.substr(1, action.size() - 2);
  }
  return xml_safe(shortened(action));
}

void refuse_text(const xmlNode* element) {
  if (!has_text(element)) return;
  throw platform::bad_message("The " + std::string(xml_text(element->name)) +
                              " holds text beside its elements.");
}

std::string node_text(const xmlNode* element) {
  return "node type 'Element' with name '" + shortened(xml_text(element->name)) +
         "' and namespace '" + shortened(namespace_of(element)) + "'";
}

// Whether a header block of this actor (SOAP 1.1) or role (1.2) is for the one who answers; the
// others are for somebody on the way.
bool is_ours(std::string_view actor) {
  return actor.empty() || actor == "http://schemas.xmlsoap.org/soap/actor/next" ||
         actor == "http://www.w3.org/2003/05/soap-envelope/role/next" ||
         actor == "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver";
}

// Those of SOAP itself, such as mustUnderstand, may stand on any header block.
void drop_attributes(xmlNode* element, std::string_view uri) {
  xmlAttr* next = nullptr;
  for (xmlAttr* one = element->properties; one != nullptr; one = next) {
    next = one->next;
    if (one->ns != nullptr && xml_text(one->ns->href) == uri) xmlRemoveProp(one);
  }
}

// Writes the element in one form whatever the sender's: no prefixes, no attributes but nil, text in
// one piece. gSOAP stumbles over long prefixes, and takes some attributes for SOAP encoding.
void write_plain(std::string& xml, const xmlNode* element, std::string_view outer_namespace,
                 bool may_be_nil) {
  const std::string name(xml_text(element->name));
  const std::string_view uri = namespace_of(element);
  xml += "<" + name;
  if (uri != outer_namespace) xml += " xmlns=\"" + xml_escaped(uri) + "\"";
  if (may_be_nil && is_nil(element)) {
    xml += " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>";
    return;
  }
  xml += ">";
  const auto children = child_elements(element);
  for (const xmlNode* child : children) write_plain(xml, child, uri, true);
  if (children.empty()) xml += xml_escaped(xml_content(element));
  xml += "</" + name + ">";
}

}  // namespace

std::string_view envelope_namespace(SoapVersion version) {
  return version == SoapVersion::v1_1 ? "http://schemas.xmlsoap.org/soap/envelope/"
                                      : "http://www.w3.org/2003/05/soap-envelope";
}

void RequestReader::read(const SoapMessage& message) {
  check_content_type(message);
  const XmlDocument document = parse_message(message.body);
  xmlNode* envelope = xmlDocGetRootElement(document.get());
  find_parts(envelope);
  adopt_misplaced_headers(envelope);
  read_headers();
  choose_operation(message);
  ParameterCheck(breaches_).check_parameters(wrapper_, *operation_->request);
  if (breaches_.mode() == ContractMode::strict) check_schema();
  copy_payload();
}

void RequestReader::check_content_type(const SoapMessage& message) {
  static const std::set<std::string_view> charsets{"",       "utf-8",    "utf8",
                                                   "utf-16", "utf-16le", "utf-16be"};
  content_type_ = content_type_of(message.content_type);
  const bool is_1_2 = content_type_.media_type == "application/soap+xml";
  if (is_1_2) version_ = SoapVersion::v1_2;
  const bool is_known =
      content_type_.media_type == "text/xml" || (is_1_2 && breaches_.mode() != ContractMode::warn);
  if (!is_known || !charsets.contains(content_type_.charset)) {
    throw platform::wrong_content_type(xml_safe(shortened(message.content_type)));
  }
  if (is_1_2) {
    breaches_.add("W-SOAP12", "Content-Type", content_type_.media_type, "text/xml; charset=utf-8");
  }
}

void RequestReader::find_parts(xmlNode* envelope) {
  const bool typed_1_2 = content_type_.media_type == "application/soap+xml";
  if (is_element(envelope, "Envelope", envelope_namespace(SoapVersion::v1_2))) {
    version_ = SoapVersion::v1_2;
    if (breaches_.mode() == ContractMode::warn) throw platform::wrong_envelope_version();
    if (!typed_1_2) {
      breaches_.add("W-SOAP12", xml_path(envelope), "a SOAP 1.2 envelope", "SOAP 1.1");
    }
  } else if (is_element(envelope, "Envelope", envelope_namespace(SoapVersion::v1_1))) {
    version_ = SoapVersion::v1_1;
  } else {
    throw platform::bad_message("The root element is " + node_text(envelope) +
                                ", not the Envelope of SOAP 1.1.");
  }
  const std::string_view uri = envelope_namespace(version_);
  refuse_text(envelope);
  const xmlNode* body = nullptr;
  for (xmlNode* part : child_elements(envelope)) {
    if (body == nullptr && is_element(part, "Header", uri) && header_ == nullptr) {
      header_ = part;
    } else if (is_element(part, "Body", uri)) {
      if (body != nullptr) throw platform::bad_message("The Envelope has two Body elements.");
      body = part;
    } else {
      misplaced_.push_back(part);
    }
  }
  if (body == nullptr) throw platform::bad_message("The Envelope has no Body.");
  refuse_text(body);
  if (header_ != nullptr) refuse_text(header_);
  const auto wrappers = child_elements(body);
  if (wrappers.size() > 1) {
    throw platform::bad_message("The Body has " + std::to_string(wrappers.size()) +
                                " elements, not one.");
  }
  if (!wrappers.empty()) wrapper_ = wrappers.front();
}

// The documentation prints ApplicationToken and Credentials straight under the Envelope. The real
// service answers 400 to its own examples.
void RequestReader::adopt_misplaced_headers(xmlNode* envelope) {
  for (xmlNode* block : misplaced_) {
    if (breaches_.mode() == ContractMode::warn || namespace_of(block) != services_namespace) {
      throw platform::bad_message("The Envelope holds " + node_text(block) +
                                  ", not only Header and Body.");
    }
    breaches_.add("W-HEADER-PLACE", xml_path(block),
                  shortened(xml_text(block->name)) + " under " + xml_path(envelope),
                  "it in the Header");
  }
}

void RequestReader::read_headers() {
  if (header_ != nullptr) {
    for (xmlNode* block : child_elements(header_)) read_header(block);
  }
  for (xmlNode* block : misplaced_) read_header(block);
}

void RequestReader::read_header(xmlNode* block) {
  const std::string name(xml_text(block->name));
  const ContractField* field = contract_.header(name);
  if (field != nullptr && namespace_of(block) != services_namespace) {
    breaches_.add("W-NAMESPACE", xml_path(block), qualified_name(namespace_of(block), name),
                  qualified_name(services_namespace, name));
    field = nullptr;
  }
  if (field == nullptr) {
    refuse_if_mandatory(block);
    if (namespace_of(block) == services_namespace) {
      breaches_.add("W-UNKNOWN-ELEMENT", xml_path(block), shortened(name),
                    "a header block of the service");
    }
    return;
  }
  if (!seen_headers_.insert(name).second) {
    breaches_.add("W-DUPLICATE", xml_path(block), name + " again", "it once");
    return;
  }
  drop_attributes(block, envelope_namespace(version_));
  ParameterCheck(breaches_).check_parameter(block, *field);
  if (is_nil(block)) return;
  if (name == "ApplicationToken") headers_.application_token = xml_content(block);
  TimeZoneHeader time_zone;
  for (const xmlNode* child : child_elements(block)) {
    if (is_nil(child)) continue;
    const std::string_view part = xml_text(child->name);
    if (part == "Ticket") headers_.ticket = xml_content(child);
    if (part == "SoTimeZoneId") time_zone.id = std::stoi(xml_content(child));
    if (part == "SoTimeZoneLocationCode") time_zone.location_code = xml_content(child);
  }
  if (name == "TimeZone") headers_.time_zone = std::move(time_zone);
}

void RequestReader::refuse_if_mandatory(const xmlNode* block) {
  const char* uri = envelope_namespace(version_).data();
  const std::string must = xml_attribute(block, "mustUnderstand", uri);
  if (must != "1" && must != "true") return;
  const std::string actor =
      xml_attribute(block, version_ == SoapVersion::v1_1 ? "actor" : "role", uri);
  if (!is_ours(actor)) return;
  throw platform::header_not_understood(shortened(xml_text(block->name)),
                                        shortened(namespace_of(block)));
}

void RequestReader::choose_operation(const SoapMessage& message) {
  const std::string action = action_of(message, content_type_);
  const ContractOperation* named = contract_.operation_of_action(action);
  const ContractOperation* sent = nullptr;
  if (wrapper_ != nullptr && namespace_of(wrapper_) == services_namespace) {
    sent = contract_.operation(xml_text(wrapper_->name));
  }
  if (named == nullptr && (sent == nullptr || breaches_.mode() == ContractMode::warn)) {
    throw platform::action_not_supported(action);
  }
  if (sent == nullptr) {
    throw platform::unexpected_body(
        named->name, wrapper_ == nullptr
                         ? "node type 'EndElement' with name 'Body' and namespace '" +
                               std::string(envelope_namespace(version_)) + "'"
                         : node_text(wrapper_));
  }
  if (named != sent && breaches_.mode() == ContractMode::warn) {
    throw platform::unexpected_body(named->name, node_text(wrapper_));
  }
  operation_ = sent;  // Before strict refuses: the breach is one of this operation.
  // In SOAP 1.2 the action is optional, and the documentation's request has none.
  if (named != sent && (version_ == SoapVersion::v1_1 || !action.empty())) {
    breaches_.add("W-ACTION", "SOAPAction", action.empty() ? "none" : action, sent->action);
  }
}

// What ParameterCheck changes in the tree breaks the contract, and strict has refused it: this is
// still what was sent, but for the blanks around values and SOAP's own attributes.
void RequestReader::check_schema() {
  if (header_ != nullptr) {
    for (xmlNode* block : child_elements(header_)) {
      if (namespace_of(block) == services_namespace) check_schema(block);
    }
  }
  check_schema(wrapper_);
}

void RequestReader::check_schema(xmlNode* element) {
  if (const auto complaint = ContractSchema::of(service_).complaint(element)) {
    breaches_.add("W-SCHEMA", complaint->path, complaint->text, "what the schema says");
  }
}

void RequestReader::copy_payload() {
  payload_.clear();
  write_plain(payload_, wrapper_, {}, false);
}

}  // namespace emulator
