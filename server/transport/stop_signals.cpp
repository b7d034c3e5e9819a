#include "server/transport/stop_signals.h"

#include <boost/asio/post.hpp>
#include <boost/system/error_code.hpp>
#include <csignal>
#include <thread>

namespace emulator {

using boost::system::error_code;

StopSignals::StopSignals() : signals_(io_context_, SIGTERM, SIGINT) {}

void StopSignals::stop_at_signal(Listener& listener) {
  signals_.async_wait([](error_code, int) {});
  io_context_.run();

  signals_.async_wait([this, &listener](error_code cancelled, int) {
    if (cancelled) return;
    signals_.clear();
    listener.hurry();
  });
  io_context_.restart();
  std::thread second_signal([this] { io_context_.run(); });
  listener.stop();
  boost::asio::post(io_context_, [this] { signals_.cancel(); });
  second_signal.join();
}

}  // namespace emulator
