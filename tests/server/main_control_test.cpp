// The flags of a test double, as the program takes them.
#include <doctest/doctest.h>

#include <csignal>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

using namespace emulator::testing;

namespace {

ClientResponse send_with_token(std::uint16_t port, const std::string& token,
                               boost::beast::http::verb method, const std::string& target) {
  ClientRequest request(method, target, 11);
  request.set(boost::beast::http::field::host, "localhost");
  request.set(boost::beast::http::field::authorization, "Bearer " + token);
  return HttpClient(port).send(request);
}

std::string log_of(RunningServer& server) {
  server.program().signal(SIGTERM);
  CHECK(server.program().wait() == 0);
  return server.program().err();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("nsemu: POST shutdown ends it as SIGTERM does, once it is answered") {
  RunningServer server;
  const ClientResponse answer = HttpClient(server.port()).post("/__admin/shutdown", "", "", "");
  CHECK(answer.result_int() == 200);
  CHECK(server.program().wait() == 0);
  CHECK(has(server.program().err(), "stopped"));
}

TEST_CASE("nsemu: --admin-token is asked for, by healthcheck not, and shown nowhere") {
  RunningServer server({"--admin-token", "t0ps3cret", "--bind", "0.0.0.0"});
  HttpClient client(server.port());
  CHECK(client.get("/__admin/config").result_int() == 401);
  CHECK(client.get("/__admin/health").result_int() == 200);
  CHECK(Program({"healthcheck", "--port", std::to_string(server.port())}).wait() == 0);
  using boost::beast::http::verb;
  const auto config = send_with_token(server.port(), "t0ps3cret", verb::get, "/__admin/config");
  CHECK(config.result_int() == 200);
  CHECK(has(config.body(), R"({"name":"admin-token","value":"***","origin":"flag"})"));
  CHECK_FALSE(has(config.body(), "t0ps3cret"));
  const std::string log = log_of(server);
  CHECK_FALSE(has(log, "t0ps3cret"));
  CHECK_FALSE(has(log, "ANYBODY"));
}

TEST_CASE("nsemu: an admin API that others can reach, and secrets that are shown, are warned of") {
  RunningServer server({"--bind", "0.0.0.0", "--no-redact"});
  const std::string log = log_of(server);
  CHECK(has(log, " warn ANYBODY who reaches 0.0.0.0 can read and change everything at /__admin"));
  CHECK(has(log, " warn --no-redact: PASSWORDS"));
}

TEST_CASE("nsemu: with --no-admin there is nothing below /__admin, and the services work") {
  RunningServer server({"--no-admin", "serve"});
  CHECK(HttpClient(server.port()).get("/__admin/health").result_int() == 404);
  CHECK_FALSE(SoapClient(server.port()).login("ADM0", "adm0").empty());
}

TEST_CASE("nsemu: --time stops the clock of every installation") {
  RunningServer server({"--time", "2031-05-06T07:08:09Z"});
  for (const char* clock : {"/__admin/clock", "/__admin/tenants/other/clock"}) {
    CHECK(has(HttpClient(server.port()).get(clock).body(), "2031-05-06T07:08:09Z"));
  }
}
