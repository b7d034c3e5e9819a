#include <doctest/doctest.h>

#include "server/transport/router.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;
namespace http = boost::beast::http;

namespace {

struct Caller : GateFixture {
  struct Sent {
    const char* target = "/__admin/parity";
    const char* authorization = "";
    const char* origin = "";
    http::verb method = http::verb::get;
    const char* peer = "127.0.0.1";
  };

  HttpResponse answer(const AdminSettings& admin, const Sent& sent) {
    Router router(gate, admin, {"{}", [this] { ++stops; }});
    HttpRequest request(sent.method, sent.target, 11);
    request.set(http::field::host, "h.example:8086");
    if (*sent.authorization != '\0') request.set(http::field::authorization, sent.authorization);
    if (*sent.origin != '\0') request.set(http::field::origin, sent.origin);
    return router.answer(request, {sent.peer, false});
  }
  unsigned status(const AdminSettings& admin, const Sent& sent) {
    return answer(admin, sent).result_int();
  }

  const AdminSettings open;
  const AdminSettings guarded{true, "t0ken"};
  const AdminSettings off{false, "t0ken"};
  int stops = 0;
};

}  // namespace

TEST_CASE_FIXTURE(Caller, "Admin endpoint: with a token nothing but the token itself opens it") {
  CHECK(status(guarded, {"/__admin/parity", "Bearer t0ken"}) == 200);
  for (const char* wrong : {"", "t0ken", "Bearer", "Bearer ", "Bearer t0keN", "Bearer t0ken2",
                            "Basic t0ken", "Bearer other"}) {
    CAPTURE(wrong);
    const HttpResponse refused = answer(guarded, {"/__admin/parity", wrong});
    CHECK(refused.result_int() == 401);
    CHECK(refused[http::field::www_authenticate] == "Bearer");
    CHECK(refused[http::field::content_type] == "application/problem+json");
    CHECK(refused.body().find("t0ken") == std::string::npos);
  }
}

TEST_CASE_FIXTURE(Caller, "Admin endpoint: without the token there is no telling what exists") {
  for (const char* target : {"/__admin", "/__admin/nothing", "/__admin/tickets", "/__admin/config",
                             "/__admin/openapi.json", "/__admin/tenants/health"}) {
    CAPTURE(target);
    CHECK(status(guarded, {target}) == 401);
  }
}

TEST_CASE_FIXTURE(Caller, "Admin endpoint: health needs no token, and neither do the services") {
  for (const char* target : {"/__admin/health", "/__ADMIN/Health/", "/health/live", "/health/ready",
                             "/Remote/Services86/User.svc"}) {
    CAPTURE(target);
    CHECK(status(guarded, {target}) != 401);
    CHECK(status(guarded, {target, "Bearer wrong"}) != 401);
  }
}

TEST_CASE_FIXTURE(Caller, "Admin endpoint: without a token no authorization is looked at") {
  CHECK(status(open, {}) == 200);
  CHECK(status(open, {"/__admin/parity", "Bearer whatever"}) == 200);
}

TEST_CASE_FIXTURE(Caller, "Admin endpoint: pages of other sites are refused, its own are not") {
  for (const char* own : {"http://h.example:8086", "https://h.example:8086"}) {
    CHECK(status(open, {"/__admin/parity", "", own}) == 200);
    CHECK(status(guarded, {"/__admin/parity", "Bearer t0ken", own}) == 200);
  }
  for (const char* other : {"null", "http://evil.example", "http://h.example",
                            "http://h.example:80", "http://evilh.example:8086", "h.example:8086"}) {
    CAPTURE(other);
    CHECK(status(open, {"/__admin/parity", "", other}) == 403);
    CHECK(status(open, {"/__admin/health", "", other}) == 403);
    CHECK(status(guarded, {"/__admin/parity", "Bearer t0ken", other}) == 403);
  }
}

TEST_CASE_FIXTURE(Caller, "Admin endpoint: with --no-admin nothing is there, whoever asks") {
  for (const char* target : {"/__admin", "/__admin/health", "/__admin/parity"}) {
    CAPTURE(target);
    const HttpResponse refused = answer(off, {target, "Bearer t0ken"});
    CHECK(refused.result_int() == 404);
    CHECK(refused.body().find("--no-admin") != std::string::npos);
  }
  CHECK(status(off, {"/health/ready"}) == 503);
}

TEST_CASE_FIXTURE(Caller, "Admin endpoint: only this machine, or the token, stops the server") {
  const auto stopped = [&](const AdminSettings& admin, const char* peer, const char* token) {
    const int before = stops;
    const unsigned answered =
        status(admin, {"/__admin/shutdown", token, "", http::verb::post, peer});
    CHECK(answered == (stops > before ? 200 : admin.token.empty() ? 403 : 401));
    return stops > before;
  };
  CHECK(stopped(open, "127.0.0.1", ""));
  CHECK(stopped(open, "::1", ""));
  CHECK_FALSE(stopped(open, "192.168.1.7", ""));
  CHECK_FALSE(stopped(open, "", ""));
  CHECK(stopped(guarded, "192.168.1.7", "Bearer t0ken"));
  CHECK_FALSE(stopped(guarded, "127.0.0.1", ""));
}

TEST_CASE_FIXTURE(Caller,
                  "Admin endpoint: the page of the API may load nothing but its own style") {
  const HttpResponse page = answer(open, {"/__admin"});
  CHECK(page.result_int() == 200);
  CHECK(page[http::field::content_type] == "text/html; charset=utf-8");
  CHECK(page["Content-Security-Policy"].starts_with("default-src 'none'; style-src 'sha256-"));
  CHECK(page["X-Content-Type-Options"] == "nosniff");
}
