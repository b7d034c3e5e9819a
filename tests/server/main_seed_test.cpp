#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

using namespace emulator::testing;

namespace {

/// The example of the README.
std::string example() {
  const std::string readme = file_text(NSEMU_SOURCE_DIR "/README.md");
  const std::string fence = "```json\n";
  const auto begin = readme.find(fence) + fence.size();
  return readme.substr(begin, readme.find("```", begin) - begin);
}

std::string write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path) << text;
  return path.string();
}

struct Ended {
  int code;
  std::string out, err;
};

Ended run(const std::vector<std::string>& arguments) {
  Program program(arguments);
  const int code = program.wait().value_or(-1);
  return {code, program.out(), program.err()};
}

const std::string wrong_file =
    "{\n  \"base\": \"small\",\n  \"users\": [\n    {\"id\": 101, \"role\": \"Boss\"},\n"
    "    {\"id\": 102, \"activ\": true, \"rank\": -1}\n  ]\n}\n";

/// What nsemu says of it.
std::string complaints(const std::string& path) {
  const std::string begin = "nsemu: " + path + ":";
  return begin + "4:25: $.users[0].role: there is no role 'Boss'\n" + begin +
         "5:26: $.users[1].activ: is not known; known are id, name, userName, type, role, group, "
         "otherGroups, person, rank, tooltip, password, active, licences, deleted, lastLogin, "
         "lastLogout, ejUserId\n" +
         begin + "5:40: $.users[1].rank: must be at least 0\n";
}

}  // namespace

TEST_CASE("nsemu --seed FILE.json: the README's example is served") {
  const ScratchDirectory scratch;
  const std::string path = write(scratch.path("mine.json"), example());
  RunningServer server({"--seed", path});
  SoapClient client(server.port());
  const std::string ticket = client.login("kano", "kano");
  REQUIRE(ticket != "");
  const Reply user = client.call(ticket, "GetUserFromName", element("UserName", "KANO"));
  CHECK(user.result("Response/Person/Lastname") == "Nord");
  CHECK(user.result("Response/Person/ContactName") == "Havblikk");
  CHECK(user.result("Response/Role/Value") == "Skipper");
  CHECK(user.result("Response/UserGroup/Value") == "Sales");
  CHECK(client.login("per@havblikk.example", "per") == "");
  const Reply activated = client.call(ticket, "SetExternalUserInfo",
                                      element("AssociateId", "13") + element("IsActive", "true") +
                                          element("ExternalUserInfoModification", "Active"));
  CHECK(activated.succeeded() == "true");
  CHECK(client.login("per@havblikk.example", "per") != "");
  for (int i = 0; i < 1000 && server.program().err().find("seed=" + path) == std::string::npos;
       ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  CHECK(server.program().err().find("seed=" + path) != std::string::npos);
}

TEST_CASE("nsemu --seed FILE.json: each new tenant begins with it, and one that is kept goes on") {
  const ScratchDirectory scratch;
  const std::string seed = write(scratch.path("mine.json"), example());
  const std::string data = scratch.path("data");
  {
    RunningServer server({"--seed", seed, "--data", data});
    CHECK(SoapClient(server.port(), "/Cust1/Remote/Services86/").login("KANO", "kano") != "");
    server.program().signal(SIGTERM);
    CHECK(server.program().wait() == 0);
  }
  RunningServer server({"--seed", "small", "--data", data});
  CHECK(SoapClient(server.port(), "/Cust1/Remote/Services86/").login("KANO", "kano") != "");
  CHECK(SoapClient(server.port(), "/Cust2/Remote/Services86/").login("KANO", "kano") == "");
}

TEST_CASE("nsemu --seed FILE.json: a wrong one ends with 2, a line for each mistake, and no data") {
  const ScratchDirectory scratch;
  const std::string path = write(scratch.path("wrong.json"), wrong_file);
  const auto data = scratch.path("data");
  const Ended ended = run({"--port", "0", "--seed", path, "--data", data.string()});
  CHECK(ended.code == 2);
  CHECK(ended.err == complaints(path));
  CHECK(ended.out == "");
  CHECK_FALSE(std::filesystem::exists(data));
}

TEST_CASE("nsemu --seed: a file that is not there ends with 2 and one line") {
  for (const auto* path : {"/nowhere/a.json", "/nowhere/a.sqlite"}) {
    const Ended ended = run({"--port", "0", "--seed", path});
    CHECK(ended.code == 2);
    CHECK(ended.err == std::string("nsemu: ") + path + ": No such file or directory\n");
  }
}

TEST_CASE("nsemu --seed FILE.sqlite: a kept tenant is the seed of others") {
  const ScratchDirectory scratch;
  const std::string data = scratch.path("data");
  {
    RunningServer server({"--seed", write(scratch.path("mine.json"), example()), "--data", data});
    SoapClient client(server.port());
    const std::string ticket = client.login("KANO", "kano");
    CHECK(client
              .call(ticket, "SetExternalUserInfo",
                    element("AssociateId", "13") + element("UserName", "renamed") +
                        element("ExternalUserInfoModification", "UserName"))
              .succeeded() == "true");
    server.program().signal(SIGTERM);
    CHECK(server.program().wait() == 0);
  }
  const std::string file = data + "/default.sqlite";
  RunningServer server({"--seed", file});
  SoapClient client(server.port());
  const std::string ticket = client.login("KANO", "kano");
  CHECK(
      client.call(ticket, "GetUserInfo", element("UserInfoId", "13")).result("Response/UserName") ==
      "renamed");
}

TEST_CASE("nsemu --seed demo: its users log in, and it starts at once") {
  RunningServer server({"--seed", "demo"});
  SoapClient client(server.port());
  const std::string ticket = client.login("UNHA", "demo");
  CHECK(ticket != "");
  CHECK(client.login("astrid.amundsen@havgull.example", "demo") != "");
  CHECK(client.login("ADM0", "adm0") != "");
  const Reply user =
      client.call(ticket, "GetUserFromName", element("UserName", "bjorn.kvam@skarvtind.example"));
  CHECK(user.result("Response/Person/ContactName") == "Skarvtind Regnskap");
  CHECK(user.result("Response/Lastlogin") == "2026-01-14T06:31:08");
}

TEST_CASE("nsemu seed --check: a right file is summed up on stdout, a wrong one refused") {
  const ScratchDirectory scratch;
  const std::string right = write(scratch.path("right.json"), example());
  const Ended fine = run({"seed", "--check", right});
  CHECK(fine.code == 0);
  CHECK(fine.out ==
        right + ": 2 contacts, 3 persons, 3 users, 15 roles, 5 user groups, 9 licences\n");
  CHECK(fine.err == "");
  const std::string wrong = write(scratch.path("wrong.json"), wrong_file);
  const Ended refused = run({"seed", "--check", wrong});
  CHECK(refused.code == 2);
  CHECK(refused.out == "");
  CHECK(refused.err == complaints(wrong));
}

TEST_CASE("nsemu seed --schema: the schema is the one of the repository") {
  const Ended ended = run({"seed", "--schema"});
  CHECK(ended.code == 0);
  CHECK(ended.out == file_text(NSEMU_SOURCE_DIR "/server/seeds/seed.schema.json"));
}
