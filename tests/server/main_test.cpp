#include <doctest/doctest.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

using namespace emulator::testing;

TEST_CASE("nsemu: the ready line names the port of the port file, and it answers there") {
  RunningServer server;
  const std::string line =
      "ready http=127.0.0.1:" + std::to_string(server.port()) + " admin=/__admin seed=small in ";
  for (int i = 0; i < 1000 && server.program().err().find(line) == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  const std::string err = server.program().err();
  CHECK(err.find(line) != std::string::npos);
  CHECK(err.find("ready ", err.find(line) + 1) == std::string::npos);
  HttpClient client(server.port());
  CHECK(client.get("/health/live").result_int() == 200);
  CHECK(client.get("/health/ready").body() == R"({"status":"ready"})");
  CHECK(client.get("/__admin/health").result_int() == 200);
  CHECK(client.get("/__admin/parity").result_int() == 200);
  CHECK(server.program().out().empty());
}

TEST_CASE("nsemu: the ready line comes at every log level, in both forms") {
  for (const std::string format : {"text", "json"}) {
    RunningServer server({"--log-level", "off", "--log-format", format});
    std::string err;
    for (int i = 0; i < 1000 && err.empty(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      err = server.program().err();
    }
    CHECK(err.find("ready http=127.0.0.1:") == (format == "text" ? 0 : err.find("ready ")));
    CHECK(err.find("ready ") != std::string::npos);
  }
}

TEST_CASE("nsemu: a port file of an earlier start is gone when this one does not start") {
  const ScratchDirectory scratch;
  std::ofstream(scratch.path("port")) << "1\n";
  std::ofstream(scratch.path("data")) << "no directory";
  Program program({"--port", "0", "--port-file", scratch.path("port").string(), "--data",
                   scratch.path("data").string()});
  CHECK(program.wait() == 4);
  CHECK_FALSE(std::filesystem::exists(scratch.path("port")));
}

TEST_CASE("nsemu: a log that nobody reads any more does not end it") {
  // The reader ends after the ready line; what is logged then meets a closed pipe.
  const ScratchDirectory scratch;
  const auto script = scratch.path("start");
  std::ofstream(script) << "#!/bin/bash\n"
                           "exec \"$1\" --port 0 --port-file \"$2\" 2> >(head -n 1 >/dev/null)\n";
  std::filesystem::permissions(script, std::filesystem::perms::owner_all);
  const auto server = RunningServer::other(script.string(), nsemu_path());
  SoapClient client(server->port());
  const std::string ticket = client.login("ADM0", "adm0");
  for (int i = 0; i < 20; ++i) {
    CHECK(client.call(ticket, "GetUserInfo", element("UserInfoId", "11"))
              .result("Response/UserName") == "ADM0");
  }
}

TEST_CASE("nsemu: SIGTERM and SIGINT end it with 0, idle connections or not") {
  for (const int signal : {SIGTERM, SIGINT}) {
    RunningServer server;
    HttpClient idle(server.port());
    idle.get("/health/live");
    server.program().signal(signal);
    CHECK(server.program().wait() == 0);
  }
}

TEST_CASE("nsemu: bad usage ends with 2 and one line that says why") {
  struct Case {
    std::vector<std::string> arguments;
    std::string named;
  };
  for (const Case& one : {Case{{"--prot", "1"}, "--port"}, Case{{"--port", "70000"}, "70000"},
                          Case{{"--seed", "tiny"}, "seed"}, Case{{"walk"}, "walk"}}) {
    Program program(one.arguments);
    CHECK(program.wait() == 2);
    const std::string err = program.err();
    CHECK(err.find(one.named) != std::string::npos);
    CHECK(err.find('\n') == err.size() - 1);
    CHECK(program.out().empty());
  }
}

TEST_CASE("nsemu healthcheck: 0 for a server that is ready, 5 where there is none") {
  RunningServer server;
  const std::string url = "http://127.0.0.1:" + std::to_string(server.port());
  CHECK(Program({"healthcheck", "--url", url}).wait() == 0);
  CHECK(Program({"healthcheck", "--port", std::to_string(server.port())}).wait() == 0);
  server.program().signal(SIGTERM);
  CHECK(server.program().wait() == 0);
  CHECK(Program({"healthcheck", "--url", url}).wait() == 5);
}

TEST_CASE("nsemu: a port that is taken ends with 3") {
  RunningServer first;
  Program second({"--port", std::to_string(first.port())});
  CHECK(second.wait() == 3);
  CHECK(second.err().find(std::to_string(first.port())) != std::string::npos);
  CHECK(second.err().find("ready http") == std::string::npos);
}

TEST_CASE("nsemu: data that cannot be opened end with 4") {
  const ScratchDirectory scratch;
  SUBCASE("a file where the directory should be") {
    std::ofstream(scratch.path("data")) << "no directory";
  }
  SUBCASE("a tenant's file that is no database") {
    std::filesystem::create_directory(scratch.path("data"));
    std::ofstream(scratch.path("data") / "default.sqlite") << std::string(8192, 'x');
  }
  Program program({"--port", "0", "--data", scratch.path("data").string()});
  CHECK(program.wait() == 4);
  CHECK(program.err().find("data") != std::string::npos);
}

TEST_CASE("nsemu: --version, --help and wsdl talk on stdout and end with 0") {
  Program version({"--version"});
  CHECK(version.wait() == 0);
  CHECK(version.out() == "nsemu " NSEMU_VERSION "\n");
  Program help({"--help"});
  CHECK(help.wait() == 0);
  CHECK(help.out().find("--port") != std::string::npos);
  Program wsdl({"wsdl", "Services86", "SoPrincipal"});
  CHECK(wsdl.wait() == 0);
  CHECK(wsdl.out() == file_text(NSEMU_SOURCE_DIR "/wsdl/Services86/SoPrincipal.wsdl"));
}

TEST_CASE("nsemu: ?wsdl and ?singleWsdl are the committed file with the caller's address") {
  RunningServer server;
  HttpClient client(server.port());
  for (const std::string service : {"User", "SoPrincipal"}) {
    std::string expected = file_text(NSEMU_SOURCE_DIR "/wsdl/Services86/" + service + ".wsdl");
    const std::string published =
        "https://sod.superoffice.com/Cust12345/Remote/Services86/" + service + ".svc";
    expected.replace(expected.find(published), published.size(),
                     "http://localhost/Cust7/Remote/Services86/" + service + ".svc");
    for (const std::string query : {"wsdl", "singleWsdl", "WSDL"}) {
      const auto response = client.get("/Cust7/remote/SERVICES86/" + service + ".svc?" + query);
      CHECK(response.result_int() == 200);
      CHECK(response.body() == expected);
    }
  }
}

TEST_CASE("nsemu: a body above --body-limit is answered with 413, one at the limit is read") {
  RunningServer server({"--body-limit", "2KiB"});
  const std::string target = "/Remote/Services86/User.svc";
  CHECK(
      HttpClient(server.port()).post(target, "text/xml", "", std::string(2049, ' ')).result_int() ==
      413);
  CHECK(
      HttpClient(server.port()).post(target, "text/xml", "", std::string(2048, ' ')).result_int() ==
      400);
}

TEST_CASE("nsemu: a connection is kept for many calls") {
  RunningServer server;
  SoapClient client(server.port());
  const std::string ticket = client.login("ADM0", "adm0");
  REQUIRE(!ticket.empty());
  for (int i = 0; i < 20; ++i) {
    CHECK(client.call(ticket, "GetUserInfo", element("UserInfoId", "11"))
              .result("Response/UserName") == "ADM0");
  }
}

TEST_CASE("nsemu: --mode online wants an application token that it knows") {
  RunningServer server({"--mode", "online", "--application-token", "app-1", "--application-token",
                        "app-2:restricted"});
  HttpClient client(server.port());
  const auto log_in = [&](const std::string& header) {
    const auto body =
        envelope(header, wrapper("AuthenticateUsernamePassword",
                                 element("UserName", "ADM0") + element("Password", "adm0")));
    return client
        .post("/Remote/Services86/SoPrincipal.svc", "text/xml",
              action("SoPrincipal", "AuthenticateUsernamePassword"), body)
        .body();
  };
  const auto token = [](const std::string& value) {
    return std::string("<ApplicationToken xmlns=\"") + services_uri + "\">" + value +
           "</ApplicationToken>";
  };
  CHECK(log_in(token("app-1")).find("7T:") != std::string::npos);
  CHECK(log_in(token("app-9")).find("7T:") == std::string::npos);
  CHECK(log_in("").find("Failed to validate tokens") != std::string::npos);
}
