#include "tests/support/http_client.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include "tests/support/messages.h"

namespace emulator::testing {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

constexpr std::chrono::seconds patience{10};

ClientRequest request_for(http::verb verb, const std::string& target) {
  ClientRequest request(verb, target, 11);
  request.set(http::field::host, "localhost");
  return request;
}

}  // namespace

HttpClient::HttpClient(std::uint16_t port) : stream_(io_context_) {
  stream_.connect({boost::asio::ip::address_v4::loopback(), port});
}

// Time-outs need the asynchronous calls; one at a time, they read as the others would.
ClientResponse HttpClient::send(const ClientRequest& request) {
  ClientResponse response;
  beast::error_code failure;
  stream_.expires_after(patience);
  http::async_write(stream_, request, [&](beast::error_code error, std::size_t) {
    failure = error;
    if (error) return;
    http::async_read(stream_, buffer_, response,
                     [&](beast::error_code read_error, std::size_t) { failure = read_error; });
  });
  io_context_.restart();
  io_context_.run();
  if (failure) throw beast::system_error(failure);
  return response;
}

ClientResponse HttpClient::get(const std::string& target) {
  return send(request_for(http::verb::get, target));
}

ClientResponse HttpClient::post(const std::string& target, const std::string& content_type,
                                const std::string& soap_action, const std::string& body) {
  ClientRequest request = request_for(http::verb::post, target);
  request.set(http::field::content_type, content_type);
  if (!soap_action.empty()) request.set("SOAPAction", soap_action);
  request.body() = body;
  request.prepare_payload();
  return send(request);
}

std::string SoapClient::login(const std::string& user_name, const std::string& password) {
  const Reply reply =
      post("SoPrincipal", "AuthenticateUsernamePassword",
           envelope("", wrapper("AuthenticateUsernamePassword",
                                element("UserName", user_name) + element("Password", password))));
  return reply.result("AuthenticationSucceeded") == "true" ? reply.result("Credentials/Ticket")
                                                           : "";
}

Reply SoapClient::call(const std::string& ticket, const std::string& operation,
                       const std::string& parameters) {
  return post("User", operation, envelope(credentials(ticket), wrapper(operation, parameters)));
}

Reply SoapClient::post(const std::string& service, const std::string& operation,
                       const std::string& body) {
  const ClientResponse response = http_.post(base_ + service + ".svc", "text/xml; charset=utf-8",
                                             "\"" + action(service, operation) + "\"", body);
  SoapAnswer answer;
  answer.status = static_cast<int>(response.result_int());
  answer.content_type = std::string(response[http::field::content_type]);
  answer.body = response.body();
  return Reply(answer);
}

}  // namespace emulator::testing
