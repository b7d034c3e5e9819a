#include "server/transport/service_endpoint.h"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <set>

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
  return to_http(platform_fault_answer(soap_version_of(request), fault, true));
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
  if (upstream_ != nullptr) {
    HttpAnswer answer;
    answer.later = [this, &request, path, service] {
      return answer_with_upstream(request, path, service);
    };
    return answer;
  }
  Ours ours = ours_for(request, request.body(), path, service);
  note(request, ours, ours.response);
  return std::move(ours.response);
}

/// @param body what the gate is to read in place of the request's own; it must outlive the result
ServiceEndpoint::Ours ServiceEndpoint::ours_for(const HttpRequest& request, std::string_view body,
                                                const ServicePath& path, Service service) {
  Ours ours;
  GateRequest& call = ours.call;
  call.service = service;
  call.tenant = path.tenant.empty() ? Tenants::default_name : std::string_view(path.tenant);
  call.message.content_type = header_text(request, "Content-Type");
  if (request.count("SOAPAction") > 0) {
    call.message.soap_action = header_text(request, "SOAPAction");
  }
  call.message.body = body;
  const ServiceSettings& settings = gate_.settings();
  try {
    if (settings.emulator_headers) call.disturbance = asked_disturbance(request);
    const GateAnswer& answer = ours.gate.emplace(gate_.answer(call));
    ours.response = to_http(answer.soap);
    if (settings.emulator_headers && !answer.breaches.empty()) {
      ours.response.set("X-Emulator-Warning", warning_ids(answer.breaches));
    }
    ours.response.delivery = delivery_of(answer);
  } catch (const BadFaultHeader& refusal) {
    ours.response = plain_answer(http::status::bad_request, refusal.what());
    ours.gate = gate_.refused(call, refusal.what());
  } catch (const NoSuchTenant& refusal) {
    ours.response =
        plain_answer(http::status::not_found, "No such tenant: " + std::string(refusal.what()));
  }
  return ours;
}

/// For the journal and the account of breaches.
void ServiceEndpoint::note(const HttpRequest& request, const Ours& ours, const HttpResponse& given,
                           const std::optional<UpstreamOutcome>& upstream) {
  if (!ours.gate) return;
  const GateAnswer& answer = *ours.gate;
  std::uint64_t id = 0;
  if (answer.tenant && answer.tenant->journal.is_kept()) {
    id = answer.tenant->journal.add(
        journal_entry(ours.call.service, request, given, answer, upstream));
  }
  gate_.contract().add(ours.call, answer, id);
}

}  // namespace emulator
