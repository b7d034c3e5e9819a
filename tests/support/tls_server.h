#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <cstdint>
#include <string>
#include <thread>

namespace emulator::testing {

/// A certificate, signed by itself, with its key, both as PEM.
struct Certificate {
  std::string certificate, key;
};

/// @param name what it names, as OpenSSL writes it: `DNS:localhost` or `IP:127.0.0.1`
Certificate self_signed(const std::string& name);

/// A server of https on this machine, which answers each request, one a connection, with 200 and
/// its target. A connection that breaks makes room for the next.
class TlsServer {
 public:
  explicit TlsServer(const Certificate& certificate);
  ~TlsServer();
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;

  std::uint16_t port() const { return port_; }

 private:
  void serve();

  boost::asio::io_context io_context_;
  boost::asio::ssl::context tls_{boost::asio::ssl::context::tls_server};
  boost::asio::ip::tcp::acceptor acceptor_;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace emulator::testing
