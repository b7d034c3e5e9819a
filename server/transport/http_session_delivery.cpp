// How answers are asked for; answers that are waited for, or go out late, in part, or bit by bit.

#include <spdlog/spdlog.h>

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <exception>
#include <string_view>

#include "server/transport/answer.h"
#include "server/transport/http_session.h"

namespace emulator {

namespace net = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr auto as_result = net::as_tuple(net::use_awaitable);
constexpr std::chrono::milliseconds stream_pause{50};

// Nothing else tells, as long as there is nothing to write.
bool has_ended(net::ip::tcp::socket& peer) {
  char next = 0;
  error_code error;
  peer.non_blocking(true, error);
  peer.receive(net::buffer(&next, 1), net::socket_base::message_peek, error);
  return error && error != net::error::would_block;
}

/// Within a catch.
HttpAnswer answer_of_failure(const HttpRequest& request) {
  const std::string_view method(request.method_string());
  try {
    throw;
  } catch (const std::exception& error) {
    spdlog::error("answering a {} request failed: {}", method, error.what());
  } catch (...) {
    spdlog::error("answering a {} request failed", method);
  }
  return plain_answer(http::status::internal_server_error, "the emulator failed; its log says why");
}

}  // namespace

HttpAnswer HttpSession::handle(const HttpRequest& request) const {
  try {
    return context_.handler(request, peer_);
  } catch (...) {
    return answer_of_failure(request);
  }
}

net::awaitable<HttpAnswer> HttpSession::awaited(HttpAnswer answer, const HttpRequest& request) {
  try {
    co_return co_await answer.later();
  } catch (...) {
    co_return answer_of_failure(request);
  }
}

/// Waits, and does all else that is unusual. True when the answer is still to be written, as usual.
net::awaitable<bool> HttpSession::deliver(HttpAnswer answer, const HttpRequest& request) {
  co_await pause(answer.delivery.delay);
  switch (answer.delivery.manner) {
    case Delivery::Manner::whole:
      co_return true;
    case Delivery::Manner::hang:
      co_await hang();
      break;
    case Delivery::Manner::reset:
      reset();
      break;
    case Delivery::Manner::truncate:
      complete(answer, request.version(), false);
      co_await write_half(std::move(answer));
      break;
    case Delivery::Manner::stream:
      if (request.method() == http::verb::head) answer.delivery.more = [] { return std::nullopt; };
      co_await write_stream(answer, answer.delivery);
      break;
  }
  co_return false;
}

// Not timer_, whose deadline is that of the next operation on the socket.
net::awaitable<void> HttpSession::pause(std::chrono::milliseconds time) {
  if (time.count() <= 0) co_return;
  net::steady_timer timer(socket_.get_executor(), time);
  co_await timer.async_wait(net::use_awaitable);
}

/// Reads what else comes, so as to see the caller go.
net::awaitable<void> HttpSession::hang() {
  std::array<char, 4096> unread;
  between_requests_ = true;  // A stop need not wait.
  while (!context_.stopping) {
    expires_after(context_.settings.idle_timeout);
    const auto [error, size] = co_await socket_.async_read_some(net::buffer(unread), as_result);
    if (error && !(error == net::error::operation_aborted && expired_)) break;
  }
}

void HttpSession::reset() {
  error_code ignored;
  socket_.set_option(net::socket_base::linger(true, 0), ignored);
  socket_.close(ignored);
}

net::awaitable<void> HttpSession::write_half(HttpResponse answer) {
  const std::string half = answer.body().substr(0, answer.body().size() / 2);
  co_await write(std::move(answer), true);
  expires_after(context_.settings.idle_timeout);
  co_await net::async_write(socket_, net::buffer(half), net::use_awaitable);
}

/// The end of the connection is the end of the body, so that no piece needs a frame.
net::awaitable<void> HttpSession::write_stream(HttpResponse answer, const Delivery& delivery) {
  complete(answer, 11, false);
  answer.erase(http::field::content_length);
  co_await write(std::move(answer), true);
  while (!context_.stopping) {
    const std::optional<std::string> piece = delivery.more();
    if (!piece) break;
    if (piece->empty()) {
      if (has_ended(socket_)) co_return;
      co_await pause(stream_pause);
      continue;
    }
    expires_after(context_.settings.idle_timeout);
    co_await net::async_write(socket_, net::buffer(*piece), net::use_awaitable);
  }
}

}  // namespace emulator
