#include "server/transport/page.h"

#include <string_view>

#include "server/transport/responses.h"

namespace emulator {
namespace {

namespace http = boost::beast::http;

constexpr std::string_view index_html =
#include "index_html.inc"
    ;
constexpr std::string_view page_js =
#include "page_js.inc"
    ;
constexpr std::string_view page_css =
#include "page_css.inc"
    ;

// What the page shows comes from messages of anybody: should any of it become HTML, it stays dead.
constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

HttpResponse file(const char* type, std::string_view content) {
  HttpResponse answer = http_answer(http::status::ok, type, std::string(content));
  answer.set("Content-Security-Policy", policy);
  answer.set("X-Content-Type-Options", "nosniff");
  answer.set(http::field::cache_control, "no-cache");
  return answer;
}

}  // namespace

std::optional<HttpResponse> page_answer(const RequestTarget& target) {
  if (target.segments.empty()) return file("text/html; charset=utf-8", index_html);
  if (target.segments.size() > 1) return std::nullopt;
  if (target.segments[0] == "page.js") return file("text/javascript; charset=utf-8", page_js);
  if (target.segments[0] == "page.css") return file("text/css; charset=utf-8", page_css);
  return std::nullopt;
}

}  // namespace emulator
