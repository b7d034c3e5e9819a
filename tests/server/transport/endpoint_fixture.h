#pragma once

#include <string>

#include "server/transport/router.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {

/// A whole emulator behind its router, without sockets.
struct EndpointFixture : GateFixture {
  explicit EndpointFixture(const ServiceSettings& its_settings = {}) : GateFixture(its_settings) {}

  HttpResponse answer(const HttpRequest& request) {
    return router.answer(request, {"127.0.0.1", false});
  }
  HttpResponse answer(boost::beast::http::verb method, const std::string& target,
                      const std::string& host = "h.test:8086") {
    HttpRequest request(method, target, 11);
    request.set(boost::beast::http::field::host, host);
    return answer(request);
  }
  HttpResponse get(const std::string& target, const std::string& host = "h.test:8086") {
    return answer(boost::beast::http::verb::get, target, host);
  }

  Router router{gate};
};

}  // namespace emulator::testing
