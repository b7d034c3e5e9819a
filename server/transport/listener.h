#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <unordered_set>
#include <vector>

#include "server/domain/settings.h"
#include "server/transport/http.h"
#include "server/transport/http_session.h"

namespace emulator {

/// The address can not be listened on; what() says which one and why.
struct BindError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The listening socket, its connections and the threads that serve them: all threads run one
/// io_context, which has the best tail of the layouts measured.
class Listener {
 public:
  /// Binds: callers can connect, and are served after start().
  /// @param settings `bind` is an IPv4 or IPv6 address or `localhost` (127.0.0.1); `::` takes IPv4
  ///   as well.
  /// @throws BindError
  Listener(const TransportSettings& settings, HttpHandler handler);
  /// Stops at once.
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// The port bound to, also where settings.port is 0.
  std::uint16_t port() const { return port_; }

  /// Starts the threads; once.
  void start();

  /// Accepts no more, closes idle connections, lets requests under way end and closes their
  /// connections; after stop_timeout cuts what is left. Returns when all threads have ended, so a
  /// handler that never returns holds it up. Any thread but a handler's; again does nothing.
  void stop();

  /// Ends the waiting of a stop() under way or to come. Any thread.
  void hurry();

 private:
  boost::asio::awaitable<void> accept_connections();
  void accept_the_waiting();
  void admit(boost::asio::ip::tcp::socket socket);
  void release(const std::shared_ptr<HttpSession>& session, bool served);

  // Before the io_context, because destroying that destroys what still refers to these.
  SessionContext context_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::unordered_set<std::shared_ptr<HttpSession>> sessions_;
  std::size_t served_ = 0;  ///< Sessions that were not turned away.
  bool is_accepting_ = false;
  bool in_a_hurry_ = false;

  boost::asio::io_context io_context_;
  boost::asio::ip::tcp::acceptor acceptor_;
  std::uint16_t port_ = 0;
  std::mutex stop_mutex_;
  std::vector<std::thread> threads_;
};

}  // namespace emulator
