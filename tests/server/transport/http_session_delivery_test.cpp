#include <doctest/doctest.h>

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <deque>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "server/transport/http_session.h"
#include "tests/server/transport/raw_client.h"

using namespace emulator;
using namespace emulator::testing;
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;
using Manner = Delivery::Manner;
namespace http = boost::beast::http;
namespace net = boost::asio;

namespace {

const std::string get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string get_plain = "GET /plain HTTP/1.1\r\nHost: h\r\n\r\n";

/// Answers with the body 0123456789, delivered so; `/plain` as usual.
HttpHandler delivering(const Delivery& delivery) {
  return [delivery](const HttpRequest& request, const Peer&) {
    HttpAnswer answer;
    answer.body() = "0123456789";
    if (request.target() != "/plain") answer.delivery = delivery;
    return answer;
  };
}

Delivery manner(Manner how, std::chrono::milliseconds delay = 0ms) { return {how, delay, {}}; }

std::string end_of(RawClient& client, boost::system::error_code& error) {
  return client.rest(error);
}

}  // namespace

TEST_CASE("Delivery: an answer that is waited for goes out when it is there, and holds no thread") {
  TransportSettings settings = quiet_settings();
  settings.workers = 1;
  std::promise<void> begun;
  net::steady_timer* awaited = nullptr;
  RunningListener listener(settings, [&](const HttpRequest& request, const Peer&) {
    HttpAnswer answer;
    answer.body() = "at once";
    if (request.target() == "/plain") {
      if (awaited != nullptr) awaited->cancel();
      return answer;
    }
    answer.later = [&]() -> net::awaitable<HttpAnswer> {
      net::steady_timer timer(co_await net::this_coro::executor, Steady::time_point::max());
      awaited = &timer;
      begun.set_value();
      co_await timer.async_wait(net::as_tuple(net::use_awaitable));
      awaited = nullptr;
      HttpAnswer later;
      later.body() = "later";
      co_return later;
    };
    return answer;
  });
  RawClient waiting(listener);
  waiting.send(get);
  begun.get_future().wait();
  CHECK(RawClient(listener).answer_to(get_plain).body() == "at once");
  CHECK(waiting.answer().body() == "later");
  CHECK(waiting.answer_to(get_plain).body() == "at once");
}

TEST_CASE("Delivery: an answer that is waited for in vain is a 500") {
  RunningListener listener(quiet_settings(), [](const HttpRequest&, const Peer&) {
    HttpAnswer answer;
    answer.later = []() -> net::awaitable<HttpAnswer> {
      co_await net::this_coro::executor;
      throw std::runtime_error("in vain");
    };
    return answer;
  });
  CHECK(RawClient(listener).answer_to(get).result_int() == 500);
}

TEST_CASE("Delivery: a delay comes before the answer, which keeps the connection") {
  RunningListener listener(quiet_settings(), delivering(manner(Manner::whole, 60ms)));
  RawClient client(listener);
  for (int i = 0; i < 2; ++i) {
    const auto start = Steady::now();
    CHECK(client.answer_to(get).body() == "0123456789");
    CHECK(Steady::now() - start >= 60ms);
  }
  CHECK(client.answer_to(get_plain).body() == "0123456789");
}

TEST_CASE("Delivery: a delay comes before every other manner, too") {
  for (const Manner how : {Manner::reset, Manner::truncate}) {
    RunningListener listener(quiet_settings(), delivering(manner(how, 60ms)));
    RawClient client(listener);
    const auto start = Steady::now();
    client.send(get);
    boost::system::error_code error;
    end_of(client, error);
    CHECK(Steady::now() - start >= 60ms);
  }
}

TEST_CASE("Delivery: a delay longer than the idle time-out is kept") {
  auto settings = quiet_settings();
  settings.idle_timeout = 20ms;
  RunningListener listener(settings, delivering(manner(Manner::whole, 100ms)));
  RawClient client(listener);
  CHECK(client.answer_to(get).body() == "0123456789");
}

TEST_CASE("Delivery: a reset ends the connection with a reset, and no byte before it") {
  RunningListener listener(quiet_settings(), delivering(manner(Manner::reset)));
  RawClient client(listener);
  client.send(get);
  boost::system::error_code error;
  CHECK(end_of(client, error).empty());
  CHECK(error == boost::asio::error::connection_reset);
}

TEST_CASE("Delivery: a truncated answer promises its length and ends halfway") {
  RunningListener listener(quiet_settings(), delivering(manner(Manner::truncate)));
  RawClient client(listener);
  client.send(get);
  const std::string bytes = client.rest();
  CHECK(bytes.find("Content-Length: 10\r\n") != std::string::npos);
  CHECK(bytes.ends_with("\r\n\r\n01234"));
}

TEST_CASE("Delivery: a hang sends nothing, through any idle time-out, until the client goes") {
  auto settings = quiet_settings();
  settings.idle_timeout = 10ms;
  RunningListener listener(settings, delivering(manner(Manner::hang)));
  RawClient client(listener);
  client.send(get + get_plain);
  CHECK_FALSE(client.readable_within(60ms));
  client.end_sending();
  CHECK(client.rest().empty());
}

