// `nsemu healthcheck --fail-on-breach`, as a CI job has it.
#include <doctest/doctest.h>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

using namespace emulator::testing;

namespace {

/// What the program says of the clients of a server.
struct Verdict {
  explicit Verdict(std::uint16_t port, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"healthcheck", "--fail-on-breach", "--url",
                               "http://127.0.0.1:" + std::to_string(port)});
    Program program(more);
    code = program.wait();
    out = program.out();
    err = program.err();
  }
  bool says(const std::string& part) const { return (out + err).find(part) != std::string::npos; }

  std::optional<int> code;
  std::string out, err;
};

/// Password before AssociateId: out of the WSDL's order.
void break_the_order(SoapClient& client) {
  client.call("", "SetExternalUserInfo",
              element("Password", "hunter2hunter2") + element("AssociateId", "101"));
}

ClientResponse remove(HttpClient& client, const std::string& target) {
  ClientRequest request(boost::beast::http::verb::delete_, target, 11);
  request.set(boost::beast::http::field::host, "localhost");
  return client.send(request);
}

}  // namespace

TEST_CASE("nsemu: healthcheck --fail-on-breach fails once a client has broken the contract") {
  for (const char* mode : {"lenient", "warn", "strict"}) {
    CAPTURE(mode);
    RunningServer server({"--contract", mode});
    SoapClient good(server.port());
    CHECK_FALSE(good.login("ADM0", "adm0").empty());
    const Verdict clean(server.port());
    CHECK(clean.code == 0);
    CHECK(clean.says("breaches of the contract: 0, in 0 of 1 calls"));
    SoapClient bad(server.port(), "/Test17/Remote/Services86/");
    break_the_order(bad);
    const Verdict broken(server.port());
    CHECK(broken.code == 1);
    CHECK(broken.says("\nTest17: User.SetExternalUserInfo, 1 of 1 calls\n  once, "));
    CHECK(broken.says("W-ORDER at /s:Envelope/s:Body/SetExternalUserInfo/"));
    CHECK(broken.says("Fix: Send the elements in the order of the WSDL."));
    CHECK_FALSE(broken.says("hunter2"));
    CHECK(broken.err.empty());
  }
}

TEST_CASE("nsemu: the report of the contract outlives reset, removal and the journal's end") {
  RunningServer server({"--journal-entries", "1"});
  SoapClient client(server.port(), "/Test17/Remote/Services86/");
  break_the_order(client);
  for (int i = 0; i < 3; ++i) client.login("ADM0", "adm0");
  HttpClient http(server.port());
  CHECK(http.post("/__admin/tenants/Test17/reset", "", "", "").result_int() == 200);
  CHECK(remove(http, "/__admin/tenants/Test17").result_int() == 200);
  CHECK(Verdict(server.port()).code == 1);
  const auto junit = http.get("/__admin/contract/report?format=junit");
  CHECK(junit[boost::beast::http::field::content_type] == "application/xml");
  CHECK(junit.body().find("<testsuites name=\"nsemu contract\"") != std::string::npos);
  CHECK(remove(http, "/__admin/contract/report").body() == R"({"removed":1})");
  CHECK(Verdict(server.port()).code == 0);
}

TEST_CASE("nsemu: healthcheck --fail-on-breach shows the token, and is clear without it") {
  RunningServer server({"--admin-token", "t0ps3cret"});
  const Verdict refused(server.port());
  CHECK(refused.code == 2);
  CHECK(refused.says("/__admin/contract/report answers 401: the header Authorization must be"));
  CHECK(Verdict(server.port(), {"--admin-token", "wrong"}).code == 2);
  CHECK(Verdict(server.port(), {"--admin-token", "t0ps3cret"}).code == 0);
}

TEST_CASE("nsemu: healthcheck --fail-on-breach is clear where it cannot ask") {
  RunningServer server({"--no-admin"});
  const Verdict closed(server.port());
  CHECK(closed.code == 2);
  CHECK(closed.says("answers 404: the server runs with --no-admin"));
  const std::uint16_t port = server.port();
  server.program().signal(15);
  CHECK(server.program().wait() == 0);
  const Verdict gone(port);
  CHECK(gone.code == 5);
  CHECK(gone.says("does not answer"));
  Program wrong({"serve", "--fail-on-breach"});
  CHECK(wrong.wait() == 2);
}
