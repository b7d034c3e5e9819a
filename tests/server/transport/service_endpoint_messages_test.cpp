#include <doctest/doctest.h>

#include "server/transport/service_endpoint.h"
#include "tests/server/transport/endpoint_fixture.h"

using namespace emulator;
using testing::element;
using testing::EndpointFixture;
using testing::Reply;
namespace http = boost::beast::http;

namespace {

const std::string user_svc = "/Remote/Services86/User.svc";
const std::string principal_svc = "/Remote/Services86/SoPrincipal.svc";
const std::string not_supported = "The message with Action '";

/// What a well-behaved client posts.
HttpRequest call_of(const std::string& target, const std::string& service,
                    const std::string& operation, const std::string& parameters,
                    const std::string& ticket = "") {
  HttpRequest request(http::verb::post, target, 11);
  request.set(http::field::host, "h.test:8086");
  request.set(http::field::content_type, "text/xml; charset=utf-8");
  request.set("SOAPAction", "\"" + testing::action(service, operation) + "\"");
  request.body() =
      testing::envelope(testing::credentials(ticket), testing::wrapper(operation, parameters));
  return request;
}

HttpRequest login_at(const std::string& target) {
  return call_of(target, "SoPrincipal", "AuthenticateUsernamePassword",
                 element("UserName", "ADM0") + element("Password", "adm0"));
}

Reply reply_of(const HttpResponse& response) {
  SoapAnswer answer;
  answer.body = response.body();
  return Reply(answer);
}

}  // namespace

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: a POST is a call, whatever the query") {
  for (const char* query : {"", "?wsdl", "?x"}) {
    CAPTURE(query);
    const HttpResponse response = answer(login_at(principal_svc + query));
    CHECK(response.result() == http::status::ok);
    CHECK(response[http::field::content_type] == "text/xml; charset=utf-8");
    CHECK(reply_of(response).result("AuthenticationSucceeded") == "true");
  }
}

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: the segment before Remote is the tenant") {
  const std::string ticket =
      reply_of(answer(login_at("/Cust1" + principal_svc))).result("Credentials/Ticket");
  struct Case {
    const char* tenant;
    const char* succeeded;
  };
  for (const Case& c : {Case{"/Cust1", "true"}, Case{"/CUST1", "true"}, Case{"/Cust2", "false"},
                        Case{"/default", "false"}, Case{"", "false"}}) {
    CAPTURE(c.tenant);
    const auto request =
        call_of(c.tenant + user_svc, "User", "GetUserInfo", element("UserInfoId", "101"), ticket);
    CHECK(reply_of(answer(request)).succeeded() == c.succeeded);
  }
}

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: without a segment it is tenant default") {
  const std::string ticket = login("ADM0", "adm0");
  for (const char* tenant : {"", "/default", "/Default"}) {
    CAPTURE(tenant);
    const auto request =
        call_of(tenant + user_svc, "User", "GetUserInfo", element("UserInfoId", "101"), ticket);
    CHECK(reply_of(answer(request)).succeeded() == "true");
  }
}

TEST_CASE_FIXTURE(EndpointFixture,
                  "Service endpoint: a tenant that cannot be is 404, and says why") {
  for (const std::string& tenant : {std::string("a%20b"), std::string(65, 'x')}) {
    CAPTURE(tenant);
    const HttpResponse response = answer(login_at("/" + tenant + principal_svc));
    CHECK(response.result() == http::status::not_found);
    CHECK(response.body().starts_with("404 Not Found: No such tenant: a tenant's name is"));
  }
}

TEST_CASE_FIXTURE(EndpointFixture,
                  "Service endpoint: another content type is 415, in WCF's words") {
  for (const char* type : {"application/json", "text/plain", "", "text/xml; charset=latin1"}) {
    CAPTURE(type);
    HttpRequest request = login_at(principal_svc);
    request.set(http::field::content_type, type);
    const HttpResponse response = answer(request);
    CHECK(response.result() == http::status::unsupported_media_type);
    CHECK(response.reason() == "Cannot process the message because the content type '" +
                                   std::string(type) +
                                   "' was not the expected type 'text/xml; charset=utf-8'.");
  }
  HttpRequest request = login_at(principal_svc);
  request.erase(http::field::content_type);
  CHECK(answer(request).result() == http::status::unsupported_media_type);
}

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: only a 415 has a reason of its own") {
  CHECK(answer(login_at(principal_svc)).reason() == "OK");
  HttpRequest request = login_at(principal_svc);
  request.body() = "no XML";
  CHECK(answer(request).result() == http::status::bad_request);
  CHECK(answer(request).reason() == "Bad Request");
}

