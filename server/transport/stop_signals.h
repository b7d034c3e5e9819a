#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include "server/transport/listener.h"

namespace emulator {

/// SIGTERM and SIGINT, kept from ending the process from construction on: make it before the first
/// caller can know that the server runs.
class StopSignals {
 public:
  StopSignals();

  /// Returns when a signal has come, perhaps earlier, and the listener has stopped. A second signal
  /// cuts the stop short; a third ends the process, which is the way out of a hanging handler.
  void stop_at_signal(Listener& listener);

 private:
  boost::asio::io_context io_context_;
  boost::asio::signal_set signals_;
};

}  // namespace emulator
