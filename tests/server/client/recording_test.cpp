#include "server/client/recording.h"

#include <doctest/doctest.h>

using namespace emulator;

namespace {

std::string har(const std::string& entry) { return R"({"log":{"entries":[)" + entry + "]}}"; }

const std::string whole = R"({
  "request": {"method":"POST", "url":"http://h.example:8086/T/Remote/Services86/User.svc?x=y",
    "headers":[{"name":"SOAPAction","value":"\"a\""},{"name":"host","value":"h.example"},
               {"name":"Content-Length","value":"3"}],
    "postData":{"mimeType":"text/xml","text":"<a/>"}, "bodySize":4},
  "response": {"status":200, "content":{"size":4,"text":"<b/>"}}})";

}  // namespace

TEST_CASE("Recording: an entry of an HTTP archive is an exchange") {
  const auto exchanges = recorded_exchanges(har(whole + "," + whole));
  REQUIRE(exchanges.size() == 2);
  const RecordedExchange& exchange = exchanges[0];
  CHECK(exchange.method == "POST");
  CHECK(exchange.target == "/T/Remote/Services86/User.svc?x=y");
  CHECK(exchange.body == "<a/>");
  CHECK(exchange.status == 200);
  CHECK(exchange.answer == "<b/>");
  CHECK(exchange.is_whole);
  // Those of the connection are made anew.
  REQUIRE(exchange.headers.size() == 1);
  CHECK(exchange.headers[0].first == "SOAPAction");
  CHECK(exchange.headers[0].second == "\"a\"");
}

TEST_CASE("Recording: an entry with less text than its size was clipped") {
  std::string clipped = whole;
  clipped.replace(clipped.find("\"size\":4"), 8, "\"size\":5");
  CHECK_FALSE(recorded_exchanges(har(clipped)).at(0).is_whole);
}

TEST_CASE("Recording: what is no HTTP archive is said to be none") {
  for (const std::string& bad : {std::string(), std::string("{"), std::string("[]"),
                                 std::string("{}"), std::string(R"({"log":{}})"), har("1"),
                                 har("{}"), har(R"({"request":{},"response":{}})")}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(recorded_exchanges(bad), BadRecording);
  }
  CHECK(recorded_exchanges(har("")).empty());
}
