#include "server/control/api_page.h"

#include <doctest/doctest.h>
#include <sodium.h>

#include <vector>

#include "server/control/openapi.h"
#include "server/domain/secrets.h"

using namespace emulator;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("API page: every route is on it, and a GET without names can be followed") {
  const std::string page = api_page(admin_routes());
  CHECK(page.starts_with("<!DOCTYPE html>\n"));
  for (const AdminRoute& route : admin_routes()) {
    const std::string path = admin_path(route, false);
    CAPTURE(path);
    const std::string link = "<a href=\"" + path + "\">" + path + "</a>";
    CHECK(has(page, path));
    if (!names_in(path).empty()) CHECK_FALSE(has(page, link));
    if (route.method == "GET" && names_in(path).empty()) CHECK(has(page, link));
  }
  CHECK(has(page, "<a href=\"/__admin/openapi.json\">"));
}

TEST_CASE("API page: whatever a route says is text, and no HTML") {
  const std::vector<AdminRoute> routes{{.method = "GET",
                                        .path = "<a>",
                                        .summary = "<b>&'\"",
                                        .query = {{"<c>", "<d>"}},
                                        .body_example = R"({"e":"<e>"})"}};
  const std::string page = api_page(routes);
  for (const char* raw : {"<b>", "<c>", "<d>", "<e>", "admin/<a>", "\"e\""}) {
    CAPTURE(raw);
    CHECK_FALSE(has(page, raw));
  }
  CHECK(has(page, "&lt;b&gt;&amp;&#39;&quot;"));
  CHECK(has(page, "{&quot;e&quot;:&quot;&lt;e&gt;&quot;}"));
}

TEST_CASE("API page: its policy lets in its own style, by hash, and no script") {
  start_secrets();
  const std::string page = api_page({});
  const auto from = page.find("<style>") + std::string("<style>").size();
  const std::string style = page.substr(from, page.find("</style>") - from);
  std::vector<unsigned char> hash(crypto_hash_sha256_BYTES);
  const std::vector<unsigned char> bytes(style.begin(), style.end());
  crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
  const std::string policy = api_page_policy();
  CHECK(policy.starts_with("default-src 'none'; style-src 'sha256-" +
                           base64_of(std::string(hash.begin(), hash.end())) + "';"));
  CHECK_FALSE(has(policy, "unsafe"));
  CHECK_FALSE(has(page, "<script"));
  CHECK_FALSE(has(page, "style="));
}
