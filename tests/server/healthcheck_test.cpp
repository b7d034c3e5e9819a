#include "server/healthcheck.h"

#include <doctest/doctest.h>

#include "server/transport/listener.h"
#include "server/transport/responses.h"

using namespace emulator;

namespace {

/// A server that has this answer at one address.
struct OneAnswer {
  explicit OneAnswer(boost::beast::http::status status, const std::string& body = "",
                     const std::string& target = "/health/ready")
      : listener(settings(), [status, body, target](const HttpRequest& request, const Peer&) {
          return request.target() == target
                     ? http_answer(status, "text/plain", body)
                     : http_answer(boost::beast::http::status::not_found, "text/plain", "");
        }) {
    listener.start();
  }
  static TransportSettings settings() {
    TransportSettings made;
    made.port = 0;
    return made;
  }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(listener.port()); }

  Listener listener;
};

}  // namespace

TEST_CASE("healthcheck: 0 when ready, 1 when not, 5 when nobody answers") {
  CHECK(healthcheck(OneAnswer(boost::beast::http::status::ok).url()) == ExitCode::fine);
  CHECK(healthcheck(OneAnswer(boost::beast::http::status::service_unavailable).url()) ==
        ExitCode::failed);
  const std::string gone = OneAnswer(boost::beast::http::status::ok).url();
  CHECK(healthcheck(gone) == ExitCode::target_unreachable);
}

TEST_CASE("healthcheck: a host that does not exist is unreachable, not a crash") {
  CHECK(healthcheck("http://no-such-host.invalid:1") == ExitCode::target_unreachable);
}

TEST_CASE("healthcheck: with --fail-on-breach 0 without breaches, 1 with, 2 unasked, 5 no answer") {
  using boost::beast::http::status;
  struct Case {
    status answered;
    const char* body;
    ExitCode expected;
  };
  const std::string report = "/__admin/contract/report";
  for (const Case& c :
       {Case{status::ok, R"({"text":"none","breaches":0})", ExitCode::fine},
        Case{status::ok, R"({"text":"one","breaches":1})", ExitCode::failed},
        Case{status::ok, R"({"text":"one"})", ExitCode::failed},
        Case{status::ok, R"([])", ExitCode::failed}, Case{status::ok, "<html>", ExitCode::failed},
        Case{status::ok, "", ExitCode::failed},
        Case{status::unauthorized, R"({"detail":"no"})", ExitCode::usage},
        Case{status::not_found, R"({"detail":1})", ExitCode::usage},
        Case{status::not_found, "", ExitCode::usage},
        Case{status::service_unavailable, "", ExitCode::failed}}) {
    CAPTURE(c.body);
    CHECK(contract_check(OneAnswer(c.answered, c.body, report).url(), "") == c.expected);
  }
  CHECK(contract_check(OneAnswer(status::ok).url(), "") == ExitCode::usage);
  CHECK(contract_check("http://no-such-host.invalid:1", "") == ExitCode::target_unreachable);
}
