#include "server/transport/public_url.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

using namespace emulator;

namespace {

using Fields = std::vector<std::pair<const char*, const char*>>;

std::string base_url(const Fields& fields, const std::string& configured = "",
                     const std::string& authority = "", bool secure = false) {
  HttpRequest request;
  for (const auto& [name, value] : fields) request.insert(name, value);
  RequestTarget target;
  target.authority = authority;
  return public_base_url(configured, request, target, {"127.0.0.1", secure});
}

}  // namespace

TEST_CASE("Public URL: configured, else the proxy's words, else Host, else the target") {
  const Fields host{{"Host", "host.example:8086"}};
  const Fields proxy{{"Host", "host.example:8086"},
                     {"X-Forwarded-Host", "proxy.example"},
                     {"X-Forwarded-Proto", "https"}};
  CHECK(base_url(proxy, "https://crm.example", "target.example") == "https://crm.example");
  CHECK(base_url(proxy, "", "target.example") == "https://proxy.example");
  CHECK(base_url(host, "", "target.example") == "http://host.example:8086");
  CHECK(base_url({}, "", "target.example:81") == "http://target.example:81");
  CHECK(base_url({}) == "http://localhost");
}

TEST_CASE("Public URL: a configured one is taken as it is, but for slashes at its end") {
  CHECK(base_url({}, "https://crm.example/") == "https://crm.example");
  CHECK(base_url({}, "https://crm.example:444/sales//") == "https://crm.example:444/sales");
}

TEST_CASE("Public URL: TLS of our own shows in the scheme, what the proxy says comes first") {
  CHECK(base_url({{"Host", "h"}}, "", "", true) == "https://h");
  CHECK(base_url({{"Host", "h"}, {"X-Forwarded-Proto", "http"}}, "", "", true) == "http://h");
}

TEST_CASE("Public URL: what proxies say") {
  struct Case {
    const char* what;
    Fields fields;
    const char* base;
  };
  for (const Case& c : std::vector<Case>{
           {"scheme alone", {{"Host", "h:1"}, {"X-Forwarded-Proto", "https"}}, "https://h:1"},
           {"no scheme of ours", {{"Host", "h"}, {"X-Forwarded-Proto", "javascript"}}, "http://h"},
           {"names in any case", {{"host", "h"}, {"x-forwarded-host", "p"}}, "http://p"},
           {"a list: the first", {{"Host", "h"}, {"X-Forwarded-Host", " p , q"}}, "http://p"},
           {"a list of schemes", {{"Host", "h"}, {"X-Forwarded-Proto", "https,http"}}, "https://h"},
           {"an empty host", {{"Host", "h"}, {"X-Forwarded-Host", ""}}, "http://h"},
           {"a port", {{"Host", "h"}, {"X-Forwarded-Port", "8443"}}, "http://h:8443"},
           {"the usual port", {{"Host", "h"}, {"X-Forwarded-Port", "80"}}, "http://h"},
           {"the usual port of https",
            {{"Host", "h"}, {"X-Forwarded-Proto", "https"}, {"X-Forwarded-Port", "443"}},
            "https://h"},
           {"the other's usual port",
            {{"Host", "h"}, {"X-Forwarded-Proto", "https"}, {"X-Forwarded-Port", "80"}},
            "https://h:80"},
           {"a port twice", {{"X-Forwarded-Host", "p:9"}, {"X-Forwarded-Port", "8"}}, "http://p:9"},
           {"IPv6", {{"Host", "[::1]"}, {"X-Forwarded-Port", "81"}}, "http://[::1]:81"},
           {"IPv6 with a port", {{"Host", "[::1]:1"}, {"X-Forwarded-Port", "2"}}, "http://[::1]:1"},
           {"a prefix", {{"Host", "h"}, {"X-Forwarded-Prefix", "/crm/test"}}, "http://h/crm/test"},
           {"a prefix with a slash too many",
            {{"Host", "h"}, {"X-Forwarded-Prefix", "/crm/"}},
            "http://h/crm"},
           {"a prefix without its slash",
            {{"Host", "h"}, {"X-Forwarded-Prefix", "crm"}},
            "http://h/crm"},
           {"no prefix to speak of", {{"Host", "h"}, {"X-Forwarded-Prefix", "/"}}, "http://h"},
       }) {
    CAPTURE(c.what);
    CHECK(base_url(c.fields) == c.base);
  }
}

TEST_CASE("Public URL: a server is reached at its address, or at localhost where it takes any") {
  struct Case {
    const char* bind;
    const char* url;
  };
  for (const Case& c : {Case{"127.0.0.1", "http://127.0.0.1:7"}, Case{"::1", "http://[::1]:7"},
                        Case{"0.0.0.0", "http://localhost:7"}, Case{"::", "http://localhost:7"},
                        Case{"localhost", "http://localhost:7"}}) {
    CHECK(own_base_url(c.bind, 7) == c.url);
  }
}
