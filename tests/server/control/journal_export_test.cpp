#include "server/control/journal_export.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/control/health.h"
#include "tests/server/control/journal_samples.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::vector<Journal::Entry> entries(JournalEntry one) {
  one.id = 4;
  return {std::make_shared<const JournalEntry>(std::move(one))};
}

}  // namespace

TEST_CASE("Journal export: messages are written as they go over the wire") {
  CHECK(http_export(entries(sample_entry())) ==
        "### 4 2026-01-15T09:00:00Z GetUserInfo\r\n"
        "POST /Remote/Services86/User.svc HTTP/1.1\r\n"
        "Host: h.example\r\nContent-Type: text/xml\r\nContent-Length: 11\r\n\r\n<question/>\r\n\r\n"
        "HTTP/1.1 200 OK\r\n"
        "Content-Type: text/xml; charset=utf-8\r\nContent-Length: 9\r\n\r\n<answer/>\r\n\r\n");
  CHECK(http_export({}).empty());
}

TEST_CASE("Journal export: a body that was cut has its length of the bytes that are left") {
  JournalEntry entry = sample_entry("");
  entry.status = 500;
  entry.answer.body_size = Journal::body_max + 1;
  const std::string text = http_export(entries(entry));
  CHECK(text.starts_with("### 4 2026-01-15T09:00:00Z -\r\n"));
  CHECK(text.find("HTTP/1.1 500 Internal Server Error\r\nContent-Type: text/xml; charset=utf-8\r\n"
                  "Content-Length: 9\r\nX-Emulator-Body-Size: 65537\r\n\r\n<answer/>\r\n") !=
        std::string::npos);
}

TEST_CASE("Journal export: an HTTP Archive has what its specification asks for") {
  const auto archive = boost::json::parse(har_export(entries(sample_entry()))).as_object();
  const auto& log = archive.at("log").as_object();
  CHECK(log.at("version").as_string() == "1.2");
  CHECK(log.at("creator").at("version").as_string() == emulator_version());
  const auto& entry = log.at("entries").as_array().at(0).as_object();
  for (const char* name :
       {"startedDateTime", "time", "request", "response", "cache", "timings", "comment"}) {
    CAPTURE(name);
    CHECK(entry.contains(name));
  }
  CHECK(entry.at("startedDateTime").as_string() == "2026-01-15T09:00:00Z");
  CHECK(boost::json::serialize(entry.at("request")) ==
        R"({"httpVersion":"HTTP/1.1","cookies":[],"headers":[{"name":"Host","value":"h.example"},)"
        R"({"name":"Content-Type","value":"text/xml"},{"name":"Content-Length","value":"99"}],)"
        R"("headersSize":-1,"bodySize":11,"method":"POST",)"
        R"("url":"http://h.example/Remote/Services86/User.svc","queryString":[],)"
        R"("postData":{"mimeType":"text/xml","text":"<question/>"}})");
  CHECK(boost::json::serialize(entry.at("response")) ==
        R"({"httpVersion":"HTTP/1.1","cookies":[],"headers":[{"name":"Content-Type",)"
        R"("value":"text/xml; charset=utf-8"}],"headersSize":-1,"bodySize":9,"status":200,)"
        R"("statusText":"OK","redirectURL":"","content":{"mimeType":"text/xml; charset=utf-8",)"
        R"("text":"<answer/>","size":9}})");
}

TEST_CASE("Journal export: in an archive a body that was cut has the length of the whole") {
  JournalEntry entry = sample_entry();
  entry.request.body_size = 20;  // Some of it was blanked.
  entry.answer.body_size = Journal::body_max + 1;
  const auto archive = boost::json::parse(har_export(entries(entry)));
  CHECK(archive.at_pointer("/log/entries/0/request/bodySize").as_int64() == 11);
  CHECK(archive.at_pointer("/log/entries/0/response/bodySize").as_int64() == 65537);
  CHECK(archive.at_pointer("/log/entries/0/response/content/size").as_int64() == 65537);
}
