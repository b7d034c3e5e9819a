#include "server/transport/service_endpoint.h"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <set>

#include "server/envelope/content_type.h"
#include "server/envelope/service.h"
#include "server/envelope/xml.h"
#include "server/transport/answer.h"
#include "server/transport/asked_faults.h"
#include "server/transport/journaling.h"
#include "server/transport/public_url.h"
#include "server/transport/responses.h"

namespace emulator {
namespace {

namespace http = boost::beast::http;

HttpResponse to_http(const SoapAnswer& answer) {
  HttpResponse response =
      http_answer(static_cast<http::status>(answer.status), answer.content_type, answer.body);
  if (!answer.http_reason.empty()) response.reason(answer.http_reason);
  return response;
}

std::string warning_ids(const std::vector<Breach>& breaches) {
  std::set<std::string> seen;
  std::string ids;
  for (const Breach& breach : breaches) {
    if (seen.insert(breach.id).second) ids += (ids.empty() ? "" : ", ") + breach.id;
  }
  return ids;
}

std::string help_page(Service service, const std::string& address) {
  const std::string name = "Wcf" + std::string(service_name(service)) + "Service Service";
  return "<!DOCTYPE html><html lang=\"en\"><head><title>" + name + "</title></head><body><h1>" +
         name +
         "</h1><p>You have created a service.</p><p>This is nsemu, an emulator of it. "
         "Make a client from <a href=\"" +
         address + "?wsdl\">" + address + "?wsdl</a>:</p><pre>svcutil.exe " + address +
         "?wsdl</pre></body></html>\n";
}

// Nothing that could end an attribute or begin an element: a Host header is anybody's text.
std::string html_safe(std::string text) {
  for (char& c : text) {
    if (c == '<' || c == '>' || c == '"' || c == '\'' || c == '&') c = '?';
  }
  return text;
}

// A version that is not built in has no operation at all, so every action is unknown to it.
HttpResponse unknown_version(const HttpRequest& request, const ServicePath& path) {
  const auto action = request["SOAPAction"];
  std::string named = boost::algorithm::trim_copy_if(std::string(action.data(), action.size()),
                                                     [](char c) { return c == '"'; });
  if (named.empty()) named = path.services + "/" + path.name;
  PlatformFault fault = platform::action_not_supported(xml_safe(named));
  fault.text += " nsemu: " + xml_safe(path.services) + " is not built in, only " +
                std::string(services_version) + ".";
  const auto type = request[http::field::content_type];
  const bool is_1_2 =
      content_type_of({type.data(), type.size()}).media_type == "application/soap+xml";
  return to_http(
      platform_fault_answer(is_1_2 ? SoapVersion::v1_2 : SoapVersion::v1_1, fault, true));
}

}  // namespace

HttpAnswer ServiceEndpoint::answer(const HttpRequest& request, const RequestTarget& target,
                                   const ServicePath& path, const Peer& peer) {
  const auto service = service_of(path.name);
  if (!service) {
    return plain_answer(http::status::not_found, "There is no service " + path.name +
                                                     ", only User.svc and SoPrincipal.svc.");
  }
  const bool reads = request.method() == http::verb::get || request.method() == http::verb::head;
  if (!reads && request.method() != http::verb::post) return method_not_allowed("GET, HEAD, POST");
  if (!boost::algorithm::iequals(path.services, services_version)) {
    return unknown_version(request, path);
  }
  if (!path.tenant.empty() && !Tenants::is_name(path.tenant)) {
    return plain_answer(http::status::not_found, "No such tenant: " + Tenants::name_rule());
  }
  if (!reads) return answer_message(request, path, *service);
  // Host and tenant are anybody's bytes; those of no URL would spoil the XML.
  const std::string address =
      xml_safe(public_base_url(gate_.settings().public_url, request, target, peer) +
               (path.tenant.empty() ? "" : "/" + path.tenant) + "/Remote/" +
               std::string(services_version) + "/" + std::string(service_name(*service)) + ".svc");
  // A-WSDL: both are the one flat document.
  if (has_query(target, "wsdl") || has_query(target, "singleWsdl")) {
    return http_answer(http::status::ok, "text/xml; charset=UTF-8",
                       wsdl_with_address(*service, address));
  }
  return http_answer(http::status::ok, "text/html; charset=UTF-8",
                     help_page(*service, html_safe(address)));
}

HttpAnswer ServiceEndpoint::answer_message(const HttpRequest& request, const ServicePath& path,
                                           Service service) {
  GateRequest call;
  call.service = service;
  call.tenant = path.tenant.empty() ? Tenants::default_name : std::string_view(path.tenant);
  call.message.content_type = header_text(request, "Content-Type");
  if (request.count("SOAPAction") > 0) {
    call.message.soap_action = header_text(request, "SOAPAction");
  }
  call.message.body = request.body();
  const ServiceSettings& settings = gate_.settings();
  try {
    if (settings.emulator_headers) call.disturbance = asked_disturbance(request);
    const GateAnswer answer = gate_.answer(call);
    HttpAnswer response = to_http(answer.soap);
    if (settings.emulator_headers && !answer.breaches.empty()) {
      response.set("X-Emulator-Warning", warning_ids(answer.breaches));
    }
    response.delivery = delivery_of(answer);
    std::uint64_t id = 0;
    if (answer.tenant && answer.tenant->journal.is_kept()) {
      id = answer.tenant->journal.add(journal_entry(service, request, response, answer));
    }
    gate_.contract().add(call, answer, id);
    return response;
  } catch (const BadFaultHeader& refusal) {
    return plain_answer(http::status::bad_request, refusal.what());
  } catch (const NoSuchTenant& refusal) {
    return plain_answer(http::status::not_found, "No such tenant: " + std::string(refusal.what()));
  }
}

}  // namespace emulator
