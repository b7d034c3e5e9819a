// The verb diff: an emulator that is held against another one, which stands for the real server.

#include "server/diff_verb.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"
#include "tests/support/tls_server.h"

using namespace emulator::testing;

namespace {

std::string url_of(const RunningServer& server) {
  return "http://127.0.0.1:" + std::to_string(server.port());
}

std::vector<std::string> with(const RunningServer& upstream,
                              const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments{"diff", "--upstream", url_of(upstream) + "/Real/Remote"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

struct Ended {
  int code;
  std::string log;
};

Ended stopped(RunningServer& server) {
  server.program().signal(SIGTERM);
  const int code = server.program().wait().value_or(-1);
  return {code, server.program().err()};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

boost::json::array journal_of(SoapClient& client) {
  const std::string body = client.http().get("/__admin/requests").body();
  return boost::json::parse(body).at("requests").as_array();
}

Reply user_101(SoapClient& client, const std::string& ticket) {
  return client.call(ticket, "GetUserInfo", element("UserInfoId", "101"));
}

void rename_101(SoapClient& client, const std::string& name) {
  client.call(client.login("ADM0", "adm0"), "SetExternalUserInfo",
              element("AssociateId", "101") + element("UserName", name) +
                  element("ExternalUserInfoModification", "UserName"));
}

}  // namespace

TEST_CASE("Diff verb: one session works at both servers, and alike answers end with 0") {
  for (const std::string side : {"upstream", "emulator"}) {
    CAPTURE(side);
    const RunningServer real;
    RunningServer server(with(real, {"--answer", side}));
    SoapClient client(server.port());
    const std::string ticket = client.login("ADM0", "adm0");
    REQUIRE(ticket.starts_with("7T:"));
    CHECK(user_101(client, ticket).result("Response/UserName") == "ext1@fjord.example");
    // Whose ticket it is.
    SoapClient direct(real.port(), "/Real/Remote/Services86/");
    CHECK((user_101(direct, ticket).succeeded() == "true") == (side == "upstream"));
    const Ended ended = stopped(server);
    CHECK(ended.code == 0);
    CHECK(has(ended.log, "User.GetUserInfo: 1 call, 1 alike, 0 different, 0 without an answer\n"));
    CHECK(has(ended.log, "all: 2 calls, 2 alike, 0 different, 0 without an answer\n"));
  }
}

TEST_CASE("Diff verb: other answers are in the journal and at the end, which is 1") {
  const RunningServer real;
  SoapClient direct(real.port(), "/Real/Remote/Services86/");
  rename_101(direct, "renamed");
  for (const std::string side : {"upstream", "emulator"}) {
    CAPTURE(side);
    RunningServer server(with(real, {"--answer", side, "--log-level", "off"}));
    SoapClient client(server.port());
    const Reply reply = user_101(client, client.login("ADM0", "adm0"));
    CHECK(reply.result("Response/UserName") ==
          (side == "upstream" ? "renamed" : "ext1@fjord.example"));
    const boost::json::value entry = journal_of(client).back();
    const std::string line =
        "Body/GetUserInfoResponse/Response/UserName: 'renamed', here 'ext1@fjord.example'";
    CHECK(boost::json::serialize(entry.at("upstream")) ==
          R"({"status":200,"difference":[")" + line + "\"]}");
    const std::string id = std::to_string(entry.at("id").to_number<int>());
    CHECK(has(client.http().get("/__admin/requests/" + id + "/explain").body(), line));
    const Ended ended = stopped(server);
    CHECK(ended.code == 1);
    CHECK(has(ended.log,
              "User.GetUserInfo: 1 call, 0 alike, 1 different, 0 without an answer; "
              "first: " +
                  line));
  }
}

TEST_CASE("Diff verb: --ignore leaves an element out") {
  const RunningServer real;
  SoapClient direct(real.port(), "/Real/Remote/Services86/");
  rename_101(direct, "renamed");
  RunningServer server(with(real, {"--ignore", "UserName"}));
  SoapClient client(server.port());
  user_101(client, client.login("ADM0", "adm0"));
  CHECK(stopped(server).code == 0);
}

TEST_CASE("Diff verb: a server that goes away is a 502, or our answer, and counted") {
  for (const std::string side : {"upstream", "emulator"}) {
    CAPTURE(side);
    RunningServer real;
    RunningServer server(with(real, {"--answer", side}));
    SoapClient client(server.port());
    const std::string ticket = client.login("ADM0", "adm0");
    stopped(real);
    const Reply reply = user_101(client, ticket);
    if (side == "upstream") {
      CHECK(reply.status() == 502);
      CHECK(has(reply.text("Body/Fault/faultstring"), "no answer: "));
    } else {
      CHECK(reply.result("Response/UserName") == "ext1@fjord.example");
    }
    CHECK(has(boost::json::serialize(journal_of(client).back().at("upstream")),
              R"({"status":0,"difference":["no answer: )"));
    const Ended ended = stopped(server);
    CHECK(ended.code == 1);
    CHECK(has(ended.log, "all: 2 calls, 1 alike, 0 different, 1 without an answer"));
  }
}

TEST_CASE("Diff verb: one that is not there at the start ends with 5") {
  std::string gone;
  {
    const RunningServer real;
    gone = url_of(real);
  }
  Program program({"diff", "--upstream", gone, "--port", "0"});
  CHECK(program.wait() == 5);
  CHECK(has(program.err(), gone + " does not answer: "));
}

TEST_CASE("Diff verb: a server of https is believed by its certificate") {
  const Certificate certificate = self_signed("IP:127.0.0.1");
  const TlsServer real(certificate);
  const std::string url = "https://127.0.0.1:" + std::to_string(real.port());
  const ScratchDirectory scratch;
  const std::string file = scratch.path("ca.pem").string();
  std::ofstream(file) << certificate.certificate;

  Program doubting({"diff", "--upstream", url, "--port", "0"});
  CHECK(doubting.wait() == 5);
  CHECK(has(doubting.err(), "certificate verify failed"));

  RunningServer server({"diff", "--upstream", url, "--upstream-ca", file});
  SoapClient client(server.port());
  CHECK(user_101(client, "").xml() == "/Remote/Services86/User.svc");  // It answers its target.
  const Ended ended = stopped(server);
  CHECK(ended.code == 1);
  CHECK(has(ended.log, "first: the body: no XML, here XML"));
}

TEST_CASE("Diff verb: it ends when it is told to, whoever it waits for") {
  RunningServer real;
  HttpClient control(real.port());
  control.post("/__admin/tenants/Real/faults", "application/json", "", R"({"kind":"hang"})");
  RunningServer server(with(real, {"--stop-timeout-ms", "100"}));
  ClientRequest request(boost::beast::http::verb::post, "/Remote/Services86/User.svc", 11);
  request.set(boost::beast::http::field::host, "h");
  request.set("SOAPAction", action("User", "GetUserInfo"));
  request.set(boost::beast::http::field::content_type, "text/xml");
  request.body() = envelope("", wrapper("GetUserInfo", element("UserInfoId", "101")));
  request.prepare_payload();
  std::jthread client([&] { CHECK_THROWS(HttpClient(server.port()).send(request)); });
  const auto is_waiting = [&] {
    return has(control.get("/__admin/tenants/Real/faults/1").body(), R"("consumed":1)");
  };
  for (int i = 0; i < 1000 && !is_waiting(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  REQUIRE(is_waiting());
  CHECK(stopped(server).code == 0);  // It was not counted.
}

TEST_CASE("Diff verb: a secret is neither in the log nor in the journal") {
  const RunningServer real;
  RunningServer server(with(real, {"--log-level", "trace"}));
  SoapClient client(server.port());
  CHECK(client.login("ADM0", "pl4nted1").empty());
  const std::string ticket = client.login("ADM0", "adm0");
  // No XML: either server may quote it.
  client.http().post(
      "/Remote/Services86/User.svc", "text/xml", action("User", "IsPasswordValid"),
      envelope(credentials(ticket), wrapper("IsPasswordValid", "<Password>&pl4nted2;</Password>")));
  client.call(ticket, "SetPassword",
              element("AssociateId", "101") + element("Password", "pl4nted3"));
  std::string told = client.http().get("/__admin/requests?format=har").body() +
                     boost::json::serialize(journal_of(client));
  told += stopped(server).log;
  for (const std::string& secret : {std::string("pl4nted"), ticket}) {
    CAPTURE(secret);
    CHECK_FALSE(has(told, secret));
  }
}

TEST_CASE("Diff verb: the WSDL is ours, with our address") {
  const RunningServer real;
  RunningServer server(with(real));
  HttpClient client(server.port());
  const std::string wsdl = client.get("/Remote/Services86/User.svc?wsdl").body();
  CHECK(has(wsdl, "location=\"http://"));
  CHECK_FALSE(has(wsdl, ":" + std::to_string(real.port())));
}
