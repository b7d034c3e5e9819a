#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace emulator {

using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;
using HttpResponse = boost::beast::http::response<boost::beast::http::string_body>;

/// Who is at the other end of a connection.
struct Peer {
  std::string address;  ///< `127.0.0.1` or `::1`; an IPv4 caller of an IPv6 socket shows as IPv4.
  bool secure = false;  ///< Came by TLS.
};

/// How an answer goes out.
struct Delivery {
  enum class Manner {
    whole,     ///< As HTTP has it.
    hang,      ///< Never: the connection stays open until the caller or the server ends it.
    reset,     ///< The connection is reset instead.
    truncate,  ///< The head, and half of the body that it promises; then the connection ends.
    stream,    ///< The head, then what `more` gives, until that ends or the connection does.
  };
  Manner manner = Manner::whole;
  std::chrono::milliseconds delay{0};  ///< Comes first, in every manner.
  /// The next piece of a stream; empty: nothing yet, ask again shortly; none: the end. Called on
  /// the connection's strand.
  std::function<std::optional<std::string>()> more;
};

/// An answer, and how it goes out.
struct HttpAnswer : HttpResponse {
  HttpAnswer() = default;
  HttpAnswer(HttpResponse response) : HttpResponse(std::move(response)) {}

  Delivery delivery;
  /// Set: the answer has to be waited for, and is what this gives, whatever else is in here.
  /// Awaited on the connection's strand; the request and the peer live until then.
  std::function<boost::asio::awaitable<HttpAnswer>()> later;
};

/// Answers one request. Runs on an I/O thread, on several at once: a few milliseconds are fine,
/// waiting is not (`later` is for that). What it throws is logged and answered with 500.
///
/// The transport sets version, Connection, Content-Length and Date (unless it is there). A HEAD
/// request is answered as a GET would be; its body is held back. `Connection: close` in the answer
/// closes the connection after it.
using HttpHandler = std::function<HttpAnswer(const HttpRequest&, const Peer&)>;

}  // namespace emulator