TEST_CASE("Delivery: a stop ends a hang at once") {
  auto settings = quiet_settings();
  settings.stop_timeout = 60s;
  RunningListener listener(settings, delivering(manner(Manner::hang)));
  RawClient client(listener);
  client.send(get);
  CHECK_FALSE(client.readable_within(30ms));
  const auto start = Steady::now();
  listener.stop();
  CHECK(Steady::now() - start < 10s);
  CHECK(client.rest().empty());
}

TEST_CASE("Delivery: a stop waits for a delay, but no longer than it waits for any request") {
  struct Case {
    std::chrono::milliseconds delay, stop_timeout;
    bool is_answered;
  };
  for (const Case& c : {Case{100ms, 60s, true}, Case{1h, 50ms, false}}) {
    std::atomic<bool> is_called = false;
    auto settings = quiet_settings();
    settings.stop_timeout = c.stop_timeout;
    RunningListener listener(settings, [&](const HttpRequest& request, const Peer& peer) {
      is_called = true;
      return delivering(manner(Manner::whole, c.delay))(request, peer);
    });
    RawClient client(listener);
    client.send(get);
    while (!is_called) std::this_thread::yield();
    const auto start = Steady::now();
    listener.stop();
    CHECK(Steady::now() - start < 10s);
    boost::system::error_code error;
    CHECK(end_of(client, error).ends_with("0123456789") == c.is_answered);
  }
}

TEST_CASE("Delivery: 200 that hang and 200 that are delayed keep no thread from others") {
  const HttpHandler hanging = delivering(manner(Manner::hang));
  const HttpHandler delayed = delivering(manner(Manner::whole, 1h));
  auto settings = quiet_settings();
  settings.stop_timeout = 50ms;
  RunningListener listener(settings, [&](const HttpRequest& request, const Peer& peer) {
    return request.target() == "/delay" ? delayed(request, peer) : hanging(request, peer);
  });
  std::deque<RawClient> waiting;
  for (int i = 0; i < 200; ++i) {
    waiting.emplace_back(listener).send(get);
    waiting.emplace_back(listener).send("GET /delay HTTP/1.1\r\nHost: h\r\n\r\n");
  }
  for (int i = 0; i < 20; ++i) {
    RawClient client(listener);
    CHECK(client.answer_to(get_plain).body() == "0123456789");
  }
  for (RawClient& client : waiting) CHECK_FALSE(client.readable_within(0ms));
}

TEST_CASE("Delivery: a stream goes out piece by piece until it ends, without a length") {
  Delivery stream = manner(Manner::stream);
  const auto left = std::make_shared<std::vector<std::optional<std::string>>>(
      std::vector<std::optional<std::string>>{std::nullopt, "c", "", "b", "a"});
  stream.more = [left] {
    auto piece = left->back();
    left->pop_back();
    return piece;
  };
  RunningListener listener(quiet_settings(), delivering(stream));
  RawClient client(listener);
  client.send(get);
  const std::string bytes = client.rest();
  CHECK(bytes.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(bytes.find("Content-Length") == std::string::npos);
  CHECK(bytes.find("Connection: close\r\n") != std::string::npos);
  CHECK(bytes.ends_with("\r\n\r\nabc"));
}

TEST_CASE("Delivery: a HEAD request gets the head of a stream alone") {
  std::atomic<int> asked = 0;
  Delivery stream = manner(Manner::stream);
  stream.more = [&asked] {
    ++asked;
    return std::string("a");
  };
  RunningListener listener(quiet_settings(), delivering(stream));
  RawClient client(listener);
  client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n");
  CHECK(client.rest().ends_with("\r\n\r\n"));
  CHECK(asked == 0);
}

TEST_CASE("Delivery: a silent stream ends when its client goes, or the server stops") {
  const auto held = std::make_shared<int>();
  auto settings = quiet_settings();
  settings.stop_timeout = 60s;
  RunningListener listener(settings, [held](const HttpRequest&, const Peer&) {
    HttpAnswer answer;
    answer.delivery.manner = Manner::stream;
    answer.delivery.more = [held] { return std::string(); };
    return answer;
  });
  const auto idle = held.use_count();
  const auto head_of = [](RawClient& client) {
    client.send(get);
    return client.readable_within(5s);
  };
  {
    RawClient gone(listener);
    REQUIRE(head_of(gone));
    CHECK(held.use_count() > idle);
  }
  const auto start = Steady::now();
  while (held.use_count() > idle && Steady::now() - start < 5s) std::this_thread::sleep_for(5ms);
  CHECK(held.use_count() == idle);

  RawClient staying(listener);
  REQUIRE(head_of(staying));
  listener.stop();
  CHECK(Steady::now() - start < 15s);
  CHECK(staying.rest().ends_with("\r\n\r\n"));
}
