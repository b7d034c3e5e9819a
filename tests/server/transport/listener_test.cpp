#include "server/transport/listener.h"

#include <doctest/doctest.h>

#include <chrono>
#include <deque>
#include <future>
#include <string>

#include "tests/server/transport/raw_client.h"

using namespace emulator;
using namespace emulator::testing;
using namespace std::chrono_literals;
namespace http = boost::beast::http;

namespace {

const std::string get_a = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string expecting =
    "POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n";

}  // namespace

TEST_CASE("Listener: a port in use is a BindError that names address and reason") {
  Listener first(quiet_settings(), echo);
  auto settings = quiet_settings();
  settings.port = first.port();
  const std::string text = "cannot listen on 127.0.0.1 port " + std::to_string(first.port()) +
                           ": Address already in use";
  CHECK_THROWS_WITH_AS(Listener(settings, echo), text.c_str(), BindError);
}

TEST_CASE("Listener: takes addresses and localhost, and no other names") {
  auto settings = quiet_settings();
  for (const char* bind : {"127.0.0.1", "0.0.0.0", "localhost", "::"}) {
    CAPTURE(bind);
    settings.bind = bind;
    RunningListener listener(settings, echo);
    RawClient client(listener);
    CHECK(client.answer_to(get_a).result_int() == 200);
  }
  for (const char* bind : {"", "example.invalid", "127.0.0.1:80", "300.0.0.1"}) {
    CAPTURE(bind);
    settings.bind = bind;
    CHECK_THROWS_AS(Listener(settings, echo), BindError);
  }
}

TEST_CASE("Listener: a port is free again as soon as its listener has stopped") {
  auto settings = quiet_settings();
  for (int round = 0; round < 3; ++round) {
    RunningListener listener(settings, echo);
    settings.port = listener.port();
    RawClient client(listener);
    CHECK(client.answer_to(get_a).result_int() == 200);
    listener.stop();
  }
}

TEST_CASE("Listener: a caller who connects before the start is served after it") {
  Listener listener(quiet_settings(), echo);
  RawClient client(listener);
  client.send(get_a);
  listener.start();
  CHECK(client.answer().body() == "GET /a ");
}

TEST_CASE("Listener: idle and half-sent requests do not starve a new one") {
  RunningListener listener(quiet_settings(), echo);
  std::deque<RawClient> others;
  for (int i = 0; i < 64; ++i) others.emplace_back(listener).answer_to(get_a);
  for (int i = 0; i < 8; ++i) others.emplace_back(listener).answer_to(expecting);
  RawClient client(listener);
  CHECK(client.answer_to(get_a).body() == "GET /a ");
}

TEST_CASE("Listener: a connection beyond the limit is answered with 503, until another has gone") {
  auto settings = quiet_settings();
  settings.connections_max = 1;
  RunningListener listener(settings, echo);
  {
    RawClient first(listener);
    first.answer_to(get_a);
    RawClient second(listener);
    const HttpResponse answer = second.answer();
    CHECK(answer.result_int() == 503);
    CHECK(answer[http::field::connection] == "close");
    CHECK(second.rest().empty());
  }
  const auto patience = std::chrono::steady_clock::now() + 5s;
  unsigned status = 503;
  while (status == 503 && std::chrono::steady_clock::now() < patience) {
    RawClient third(listener);
    status = third.answer_to(get_a).result_int();
  }
  CHECK(status == 200);
}

TEST_CASE("Listener: stop lets a running request end and closes idle connections at once") {
  auto settings = quiet_settings();
  settings.stop_timeout = 1h;
  std::promise<void> entered;
  std::promise<void> leave;
  RunningListener listener(settings, [&](const HttpRequest& request, const Peer& peer) {
    if (request.target() == "/slow") {
      entered.set_value();
      leave.get_future().wait();
    }
    return echo(request, peer);
  });
  RawClient idle(listener);
  idle.answer_to(get_a);
  RawClient silent(listener);
  RawClient reading(listener);
  reading.answer_to(expecting);
  RawClient running(listener);
  running.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n");
  entered.get_future().wait();

  auto stopped = std::async(std::launch::async, [&] { listener.stop(); });
  CHECK(idle.rest().empty());
  boost::system::error_code end;
  CHECK(silent.rest(end).empty());  // Perhaps not accepted yet.
  CHECK(stopped.wait_for(0s) == std::future_status::timeout);
  reading.send("abc");
  const HttpResponse read = reading.answer();
  CHECK(read.body() == "POST /p abc");
  CHECK(read[http::field::connection] == "close");
  leave.set_value();
  const HttpResponse answer = running.answer();
  CHECK(answer.body() == "GET /slow ");
  CHECK(answer[http::field::connection] == "close");
  CHECK(running.rest().empty());
  CHECK(stopped.wait_for(5s) == std::future_status::ready);
  CHECK_THROWS_AS(RawClient{listener}, boost::system::system_error);
}

TEST_CASE("Listener: stop answers what waiting connections have sent already") {
  // One worker, held up by the first request: the others wait in the kernel.
  auto settings = quiet_settings();
  settings.workers = 1;
  settings.stop_timeout = 1h;
  std::promise<void> entered;
  std::promise<void> release;
  RunningListener listener(settings, [&](const HttpRequest& request, const Peer& peer) {
    if (request.target() == "/a") {
      entered.set_value();
      release.get_future().wait();
    }
    return echo(request, peer);
  });
  std::future<void> stopped;  // Waited for when the clients have gone.
  RawClient first(listener);
  first.send(get_a);
  entered.get_future().wait();
  std::deque<RawClient> waiting;
  for (int i = 0; i < 20; ++i)
    waiting.emplace_back(listener).send("GET /b HTTP/1.1\r\nHost: h\r\n\r\n");
  stopped = std::async(std::launch::async, [&] { listener.stop(); });
  release.set_value();
  CHECK(first.answer().body() == "GET /a ");
  for (RawClient& client : waiting) CHECK(client.answer().body() == "GET /b ");
  stopped.wait();
}

TEST_CASE("Listener: a stop that comes while threads are started waits for that") {
  auto settings = quiet_settings();
  settings.workers = 200;
  std::promise<void> served;
  Listener listener(settings, [&](const HttpRequest& request, const Peer& peer) {
    served.set_value();
    return echo(request, peer);
  });
  RawClient client(listener);
  client.send(get_a);
  auto stopped = std::async(std::launch::async, [&] {
    served.get_future().wait();
    listener.stop();
  });
  listener.start();
  stopped.get();
  CHECK(client.answer().body() == "GET /a ");
}

TEST_CASE("Listener: stop does not wait longer than its time-out for a client that hangs") {
  auto settings = quiet_settings();
  settings.stop_timeout = 60ms;
  RunningListener listener(settings, echo);
  RawClient client(listener);
  client.answer_to(expecting);
  const auto start = std::chrono::steady_clock::now();
  listener.stop();
  const auto taken = std::chrono::steady_clock::now() - start;
  CHECK(taken >= 60ms);
  CHECK(taken < 60s);
  boost::system::error_code end;
  CHECK(client.rest(end).empty());
}

TEST_CASE("Listener: stop may be called again, from elsewhere, and before the start") {
  RunningListener listener(quiet_settings(), echo);
  auto other = std::async(std::launch::async, [&] { listener.stop(); });
  listener.stop();
  other.get();
  Listener never_started(quiet_settings(), echo);
  never_started.stop();
}
