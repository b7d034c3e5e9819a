#include "server/transport/answer.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace emulator;
namespace http = boost::beast::http;

TEST_CASE("Answer: a date is written as HTTP wants it") {
  using namespace std::chrono;
  const auto moment = sys_days{2026y / November / 4} + 7h + 4min + 9s;
  CHECK(http_date(moment) == "Wed, 04 Nov 2026 07:04:09 GMT");
}

TEST_CASE("Answer: a date that the handler set stays") {
  HttpResponse answer;
  answer.set(http::field::date, "then");
  complete(answer, 11, true);
  CHECK(answer[http::field::date] == "then");
}

TEST_CASE("Answer: the length is that of the body, whatever the handler claimed") {
  HttpResponse answer;
  answer.set(http::field::transfer_encoding, "chunked");
  answer.content_length(99);
  answer.body() = "four";
  complete(answer, 11, true);
  CHECK(answer[http::field::content_length] == "4");
  CHECK(answer.count(http::field::transfer_encoding) == 0);
}

TEST_CASE("Answer: 204 and 304 have neither body nor length") {
  for (const auto status : {http::status::no_content, http::status::not_modified}) {
    HttpResponse answer;
    answer.result(status);
    answer.body() = "gone";
    complete(answer, 11, true);
    CHECK(answer.body().empty());
    CHECK(answer.count(http::field::content_length) == 0);
  }
}

TEST_CASE("Answer: Connection says that it closes, and to HTTP/1.0 that it stays") {
  struct Case {
    unsigned version;
    bool keep_alive;
    const char* connection;
  };
  for (const Case& c : {Case{11, true, ""}, Case{11, false, "close"}, Case{10, true, "keep-alive"},
                        Case{10, false, "close"}}) {
    CAPTURE(c.version);
    CAPTURE(c.keep_alive);
    HttpResponse answer;
    complete(answer, c.version, c.keep_alive);
    CHECK(answer.version() == c.version);
    CHECK(answer[http::field::connection] == c.connection);
  }
}
