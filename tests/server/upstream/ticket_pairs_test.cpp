#include "server/upstream/ticket_pairs.h"

#include <doctest/doctest.h>

#include "tests/support/messages.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::string log_in_answer(const std::string& ticket) {
  return envelope("", wrapper("AuthenticateUsernamePasswordResponse",
                              "<Response><Credentials>" + element("Ticket", ticket) +
                                  "</Credentials></Response>"));
}

std::string call_with(const std::string& ticket) {
  return envelope(credentials(ticket), wrapper("GetUserInfo", element("UserInfoId", "101")));
}

}  // namespace

TEST_CASE("Ticket pairs: what one client has learnt works at both servers") {
  TicketPairs pairs;
  pairs.learn(log_in_answer("7T:theirs+/="), log_in_answer("7T:ours"));
  CHECK(pairs.for_ours(call_with("7T:theirs+/=")) == call_with("7T:ours"));
  CHECK(pairs.for_theirs(call_with("7T:ours")) == call_with("7T:theirs+/="));
  CHECK(pairs.for_ours(call_with("7T:ours")) == call_with("7T:ours"));
}

TEST_CASE("Ticket pairs: a ticket is known in any form of its element, and as a user name") {
  TicketPairs pairs;
  pairs.learn(log_in_answer("of another kind"), log_in_answer("7T:ours"));
  CHECK(pairs.for_ours("<a:Ticket b='c'>\n of another kind </a:Ticket>") ==
        "<a:Ticket b='c'>7T:ours</a:Ticket>");
  pairs.learn(log_in_answer("7T:theirs"), log_in_answer("7T:mine"));
  CHECK(pairs.for_theirs("<UserName>7T:mine</UserName>") == "<UserName>7T:theirs</UserName>");
}

TEST_CASE("Ticket pairs: what is not known, no XML, or without a ticket stays as it is") {
  TicketPairs pairs;
  const std::string wide("\xFF\xFE<\0T\0>\0", 8);
  for (const std::string& answer :
       {std::string(), std::string("no XML"), log_in_answer(""), wide}) {
    pairs.learn(log_in_answer("7T:theirs"), answer);
    pairs.learn(answer, log_in_answer("7T:ours"));
  }
  for (const std::string& message : {std::string(), std::string("<Ticket>7T:theirs"), wide,
                                     call_with("7T:theirs"), call_with("7T:ours")}) {
    CHECK(pairs.for_ours(message) == message);
    CHECK(pairs.for_theirs(message) == message);
  }
}

TEST_CASE("Ticket pairs: the oldest go when there are too many") {
  TicketPairs pairs;
  for (std::size_t i = 0; i <= TicketPairs::most; ++i) {
    pairs.learn("<a><Ticket>7T:t" + std::to_string(i) + "</Ticket></a>",
                "<a><Ticket>7T:o" + std::to_string(i) + "</Ticket></a>");
  }
  CHECK(pairs.for_ours(call_with("7T:t0")) == call_with("7T:t0"));
  CHECK(pairs.for_theirs(call_with("7T:o0")) == call_with("7T:o0"));
  CHECK(pairs.for_ours(call_with("7T:t1")) == call_with("7T:o1"));
}

TEST_CASE("Ticket pairs: one that is learnt again and again stays") {
  TicketPairs pairs;
  for (std::size_t i = 0; i <= TicketPairs::most; ++i) {
    pairs.learn("<a><Ticket>7T:theirs</Ticket></a>", "<a><Ticket>7T:ours</Ticket></a>");
  }
  CHECK(pairs.for_ours(call_with("7T:theirs")) == call_with("7T:ours"));
  CHECK(pairs.for_theirs(call_with("7T:ours")) == call_with("7T:theirs"));
}

TEST_CASE("Ticket pairs: one that has another partner now keeps that when its first pair goes") {
  TicketPairs pairs;
  pairs.learn("<a><Ticket>7T:theirs</Ticket></a>", "<a><Ticket>7T:first</Ticket></a>");
  pairs.learn("<a><Ticket>7T:theirs</Ticket></a>", "<a><Ticket>7T:second</Ticket></a>");
  for (std::size_t i = 1; i < TicketPairs::most; ++i) {
    pairs.learn("<a><Ticket>7T:t" + std::to_string(i) + "</Ticket></a>",
                "<a><Ticket>7T:o" + std::to_string(i) + "</Ticket></a>");
  }
  CHECK(pairs.for_ours(call_with("7T:theirs")) == call_with("7T:second"));
  CHECK(pairs.for_theirs(call_with("7T:first")) == call_with("7T:first"));
}
