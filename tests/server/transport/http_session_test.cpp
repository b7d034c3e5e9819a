#include "server/transport/http_session.h"

#include <doctest/doctest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <regex>
#include <stdexcept>
#include <string>

#include "tests/server/transport/raw_client.h"

using namespace emulator;
using namespace emulator::testing;
namespace http = boost::beast::http;

namespace {

const std::string get_a = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string post = "POST /p HTTP/1.1\r\nHost: h\r\n";

/// A session that goes on only by `io`, which no thread runs, and its client.
struct SteppedSession {
  boost::asio::io_context io;
  boost::asio::ip::tcp::acceptor acceptor{io, {boost::asio::ip::address_v4::loopback(), 0}};
  RawClient client{acceptor.local_endpoint().port()};
  SessionContext context{quiet_settings(), echo};
  std::weak_ptr<HttpSession> session = accepted();

  void step(int times) {
    for (int i = 0; i < times; ++i) io.poll_one();
  }
  /// Stops as the listener does, and runs to the end of the connection. `late` comes so shortly
  /// before that the session has not been told of it.
  void drain(const std::string& late = {}) {
    context.stopping = true;
    if (!late.empty()) boost::asio::post(io, [this, late] { client.send(late); });
    session.lock()->drain();
    io.run();
  }

 private:
  std::shared_ptr<HttpSession> accepted() {
    boost::asio::ip::tcp::socket socket(boost::asio::make_strand(io));
    acceptor.accept(socket);
    auto made = std::make_shared<HttpSession>(std::move(socket), context);
    boost::asio::co_spawn(made->executor(), HttpSession::serve(made), boost::asio::detached);
    return made;
  }
};

// More than a session takes to begin and to read.
constexpr int steps_max = 8;

}  // namespace

TEST_CASE("HTTP session: two requests share a connection") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  const HttpResponse first = client.answer_to(get_a);
  CHECK(first.result_int() == 200);
  CHECK(first.count(http::field::connection) == 0);
  CHECK(client.answer_to(post + "Content-Length: 3\r\n\r\nabc").body() == "POST /p abc");
}

TEST_CASE("HTTP session: pipelined requests are answered in order") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  client.send(get_a + post + "Content-Length: 3\r\n\r\nabc" + "GET /c HTTP/1.1\r\nHost: h\r\n\r\n");
  CHECK(client.answer().body() == "GET /a ");
  CHECK(client.answer().body() == "POST /p abc");
  CHECK(client.answer().body() == "GET /c ");
}

TEST_CASE("HTTP session: a request cut anywhere between two segments is read the same") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  const std::string request =
      post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX: y\r\n\r\n";
  for (std::size_t cut = 1; cut < request.size(); ++cut) {
    client.send(request.substr(0, cut));
    client.send(request.substr(cut));
    CHECK(client.answer().body() == "POST /p abcde");
  }
}

TEST_CASE("HTTP session: bodies of any size up to the limit arrive whole") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  for (const std::size_t size : {0UL, 1UL, 8192UL, 65536UL, 1000000UL}) {
    const std::string body(size, 'x');
    client.send(post + "Content-Length: " + std::to_string(size) + "\r\n\r\n" + body);
    CHECK(client.answer().body() == "POST /p " + body);
  }
}

TEST_CASE("HTTP session: 100 Continue precedes the body that waits for it") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  client.send(post + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.answer().result_int() == 100);
  client.send("abc");
  CHECK(client.answer().body() == "POST /p abc");
}

TEST_CASE("HTTP session: no 100 Continue where the body is there, empty, or HTTP is 1.0") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  const std::string expecting = post + "Expect: 100-continue\r\n";
  CHECK(client.answer_to(expecting + "Content-Length: 3\r\n\r\nabc").result_int() == 200);
  CHECK(client.answer_to(expecting + "\r\n").result_int() == 200);
  client.send("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
  client.send("x");
  CHECK(client.answer().result_int() == 200);
}

TEST_CASE("HTTP session: HEAD is answered with the headers of GET and no body") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  client.send("HEAD /abc HTTP/1.1\r\nHost: h\r\n\r\n");
  CHECK(client.answer(true)[http::field::content_length] == "10");
  CHECK(client.answer_to(get_a).body() == "GET /a ");
}

TEST_CASE("HTTP session: a target in absolute form reaches the handler as it is") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  CHECK(client.answer_to("GET http://h:1/x?y HTTP/1.1\r\nHost: h:1\r\n\r\n").body() ==
        "GET http://h:1/x?y ");
}

TEST_CASE("HTTP session: an offer to upgrade is passed over") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  const std::string offer = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n";
  CHECK(client.answer_to(post + offer + "Content-Length: 1\r\n\r\nx").body() == "POST /p x");
  CHECK(client.answer_to(get_a).body() == "GET /a ");
}

