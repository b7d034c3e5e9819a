#pragma once

#include <poll.h>

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "server/domain/settings.h"
#include "server/transport/http.h"
#include "server/transport/listener.h"

namespace emulator::testing {

/// Settings of a listener on a free port whose time-outs no test meets by accident.
inline TransportSettings quiet_settings() {
  TransportSettings settings;
  settings.port = 0;
  settings.workers = 2;
  return settings;
}

/// A listener that runs.
struct RunningListener : Listener {
  RunningListener(const TransportSettings& settings, HttpHandler handler)
      : Listener(settings, std::move(handler)) {
    start();
  }
};

/// Answers with method, target and body, so that a test sees what reached the handler.
inline HttpResponse echo(const HttpRequest& request, const Peer&) {
  HttpResponse answer;
  answer.body() = std::string(request.method_string()) + " " + std::string(request.target()) + " " +
                  request.body();
  return answer;
}

/// A client that sends the bytes it is told to send. Waits at most five seconds for an answer.
class RawClient {
 public:
  using executor_type = boost::asio::io_context::executor_type;

  explicit RawClient(std::uint16_t port) : socket_(io_context_) {
    socket_.connect({boost::asio::ip::address_v4::loopback(), port});
    socket_.set_option(boost::asio::ip::tcp::no_delay(true));
  }
  explicit RawClient(const Listener& listener) : RawClient(listener.port()) {}

  void send(std::string_view bytes) { boost::asio::write(socket_, boost::asio::buffer(bytes)); }

  void end_sending() { socket_.shutdown(boost::asio::ip::tcp::socket::shutdown_send); }

  /// The next answer. @param without_body it answers a HEAD request
  HttpResponse answer(bool without_body = false) {
    boost::beast::http::response_parser<boost::beast::http::string_body> parser;
    parser.skip(without_body);
    parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    boost::beast::http::read(*this, received_, parser);
    return parser.release();
  }

  HttpResponse answer_to(std::string_view request) {
    send(request);
    return answer();
  }

  /// Waits until the server has closed in an orderly way, and returns what it still sent.
  std::string rest() {
    boost::system::error_code error;
    std::string bytes = rest(error);
    if (error != boost::asio::error::eof) throw boost::system::system_error(error);
    return bytes;
  }

  /// The same for whatever end the connection has.
  std::string rest(boost::system::error_code& error) {
    std::string bytes(static_cast<const char*>(received_.data().data()), received_.size());
    received_.clear();
    std::array<char, 65536> block;
    for (;;) {
      const std::size_t size = read_some(boost::asio::buffer(block), error);
      if (error) return bytes;
      bytes.append(block.data(), size);
    }
  }

  /// Something has come, or the connection has ended.
  bool readable_within(std::chrono::milliseconds time) {
    pollfd readable{socket_.native_handle(), POLLIN, 0};
    return ::poll(&readable, 1, static_cast<int>(time.count())) != 0;
  }

  // What Beast asks of a stream to read from.
  executor_type get_executor() { return io_context_.get_executor(); }
  template <class Buffers>
  std::size_t read_some(const Buffers& buffers, boost::system::error_code& error) {
    if (!readable_within(std::chrono::seconds(5))) {
      throw std::runtime_error("no answer in five seconds");
    }
    return socket_.read_some(buffers, error);
  }
  template <class Buffers>
  std::size_t read_some(const Buffers& buffers) {
    boost::system::error_code error;
    const std::size_t size = read_some(buffers, error);
    if (error) throw boost::system::system_error(error);
    return size;
  }

 private:
  boost::asio::io_context io_context_;
  boost::asio::ip::tcp::socket socket_;
  boost::beast::flat_buffer received_;
};

}  // namespace emulator::testing
