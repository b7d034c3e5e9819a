// Messages that another server gets, too.

#include <boost/algorithm/string/predicate.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include "server/client/http_call.h"
#include "server/envelope/platform_fault.h"
#include "server/envelope/service.h"
#include "server/transport/responses.h"
#include "server/transport/service_endpoint.h"

namespace emulator {
namespace {

namespace http = boost::beast::http;

std::string text_of(boost::beast::string_view text) { return {text.data(), text.size()}; }

// What is for us only, and names of ours, are no business of another server.
bool is_passed_on(const std::string& name) {
  return !is_connection_header(name) && !boost::algorithm::istarts_with(name, "X-Emulator-");
}

HttpCall call_of(const HttpRequest& request) {
  HttpCall call{text_of(request.method_string()), text_of(request.target()), {}, request.body()};
  // What Connection names is of the connection, too.
  http::token_list named{request[http::field::connection]};
  for (const auto& field : request) {
    const std::string name = text_of(field.name_string());
    if (is_passed_on(name) && !named.exists(name)) {
      call.headers.emplace_back(name, text_of(field.value()));
    }
  }
  // What is packed could not be compared.
  call.headers.emplace_back("Accept-Encoding", "identity");
  return call;
}

HttpResponse passed_on(const HttpReply& reply) {
  HttpResponse response;
  response.result(reply.status);
  for (const auto& [name, value] : reply.headers) {
    if (!is_connection_header(name)) response.insert(name, value);
  }
  response.body() = reply.body;
  return response;
}

HttpResponse no_answer(const HttpRequest& request, const UpstreamOutcome& outcome) {
  PlatformFault fault;
  fault.status = 502;
  fault.code = "Server";
  fault.text = "nsemu: the real server gives " + outcome.differences.front();
  fault.callers_mistake = false;
  return to_http(platform_fault_answer(soap_version_of(request), fault, true));
}

std::string name_of(Service service, const std::optional<GateAnswer>& answer) {
  const bool is_known = answer && !answer->operation.empty();
  return std::string(service_name(service)) + "." +
         (is_known ? answer->operation : "(not understood)");
}

}  // namespace

// Ours comes first: it takes a millisecond, and the other's is held against it.
boost::asio::awaitable<HttpAnswer> ServiceEndpoint::answer_with_upstream(const HttpRequest& request,
                                                                         ServicePath path,
                                                                         Service service) {
  const std::string body = upstream_->for_ours(request.body());
  Ours ours = ours_for(request, body, path, service);
  HttpCall call = call_of(request);
  HttpReply reply_of_ours{ours.response.result_int(), ours.response.body(), {}};
  UpstreamAnswer theirs = co_await upstream_->ask(std::move(call), name_of(service, ours.gate),
                                                  std::move(reply_of_ours));
  if (upstream_->gives_ours()) {
    note(request, ours, ours.response, theirs.outcome);
    co_return std::move(ours.response);
  }
  theirs.outcome.was_given = true;
  HttpAnswer given = theirs.reply ? passed_on(*theirs.reply) : no_answer(request, theirs.outcome);
  note(request, ours, given, theirs.outcome);
  co_return given;
}

}  // namespace emulator
