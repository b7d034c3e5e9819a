#include "server/transport/service_endpoint.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "server/envelope/xml.h"
#include "tests/server/transport/endpoint_fixture.h"

using namespace emulator;
using testing::EndpointFixture;
namespace http = boost::beast::http;

namespace {

const std::string user_svc = "/Remote/Services86/User.svc";
const std::string principal_svc = "/Remote/Services86/SoPrincipal.svc";

bool is_well_formed(const std::string& xml) {
  return XmlDocument(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "answer", nullptr,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)) !=
         nullptr;
}

/// The WSDL in three: up to the value of soap:address, the value, and the rest.
struct Wsdl {
  explicit Wsdl(std::string_view text) {
    constexpr std::string_view opening = "<soap:address location=\"";
    const auto start = text.find(opening);
    REQUIRE(start != std::string_view::npos);
    const auto end = text.find('"', start + opening.size());
    before = text.substr(0, start + opening.size());
    address = text.substr(before.size(), end - before.size());
    after = text.substr(end);
  }
  std::string before;
  std::string address;
  std::string after;
};

}  // namespace

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: the WSDL is served with our address in it") {
  struct Case {
    const char* target;
    const char* address;
    Service service;
  };
  const std::string base = "http://h.test:8086";
  for (const Case& c : {
           Case{"/Remote/Services86/User.svc?wsdl", "/Remote/Services86/User.svc", Service::user},
           Case{"/Remote/Services86/User.svc?singleWsdl", "/Remote/Services86/User.svc",
                Service::user},
           Case{"/remote/SERVICES86/user.SVC?WSDL&x=1", "/Remote/Services86/User.svc",
                Service::user},
           Case{"/Cust1/Remote/Services86/User.svc?wsdl", "/Cust1/Remote/Services86/User.svc",
                Service::user},
           Case{"/Remote/Services86/SoPrincipal.svc?wsdl", "/Remote/Services86/SoPrincipal.svc",
                Service::so_principal},
       }) {
    CAPTURE(c.target);
    const HttpResponse response = get(c.target);
    CHECK(response.result() == http::status::ok);
    CHECK(response[http::field::content_type] == "text/xml; charset=UTF-8");
    CHECK(is_well_formed(response.body()));
    const Wsdl served(response.body());
    const Wsdl kept(wsdl_document(c.service));
    CHECK(served.address == base + c.address);
    CHECK(served.before == kept.before);
    CHECK(served.after == kept.after);
  }
}

TEST_CASE("Service endpoint: the WSDL's address is the configured one where there is one") {
  ServiceSettings settings;
  settings.public_url = "https://crm.example/sales/";
  EndpointFixture emulator(settings);
  CHECK(Wsdl(emulator.get("/T/Remote/Services86/User.svc?wsdl").body()).address ==
        "https://crm.example/sales/T/Remote/Services86/User.svc");
}

TEST_CASE_FIXTURE(EndpointFixture,
                  "Service endpoint: no Host and no tenant breaks the WSDL's XML") {
  CHECK(Wsdl(get(user_svc + "?wsdl", "a\"><&'b").body()).address ==
        "http://a&quot;&gt;&lt;&amp;'b/Remote/Services86/User.svc");
  for (const char* host : {"a\"/><script>", "a&b", "\xFF\xFE", "\xC3", "a\tb", "]]>"}) {
    CAPTURE(host);
    CHECK(is_well_formed(get(user_svc + "?wsdl", host).body()));
  }
}

TEST_CASE_FIXTURE(EndpointFixture,
                  "Service endpoint: a tenant that cannot be has no WSDL, either") {
  for (const std::string tenant : {"%3Cscript%3E", "%22", "%26", "%01", "%FF", "a%20b", ".a"}) {
    CAPTURE(tenant);
    for (const std::string query : {"", "?wsdl"}) {
      const HttpResponse response = get("/" + tenant + user_svc + query);
      CHECK(response.result() == http::status::not_found);
      CHECK(response.body().starts_with("404 Not Found: No such tenant: a tenant's name is"));
    }
  }
}

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: a GET shows a page that leads to the WSDL") {
  const HttpResponse response = get(user_svc);
  CHECK(response.result() == http::status::ok);
  CHECK(response[http::field::content_type] == "text/html; charset=UTF-8");
  for (const char* text : {"<title>WcfUserService Service</title>", "You have created a service.",
                           "svcutil.exe http://h.test:8086/Remote/Services86/User.svc?wsdl",
                           "href=\"http://h.test:8086/Remote/Services86/User.svc?wsdl\""}) {
    CAPTURE(text);
    CHECK(response.body().find(text) != std::string::npos);
  }
  CHECK(get(principal_svc).body().find("WcfSoPrincipalService Service") != std::string::npos);
  CHECK(get(user_svc + "?xsd=wsdl").body() == response.body());
}

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: no Host gets markup into the page") {
  const std::string harmless = get(user_svc, "h").body();
  const auto marks = [](const std::string& page) {
    return std::count_if(page.begin(), page.end(),
                         [](char c) { return c == '<' || c == '>' || c == '"' || c == '&'; });
  };
  for (const char* host : {"<script>alert(1)</script>", "\" onclick=\"alert(1)", "' x='",
                           "&lt;b&gt;", "\"><img src=x>"}) {
    CAPTURE(host);
    const std::string page = get(user_svc, host).body();
    CHECK(page.find(host) == std::string::npos);
    CHECK(marks(page) == marks(harmless));
  }
}

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: HEAD is answered as GET") {
  for (const std::string& target : {user_svc, user_svc + "?wsdl"}) {
    CAPTURE(target);
    const HttpResponse response = answer(http::verb::head, target);
    CHECK(response.result() == http::status::ok);
    CHECK(response.body() == get(target).body());
  }
}

TEST_CASE_FIXTURE(EndpointFixture,
                  "Service endpoint: 404 for a service that is not emulated, with names") {
  for (const auto verb : {http::verb::get, http::verb::post, http::verb::put}) {
    const HttpResponse response = answer(verb, "/Remote/Services86/Principal.svc");
    CHECK(response.result() == http::status::not_found);
    CHECK(response[http::field::content_type] == "text/plain; charset=utf-8");
    CHECK(response.body().find("Principal, only User.svc and SoPrincipal.svc") !=
          std::string::npos);
  }
}

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: 405 for other methods") {
  for (const auto verb : {http::verb::put, http::verb::delete_, http::verb::options,
                          http::verb::patch, http::verb::trace, http::verb::unknown}) {
    const HttpResponse response = answer(verb, user_svc);
    CHECK(response.result() == http::status::method_not_allowed);
    CHECK(response[http::field::allow] == "GET, HEAD, POST");
  }
}
