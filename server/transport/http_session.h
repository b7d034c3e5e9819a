#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>

#include "server/domain/settings.h"
#include "server/transport/http.h"

namespace emulator {

/// What all sessions of a listener share. Outlives them.
struct SessionContext {
  TransportSettings settings;
  HttpHandler handler;
  std::atomic<bool> stopping = false;  ///< Answers from now on close their connection.
};

/// One connection: reads requests, hands them to the handler and writes the answers, in order.
/// Everything but drain() and cut() runs on the strand of the socket.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  /// @param socket connected, with a strand as its executor.
  HttpSession(boost::asio::ip::tcp::socket socket, const SessionContext& context);

  boost::asio::any_io_executor executor() { return socket_.get_executor(); }

  /// Serves until either side closes. Never throws for what a peer does.
  static boost::asio::awaitable<void> serve(std::shared_ptr<HttpSession> session);
  /// Answers 503 without reading a request, and closes.
  static boost::asio::awaitable<void> turn_away(std::shared_ptr<HttpSession> session);

  /// Any thread, after context.stopping is set: closes the connection if no request is under way.
  void drain();
  /// Closes the connection. On its strand, or when no thread runs that any more.
  void cut();

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  boost::asio::awaitable<bool> serve_request();
  boost::asio::awaitable<bool> await_request();
  boost::asio::awaitable<void> read_head();
  boost::asio::awaitable<void> read_body();
  boost::asio::awaitable<void> receive(std::size_t most);
  boost::asio::awaitable<void> write(HttpResponse answer, bool head_only);
  template <class Body>
  boost::asio::awaitable<void> write_message(boost::beast::http::response<Body>& message);
  boost::asio::awaitable<void> linger();
  boost::asio::awaitable<bool> deliver(HttpAnswer answer, const HttpRequest& request);
  boost::asio::awaitable<void> pause(std::chrono::milliseconds time);
  boost::asio::awaitable<void> hang();
  boost::asio::awaitable<void> write_half(HttpResponse answer);
  boost::asio::awaitable<void> write_stream(HttpResponse answer, const Delivery& delivery);
  void reset();
  std::size_t parse();
  HttpAnswer handle(const HttpRequest& request) const;
  static boost::asio::awaitable<HttpAnswer> awaited(HttpAnswer answer, const HttpRequest& request);
  bool has_unread_input();

  void expires_after(std::chrono::milliseconds time);
  void arm_timer();
  void on_timer();

  boost::asio::ip::tcp::socket socket_;
  const SessionContext& context_;
  Peer peer_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;  ///< Of the request under way.
  bool between_requests_ = false;

  // Time-outs by a timer of our own: a beast::tcp_stream closes the socket when its time is over,
  // so that 408 could not be sent. The timer is moved only when a deadline comes nearer; a busy
  // connection never touches it.
  boost::asio::steady_timer timer_;
  std::chrono::steady_clock::time_point deadline_;
  bool timer_armed_ = false;
  bool expired_ = false;
};

}  // namespace emulator
