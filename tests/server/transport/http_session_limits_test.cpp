#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "server/transport/http_session.h"
#include "tests/server/transport/raw_client.h"

using namespace emulator;
using namespace emulator::testing;
using namespace std::chrono_literals;
namespace http = boost::beast::http;

namespace {

const std::string get_a = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string post = "POST /p HTTP/1.1\r\nHost: h\r\n";

TransportSettings limited_body() {
  auto settings = quiet_settings();
  settings.body_limit = 10;
  return settings;
}

}  // namespace

TEST_CASE("HTTP session: a body as large as the limit is taken") {
  RunningListener listener(limited_body(), echo);
  RawClient client(listener);
  CHECK(client.answer_to(post + "Content-Length: 10\r\n\r\n0123456789").result_int() == 200);
  CHECK(client.answer_to(post + "Transfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n")
            .result_int() == 200);
}

TEST_CASE("HTTP session: a larger body is answered with 413 before it is sent") {
  RunningListener listener(limited_body(), echo);
  for (const char* expect : {"", "Expect: 100-continue\r\n"}) {
    RawClient client(listener);
    const HttpResponse answer = client.answer_to(post + expect + "Content-Length: 11\r\n\r\n");
    CHECK(answer.result_int() == 413);
    CHECK(answer[http::field::connection] == "close");
    CHECK(client.rest().empty());
  }
}

TEST_CASE("HTTP session: what is refused of the admin API's is a problem") {
  RunningListener listener(limited_body(), echo);
  for (const auto& [head, status] :
       std::vector<std::pair<std::string, int>>{{"Host: h\r\nContent-Length: 11\r\n", 413},
                                                {"Content-Length: 1\r\n", 400},
                                                {"Host: h\r\nContent-Length: x\r\n", 400}}) {
    CAPTURE(head);
    RawClient client(listener);
    const HttpResponse answer =
        client.answer_to("POST /__Admin/seed HTTP/1.1\r\n" + head + "\r\n");
    CHECK(answer.result_int() == status);
    CHECK(answer[http::field::content_type] == "application/problem+json");
  }
}

TEST_CASE("HTTP session: chunks that exceed the limit together are answered with 413") {
  RunningListener listener(limited_body(), echo);
  RawClient client(listener);
  client.send(post + "Transfer-Encoding: chunked\r\n\r\n6\r\n012345\r\n6\r\n");
  CHECK(client.answer().result_int() == 413);
  CHECK(client.rest().empty());
}

TEST_CASE("HTTP session: a client that sends all of a refused body still gets the answer") {
  RunningListener listener(limited_body(), echo);
  RawClient client(listener);
  client.send(post + "Content-Length: 4000000\r\n\r\n");
  client.send(std::string(4000000, 'x'));
  CHECK(client.answer().result_int() == 413);
  CHECK(client.rest().empty());
}

TEST_CASE("HTTP session: chunk headers and trailers do not grow without end") {
  RunningListener listener(quiet_settings(), echo);
  const std::string chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
  for (const char* start : {"1;x=", "0\r\nX: "}) {
    RawClient client(listener);
    client.send(chunked + start + std::string(200000, 'x'));
    CHECK(client.answer().result_int() == 400);
  }
}

TEST_CASE("HTTP session: a head that does not come in time is answered with 408") {
  auto settings = quiet_settings();
  settings.header_timeout = 60ms;
  RunningListener listener(settings, echo);
  RawClient client(listener);
  client.answer_to(get_a);
  const HttpResponse answer = client.answer_to("GET / HTTP/1.1\r\nHost: ");
  CHECK(answer.result_int() == 408);
  CHECK(answer[http::field::connection] == "close");
  CHECK(client.rest().empty());
}

TEST_CASE("HTTP session: a head that drips is answered with 408 all the same") {
  auto settings = quiet_settings();
  settings.header_timeout = 60ms;
  RunningListener listener(settings, echo);
  RawClient client(listener);
  client.send("GET / HTTP/1.1\r\n");
  while (!client.readable_within(5ms)) client.send("X: y\r\n");
  CHECK(client.answer().result_int() == 408);
}

TEST_CASE("HTTP session: a body that stands still is answered with 408") {
  auto settings = quiet_settings();
  settings.header_timeout = 60ms;
  RunningListener listener(settings, echo);
  RawClient client(listener);
  CHECK(client.answer_to(post + "Content-Length: 9\r\n\r\nabc").result_int() == 408);
  CHECK(client.rest().empty());
}

TEST_CASE("HTTP session: an idle connection is closed without a word") {
  auto settings = quiet_settings();
  settings.idle_timeout = 60ms;
  RunningListener listener(settings, echo);
  RawClient silent(listener);
  RawClient after_one(listener);
  after_one.answer_to(get_a);
  CHECK(silent.rest().empty());
  CHECK(after_one.rest().empty());
}

TEST_CASE("HTTP session: a client that does not read its answer neither blocks others nor stays") {
  auto settings = quiet_settings();
  settings.workers = 1;
  settings.idle_timeout = 60ms;
  constexpr std::size_t more_than_sockets_hold = std::size_t{64} * 1024 * 1024;
  RunningListener listener(settings, [](const HttpRequest& request, const Peer& peer) {
    HttpResponse answer = echo(request, peer);
    if (request.target() == "/big") answer.body().assign(more_than_sockets_hold, 'x');
    return answer;
  });
  RawClient slow(listener);
  slow.send("GET /big HTTP/1.1\r\nHost: h\r\n\r\n");
  REQUIRE(slow.readable_within(5s));
  // Each of these is closed when it has idled too long, so the slow client's time is over as well.
  for (int round = 0; round < 3; ++round) {
    RawClient other(listener);
    CHECK(other.answer_to(get_a).body() == "GET /a ");
    other.rest();
  }
  boost::system::error_code end;
  CHECK(slow.rest(end).size() < more_than_sockets_hold);
}
