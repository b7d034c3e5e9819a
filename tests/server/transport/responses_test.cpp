#include "server/transport/responses.h"

#include <doctest/doctest.h>

using namespace emulator;
namespace http = boost::beast::http;

TEST_CASE("Responses: status, type and body are as given") {
  const HttpResponse response = http_answer(http::status::created, "application/json", "{}");
  CHECK(response.result() == http::status::created);
  CHECK(response[http::field::content_type] == "application/json");
  CHECK(response.body() == "{}");
}

TEST_CASE("Responses: without a type there is no Content-Type") {
  CHECK(http_answer(http::status::ok, "", "").count(http::field::content_type) == 0);
}

TEST_CASE("Responses: a refusal is a problem at the admin API's addresses, else plain text") {
  for (const char* target : {"/__admin", "/__admin/seed", "/__ADMIN/%zz"}) {
    CAPTURE(target);
    const HttpResponse problem = refusal_answer(http::status::bad_request, "why", target);
    CHECK(problem.result() == http::status::bad_request);
    CHECK(problem[http::field::content_type] == "application/problem+json");
    CHECK(problem.body() ==
          R"({"type":"about:blank","title":"Bad Request","status":400,"detail":"why"})");
  }
  for (const char* target : {"", "/", "/Remote/__admin"}) {
    CAPTURE(target);
    const HttpResponse plain = refusal_answer(http::status::bad_request, "why", target);
    CHECK(plain.result() == http::status::bad_request);
    CHECK(plain.body() == "400 Bad Request: why\n");
  }
}

TEST_CASE("Responses: 405 names what is allowed, in Allow and in words") {
  const HttpResponse response = method_not_allowed("GET, HEAD");
  CHECK(response.result() == http::status::method_not_allowed);
  CHECK(response[http::field::allow] == "GET, HEAD");
  CHECK(response.body().find("GET, HEAD") != std::string::npos);
}
