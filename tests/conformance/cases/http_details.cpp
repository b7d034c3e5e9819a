#include <algorithm>
#include <cctype>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/messages.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

constexpr Service both[] = {Service::so_principal, Service::user};

std::string page(Service service) { return "/" + std::string(name_of(service)) + ".svc"; }

/// ask_who as HTTP, at a path after the base URL.
HttpRequest posted(const Session& session, const std::string& path) {
  const Call call = ask_who(session);
  HttpRequest request;
  request.url = session.options().url + path;
  request.headers = call.http_headers();
  request.body = written(session, call);
  return request;
}

Answer answer_to(Session& session, const HttpRequest& request) {
  return Answer(operation_of("GetUserInfo"), session.http(request));
}

CONFORMANCE_CASE("HTTP", "GET of a service is a page that says how to make a client",
                 .source = Source::document) {
  for (const Service service : both) {
    const HttpAnswer answer = session.http("GET", page(service));
    expect_equal("the status of GET " + page(service), answer.status, 200);
    expect(answer.header("content-type").starts_with("text/html"), "it is no HTML");
    const std::string title = "Wcf" + std::string(name_of(service)) + "Service Service";
    expect(answer.body.find(title) != std::string::npos, "the page is not named " + title);
    expect(answer.body.find("svcutil.exe") != std::string::npos, "the page has no svcutil.exe");
  }
}

CONFORMANCE_CASE("HTTP", "?wsdl and ?singleWsdl are the flat WSDL with the service's address",
                 .source = Source::inferred, .assumption = "A-WSDL", .fails_on = FailsOn::real) {
  for (const Service service : both) {
    for (const char* query : {"?wsdl", "?singleWsdl"}) {
      const HttpAnswer answer = session.http("GET", page(service) + query);
      expect_equal("the status of GET " + page(service) + query, answer.status, 200);
      const Document document = parse_xml(answer.body);
      const Element wsdl = root_of(document);
      expect_equal("the root", wsdl.name(), std::string("definitions"));
      expect(!wsdl.at("import"), "it imports other documents");
      const std::string address = wsdl.at("service/port/address").attribute("location");
      expect(address.ends_with(page(service)), "its address is " + address);
      expect_equal("the number of operations", wsdl.at("portType").children("operation").size(),
                   Contract::of(service).operations().size());
    }
  }
}

CONFORMANCE_CASE("HTTP", "the case of letters in the path does not count",
                 .source = Source::document) {
  std::string path = "/Remote/Services86/User.svc";
  HttpRequest request = posted(session, "/User.svc");
  const std::size_t start = request.url.find(path);
  if (start == std::string::npos) throw LeftOut("the address has another form than " + path);
  const auto in_small = [](unsigned char c) { return static_cast<char>(std::tolower(c)); };
  std::ranges::transform(path, path.begin(), in_small);
  request.url.replace(start, path.size(), path);
  expect_who(session, answer_to(session, request));
  request.url.replace(start, path.size(), "/REMOTE/services86/USER.SVC");
  expect_who(session, answer_to(session, request));
}

CONFORMANCE_CASE("HTTP", "a service that is not there is 404", .source = Source::platform) {
  expect_equal("the status of GET", session.http("GET", "/NoSuchService.svc").status, 404);
  expect_equal("the status of POST", session.http(posted(session, "/NoSuchService.svc")).status,
               404);
}

// IIS may answer some of them before WCF does.
CONFORMANCE_CASE("HTTP", "other methods than GET, HEAD and POST are refused",
                 .source = Source::platform) {
  for (const char* method : {"PUT", "DELETE", "PATCH"}) {
    const int status = session.http(method, "/User.svc").status;
    expect(status == 405 || status == 501 || status == 404 || status == 403,
           std::string("HTTP ") + std::to_string(status) + " to " + method);
  }
}

CONFORMANCE_CASE("HTTP", "a POST without anything is refused", .source = Source::platform) {
  const int status = session.http("POST", "/User.svc").status;
  expect(status == 400 || status == 415 || status == 411, "HTTP " + std::to_string(status));
}

CONFORMANCE_CASE("HTTP", "Expect: 100-continue is answered, with a long message as well",
                 .source = Source::platform) {
  HttpRequest request = posted(session, "/User.svc");
  request.headers["Expect"] = "100-continue";
  expect_who(session, answer_to(session, request));
  request.body += std::string(100'000, ' ');
  expect_who(session, answer_to(session, request));
}

CONFORMANCE_CASE("HTTP", "a connection stays open, after a refused message too",
                 .source = Source::platform) {
  for (const std::string& body : {written(session, ask_who(session)), std::string("nothing")}) {
    HttpRequest request = posted(session, "/User.svc");
    request.body = body;
    const std::string word = session.http(request).header("connection");
    expect(word != "close" && word != "Close", "the answer closes the connection");
    expect_who(session, session.call(ask_who(session)));
  }
}

CONFORMANCE_CASE("HTTP", "Connection: close is heeded", .source = Source::platform) {
  HttpRequest request = posted(session, "/User.svc");
  request.headers["Connection"] = "close";
  expect_who(session, answer_to(session, request));
}

CONFORMANCE_CASE("HTTP", "a body in chunks is read", .source = Source::platform) {
  HttpRequest request = posted(session, "/User.svc");
  request.headers["Transfer-Encoding"] = "chunked";
  expect_who(session, answer_to(session, request));
}

CONFORMANCE_CASE("HTTP", "a user agent and cookies of a client do not matter",
                 .source = Source::platform) {
  HttpRequest request = posted(session, "/User.svc");
  request.headers["User-Agent"] = "NuSOAP/0.9.5 (1.123)";
  request.headers["Cookie"] = "ASP.NET_SessionId=none";
  expect_who(session, answer_to(session, request));
}

}  // namespace
}  // namespace conformance
