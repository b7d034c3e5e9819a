#include <doctest/doctest.h>

#include <csignal>
#include <fstream>

#include "store/store.h"
#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

using namespace emulator::testing;

namespace {

std::string rename(SoapClient& client, const std::string& ticket, const std::string& name) {
  return client
      .call(ticket, "SetExternalUserInfo",
            element("AssociateId", "101") + element("UserName", name) +
                element("ExternalUserInfoModification", "UserName"))
      .succeeded();
}

}  // namespace

TEST_CASE("nsemu --data: what was acknowledged is there after kill -9, tickets too") {
  const ScratchDirectory scratch;
  const std::vector<std::string> arguments{"--data", scratch.path("data").string()};
  std::string ticket;
  {
    RunningServer server(arguments);
    SoapClient client(server.port());
    ticket = client.login("ADM0", "adm0");
    for (int i = 0; i < 50; ++i) {
      REQUIRE(rename(client, ticket, "name" + std::to_string(i)) == "true");
    }
    server.program().signal(SIGKILL);
    CHECK(server.program().wait() == -SIGKILL);
  }
  RunningServer again(arguments);
  SoapClient client(again.port());
  CHECK(client.call(ticket, "GetUserInfo", element("UserInfoId", "101"))
            .result("Response/UserName") == "name49");
  CHECK(client.login("name49", "ext1") != "");
  CHECK(again.program().err().find("goes on with") != std::string::npos);
}

TEST_CASE("nsemu --data: the row is in the tenant's own SQLite file") {
  const ScratchDirectory scratch;
  RunningServer server({"--data", scratch.path("data").string()});
  SoapClient client(server.port(), "/Cust1/Remote/Services86/");
  const std::string ticket = client.login("USR8", "usr8");
  REQUIRE(rename(client, ticket, "moved@fjord.example") == "true");
  server.program().signal(SIGTERM);
  CHECK(server.program().wait() == 0);
  const auto name_in = [&](const std::string& tenant) {
    emulator::store::Store store((scratch.path("data") / (tenant + ".sqlite")).string());
    return store.associates.find(101)->name;
  };
  CHECK(name_in("cust1") == "moved@fjord.example");
  CHECK(name_in("default") == "ext1@fjord.example");
}

TEST_CASE("nsemu --data: a tenant whose file is broken is told so, the others go on") {
  const ScratchDirectory scratch;
  std::filesystem::create_directory(scratch.path("data"));
  std::ofstream(scratch.path("data") / "broken.sqlite") << std::string(8192, 'x');
  RunningServer server({"--data", scratch.path("data").string()});
  SoapClient broken(server.port(), "/Broken/Remote/Services86/");
  const Reply reply = broken.call("", "GetUserInfo", element("UserInfoId", "11"));
  CHECK(reply.status() == 200);
  CHECK(reply.succeeded() == "false");
  CHECK(reply.exception_type() == "SuperOffice.Exceptions.SoException");
  const auto asked = broken.http().get("/__admin/tenants/broken/users");
  CHECK(asked.result_int() == 500);
  CHECK(asked[boost::beast::http::field::content_type] == "application/problem+json");
  CHECK(asked.body().find("broken.sqlite") != std::string::npos);
  CHECK(server.program().err().find("broken.sqlite") != std::string::npos);
  CHECK(SoapClient(server.port()).login("ADM0", "adm0") != "");
}

TEST_CASE("nsemu --data: a second server on the directory ends with 4 and says why") {
  const ScratchDirectory scratch;
  const std::vector<std::string> arguments{"--port", "0", "--data", scratch.path("data").string()};
  RunningServer first({arguments.begin() + 2, arguments.end()});
  for (int i = 0; i < 2; ++i) {
    Program second(arguments);
    CHECK(second.wait() == 4);
    CHECK(second.err() ==
          "nsemu: another nsemu is using the directory " + scratch.path("data").string() + "\n");
  }
  CHECK(SoapClient(first.port()).login("ADM0", "adm0") != "");
  SUBCASE("until the first stops") { first.program().signal(SIGTERM); }
  SUBCASE("until the first is killed") { first.program().signal(SIGKILL); }
  first.program().wait();
  RunningServer again({arguments.begin() + 2, arguments.end()});
  CHECK(SoapClient(again.port()).login("ADM0", "adm0") != "");
}

TEST_CASE("nsemu --data: secrets for other systems survive a new start, by their key alone") {
  const ScratchDirectory scratch;
  const std::vector<std::string> arguments{"--data", scratch.path("data").string()};
  const std::string type = element("Type", "imap");
  const auto read = [&](SoapClient& client) {
    return client.call(client.login("ADM0", "adm0"), "GetUntrustedCredentials", type);
  };
  {
    RunningServer server(arguments);
    SoapClient client(server.port());
    const std::string secret = element("SecretValue", "hunter2") + element("PublicValue", "ada");
    REQUIRE(client
                .call(client.login("ADM0", "adm0"), "SaveUntrustedCredentials",
                      type + "<Credentials>" + secret + "</Credentials>")
                .succeeded() == "true");
    server.program().signal(SIGKILL);
    server.program().wait();
  }
  {
    RunningServer again(arguments);
    SoapClient client(again.port());
    CHECK(read(client).result("Response/UntrustedCredentials/SecretValue") == "hunter2");
    again.program().signal(SIGTERM);
    again.program().wait();
  }
  std::filesystem::remove(scratch.path("data") / ".vault-key");
  RunningServer without(arguments);
  SoapClient client(without.port());
  CHECK(read(client).message() ==
        "A stored secret cannot be opened: it was sealed with another key than .vault-key");
  CHECK(client.login("ADM0", "adm0") != "");
}

TEST_CASE("nsemu --data: a vault key that is none ends the start with 4 and says why") {
  const ScratchDirectory scratch;
  std::filesystem::create_directory(scratch.path("data"));
  const std::string path = (scratch.path("data") / ".vault-key").string();
  std::ofstream(path) << "short";
  Program program({"--port", "0", "--data", scratch.path("data").string()});
  CHECK(program.wait() == 4);
  CHECK(program.err() == "nsemu: " + path + " is no key: it has 5 bytes, a key has 32\n");
}

TEST_CASE("nsemu: without --data every start begins with the seed") {
  for (int i = 0; i < 2; ++i) {
    RunningServer server;
    SoapClient client(server.port());
    CHECK(client.login("fresh", "ext1") == "");
    CHECK(rename(client, client.login("ADM0", "adm0"), "fresh") == "true");
    CHECK(client.login("fresh", "ext1") != "");
  }
}

TEST_CASE("nsemu --seed empty: ADM0 is the only user") {
  RunningServer server({"--seed", "empty"});
  SoapClient client(server.port());
  const std::string ticket = client.login("ADM0", "adm0");
  CHECK(ticket != "");
  CHECK(client.login("SAL1", "sal1") == "");
  CHECK(client.call(ticket, "GetUserInfo", element("UserInfoId", "101")).result("Response") ==
        "(nil)");
}
