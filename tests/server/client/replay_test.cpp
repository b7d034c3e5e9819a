#include "server/client/replay.h"

#include <doctest/doctest.h>

#include <sstream>

#include "server/transport/router.h"
#include "tests/server/transport/raw_client.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// An emulator behind a socket, and exchanges with it.
struct Target {
  std::string base() const { return "http://127.0.0.1:" + std::to_string(listener.port()); }

  RecordedExchange exchange(const std::string& operation, const std::string& parameters,
                            const std::string& ticket, const std::string& answer) {
    return {"POST",
            "/Another/Remote/Services86/User.svc",
            {{"Content-Type", "text/xml"}, {"SOAPAction", "\"" + action("User", operation) + "\""}},
            envelope(credentials(ticket), wrapper(operation, parameters)),
            200,
            answer};
  }

  /// What is told, and the counts: `1 alike, ...`.
  std::string replayed(const std::vector<RecordedExchange>& exchanges,
                       const std::string& password = "adm0") {
    std::ostringstream report;
    const ReplayCount count =
        replay(exchanges, {base(), "ADM0", password, "", volatile_elements()}, report);
    report << count.alike << " alike, " << count.different << " different, " << count.skipped
           << " left out";
    return report.str();
  }

  GateFixture emulator;
  Router router{emulator.gate};
  RunningListener listener{quiet_settings(), [this](const HttpRequest& request, const Peer& peer) {
                             return router.answer(request, peer);
                           }};
};

}  // namespace

TEST_CASE_FIXTURE(Target, "Replay: with a ticket of its own the same call has the same answer") {
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string answer =
      emulator.call(ticket, "GetUserInfo", element("UserInfoId", "101")).xml();
  const auto one = exchange("GetUserInfo", element("UserInfoId", "101"), "***", answer);
  CHECK(replayed({one, one}) == "2 alike, 0 different, 0 left out");
}

TEST_CASE_FIXTURE(Target, "Replay: another answer is told by its place") {
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string answer =
      emulator.call(ticket, "GetUserInfo", element("UserInfoId", "101")).xml();
  const auto one = exchange("GetUserInfo", element("UserInfoId", "101"), "***", answer);
  emulator.call(ticket, "SetExternalUserInfo",
                element("AssociateId", "101") + element("UserName", "new") +
                    element("ExternalUserInfoModification", "UserName"));
  const std::string report = replayed({one});
  CHECK(report.find("1 GetUserInfo: Body/GetUserInfoResponse/Response/UserName: "
                    "'ext1@fjord.example', now 'new'\n") != std::string::npos);
  CHECK(report.ends_with("0 alike, 1 different, 0 left out"));
}

TEST_CASE_FIXTURE(Target, "Replay: another status is told") {
  auto one = exchange("GetUserInfo", element("UserInfoId", "101"), "***", "");
  one.status = 500;
  CHECK(replayed({one}).find("1 GetUserInfo: HTTP status: 500, now 200\n") != std::string::npos);
}

TEST_CASE_FIXTURE(Target,
                  "Replay: an exchange that is not answered is told, and the next one follows") {
  auto reset = exchange("GetUserInfo", element("UserInfoId", "101"), "***", "");
  reset.headers.emplace_back("X-Emulator-Fault", "reset");
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string answer =
      emulator.call(ticket, "GetUserInfo", element("UserInfoId", "11")).xml();
  const std::string report =
      replayed({reset, exchange("GetUserInfo", element("UserInfoId", "11"), "***", answer)});
  CHECK(report.starts_with("1 GetUserInfo: no answer: "));
  CHECK(report.ends_with("1 alike, 1 different, 0 left out"));
}

TEST_CASE_FIXTURE(Target, "Replay: what was blanked or clipped is left out, and said so") {
  const auto secret = exchange("IsPasswordValid", element("Password", "***"), "***", "");
  auto clipped = exchange("GetUserInfo", element("UserInfoId", "101"), "***", "");
  clipped.is_whole = false;
  CHECK(replayed({secret, clipped}) ==
        "1 IsPasswordValid: left out, it holds a secret that was blanked\n"
        "2 GetUserInfo: left out, it was clipped\n"
        "0 alike, 0 different, 2 left out");
}

TEST_CASE_FIXTURE(Target, "Replay: a log-in that is refused ends it") {
  CHECK_THROWS_AS(replayed({}, "wrong"), std::runtime_error);
}
