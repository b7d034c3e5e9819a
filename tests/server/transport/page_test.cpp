#include "server/transport/page.h"

#include <doctest/doctest.h>

#include <regex>

#include "tests/server/transport/endpoint_fixture.h"

using namespace emulator;
using namespace emulator::testing;
namespace http = boost::beast::http;

namespace {

const char* const files[] = {"/", "/page.js", "/page.css"};

}  // namespace

TEST_CASE_FIXTURE(EndpointFixture, "Page: there are three files, each of its type") {
  const char* const types[] = {"text/html", "text/javascript", "text/css"};
  for (int i = 0; i < 3; ++i) {
    CAPTURE(files[i]);
    const HttpResponse answer = get(files[i]);
    CHECK(answer.result() == http::status::ok);
    CHECK(answer[http::field::content_type] == std::string(types[i]) + "; charset=utf-8");
    CHECK(answer["X-Content-Type-Options"] == "nosniff");
    CHECK(this->answer(http::verb::head, files[i]).result() == http::status::ok);
    CHECK(this->answer(http::verb::post, files[i]).result() == http::status::method_not_allowed);
  }
  CHECK(get("/page.html").result() == http::status::not_found);
  CHECK(get("/page.js/more").result() == http::status::not_found);
}

TEST_CASE_FIXTURE(EndpointFixture, "Page: its policy lets nothing in but its own files") {
  for (const char* file : files) {
    CAPTURE(file);
    const std::string policy(get(file)["Content-Security-Policy"]);
    CHECK(policy.starts_with("default-src 'none';"));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
  }
}

TEST_CASE_FIXTURE(EndpointFixture,
                  "Page: nothing in it names another server, and no script or style is inline") {
  for (const char* file : files) {
    CAPTURE(file);
    const std::string text = get(file).body();
    CHECK_FALSE(std::regex_search(text, std::regex("https?:|src=\"//|@import")));
    CHECK_FALSE(
        std::regex_search(text, std::regex("<script(?![^>]* src=)|<style| style=| on[a-z]+=")));
    CHECK(text.find("innerHTML") == std::string::npos);
  }
}

TEST_CASE("Page: is not there with --no-admin") {
  GateFixture emulator;
  AdminSettings none;
  none.enabled = false;
  Router router(emulator.gate, none);
  for (const char* file : files) {
    const HttpRequest request(http::verb::get, file, 11);
    CHECK(router.answer(request, {"127.0.0.1", false}).result() == http::status::not_found);
  }
}
