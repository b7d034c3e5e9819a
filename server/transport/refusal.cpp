#include "server/transport/refusal.h"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>

namespace emulator {

namespace http = boost::beast::http;
using boost::beast::iequals;

Refusal refusal_of(const boost::system::error_code& error, const HttpRequest& head) {
  if (error == http::error::body_limit) {
    return {http::status::payload_too_large, "the body is larger than this server accepts"};
  }
  if (error == http::error::header_limit) return head_too_large(head);
  return {http::status::bad_request, "not an HTTP request: " + error.message()};
}

Refusal head_too_large(const HttpRequest& head) {
  if (head.target().empty()) {
    return {http::status::uri_too_long, "the request line is longer than 64 KiB"};
  }
  return {http::status::request_header_fields_too_large, "the header is larger than 64 KiB"};
}

static void check_framing(const HttpRequest& head) {
  const auto codings = head.count(http::field::transfer_encoding);
  if (codings == 0) return;
  if (head.count(http::field::content_length) > 0) {
    throw Refusal{http::status::bad_request, "both Content-Length and Transfer-Encoding"};
  }
  if (head.version() < 11) {
    throw Refusal{http::status::bad_request, "HTTP/1.0 has no Transfer-Encoding"};
  }
  if (codings > 1 || !iequals(head[http::field::transfer_encoding], "chunked")) {
    throw Refusal{http::status::not_implemented, "Transfer-Encoding other than chunked"};
  }
}

void check_head(const HttpRequest& head) {
  check_framing(head);
  const auto hosts = head.count(http::field::host);
  if (hosts > 1 || (hosts == 0 && head.version() >= 11)) {
    throw Refusal{http::status::bad_request, "not exactly one Host"};
  }
  if (head.version() >= 11 && head.count(http::field::expect) > 0 && !expects_continue(head)) {
    throw Refusal{http::status::expectation_failed, "an expectation other than 100-continue"};
  }
}

bool expects_continue(const HttpRequest& head) {
  return head.version() >= 11 && iequals(head[http::field::expect], "100-continue");
}

}  // namespace emulator
