#include "server/control/journal_json.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "tests/server/control/journal_samples.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("Journal as JSON: an entry in a list has everything but headers and bodies") {
  JournalEntry entry = sample_entry();
  entry.id = 7;
  entry.breaches = {{"W-ORDER", "/s:Envelope/s:Body/GetUserInfo/X", "X after Y", "the order"}};
  CHECK(
      boost::json::serialize(entry_json(entry)) ==
      R"({"id":7,"time":"2026-01-15T09:00:00Z","tenant":"default","service":"User",)"
      R"("operation":"GetUserInfo","associateId":11,"associate":"ADM0","succeeded":true,)"
      R"("status":200,"outcome":"ok","exceptionType":"","error":"","fault":"",)"
      R"("elapsedMs":1.5E0,"request":{"method":"POST","url":"/Remote/Services86/User.svc"},)"
      R"("response":{"status":200},"parameters":{"UserInfoId":"101"},"breaches":[{"id":"W-ORDER",)"
      R"("path":"/s:Envelope/s:Body/GetUserInfo/X","found":"X after Y",)"
      R"("expected":"the order"}]})");
}

TEST_CASE("Journal as JSON: what another server made of the message is there where there is one") {
  JournalEntry entry = sample_entry();
  CHECK_FALSE(entry_json(entry).contains("upstream"));
  entry.upstream = UpstreamOutcome{500, {"one", "\xE9"}};
  CHECK(boost::json::serialize(entry_json(entry).at("upstream")) ==
        "{\"status\":500,\"difference\":[\"one\",\"\uFFFD\"]}");
}

TEST_CASE("Journal as JSON: a whole entry has both messages") {
  const JournalEntry entry = sample_entry();
  const auto object = exchange_json(entry);
  CHECK(object.size() == entry_json(entry).size());
  CHECK(boost::json::serialize(object.at("request")) ==
        R"({"method":"POST","url":"/Remote/Services86/User.svc","headers":{"Host":"h.example",)"
        R"("Content-Type":"text/xml","Content-Length":"99"},"body":"<question/>","bodySize":11})");
  CHECK(boost::json::serialize(object.at("response")) ==
        R"({"status":200,"headers":{"Content-Type":"text/xml; charset=utf-8"},)"
        R"("body":"<answer/>","bodySize":9})");
}

TEST_CASE("Journal as JSON: a name that is there more than once has all its texts") {
  JournalEntry entry = sample_entry();
  entry.parameters = {{"Ids/int", "1"}, {"Name", "n"}, {"Ids/int", "2"}, {"Ids/int", "3"}};
  CHECK(boost::json::serialize(entry_json(entry).at("parameters")) ==
        R"({"Ids/int":["1","2","3"],"Name":"n"})");
}

TEST_CASE("Journal as JSON: any bytes become valid UTF-8") {
  JournalEntry entry = sample_entry();
  entry.outcome = entry.associate = entry.target = entry.request.body = "\xE9";
  entry.parameters = {{"\xE9", "\xE9"}};
  entry.request.headers = {{"\xE9", "\xE9"}};
  const std::string text = boost::json::serialize(exchange_json(entry));
  CHECK(text.find('\xE9') == std::string::npos);
  CHECK(text.find("\uFFFD") != std::string::npos);
  CHECK_NOTHROW(boost::json::parse(text));
}
