#include "server/transport/http_session.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/write.hpp>
#include <string_view>
#include <utility>

#include "server/transport/answer.h"
#include "server/transport/refusal.h"
#include "server/transport/responses.h"

namespace emulator {

namespace net = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr std::size_t head_read_size = std::size_t{8} * 1024;
constexpr std::size_t body_read_size = std::size_t{64} * 1024;
// Room for a whole head, or for one chunk header or trailer while a body is read.
constexpr std::size_t buffer_limit = head_limit + body_read_size;

// How much of a refused request is still read, so that closing does not reset the connection
// before its answer is seen.
constexpr std::chrono::seconds linger_time{2};
constexpr std::size_t linger_bytes = std::size_t{16} * 1024 * 1024;

constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr auto as_result = net::as_tuple(net::use_awaitable);

std::string address_text(const net::ip::tcp::socket& socket) {
  error_code error;
  net::ip::address address = socket.remote_endpoint(error).address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    address = net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6());
  }
  return address.to_string();
}

}  // namespace

HttpSession::HttpSession(net::ip::tcp::socket socket, const SessionContext& context)
    : socket_(std::move(socket)),
      context_(context),
      peer_{address_text(socket_), false},
      buffer_(buffer_limit),
      timer_(socket_.get_executor()) {
  error_code ignored;
  socket_.set_option(net::ip::tcp::no_delay(true), ignored);
}

net::awaitable<void> HttpSession::serve(std::shared_ptr<HttpSession> session) {
  std::optional<Refusal> refusal;
  try {
    while (co_await session->serve_request()) {
    }
  } catch (const Refusal& refused) {
    refusal = refused;
  } catch (const boost::system::system_error& error) {
    spdlog::debug("connection of {} lost: {}", session->peer_.address, error.code().message());
    co_return;
  }
  try {
    if (refusal) {
      spdlog::debug("request of {} refused: {}", session->peer_.address, refusal->reason);
      const auto& head = session->parser_->get();
      const auto target = head.target();
      HttpResponse answer =
          refusal_answer(refusal->status, refusal->reason, {target.data(), target.size()});
      complete(answer, head.version(), false);
      co_await session->write(std::move(answer), head.method() == http::verb::head);
    }
    co_await session->linger();
  } catch (const boost::system::system_error& error) {
    spdlog::debug("connection of {} lost: {}", session->peer_.address, error.code().message());
  }
}

net::awaitable<void> HttpSession::turn_away(std::shared_ptr<HttpSession> session) {
  try {
    HttpResponse answer =
        plain_answer(http::status::service_unavailable, "too many connections are open");
    complete(answer, 11, false);
    co_await session->write(std::move(answer), false);
    co_await session->linger();
  } catch (const boost::system::system_error& error) {
    spdlog::debug("connection of {} lost: {}", session->peer_.address, error.code().message());
  }
}

/// One request and its answer. False when the connection is to be closed.
net::awaitable<bool> HttpSession::serve_request() {
  if (!co_await await_request()) co_return false;
  parser_.emplace();
  parser_->header_limit(head_limit);
  parser_->body_limit(context_.settings.body_limit);
  co_await read_head();
  check_head(parser_->get());
  if (!parser_->is_done()) {
    if (expects_continue(parser_->get()) && buffer_.size() == 0) {
      expires_after(context_.settings.idle_timeout);
      co_await net::async_write(socket_, net::buffer(continue_line), net::use_awaitable);
    }
    co_await read_body();
  }
  const bool wants_more = parser_->keep_alive();
  const HttpRequest request = parser_->release();
  HttpAnswer answer = handle(request);
  if (answer.later) answer = co_await awaited(std::move(answer), request);
  if (answer.delivery.delay.count() > 0 || answer.delivery.manner != Delivery::Manner::whole) {
    if (!co_await deliver(answer, request)) co_return false;
  }
  const bool keep_alive = wants_more && !asks_to_close(answer) && !context_.stopping;
  complete(answer, request.version(), keep_alive);
  co_await write(std::move(answer), request.method() == http::verb::head);
  co_return keep_alive;
}

/// Waits for the first byte of a request. False when the peer closed, or idled too long.
net::awaitable<bool> HttpSession::await_request() {
  for (;;) {
    // Empty lines before a request are skipped (RFC 9112 2.2): old clients end a body with one.
    const auto* const bytes = static_cast<const char*>(buffer_.data().data());
    buffer_.consume(std::min(std::string_view(bytes, buffer_.size()).find_first_not_of("\r\n"),
                             buffer_.size()));
    if (buffer_.size() > 0) co_return true;
    if (context_.stopping && !has_unread_input()) co_return false;
    if (buffer_.capacity() > head_read_size) buffer_.shrink_to_fit();
    between_requests_ = true;
    expires_after(context_.settings.idle_timeout);
    const auto [error, size] =
        co_await socket_.async_read_some(buffer_.prepare(head_read_size), as_result);
    between_requests_ = false;
    // drain() has cancelled: a request may have arrived just before.
    const bool drained = error == net::error::operation_aborted && !expired_;
    if (error && !drained) co_return false;
    buffer_.commit(size);
  }
}

