#include "server/transport/refusal.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/server/transport/raw_client.h"

using namespace emulator;
using namespace emulator::testing;
namespace http = boost::beast::http;

namespace {

const std::string get = "GET / HTTP/1.1\r\n";
const std::string post = "POST / HTTP/1.1\r\nHost: h\r\n";
const std::string end = "\r\n";

struct Case {
  std::string what;
  std::string request;
  unsigned status;
};

void check_refused(const Case& c) {
  CAPTURE(c.what);
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  client.send(c.request);
  const HttpResponse answer = client.answer();
  CHECK(answer.result_int() == c.status);
  CHECK(answer[http::field::connection] == "close");
  CHECK(answer.body().starts_with(std::to_string(c.status) + " "));
  CHECK(client.rest().empty());
}

}  // namespace

TEST_CASE("Refusal: what is not HTTP is answered with 400 and the connection closed") {
  for (const Case& c : {
           Case{"garbage", "\x16\x03\x01 no HTTP at all\r\n\r\n", 400},
           Case{"no version", "GET /\r\n\r\n", 400},
           Case{"HTTP/2.0", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
           Case{"control character in the target", "GET /\x01 HTTP/1.1\r\nHost: h\r\n\r\n", 400},
           Case{"line feeds only", "GET / HTTP/1.1\nHost: h\n\n", 400},
           Case{"blank before the colon", get + "Host : h\r\n" + end, 400},
           Case{"NUL in a value", get + std::string("Host: h\0i\r\n\r\n", 13), 400},
           Case{"chunk size not hexadecimal", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
                400},
           Case{"chunk without its line end",
                post + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n", 400},
           Case{"chunk size beyond 64 bits",
                post + "Transfer-Encoding: chunked\r\n\r\n10000000000000001\r\nx", 400},
       }) {
    check_refused(c);
  }
}

TEST_CASE("Refusal: a length that two readers could understand differently is answered with 400") {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  for (const Case& c : {
           Case{"negative", post + "Content-Length: -5\r\n" + end, 400},
           Case{"signed", post + "Content-Length: +5\r\n" + end, 400},
           Case{"hexadecimal", post + "Content-Length: 0x5\r\n" + end, 400},
           Case{"empty", post + "Content-Length: \r\n" + end, 400},
           Case{"beyond 64 bits", post + "Content-Length: 18446744073709551621\r\n" + end, 400},
           Case{"two that differ", post + "Content-Length: 5\r\nContent-Length: 6\r\n" + end, 400},
           Case{"a list that differs", post + "Content-Length: 5, 6\r\n" + end, 400},
           Case{"length, then chunked", post + "Content-Length: 5\r\n" + chunked + end, 400},
           Case{"chunked, then length", post + chunked + "Content-Length: 5\r\n" + end, 400},
           Case{"another coding, then length",
                post + "Transfer-Encoding: gzip\r\nContent-Length: 5\r\n" + end, 400},
           Case{"chunked twice", post + chunked + chunked + end, 400},
           Case{"chunked in HTTP/1.0", "POST / HTTP/1.0\r\n" + chunked + end, 400},
       }) {
    check_refused(c);
  }
}

TEST_CASE("Refusal: transfer codings other than chunked are answered with 501") {
  for (const char* coding : {"gzip", "gzip, chunked", "chunked, gzip", "identity", "xchunked"}) {
    check_refused({coding, post + "Transfer-Encoding: " + coding + "\r\n\r\n", 501});
  }
  check_refused({"in two fields",
                 post + "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n", 501});
}

TEST_CASE("Refusal: HTTP/1.1 needs exactly one Host") {
  check_refused({"none", get + end, 400});
  check_refused({"two", get + "Host: a\r\nHost: b\r\n" + end, 400});
  check_refused({"two in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400});
}

TEST_CASE("Refusal: an unknown expectation is answered with 417") {
  check_refused({"unknown", post + "Expect: a-miracle\r\nContent-Length: 2\r\n" + end, 417});
}

TEST_CASE("Refusal: a refused HEAD request gets no body") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  client.send("HEAD / HTTP/1.1\r\n\r\n");
  CHECK(client.answer(true).result_int() == 400);
  CHECK(client.rest().empty());
}

TEST_CASE("Refusal: a head of more than 64 KiB is answered with 431, a longer target with 414") {
  const std::string long_text(head_limit + 1, 'a');
  check_refused({"one field", get + "Host: h\r\nX: " + long_text + end + end, 431});
  check_refused({"target", "GET /" + long_text + " HTTP/1.1\r\nHost: h\r\n\r\n", 414});
  std::string many = get + "Host: h\r\n";
  while (many.size() <= head_limit) many += "A: b\r\n";
  check_refused({"many fields", many + end, 431});
}

TEST_CASE("Refusal: a head that comes line by line is limited as well") {
  RunningListener listener(quiet_settings(), echo);
  RawClient client(listener);
  const std::string line = "X: " + std::string(4000, 'a') + "\r\n";
  client.send(get);
  for (std::size_t sent = 0; sent <= head_limit; sent += line.size()) client.send(line);
  CHECK(client.answer().result_int() == 431);
}
