// The verb replay: recordings of one server, sent to another.

#include "server/replay_verb.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"
#include "tests/support/tls_server.h"

using namespace emulator::testing;

namespace {

struct Ended {
  int code;
  std::string out, err;
};

Ended replay(const std::string& file, std::uint16_t port) {
  Program program({"replay", file, "--target", "http://127.0.0.1:" + std::to_string(port) + "/New",
                   "--user", "ADM0", "--password", "adm0"});
  const int code = program.wait().value_or(-1);
  return {code, program.out(), program.err()};
}

/// Two calls, and a log-in, whose password the journal does not have.
std::string recording(const RunningServer& server, const std::filesystem::path& file) {
  SoapClient client(server.port());
  const std::string ticket = client.login("ADM0", "adm0");
  client.call(ticket, "GetUserInfo", element("UserInfoId", "101"));
  client.call(ticket, "SetExternalUserInfo",
              element("AssociateId", "101") + element("UserName", "replayed") +
                  element("ExternalUserInfoModification", "UserName"));
  std::ofstream(file) << client.http().get("/__admin/requests?format=har").body();
  return file.string();
}

}  // namespace

TEST_CASE("Replay verb: a recording has the same answers on a fresh server, and ends with 0") {
  const ScratchDirectory scratch;
  const RunningServer server;
  const Ended ended = replay(recording(server, scratch.path("r.har")), server.port());
  CHECK(ended.code == 0);
  CHECK(ended.out ==
        "1 AuthenticateUsernamePassword: left out, it holds a secret that was blanked\n"
        "2 alike, 0 different, 1 left out\n");
  CHECK(ended.err.empty());
}

TEST_CASE("Replay verb: other answers are told, and end with 1") {
  const ScratchDirectory scratch;
  const RunningServer server;
  const std::string file = recording(server, scratch.path("r.har"));
  replay(file, server.port());
  const Ended again = replay(file, server.port());
  CHECK(again.code == 1);
  CHECK(again.out.find("2 GetUserInfo: Body/GetUserInfoResponse/Response/UserName: "
                       "'ext1@fjord.example', now 'replayed'\n") != std::string::npos);
  CHECK(again.out.ends_with("1 alike, 1 different, 1 left out\n"));
}

TEST_CASE("Replay verb: a target of https is believed by its certificate") {
  const Certificate certificate = self_signed("IP:127.0.0.1");
  const TlsServer target(certificate);
  const ScratchDirectory scratch;
  const std::string recorded = scratch.path("r.har").string();
  const std::string authority = scratch.path("ca.pem").string();
  std::ofstream(authority) << certificate.certificate;
  // What that server answers.
  std::ofstream(recorded) << R"({"log":{"entries":[{"request":{"method":"GET","url":"/Remote/a"},)"
                             R"("response":{"status":200,"content":{"text":"/Remote/a"}}}]}})";
  const std::vector<std::string> arguments{"replay", recorded, "--target",
                                           "https://127.0.0.1:" + std::to_string(target.port())};
  Program doubting(arguments);
  CHECK(doubting.wait() == 5);
  CHECK(doubting.err().find("certificate verify failed") != std::string::npos);
  std::vector<std::string> with_authority = arguments;
  with_authority.insert(with_authority.end(), {"--upstream-ca", authority});
  Program believing(with_authority);
  CHECK(believing.wait() == 0);
  CHECK(believing.out() == "1 alike, 0 different, 0 left out\n");
}

TEST_CASE("Replay verb: says what is wrong with the file, the target or the log-in") {
  const ScratchDirectory scratch;
  const std::string none = scratch.path("none.har").string();
  const std::string bad = scratch.path("bad.har").string();
  const std::string empty = scratch.path("empty.har").string();
  std::ofstream(bad) << "no JSON";
  std::ofstream(empty) << R"({"log":{"entries":[]}})";
  std::uint16_t gone = 0;
  {
    const RunningServer server;
    CHECK(replay(none, server.port()).code == 2);
    CHECK(replay(none, server.port()).err.find("none.har: it cannot be read") != std::string::npos);
    CHECK(replay(bad, server.port()).err.find("no HTTP archive") != std::string::npos);
    CHECK(replay(bad, server.port()).code == 2);
    CHECK(replay(empty, server.port()).code == 1);  // Nothing was compared.
    gone = server.port();
  }
  const Ended unreachable = replay(empty, gone);
  CHECK(unreachable.code == 5);
  CHECK(unreachable.err.find("does not answer") != std::string::npos);
}