/// @throws Refusal
net::awaitable<void> HttpSession::read_head() {
  std::size_t taken = 0;
  bool waited = false;
  for (;;) {
    taken += parse();
    // The parser's own limit does not see fields that came, and were taken, piece by piece.
    const bool complete = parser_->is_header_done();
    if (taken + (complete ? 0 : buffer_.size()) > head_limit) {
      throw head_too_large(parser_->get());
    }
    if (complete) co_return;
    if (!std::exchange(waited, true)) expires_after(context_.settings.header_timeout);
    co_await receive(head_read_size);
  }
}

/// @throws Refusal
net::awaitable<void> HttpSession::read_body() {
  parser_->eager(true);
  for (;;) {
    if (buffer_.size() > 0) parse();
    if (parser_->is_done()) co_return;
    expires_after(context_.settings.header_timeout);
    co_await receive(body_read_size);
  }
}

/// Gives the parser what has been received, and returns how many bytes of it were taken.
std::size_t HttpSession::parse() {
  error_code error;
  const std::size_t taken = parser_->put(buffer_.data(), error);
  buffer_.consume(taken);
  if (error && error != http::error::need_more) throw refusal_of(error, parser_->get());
  return taken;
}

/// Receives at least one byte of a request that has begun, until the deadline.
net::awaitable<void> HttpSession::receive(std::size_t most) {
  const std::size_t room = std::min(most, buffer_limit - buffer_.size());
  if (room == 0) throw Refusal{http::status::bad_request, "a chunk's header is too large"};
  const Refusal too_slow{http::status::request_timeout, "the request did not arrive in time"};
  // The deadline may have passed while bytes received just before it waited for the strand.
  if (expired_) throw too_slow;
  const auto [error, size] = co_await socket_.async_read_some(buffer_.prepare(room), as_result);
  if (error && expired_) throw too_slow;
  if (error == net::error::eof) {
    throw Refusal{http::status::bad_request, "the request ended too early"};
  }
  if (error) throw boost::system::system_error(error);
  buffer_.commit(size);
}

net::awaitable<void> HttpSession::write(HttpResponse answer, bool head_only) {
  if (head_only) {
    http::response<http::empty_body> head(std::move(answer.base()));
    co_await write_message(head);
  } else {
    co_await write_message(answer);
  }
}

template <class Body>
net::awaitable<void> HttpSession::write_message(http::response<Body>& message) {
  http::response_serializer<Body> serializer{message};
  while (!serializer.is_done()) {
    // Not header_timeout: the nearer deadline would move the timer at every request.
    expires_after(context_.settings.idle_timeout);
    error_code error;
    co_await http::async_write_some(socket_, serializer,
                                    net::redirect_error(net::use_awaitable, error));
    if (error && error != http::error::end_of_stream) throw boost::system::system_error(error);
  }
}

/// Ends the sending side and reads on until the peer ends its own, within bounds.
net::awaitable<void> HttpSession::linger() {
  error_code error;
  socket_.shutdown(net::ip::tcp::socket::shutdown_send, error);
  if (error) co_return;
  std::array<char, 4096> unread;
  std::size_t left = linger_bytes;
  between_requests_ = true;
  expires_after(linger_time);
  while (left > 0 && !expired_ && !(context_.stopping && !has_unread_input())) {
    const auto [failed, size] = co_await socket_.async_read_some(net::buffer(unread), as_result);
    if (failed && failed != net::error::operation_aborted) break;
    left -= std::min(left, size);
  }
  socket_.close(error);
}

bool HttpSession::has_unread_input() {
  error_code error;
  return socket_.available(error) > 0 && !error;
}

void HttpSession::drain() {
  net::post(socket_.get_executor(), [session = shared_from_this()] {
    // Not cut: what has arrived already is a request that the caller may expect to be answered, and
    // it may have been read without the coroutine having seen it yet.
    error_code ignored;
    if (session->between_requests_) session->socket_.cancel(ignored);
  });
}

void HttpSession::cut() {
  error_code ignored;
  socket_.close(ignored);
}

/// Sets the deadline of the next operation on the socket: it is cancelled then.
void HttpSession::expires_after(std::chrono::milliseconds time) {
  deadline_ = std::chrono::steady_clock::now() + time;
  expired_ = false;
  if (!timer_armed_ || timer_.expiry() > deadline_) arm_timer();
}

void HttpSession::arm_timer() {
  timer_armed_ = true;
  timer_.expires_at(deadline_);
  timer_.async_wait([weak = weak_from_this()](error_code moved) {
    if (moved) return;
    if (const auto session = weak.lock()) session->on_timer();
  });
}

void HttpSession::on_timer() {
  if (std::chrono::steady_clock::now() < deadline_) return arm_timer();
  timer_armed_ = false;
  expired_ = true;
  error_code ignored;
  socket_.cancel(ignored);
}

}  // namespace emulator
