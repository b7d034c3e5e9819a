#include "server/control/api_page.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string/case_conv.hpp>

#include "server/control/health.h"
#include "server/control/openapi.h"
#include "server/domain/secrets.h"

namespace emulator {
namespace {

constexpr std::string_view style = R"css(
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1c2430; background: #fff; }
h1 { margin-bottom: 0; }
section { border-top: 1px solid #d5dbe3; padding: .75rem 0; }
h2 { font-size: 1rem; margin: 0; font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
p { margin: .25rem 0; }
pre, code { font-family: ui-monospace, monospace; font-size: .9rem; }
pre { background: #f1f4f8; padding: .5rem .75rem; overflow-x: auto; margin: .5rem 0; }
dl { margin: .5rem 0; display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dd { margin: 0; }
.m { display: inline-block; min-width: 4.5rem; font-weight: 700; color: #0b5c3b; }
.POST, .PUT { color: #0a4fa0; }
.DELETE { color: #a3212b; }
@media (prefers-color-scheme: dark) {
  body { color: #dfe5ee; background: #12161c; }
  section { border-color: #343c48; }
  pre { background: #1d232c; }
  a { color: #8ab8ff; }
  .m { color: #7fd6ac; }
  .POST, .PUT { color: #8ab8ff; }
  .DELETE { color: #ff9aa2; }
}
)css";

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

/// A GET that needs nothing to be filled in can be followed.
std::string linked(const AdminRoute& route, const std::string& path) {
  if (route.method != "GET" || !names_in(path).empty()) return escaped(path);
  return "<a href=\"" + escaped(path) + "\">" + escaped(path) + "</a>";
}

std::string section_of(const AdminRoute& route) {
  const std::string path = admin_path(route, false);
  std::string html = "<section>\n<h2><span class=\"m " + escaped(route.method) + "\">" +
                     escaped(route.method) + "</span> " + linked(route, path) + "</h2>\n<p>" +
                     escaped(route.summary) + ".</p>\n";
  if (route.per_tenant) {
    html += "<p>Of a tenant: <code>" + escaped(admin_path(route, true)) + "</code></p>\n";
  }
  if (!route.query.empty()) html += "<dl>\n";
  for (const AdminQuery& one : route.query) {
    html +=
        "<dt><code>?" + escaped(one.name) + "=</code></dt><dd>" + escaped(one.meaning) + "</dd>\n";
  }
  if (!route.query.empty()) html += "</dl>\n";
  if (!route.body_example.empty()) html += "<pre>" + escaped(route.body_example) + "</pre>\n";
  return html + "<p>Answer: " + std::to_string(route.status) + "</p>\n</section>\n";
}

}  // namespace

std::string api_page(const std::vector<AdminRoute>& routes) {
  std::string html =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>nsemu admin API</title>\n"
      "<style>" +
      std::string(style) + "</style>\n</head>\n<body>\n<h1>nsemu admin API</h1>\n<p>Version " +
      escaped(emulator_version()) +
      ". JSON in and out; what is wrong is said as problem+json. For programs: "
      "<a href=\"/__admin/openapi.json\">openapi.json</a></p>\n";
  for (const AdminRoute& route : routes) html += section_of(route);
  return html + "</body>\n</html>\n";
}

std::string api_page_policy() {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  std::array<unsigned char, style.size()> bytes{};
  std::ranges::copy(style, bytes.begin());
  crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
  std::string text;
  std::ranges::copy(hash, std::back_inserter(text));
  return "default-src 'none'; style-src 'sha256-" + base64_of(text) +
         "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

}  // namespace emulator
