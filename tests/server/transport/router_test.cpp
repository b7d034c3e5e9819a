#include "server/transport/router.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "tests/server/transport/endpoint_fixture.h"

using namespace emulator;
using testing::EndpointFixture;
namespace http = boost::beast::http;

namespace {

boost::json::object json_of(const HttpResponse& response) {
  return boost::json::parse(response.body()).as_object();
}

}  // namespace

TEST_CASE_FIXTURE(EndpointFixture, "Router: each path has one who answers it, in any case") {
  struct Case {
    const char* target;
    unsigned status;
    const char* content_type;
  };
  router.set_ready(true);
  constexpr const char* json = "application/json";
  constexpr const char* text = "text/plain; charset=utf-8";
  constexpr const char* problem = "application/problem+json";
  for (const Case& c : {
           Case{"/health/live", 200, json},
           Case{"/health/ready", 200, json},
           Case{"/Health/READY/?x", 200, json},
           Case{"/__admin/health", 200, json},
           Case{"/__admin/parity", 200, json},
           Case{"/__ADMIN/Parity", 200, json},
           Case{"/__admin/operations", 200, json},
           Case{"/__admin/errors", 200, json},
           Case{"/__admin/assumptions", 200, json},
           Case{"/__admin/shutdown", 405, problem},
           Case{"/__admin/tenants/T/health", 404, problem},
           Case{"/__admin/../__admin/tickets", 400, problem},
           Case{"/__admin/tenants/a%2fb/tickets", 400, problem},
           Case{"/Remote/Services86/User.svc", 200, "text/html; charset=UTF-8"},
           Case{"http://h.test/T/remote/services86/user.svc?WSDL", 200,
                "text/xml; charset=UTF-8"},
           Case{"/", 200, "text/html; charset=utf-8"},
           Case{"/favicon.ico", 404, text},
           Case{"/Remote/Services86/User", 404, text},
           Case{"/health", 404, text},
           Case{"/health/dead", 404, text},
           Case{"/health/live/x", 404, text},
           Case{"/x/health/live", 404, text},
           Case{"/__admin", 200, "text/html; charset=utf-8"},
           Case{"/__admin/parity/x", 404, problem},
           Case{"/__admin/nothing", 404, problem},
           Case{"*", 400, text},
           Case{"/a b", 400, text},
           Case{"/Remote/../health/live", 400, text},
           Case{"/Remote%2fServices86/User.svc", 400, text},
       }) {
    CAPTURE(c.target);
    const HttpResponse response = get(c.target);
    CHECK(response.result_int() == c.status);
    CHECK(response[http::field::content_type] == c.content_type);
  }
}

TEST_CASE_FIXTURE(EndpointFixture, "Router: a wrong turn is told where the services are") {
  const std::string body = get("/nothing").body();
  for (const char* named :
       {"/[TENANT/]Remote/Services86/User.svc", "/health/ready", "/__admin/openapi.json"}) {
    CAPTURE(named);
    CHECK(body.find(named) != std::string::npos);
  }
}

TEST_CASE_FIXTURE(EndpointFixture, "Router: live from the start, ready when it is said to be") {
  struct Case {
    bool ready;
    http::status status;
    const char* text;
  };
  CHECK(get("/health/ready").result() == http::status::service_unavailable);
  for (const Case& c : {Case{false, http::status::service_unavailable, "not ready"},
                        Case{true, http::status::ok, "ready"},
                        Case{false, http::status::service_unavailable, "not ready"}}) {
    router.set_ready(c.ready);
    const HttpResponse response = get("/health/ready");
    CHECK(response.result() == c.status);
    CHECK(json_of(response).at("status").as_string() == c.text);
    CHECK(get("/health/live").result() == http::status::ok);
    CHECK(json_of(get("/health/live")).at("status").as_string() == "live");
  }
}

TEST_CASE_FIXTURE(EndpointFixture, "Router: GET and HEAD alone read what there is to read") {
  router.set_ready(true);
  for (const char* target : {"/health/live", "/health/ready"}) {
    CAPTURE(target);
    CHECK(answer(http::verb::head, target).result() == http::status::ok);
    for (const auto method :
         {http::verb::post, http::verb::put, http::verb::delete_, http::verb::options}) {
      const HttpResponse response = answer(method, target);
      CHECK(response.result() == http::status::method_not_allowed);
      CHECK(response[http::field::allow] == "GET, HEAD");
    }
  }
}

TEST_CASE_FIXTURE(EndpointFixture, "Router: health and parity are those of this server") {
  const auto health = json_of(get("/__admin/health"));
  CHECK(health.at("status").as_string() == "healthy");
  CHECK(health.at("uptimeInSeconds").as_int64() >= 0);
  CHECK(health.at("uptimeInSeconds").as_int64() < 60);
  const auto services = json_of(get("/__admin/parity")).at("services").as_object();
  CHECK(services.at("User").at("total").as_int64() == 79);
}
