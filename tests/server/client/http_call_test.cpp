#include "server/client/http_call.h"

#include <doctest/doctest.h>

#include <boost/system/system_error.hpp>

#include "tests/server/transport/raw_client.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

constexpr std::chrono::seconds patience{10};

std::string url_of(const RunningListener& listener, const std::string& target) {
  return "http://127.0.0.1:" + std::to_string(listener.port()) + target;
}

}  // namespace

TEST_CASE("HTTP call: sends method, target, headers and body, and reads the answer") {
  RunningListener listener(quiet_settings(), [](const HttpRequest& request, const Peer&) {
    HttpResponse answer;
    answer.result(418);
    answer.body() = std::string(request.method_string()) + " " + std::string(request.target()) +
                    " " + std::string(request["X-One"]) + " " + request.body();
    return answer;
  });
  const HttpReply reply =
      http_call({"PUT", url_of(listener, "/a?b=c"), {{"X-One", "1"}}, "body"}, patience);
  CHECK(reply.status == 418);
  CHECK(reply.body == "PUT /a?b=c 1 body");
  CHECK(http_call({"GET", url_of(listener, "")}, patience).body == "GET /  ");
}

TEST_CASE("HTTP call: headers that are there twice go out and come back twice") {
  RunningListener listener(quiet_settings(), [](const HttpRequest& request, const Peer&) {
    HttpResponse answer;
    for (const auto& field : request) {
      if (field.name_string() == "X-One") answer.insert("X-Two", field.value());
    }
    return answer;
  });
  const HttpReply reply =
      http_call({"GET", url_of(listener, "/"), {{"X-One", "1"}, {"X-One", "2"}}}, patience);
  HttpHeaders twice;
  for (const auto& header : reply.headers) {
    if (header.first == "X-Two") twice.push_back(header);
  }
  CHECK(twice == HttpHeaders{{"X-Two", "1"}, {"X-Two", "2"}});
}

TEST_CASE("HTTP call: an answer that is too large, or trickles in, is an error") {
  RunningListener large(quiet_settings(), [](const HttpRequest&, const Peer&) {
    HttpResponse answer;
    answer.body().assign(reply_max + 1, 'x');
    return answer;
  });
  CHECK_THROWS_AS(http_call({"GET", url_of(large, "/")}, patience), boost::system::system_error);
  RunningListener slow(quiet_settings(), [](const HttpRequest&, const Peer&) {
    HttpAnswer answer;
    answer.delivery.manner = Delivery::Manner::stream;
    answer.delivery.more = [] { return std::optional<std::string>("x"); };
    return answer;
  });
  CHECK_THROWS_AS(http_call({"GET", url_of(slow, "/")}, std::chrono::milliseconds(100)),
                  boost::system::system_error);
}

TEST_CASE("HTTP call: what is no URL is an error") {
  CHECK_THROWS_AS(http_call({"GET", "no URL"}, patience), boost::system::system_error);
}

TEST_CASE("HTTP call: a server that is not there, or does not answer, is an error") {
  using boost::system::system_error;
  std::string gone;
  {
    RunningListener listener(quiet_settings(), echo);
    gone = url_of(listener, "/");
  }
  CHECK_THROWS_AS(http_call({"GET", gone}, patience), system_error);
  RunningListener listener(quiet_settings(), [](const HttpRequest&, const Peer&) {
    HttpAnswer answer;
    answer.delivery.manner = Delivery::Manner::hang;
    return answer;
  });
  CHECK_THROWS_AS(http_call({"GET", url_of(listener, "/")}, std::chrono::milliseconds(50)),
                  system_error);
}
