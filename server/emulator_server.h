#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "server/domain/settings.h"

namespace emulator {

class Listener;
class Upstream;

/// The program's settings, but for a port of its own: what a server inside a test begins with.
struct ServerOptions : Settings {
  ServerOptions() { transport.port = 0; }
};

/// A running emulator: nsemu without a command line, and all of what nsemu runs. Any number of them
/// live in one process, each with tenants of its own. Signals are left alone, and what is logged
/// goes to spdlog's default logger, as it is.
class Server {
 public:
  /// Returns when requests are answered.
  /// @param origins where each setting comes from, for `GET /__admin/config`
  /// @param on_shutdown what `POST /__admin/shutdown` does, once, on a thread that a stop waits
  ///   for; empty: this server stops
  /// @param upstream a server that gets each message, too; outlives this one. Null: there is none
  /// @throws BindError, store::Error, SeedFileError, std::runtime_error
  explicit Server(const Settings& settings = ServerOptions(),
                  const std::map<std::string, std::string>& origins = {},
                  std::function<void()> on_shutdown = {}, Upstream* upstream = nullptr);
  /// Stops.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  /// Such as `http://127.0.0.1:40123`, without a slash at its end.
  std::string base_url() const;
  /// Of the default tenant: the name of the seed, or `kept` for rows of an earlier start.
  std::string seed() const;

  /// Accepts no more, lets requests under way end, at most for the stop time-out. Again does
  /// nothing. From any thread.
  void stop();

  /// For who stops it in a way of its own, as the program does at a signal.
  Listener& listener();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace emulator