TEST_CASE_FIXTURE(EndpointFixture, "Service endpoint: breaches are named once, in a header") {
  CHECK(answer(login_at(principal_svc)).count("X-Emulator-Warning") == 0);
  HttpRequest request = login_at(principal_svc);
  request.erase("SOAPAction");
  CHECK(answer(request)["X-Emulator-Warning"] == "W-ACTION");
  // Two breaches, both by the same id.
  request.body() = testing::envelope(
      "", testing::wrapper("AuthenticateUsernamePassword",
                           element("Nobody", "") + element("Nothing", "") +
                               element("UserName", "ADM0") + element("Password", "adm0")));
  CHECK(answer(request)["X-Emulator-Warning"] == "W-ACTION, W-UNKNOWN-ELEMENT");
}

TEST_CASE("Service endpoint: --emulator-headers off keeps breaches to the log") {
  ServiceSettings settings;
  settings.emulator_headers = false;
  EndpointFixture emulator(settings);
  HttpRequest request = login_at(principal_svc);
  request.erase("SOAPAction");
  const HttpResponse response = emulator.answer(request);
  CHECK(response.result() == http::status::ok);
  CHECK(response.count("X-Emulator-Warning") == 0);
}

TEST_CASE_FIXTURE(EndpointFixture,
                  "Service endpoint: an unknown version knows no action, and says so") {
  struct Case {
    const char* target;
    const char* action;
    const char* text;
  };
  for (const Case& c : {
           Case{"/Remote/Services88/User.svc", "\"urn:x/GetUser\"", "urn:x/GetUser"},
           Case{"/Remote/services88/user.svc", "urn:x/GetUser", "urn:x/GetUser"},
           Case{"/T/Remote/Services84/SoPrincipal.svc", "", "Services84/SoPrincipal"},
           Case{"/Remote/Services860/User.svc", "\"\"", "Services860/User"},
           Case{"/Remote/Services8/User.svc", "<&>", "<&>"},
       }) {
    CAPTURE(c.target);
    HttpRequest request = call_of(c.target, "User", "GetUser", "");
    request.set("SOAPAction", c.action);
    const HttpResponse response = answer(request);
    CHECK(response.result() == http::status::internal_server_error);
    CHECK(response[http::field::content_type] == "text/xml; charset=utf-8");
    const Reply reply = reply_of(response);
    CHECK(reply.text("Body/Fault/faultcode") == "a:ActionNotSupported");
    const std::string text = reply.text("Body/Fault/faultstring");
    CHECK(text.starts_with(not_supported + c.text + "'"));
    CHECK(text.ends_with(" is not built in, only Services86."));
  }
}

TEST_CASE_FIXTURE(EndpointFixture,
                  "Service endpoint: an unknown version is named to readers, too") {
  for (const char* query : {"", "?wsdl"}) {
    CAPTURE(query);
    const HttpResponse response = get(std::string("/Remote/Services88/User.svc") + query);
    CHECK(response.result() == http::status::internal_server_error);
    const std::string text = reply_of(response).text("Body/Fault/faultstring");
    CHECK(text.find("nsemu: Services88 is not built in") != std::string::npos);
  }
}

TEST_CASE_FIXTURE(EndpointFixture,
                  "Service endpoint: of an unknown version SOAP 1.2 is told in SOAP 1.2") {
  HttpRequest request = call_of("/Remote/Services88/User.svc", "User", "GetUser", "");
  request.set(http::field::content_type, "application/soap+xml; charset=utf-8");
  const HttpResponse response = answer(request);
  CHECK(response[http::field::content_type] == "application/soap+xml; charset=utf-8");
  CHECK(reply_of(response).text("Body/Fault/Code/Subcode/Value") == "a:ActionNotSupported");
}

TEST_CASE_FIXTURE(EndpointFixture,
                  "Service endpoint: what an unknown version is asked for is made safe for XML") {
  HttpRequest request = call_of("/Remote/Services%01%FF/User.svc", "User", "GetUser", "");
  request.set("SOAPAction", "\"urn:\xFFx\ty\"");
  const Reply reply = reply_of(answer(request));
  const std::string text = reply.text("Body/Fault/faultstring");
  CHECK(text.starts_with(not_supported + "urn:?x?y'"));
  CHECK(text.find("nsemu: Services?? is not built in") != std::string::npos);
}
