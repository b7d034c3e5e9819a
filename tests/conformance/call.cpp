#include "tests/conformance/call.h"

namespace conformance {
namespace {

std::string element(std::string_view name, std::string_view inner) {
  const std::string tag(name);
  return "<" + tag + ">" + std::string(inner) + "</" + tag + ">";
}

}  // namespace

Call::Call(std::string_view operation)
    : operation_(operation_of(operation)), has_credentials_(operation_.service == Service::user) {}

Call& Call::text(std::string_view name, std::string_view value) {
  return xml(element(name, escaped(value)));
}

Call& Call::number(std::string_view name, int value) {
  return xml(element(name, std::to_string(value)));
}

Call& Call::boolean(std::string_view name, bool value) {
  return xml(element(name, value ? "true" : "false"));
}

Call& Call::nil(std::string_view name) {
  return xml("<" + std::string(name) + " xsi:nil=\"true\"/>");
}

Call& Call::carrier(std::string_view name, std::string_view inner) {
  return xml(element(name, inner));
}

Call& Call::strings(std::string_view name, const std::vector<std::string>& values) {
  std::string items;
  for (const auto& value : values) items += element("a:string", escaped(value));
  return xml(element(name, items));
}

Call& Call::numbers(std::string_view name, const std::vector<int>& values) {
  std::string items;
  for (const int value : values) items += element("a:int", std::to_string(value));
  return xml(element(name, items));
}

Call& Call::xml(std::string_view parameters) {
  parameters_ += parameters;
  return *this;
}

Call& Call::ticket(std::string_view ticket) {
  ticket_ = ticket;
  return *this;
}

Call& Call::without_credentials() {
  has_credentials_ = false;
  return *this;
}

Call& Call::application_token(std::string_view token) {
  token_ = token;
  return *this;
}

Call& Call::header(std::string_view xml) {
  headers_ += xml;
  return *this;
}

Call& Call::action(std::string_view action) {
  action_ = action;
  return *this;
}

Call& Call::content_type(std::string_view type) {
  content_type_ = type;
  return *this;
}

Call& Call::message(std::string_view text) {
  message_ = text;
  return *this;
}

std::map<std::string, std::string> Call::http_headers() const {
  std::map<std::string, std::string> headers;
  if (!content_type_.empty()) headers["Content-Type"] = content_type_;
  const std::string action = action_.value_or("\"" + operation_.action() + "\"");
  if (!action.empty()) headers["SOAPAction"] = action;
  return headers;
}

std::string Call::envelope(const std::string& ticket, const std::string& token) const {
  if (message_) return *message_;
  std::string headers = headers_;
  const std::string own_token = token_.value_or(token);
  if (!own_token.empty()) headers += element("h:ApplicationToken", escaped(own_token));
  if (has_credentials_) {
    headers += element("h:Credentials", element("h:Ticket", escaped(ticket_.value_or(ticket))));
  }
  const std::string uri(services_uri);
  return "<s:Envelope xmlns:s=\"" + std::string(soap_uri) + "\" xmlns:h=\"" + uri +
         "\" xmlns:a=\"" + std::string(arrays_uri) + "\" xmlns:xsi=\"" + std::string(instance_uri) +
         "\"><s:Header>" + headers + "</s:Header><s:Body><" + operation_.name + " xmlns=\"" + uri +
         "\">" + parameters_ + "</" + operation_.name + "></s:Body></s:Envelope>";
}

}  // namespace conformance
