#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <functional>
#include <string>

namespace emulator {

using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;
using HttpResponse = boost::beast::http::response<boost::beast::http::string_body>;

/// Who is at the other end of a connection.
struct Peer {
  std::string address;  ///< `127.0.0.1` or `::1`; an IPv4 caller of an IPv6 socket shows as IPv4.
  bool secure = false;  ///< Came by TLS.
};

/// Answers one request. Runs on an I/O thread, on several at once: a few milliseconds are fine,
/// waiting is not. What it throws is logged and answered with 500.
///
/// The transport sets version, Connection, Content-Length and Date (unless it is there). A HEAD
/// request is answered as a GET would be; its body is held back. `Connection: close` in the answer
/// closes the connection after it.
using HttpHandler = std::function<HttpResponse(const HttpRequest&, const Peer&)>;

}  // namespace emulator
