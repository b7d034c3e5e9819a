#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstdint>
#include <string>

#include "tests/support/reply.h"

namespace emulator::testing {

using ClientRequest = boost::beast::http::request<boost::beast::http::string_body>;
using ClientResponse = boost::beast::http::response<boost::beast::http::string_body>;

/// One kept connection to a server on this machine. Throws when an answer takes over 10 seconds.
class HttpClient {
 public:
  explicit HttpClient(std::uint16_t port);

  ClientResponse send(const ClientRequest& request);
  ClientResponse get(const std::string& target);
  /// `content_type` and `soap_action` are header values; an empty action sends no such header.
  ClientResponse post(const std::string& target, const std::string& content_type,
                      const std::string& soap_action, const std::string& body);

 private:
  boost::asio::io_context io_context_;
  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
};

/// A well-behaved SOAP 1.1 client of a running server.
class SoapClient {
 public:
  explicit SoapClient(std::uint16_t port, std::string base = "/Remote/Services86/")
      : http_(port), base_(std::move(base)) {}

  /// Ticket of a user; empty when the log-in is refused.
  std::string login(const std::string& user_name, const std::string& password);
  /// An operation of User.svc; `parameters` is XML in the services' namespace.
  Reply call(const std::string& ticket, const std::string& operation,
             const std::string& parameters);
  HttpClient& http() { return http_; }

 private:
  Reply post(const std::string& service, const std::string& operation, const std::string& body);

  HttpClient http_;
  std::string base_;
};

}  // namespace emulator::testing
