// What --random-seed and --time promise: two processes answer the same, byte by byte.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/server/gate/access_samples.h"
#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

using namespace emulator::testing;
using boost::beast::http::verb;

namespace {

/// A fresh process, and a client of it that keeps every answer.
class Script {
 public:
  explicit Script(const std::string& random_seed)
      : server_({"--random-seed", random_seed, "--time", "2026-01-15T09:00:00Z", "--seed", "demo"}),
        soap_(server_.port()) {}

  std::vector<std::string> run() {
    const std::string ticket = log_in("ADM0", "adm0");
    const std::string generated = make_user(ticket);
    CHECK(generated.size() > 4);
    admin(verb::put, "snapshots/before");
    admin(
        verb::post, "faults",
        R"({"operation":"GetUserInfo","kind":"status","status":503,"probability":0.5,"times":0})");
    admin(verb::post, "faults",
          R"({"operation":"GetAllRoles","kind":"exception","error":"own-role","probability":0.3,)"
          R"("times":0})");
    for (int i = 0; i < 32; ++i) {
      call(ticket, "GetUserInfo", element("UserInfoId", "11"));
      call(ticket, "GetAllRoles", "");
    }
    admin(verb::delete_, "faults");
    admin(verb::put, "clock", R"({"advanceSeconds":3600})");
    CHECK(log_in("colleague@nordlys.example", generated).starts_with("7T:"));
    admin(verb::post, "snapshots/before/restore");
    log_in("colleague@nordlys.example", generated);
    generate(ticket);
    admin(verb::post, "tickets", R"({"associateId":11})");
    for (const char* kept : {"tickets", "users", "faults", "clock", "data", "snapshots"}) {
      admin(verb::get, kept);
    }
    return std::move(answers_);
  }

 private:
  std::string log_in(const std::string& name, const std::string& password) {
    const Reply reply = keep(soap_.http().post(
        "/Remote/Services86/SoPrincipal.svc", "text/xml; charset=utf-8",
        "\"" + action("SoPrincipal", "AuthenticateUsernamePassword") + "\"",
        envelope("", wrapper("AuthenticateUsernamePassword",
                             element("UserName", name) + element("Password", password)))));
    return reply.result("Credentials/Ticket");
  }

  Reply call(const std::string& ticket, const std::string& operation,
             const std::string& parameters) {
    return keep(soap_.http().post("/Remote/Services86/User.svc", "text/xml; charset=utf-8",
                                  "\"" + action("User", operation) + "\"",
                                  envelope(credentials(ticket), wrapper(operation, parameters))));
  }

  std::string make_user(const std::string& ticket) {
    CHECK(call(ticket, "CreateExternalUser", std::string(colleague)).succeeded() == "true");
    return generate(ticket);
  }

  std::string generate(const std::string& ticket) {
    return call(ticket, "GenerateNewPasswordForExternalUser",
                element("AssociateName", "colleague@nordlys.example"))
        .result("Response");
  }

  void admin(verb method, const std::string& target, const std::string& body = "") {
    ClientRequest request(method, "/__admin/" + target, 11, body);
    request.set(boost::beast::http::field::host, "localhost");
    request.prepare_payload();
    keep(soap_.http().send(request));
  }

  Reply keep(const ClientResponse& response) {
    answers_.push_back(std::to_string(response.result_int()) + " " + response.body());
    return Reply(
        emulator::SoapAnswer{static_cast<int>(response.result_int()), {}, {}, response.body()});
  }

  RunningServer server_;
  SoapClient soap_;
  std::vector<std::string> answers_;
};

auto count_of(const std::vector<std::string>& answers, const std::string& status) {
  return std::ranges::count_if(
      answers, [&](const std::string& answer) { return answer.starts_with(status); });
}

}  // namespace

TEST_CASE("nsemu --random-seed --time: a whole script is answered the same by every process") {
  const std::vector<std::string> answers = Script("7").run();
  // It did meet chance: some of the calls, but not all.
  CHECK(count_of(answers, "503 ") > 4);
  CHECK(count_of(answers, "503 ") < 28);
  CHECK(count_of(answers, "201 ") == 4);
  CHECK(count_of(answers, "4") == 0);
  const std::vector<std::string> again = Script("7").run();
  REQUIRE(again.size() == answers.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    CAPTURE(i);
    CHECK(again[i] == answers[i]);
  }
  CHECK(Script("8").run() != answers);
}
