#pragma once

#include <string>

#include "tests/server/transport/endpoint_fixture.h"

namespace emulator::testing {

/// A message as a well-behaved client posts it; `header` and `parameters` are XML.
inline HttpRequest posted(const std::string& service, const std::string& operation,
                          const std::string& header, const std::string& parameters,
                          const std::string& tenant = "") {
  HttpRequest request(
      boost::beast::http::verb::post,
      (tenant.empty() ? "" : "/" + tenant) + "/Remote/Services86/" + service + ".svc", 11);
  request.set("Host", "h.test");
  request.set("Content-Type", "text/xml; charset=utf-8");
  request.set("SOAPAction", "\"" + action(service, operation) + "\"");
  request.body() = envelope(header, wrapper(operation, parameters));
  return request;
}

}  // namespace emulator::testing