TEST_CASE("HTTP session: an empty line before a request is skipped") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  CHECK(client.answer_to(post + "Content-Length: 1\r\n\r\nx\r\n").body() == "POST /p x");
  CHECK(client.answer_to(get_a).body() == "GET /a ");
}

TEST_CASE("HTTP session: HTTP/1.0 closes, unless the client asks to keep the connection") {
  RunningListener listener(quiet_settings(), echo);
  RawClient keeping(listener);
  const std::string keep = "GET /k HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n";
  const HttpResponse kept = keeping.answer_to(keep);
  CHECK(kept[http::field::connection] == "keep-alive");
  CHECK(kept.version() == 10);
  CHECK(keeping.answer_to(keep).body() == "GET /k ");

  RawClient closing(listener);
  CHECK(closing.answer_to("GET /k HTTP/1.0\r\n\r\n").body() == "GET /k ");
  CHECK(closing.rest().empty());
}

TEST_CASE("HTTP session: Connection: close of either side is said and kept") {
  RunningListener listener(quiet_settings(), [](const HttpRequest& request, const Peer& peer) {
    HttpResponse answer = echo(request, peer);
    if (request.target() == "/last") answer.keep_alive(false);
    return answer;
  });
  for (const char* head : {"GET /last HTTP/1.1\r\nHost: h\r\n\r\n",
                           "GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"}) {
    RawClient client(listener);
    CHECK(client.answer_to(head)[http::field::connection] == "close");
    CHECK(client.rest().empty());
  }
}

TEST_CASE("HTTP session: a client that has ended its sending side gets its answer") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  client.send(get_a);
  client.end_sending();
  CHECK(client.answer().body() == "GET /a ");
  CHECK(client.rest().empty());
}

TEST_CASE("HTTP session: a request that ends too early is answered with 400") {
  RunningListener listener(quiet_settings(), echo);
  for (const std::string& part : {std::string("GET / HT"), post + "Content-Length: 9\r\n\r\nabc"}) {
    RawClient client(listener);
    client.send(part);
    client.end_sending();
    CHECK(client.answer().result_int() == 400);
    CHECK(client.rest().empty());
  }
}

TEST_CASE("HTTP session: a handler that throws is answered with 500 and the connection goes on") {
  RunningListener listener(quiet_settings(), [](const HttpRequest& request, const Peer& peer) {
    if (request.target() == "/bug") throw std::runtime_error("thrown by the test");
    if (request.target() == "/odd") throw 42;
    return echo(request, peer);
  });
  RawClient client(listener);
  for (const char* target : {"/bug", "/odd"}) {
    const std::string request = "GET " + std::string(target) + " HTTP/1.1\r\nHost: h\r\n\r\n";
    CHECK(client.answer_to(request).result_int() == 500);
  }
  CHECK(client.answer_to(get_a).body() == "GET /a ");
}

TEST_CASE("HTTP session: an answer is dated and does not name the server") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  const HttpResponse answer = client.answer_to(get_a);
  const std::string date(answer[http::field::date]);
  CHECK(std::regex_match(date, std::regex(R"(\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT)")));
  CHECK(answer.count(http::field::server) == 0);
}

TEST_CASE("HTTP session: the handler learns the caller's address") {
  auto settings = quiet_settings();
  settings.bind = "::";
  RunningListener listener(settings, [](const HttpRequest&, const Peer& peer) {
    HttpResponse answer;
    answer.body() = peer.address;
    return answer;
  });
  RawClient client(listener);
  CHECK(client.answer_to(get_a).body() == "127.0.0.1");
}

TEST_CASE(
    "HTTP session: a request that has come is answered, wherever the session is when drained") {
  for (int steps = 0; steps <= steps_max; ++steps) {
    CAPTURE(steps);
    SteppedSession waiting;
    waiting.step(1 + steps);  // At least begun: else it ends, as nothing has come.
    waiting.drain(get_a);
    CHECK(waiting.client.answer().body() == "GET /a ");
    CHECK(waiting.client.rest().empty());

    SteppedSession begun;
    begun.client.send(get_a);
    begun.step(steps);
    begun.drain();
    CHECK(begun.client.answer().body() == "GET /a ");
    CHECK(begun.client.rest().empty());
  }
}

TEST_CASE("HTTP session: a refusal reaches its client, wherever the session is when drained") {
  for (int steps = 0; steps <= steps_max; ++steps) {
    CAPTURE(steps);
    SteppedSession begun;
    begun.client.send("no request\r\n\r\n");
    begun.step(steps);
    begun.drain("more");  // Closing before that is read would reset the connection.
    CHECK(begun.client.answer().result_int() == 400);
    CHECK(begun.client.rest().empty());
  }
}

TEST_CASE("HTTP session: one without a request ends at once when drained") {
  for (int steps = 0; steps <= steps_max; ++steps) {
    CAPTURE(steps);
    SteppedSession idle;
    idle.step(steps);
    idle.drain();
    CHECK(idle.client.rest().empty());
  }
}
