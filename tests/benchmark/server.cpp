// What the emulator is measured against, on the same front: `benchmark_server static` answers
// every request with the same text, `benchmark_server floor` reads the message by gSOAP and writes
// the answer by gSOAP, with no gate, no checks and no rows.

#include <cstring>
#include <iostream>
#include <sstream>

#include "server/carriers/wire.h"
#include "server/envelope/answer_writer.h"
#include "server/transport/listener.h"
#include "server/transport/port_file.h"
#include "server/transport/responses.h"
#include "server/transport/stop_signals.h"

namespace {

using namespace emulator;

HttpResponse static_answer() {
  static const std::string body(600, ' ');
  return http_answer(boost::beast::http::status::ok, "text/xml; charset=utf-8", body);
}

// gSOAP's own way from envelope to parameters.
template <class Request>
bool read_message(struct ::soap* soap, std::istream& body, Request& request, const char* tag) {
  soap->is = &body;
  request.soap_default(soap);
  return soap_begin_recv(soap) == SOAP_OK && soap_envelope_begin_in(soap) == SOAP_OK &&
         soap_recv_header(soap) == SOAP_OK && soap_body_begin_in(soap) == SOAP_OK &&
         request.soap_get(soap, tag, nullptr) != nullptr && soap_body_end_in(soap) == SOAP_OK &&
         soap_envelope_end_in(soap) == SOAP_OK && soap_end_recv(soap) == SOAP_OK;
}

so__UserInfo* some_user(SoapContext& context) {
  so__UserInfo* user = soap_new_so__UserInfo(context.get());
  user->UserName = to_wire(context, "ext1@fjord.example");
  user->Tooltip = to_wire(context, "Kari Nord");
  user->GrantedLicenses = to_wire(context, std::vector<std::string>{"superoffice.extern-user-cal"});
  user->RoleName = to_wire(context, "External user");
  user->RoleTooltip = to_wire(context, "Consultant or partner");
  return user;
}

HttpResponse floor_answer(const HttpRequest& request) {
  thread_local SoapContext context;
  context.clear();
  std::istringstream body(request.body());
  std::string answer;
  if (request.body().find("GetUserInfo") != std::string::npos) {
    _so__GetUserInfo parameters;
    if (!read_message(context.get(), body, parameters, "so:GetUserInfo")) std::abort();
    _so__GetUserInfoResponse response;
    response.soap_default(context.get());
    response.Response = some_user(context);
    answer = context.written(response, "so:GetUserInfoResponse");
  } else {
    _so__SetExternalUserInfo parameters;
    if (!read_message(context.get(), body, parameters, "so:SetExternalUserInfo")) std::abort();
    _so__SetExternalUserInfoResponse response;
    response.soap_default(context.get());
    answer = context.written(response, "so:SetExternalUserInfoResponse");
  }
  const SoapAnswer whole =
      operation_answer(context, SoapVersion::v1_1, nullptr, std::nullopt, answer);
  return http_answer(boost::beast::http::status::ok, whole.content_type, whole.body);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: benchmark_server static|floor PORT-FILE\n";
    return 2;
  }
  const bool is_static = std::strcmp(argv[1], "static") == 0;
  TransportSettings settings;
  settings.port = 0;
  StopSignals signals;
  Listener listener(settings, [is_static](const HttpRequest& request, const Peer&) {
    return is_static ? static_answer() : floor_answer(request);
  });
  listener.start();
  write_port_file(argv[2], listener.port());
  signals.stop_at_signal(listener);
  return 0;
}
