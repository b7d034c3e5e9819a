#include "server/upstream/upstream.h"

#include <doctest/doctest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <mutex>

#include "tests/server/transport/raw_client.h"
#include "tests/support/messages.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// A server that gives one answer, and keeps what it was asked last.
struct Real {
  UpstreamAnswer ask(const HttpCall& call, const HttpReply& ours) {
    return ask(upstream, call, ours);
  }
  static UpstreamAnswer ask(Upstream& asked, const HttpCall& call, const HttpReply& ours) {
    boost::asio::io_context context;
    auto answer =
        boost::asio::co_spawn(context, asked.ask(call, "User.X", ours), boost::asio::use_future);
    context.run();
    return answer.get();
  }
  std::vector<std::string> differences(const std::string& theirs, const std::string& ours,
                                       const std::string& message = "") {
    body = theirs;
    return ask({"POST", "/Remote/Services86/User.svc", {}, message}, {200, ours, {}})
        .outcome.differences;
  }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(listener.port()); }

  std::string body;
  HttpRequest asked;
  std::mutex mutex;
  bool hangs = false;
  RunningListener listener{quiet_settings(), [this](const HttpRequest& request, const Peer&) {
                             const std::scoped_lock lock(mutex);
                             asked = request;
                             HttpAnswer answer;
                             answer.body() = body;
                             if (hangs) answer.delivery.manner = Delivery::Manner::hang;
                             return answer;
                           }};
  Upstream upstream{{url() + "/Cust1", false, volatile_elements(), ""}};
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE_FIXTURE(Real, "Upstream: a call goes to its base, from Remote on, with its headers") {
  body = "<a/>";
  const auto answer =
      ask({"POST", "/T1/remote/Services86/User.svc?x", {{"SOAPAction", "\"b\""}}, "c"},
          {200, "<a/>", {}});
  CHECK(asked.method_string() == "POST");
  CHECK(asked.target() == "/Cust1/remote/Services86/User.svc?x");
  CHECK(asked["SOAPAction"] == "\"b\"");
  CHECK(asked.body() == "c");
  REQUIRE(answer.reply);
  CHECK(answer.reply->body == "<a/>");
  CHECK(answer.outcome.status == 200);
  CHECK(answer.outcome.differences.empty());
}

TEST_CASE_FIXTURE(Real, "Upstream: differences are told with its part first") {
  CHECK(differences("<a><b>1</b></a>", "<a><b>2</b></a>") == Lines{"b: '1', here '2'"});
  CHECK(differences("<a/>", "") == Lines{"the body: XML, here no XML"});
  CHECK(differences("<a><Ticket>7T:x</Ticket></a>", "<a><Ticket>7T:y</Ticket></a>").empty());
}

TEST_CASE_FIXTURE(Real, "Upstream: no secret is in a difference, neither told nor quoted") {
  CHECK(differences("<a><Password>one</Password></a>", "<a><Password>two</Password></a>").empty());
  CHECK(differences("<a><b>7T:ticket</b></a>", "<a><b>8A:token</b></a>").empty());
  CHECK(differences("<a><b>no hunter2</b></a>", "<a><b>none</b></a>",
                    "<x><Password>hunter2</Password></x>") == Lines{"b: 'no ***', here 'none'"});
}

TEST_CASE_FIXTURE(Real, "Upstream: of many differences the first are told, the others counted") {
  std::string many, none;
  for (int i = 0; i < 60; ++i) {
    many += "<b>1</b>";
    none += "<b/>";
  }
  const Lines lines = differences("<a>" + many + "</a>", "<a>" + none + "</a>");
  CHECK(lines.size() == Upstream::differences_max + 1);
  CHECK(lines.back() == "and 10 more");
}

TEST_CASE_FIXTURE(Real, "Upstream: a log-in teaches it the tickets of both") {
  differences("<a><Ticket>7T:theirs</Ticket></a>", "<a><Ticket>7T:ours</Ticket></a>");
  CHECK(upstream.for_ours("<Ticket>7T:theirs</Ticket>") == "<Ticket>7T:ours</Ticket>");
  differences("", "", "<Ticket>7T:ours</Ticket>");
  CHECK(asked.body() == "<Ticket>7T:theirs</Ticket>");
}

TEST_CASE_FIXTURE(Real, "Upstream: one that does not answer in time is no answer, and counted so") {
  upstream.reach();
  hangs = true;
  Upstream hasty{{url(), false, {}, "", std::chrono::milliseconds(50)}};
  CHECK_THROWS_AS(hasty.reach(), boost::system::system_error);
  const auto answer = ask(hasty, {"POST", "/Remote/", {}, ""}, {200, "", {}});
  CHECK_FALSE(answer.reply);
  CHECK(answer.outcome.status == 0);
  REQUIRE(answer.outcome.differences.size() == 1);
  CHECK(answer.outcome.differences[0].starts_with("no answer: "));
  CHECK(hasty.tally().report().back() == "all: 1 call, 0 alike, 0 different, 1 without an answer");
}
