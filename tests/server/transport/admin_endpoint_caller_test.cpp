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
    const char* host = "localhost:8086";
  };

  HttpResponse answer(const AdminSettings& admin, const Sent& sent) {
    Router router(gate, admin, {"{}", [this] { ++stops; }});
    HttpRequest request(sent.method, sent.target, 11);
    request.set(http::field::host, sent.host);
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
  for (const char* own : {"http://localhost:8086", "https://localhost:8086"}) {
    CHECK(status(open, {"/__admin/parity", "", own}) == 200);
    CHECK(status(guarded, {"/__admin/parity", "Bearer t0ken", own}) == 200);
  }
  for (const char* other : {"null", "http://evil.example", "http://localhost",
                            "http://localhost:80", "http://evillocalhost:8086", "localhost:8086"}) {
    CAPTURE(other);
    CHECK(status(open, {"/__admin/parity", "", other}) == 403);
    CHECK(status(open, {"/__admin/health", "", other}) == 403);
    CHECK(status(guarded, {"/__admin/parity", "Bearer t0ken", other}) == 403);
  }
}

TEST_CASE_FIXTURE(Caller,
                  "Admin endpoint: without a token one comes by a name that nobody else can have") {
  const auto from = [&](const AdminSettings& admin, const char* host, const std::string& origin,
                        const char* authorization = "") {
    return status(admin, {"/__admin/parity", authorization, origin.c_str(), http::verb::get,
                          "127.0.0.1", host});
  };
  for (const char* good : {"localhost", "LOCALHOST:8086", "ns.localhost:1", "127.0.0.1:8086",
                           "192.168.1.2", "[::1]:8086", "nsemu:8086", "my_service", "Build-7.LOCAL",
                           "host.docker.internal:8086", "ns.test"}) {
    CAPTURE(good);
    CHECK(from(open, good, "") == 200);
    CHECK(from(open, good, "http://" + std::string(good)) == 200);
  }
  for (const char* bad : {"evil.example:8086", "localhost.evil.example", "evil.example.",
                          "127.0.0.1.evil.example", "a b"}) {
    CAPTURE(bad);
    CHECK(from(open, bad, "http://" + std::string(bad)) == 403);
    CHECK(from(open, bad, "") == 403);  // So does a browser read what is of its page's own origin.
    CHECK(status(open, {"/__admin/health", "", "", http::verb::get, "127.0.0.1", bad}) == 200);
    CHECK(from(guarded, bad, "", "Bearer t0ken") == 200);
    CHECK(from(guarded, bad, "http://" + std::string(bad), "Bearer t0ken") == 200);
  }
  settings.public_url = "https://CRM.example/base";
  CHECK(from(open, "crm.example", "https://crm.example") == 200);
  CHECK(from(open, "crm.example", "") == 200);
}

TEST_CASE_FIXTURE(Caller,
                  "Admin endpoint: a picture in another site's page is refused, a link is not") {
  const auto fetched = [&](const char* site, const char* mode) {
    Router router(gate, open, {"{}", [] {}});
    HttpRequest request(http::verb::get, "/__admin/tenants/a1/clock", 11);
    request.set(http::field::host, "localhost:8086");
    request.set("Sec-Fetch-Site", site);
    request.set("Sec-Fetch-Mode", mode);
    return router.answer(request, {"127.0.0.1", false}).result_int();
  };
  CHECK(fetched("cross-site", "no-cors") == 403);
  CHECK(fetched("same-site", "cors") == 403);
  CHECK(tenants.find("a1") == nullptr);
  CHECK(fetched("cross-site", "navigate") == 200);
  CHECK(fetched("same-origin", "cors") == 200);
  CHECK(fetched("none", "navigate") == 200);
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
