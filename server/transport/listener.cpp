#include "server/transport/listener.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <exception>
#include <string>
#include <utility>

namespace emulator {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

static std::string text_of(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& error) {
    return error.what();
  }
}

static unsigned worker_count(const TransportSettings& settings) {
  if (settings.workers > 0) return settings.workers;
  return std::max(2U, std::thread::hardware_concurrency());
}

static tcp::endpoint endpoint_of(const TransportSettings& settings) {
  error_code error;
  const std::string text = settings.bind == "localhost" ? "127.0.0.1" : settings.bind;
  const auto address = net::ip::make_address(text, error);
  if (error) {
    throw BindError("cannot listen on '" + settings.bind +
                    "': neither an IPv4 nor an IPv6 address nor localhost");
  }
  return {address, settings.port};
}

static void open(tcp::acceptor& acceptor, const tcp::endpoint& endpoint) {
  try {
    acceptor.open(endpoint.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    if (endpoint.address().is_v6()) acceptor.set_option(net::ip::v6_only(false));
    acceptor.bind(endpoint);
    acceptor.listen();
  } catch (const boost::system::system_error& error) {
    throw BindError("cannot listen on " + endpoint.address().to_string() + " port " +
                    std::to_string(endpoint.port()) + ": " + error.code().message());
  }
}

Listener::Listener(const TransportSettings& settings, HttpHandler handler)
    : context_{settings, std::move(handler)},
      io_context_(static_cast<int>(worker_count(settings))),
      acceptor_(net::make_strand(io_context_)) {
  open(acceptor_, endpoint_of(settings));
  port_ = acceptor_.local_endpoint().port();
}

Listener::~Listener() {
  hurry();
  stop();
}

void Listener::start() {
  const std::lock_guard not_yet(stop_mutex_);  // The first threads serve, and may be told to stop.
  is_accepting_ = true;
  net::co_spawn(acceptor_.get_executor(), accept_connections(), [](std::exception_ptr error) {
    if (error) std::rethrow_exception(error);
  });
  for (unsigned i = worker_count(context_.settings); i > 0; --i) {
    threads_.emplace_back([this] { io_context_.run(); });
  }
}

net::awaitable<void> Listener::accept_connections() {
  net::steady_timer pause(acceptor_.get_executor());
  while (acceptor_.is_open()) {
    tcp::socket socket(net::make_strand(io_context_));
    const auto [error] = co_await acceptor_.async_accept(socket, net::as_tuple(net::use_awaitable));
    if (!error) {
      admit(std::move(socket));
    } else if (acceptor_.is_open()) {
      // Most likely out of file descriptors, which only time can mend.
      spdlog::warn("cannot accept a connection: {}", error.message());
      pause.expires_after(std::chrono::milliseconds(100));
      co_await pause.async_wait(net::use_awaitable);
    }
  }
  const std::lock_guard lock(mutex_);
  is_accepting_ = false;
  changed_.notify_all();
}

void Listener::admit(tcp::socket socket) {
  const auto session = std::make_shared<HttpSession>(std::move(socket), context_);
  bool served = true;
  {
    const std::lock_guard lock(mutex_);
    served = served_ < context_.settings.connections_max;
    if (served) ++served_;
    sessions_.insert(session);
  }
  net::co_spawn(session->executor(),
                served ? HttpSession::serve(session) : HttpSession::turn_away(session),
                [this, session, served](std::exception_ptr error) {
                  if (error) spdlog::error("a connection broke: {}", text_of(error));
                  release(session, served);
                });
}

void Listener::release(const std::shared_ptr<HttpSession>& session, bool served) {
  const std::lock_guard lock(mutex_);
  sessions_.erase(session);
  if (served) --served_;
  if (sessions_.empty()) changed_.notify_all();
}

// Callers whose connection the kernel has taken already may have sent their request. One that was
// accepted but not admitted yet is, before accept_connections() ends.
void Listener::accept_the_waiting() {
  boost::system::error_code error;
  acceptor_.non_blocking(true, error);
  while (!error) {
    tcp::socket socket(net::make_strand(io_context_));
    acceptor_.accept(socket, error);
    if (!error) admit(std::move(socket));
  }
  acceptor_.close(error);
}

void Listener::stop() {
  const std::lock_guard only_one(stop_mutex_);
  {
    std::unique_lock lock(mutex_);
    context_.stopping = true;
    if (threads_.empty()) {
      acceptor_.close();
    } else {
      net::post(acceptor_.get_executor(), [this] { accept_the_waiting(); });
    }
    for (const auto& session : sessions_) session->drain();
    changed_.wait_for(lock, context_.settings.stop_timeout,
                      [this] { return (!is_accepting_ && sessions_.empty()) || in_a_hurry_; });
  }
  io_context_.stop();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
  for (const auto& session : sessions_) session->cut();
  sessions_.clear();
}

void Listener::hurry() {
  const std::lock_guard lock(mutex_);
  in_a_hurry_ = true;
  changed_.notify_all();
}

}  // namespace emulator
