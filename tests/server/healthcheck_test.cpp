#include "server/healthcheck.h"

#include <doctest/doctest.h>

#include "server/transport/listener.h"
#include "server/transport/responses.h"

using namespace emulator;

namespace {

/// A server whose every answer has this status.
struct OneAnswer {
  explicit OneAnswer(boost::beast::http::status status)
      : listener(settings(), [status](const HttpRequest& request, const Peer&) {
          return request.target() == "/health/ready"
                     ? http_answer(status, "text/plain", "")
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
