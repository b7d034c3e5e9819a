#include <doctest/doctest.h>

#include <mutex>

#include "server/transport/router.h"
#include "tests/server/transport/raw_client.h"
#include "tests/support/gate_fixture.h"
#include "tests/support/http_client.h"

using namespace emulator;
using namespace emulator::testing;
namespace http = boost::beast::http;

namespace {

/// A server that keeps what it was asked, and an emulator before it that sends everything on.
struct Proxied : GateFixture {
  HttpRequest request(const std::string& body = "<a/>") {
    HttpRequest made(http::verb::post, "/T1/Remote/Services86/User.svc", 11);
    made.set(http::field::host, "h.example");
    made.set(http::field::content_type, "text/xml");
    made.body() = body;
    made.prepare_payload();
    return made;
  }
  HttpResponse answer(const HttpRequest& made) { return HttpClient(proxy.port()).send(made); }

  std::mutex mutex;
  HttpRequest asked;
  HttpResponse given;
  RunningListener real{quiet_settings(), [this](const HttpRequest& got, const Peer&) {
                         const std::scoped_lock lock(mutex);
                         asked = got;
                         return given;
                       }};
  Upstream upstream{{"http://127.0.0.1:" + std::to_string(real.port()), false, {}, ""}};
  Router router{gate, {}, {}, &upstream};
  RunningListener proxy{quiet_settings(), [this](const HttpRequest& got, const Peer& peer) {
                          return router.answer(got, peer);
                        }};
};

}  // namespace

TEST_CASE_FIXTURE(Proxied, "Service endpoint, upstream: headers of the message are passed on") {
  HttpRequest made = request();
  made.set("SOAPAction", "\"x\"");
  made.set("Authorization", "Basic eA==");
  made.set("X-Emulator-Delay", "1");
  made.set("X-Of-Connection", "1");
  made.set("TE", "trailers");
  made.set(http::field::connection, "X-Of-Connection, keep-alive");
  made.set(http::field::accept_encoding, "gzip");
  answer(made);
  CHECK(asked.method() == http::verb::post);
  CHECK(asked.target() == "/Remote/Services86/User.svc");
  CHECK(asked.body() == "<a/>");
  CHECK(asked["Content-Type"] == "text/xml");
  CHECK(asked["SOAPAction"] == "\"x\"");
  CHECK(asked["Authorization"] == "Basic eA==");
  CHECK(asked["Accept-Encoding"] == "identity");
  CHECK(asked["Host"] == "127.0.0.1:" + std::to_string(real.port()));
  for (const char* name : {"X-Emulator-Delay", "X-Of-Connection", "TE"}) {
    CAPTURE(name);
    CHECK(asked.count(name) == 0);
  }
}

TEST_CASE_FIXTURE(Proxied, "Service endpoint, upstream: the answer comes as it is, but for hops") {
  given.result(418);
  given.set(http::field::content_type, "text/x");
  given.set("X-Kept", "1");
  given.set("Keep-Alive", "timeout=5");
  given.body() = "teapot";
  const HttpResponse got = answer(request());
  CHECK(got.result_int() == 418);
  CHECK(got["Content-Type"] == "text/x");
  CHECK(got["X-Kept"] == "1");
  CHECK(got.count("Keep-Alive") == 0);
  CHECK(got.body() == "teapot");
}

TEST_CASE_FIXTURE(Proxied, "Service endpoint, upstream: messages that are not understood count") {
  answer(request());
  answer(request("no XML"));
  CHECK(upstream.tally().report().front().starts_with("User.(not understood): 2 calls"));
}

TEST_CASE_FIXTURE(Proxied,
                  "Service endpoint, upstream: without an answer, a fault in its version") {
  real.stop();
  HttpRequest made = request();
  CHECK(answer(made).body().find("<faultcode>s:Server</faultcode>") != std::string::npos);
  made.set(http::field::content_type, "application/soap+xml");
  const HttpResponse got = answer(made);
  CHECK(got.result_int() == 502);
  CHECK(got["Content-Type"] == "application/soap+xml; charset=utf-8");
  CHECK(got.body().find("<s:Value>s:Receiver</s:Value>") != std::string::npos);
}

TEST_CASE_FIXTURE(Proxied, "Service endpoint, upstream: many calls wait for it at once") {
  given.body() = "<a/>";
  std::vector<std::unique_ptr<RawClient>> clients;
  const std::string bytes =
      "POST /Remote/Services86/User.svc HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n<a/>";
  for (int i = 0; i < 50; ++i) {
    clients.push_back(std::make_unique<RawClient>(proxy));
    clients.back()->send(bytes);
  }
  for (const auto& client : clients) CHECK(client->answer().body() == "<a/>");
  CHECK(upstream.tally().report().front().starts_with("User.(not understood): 50 calls"));
}
