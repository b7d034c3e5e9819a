#include "server/control/text_matcher.h"

#include <doctest/doctest.h>

#include <boost/json/parse.hpp>
#include <ctime>

#include "tests/server/control/problem_field.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const MatchDeadline never = MatchDeadline::max();

TextMatcher matcher(const std::string& json) {
  return {boost::json::parse(json), "headers.Host", never};
}

}  // namespace

TEST_CASE("Text matcher: texts are held against what is wanted, in WireMock's form") {
  struct Case {
    std::string wanted;
    bool matches;
  };
  for (const Case& c : {
           Case{R"("Fjord One")", true},
           Case{R"("fjord one")", false},
           Case{R"({"equalTo":"Fjord One"})", true},
           Case{R"({"equalTo":"Fjord"})", false},
           Case{R"({"equalTo":"fjord one","caseInsensitive":true})", true},
           Case{R"({"caseInsensitive":false,"equalTo":"fjord one"})", false},
           Case{R"({"contains":"ord"})", true},
           Case{R"({"contains":"ORD"})", false},
           Case{R"({"doesNotContain":"x"})", true},
           Case{R"({"doesNotContain":"One"})", false},
           Case{R"-({"matches":"F.*\\s(One|Two)"})-", true},
           Case{R"({"matches":"Fjord"})", false},
           Case{R"({"doesNotMatch":"Fjord"})", true},
           Case{R"({"contains":"Fjord","matches":".*One"})", true},
           Case{R"({"contains":"Fjord","matches":".*Two"})", false},
           Case{R"({"absent":true})", false},
       }) {
    CAPTURE(c.wanted);
    CHECK(matcher(c.wanted).matches_any({"Fjord One"}) == c.matches);
  }
  CHECK(matcher(R"({"absent":true})").matches_any({}));
  for (const char* wanted : {R"({"doesNotContain":"x"})", R"({"doesNotMatch":"x"})"}) {
    CAPTURE(wanted);
    CHECK(matcher(wanted).matches_any({}));
  }
  for (const char* wanted : {R"("x")", R"({"contains":""})", R"({"matches":".*"})",
                             R"({"contains":"x","doesNotContain":"y"})"}) {
    CAPTURE(wanted);
    CHECK_FALSE(matcher(wanted).matches_any({}));
  }
  CHECK(matcher(R"({"matches":"a.b"})").matches_any({"x", "a\nb"}));
  CHECK(matcher("{\"matches\":\"p.r\"}").matches_any({"p\u00E4r"}));
}

TEST_CASE("Text matcher: what is not known is named") {
  struct Case {
    std::string wanted, field;
  };
  for (const Case& c : {
           Case{"1", "headers.Host"},
           Case{"{}", "headers.Host"},
           Case{"null", "headers.Host"},
           Case{R"({"equalToXml":"<a/>"})", "headers.Host.equalToXml"},
           Case{R"({"matchesXPath":"//a"})", "headers.Host.matchesXPath"},
           Case{R"({"equalToJson":{"a":1}})", "headers.Host.equalToJson"},
           Case{R"({"equalTo":1})", "headers.Host.equalTo"},
           Case{R"({"absent":false})", "headers.Host.absent"},
           Case{R"({"absent":true,"equalTo":"x"})", "headers.Host"},
           Case{R"({"caseInsensitive":true})", "headers.Host"},
           Case{R"({"equalTo":"x","caseInsensitive":1})", "headers.Host.caseInsensitive"},
           Case{R"({"matches":"("})", "headers.Host.matches"},
           Case{R"({"matches":")" + std::string(1001, 'x') + R"("})", "headers.Host.matches"},
       }) {
    CAPTURE(c.wanted);
    CHECK(field_of_problem([&] { matcher(c.wanted); }) == c.field);
  }
}

TEST_CASE("Text matcher: a name that is not known is told as such, whatever its value is") {
  try {
    matcher(R"({"equalToJson":{"a":1}})");
    FAIL("no problem");
  } catch (const Problem& problem) {
    CHECK(problem.detail.starts_with("headers.Host.equalToJson is not known here"));
  }
}

TEST_CASE("Text matcher: an expression that takes for ever is refused, soon") {
  const std::clock_t start = std::clock();  // Of this process: a busy machine is no failure.
  const std::string text(60'000, 'a');
  for (const std::string expression : {"(a+)+b", "(a|a)*b", "(.*)(.*)(.*)(.*)(.*)x"}) {
    CAPTURE(expression);
    const TextPattern pattern(expression, "url", never);
    CHECK(field_of_problem([&] { pattern.matches(text); }) == "url");
  }
  CHECK(std::clock() - start < 10 * CLOCKS_PER_SEC);
}

TEST_CASE("Text matcher: expressions have until their deadline for all texts together") {
  const TextPattern pattern("a", "url", MatchDeadline::min());
  CHECK(field_of_problem([&] { pattern.matches("a"); }) == "url");
}
