#include "server/transport/stop_signals.h"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <future>

#include "tests/server/transport/raw_client.h"

using namespace emulator;
using namespace emulator::testing;
using namespace std::chrono_literals;

TEST_CASE("Stop signals: a signal that comes before anyone waits for it stops the listener") {
  StopSignals signals;
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  client.answer_to("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  std::raise(SIGTERM);
  signals.stop_at_signal(listener);
  CHECK(client.rest().empty());
}

TEST_CASE("Stop signals: the second signal does not wait for a request under way") {
  auto settings = quiet_settings();
  settings.stop_timeout = 1h;
  StopSignals signals;
  RunningListener listener(settings, echo);
  RawClient idle(listener);
  idle.answer_to("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  RawClient hanging(listener);
  hanging.answer_to(
      "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n");
  auto stopped = std::async(std::launch::async, [&] { signals.stop_at_signal(listener); });
  std::raise(SIGINT);
  idle.rest();  // Closed, so the first signal has been taken.
  CHECK(stopped.wait_for(0s) == std::future_status::timeout);
  std::raise(SIGTERM);
  REQUIRE(stopped.wait_for(5s) == std::future_status::ready);
  boost::system::error_code end;
  CHECK(hanging.rest(end).empty());
}
