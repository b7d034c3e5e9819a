#include "server/control/fault_json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <string>
#include <vector>

#include "tests/server/control/problem_field.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

FaultScript read(const std::string& json) {
  static const Operations operations;
  return fault_script_of(json, operations);
}

std::string problem_of(const std::string& json) {
  return field_of_problem([&] { read(json); });
}

std::string with(const std::string& kind, const std::string& members) {
  return R"({"kind":")" + kind + "\"" + (members.empty() ? "" : "," + members) + "}";
}

}  // namespace

TEST_CASE("Fault JSON: what is read is written again, with id, counts and defaults") {
  const std::string counts = R"("after":0,"times":1,"probability":1,"seen":0,"consumed":0})";
  struct Case {
    std::string given, written;  ///< `written` is between the id and the counts.
  };
  for (const Case& c : {
           Case{with("exception", R"("error":"user-name-taken")"),
                R"("kind":"exception","error":"user-name-taken",)"},
           Case{with("exception", R"("error":"user-name-taken","message":"ÆØÅ \"<&>")"),
                R"("kind":"exception","error":"user-name-taken","message":"ÆØÅ \"<&>",)"},
           Case{with("exception", R"("exceptionType":"SuperOffice.A+B_1","message":"m")"),
                R"("kind":"exception","exceptionType":"SuperOffice.A+B_1","message":"m",)"},
           Case{with("fault", ""), R"("kind":"fault",)"},
           Case{with("fault", R"("message":"m")"), R"("kind":"fault","message":"m",)"},
           Case{with("status", ""), R"("kind":"status","status":503,)"},
           Case{with("status", R"("status":200)"), R"("kind":"status","status":200,)"},
           Case{with("delay", R"("delayMs":5)"), R"("kind":"delay","delayMs":5,)"},
           Case{with("hang", ""), R"("kind":"hang",)"},
           Case{with("reset", R"("delayMs":5)"), R"("kind":"reset","delayMs":5,)"},
           Case{with("empty", ""), R"("kind":"empty",)"},
           Case{with("truncate", ""), R"("kind":"truncate",)"},
           Case{with("garble", ""), R"("kind":"garble",)"},
           Case{with("content-type", ""), R"("kind":"content-type","contentType":"text/html",)"},
           Case{with("content-type", R"("contentType":"text/plain")"),
                R"("kind":"content-type","contentType":"text/plain",)"},
           Case{with("hang", R"("operation":"AuthenticateImplicit")"),
                R"("operation":"AuthenticateImplicit","kind":"hang",)"},
       }) {
    CAPTURE(c.given);
    CHECK(boost::json::serialize(fault_json(read(c.given))) == R"({"id":0,)" + c.written + counts);
  }
}

TEST_CASE("Fault JSON: when a fault is met") {
  FaultScript script =
      read(with("hang", R"("after":3,"times":0,"probability":0.25,"operation":"GetUser")"));
  CHECK(script.operation == "GetUser");
  CHECK(script.after == 3);
  CHECK(script.times == 0);
  CHECK(script.probability == 0.25);
  script.seen = 9;
  script.consumed = 5;
  const auto json = fault_json(script);
  CHECK(json.at("after") == 3);
  CHECK(json.at("times") == 0);
  CHECK(json.at("probability") == 0.25);
  CHECK(json.at("seen") == 9);
  CHECK(json.at("consumed") == 5);
}

TEST_CASE("Fault JSON: a wrong member, type or range is named") {
  struct Case {
    std::string json, field;
  };
  for (const Case& c : {
           Case{"", "kind"},
           Case{"{}", "kind"},
           Case{"[]", ""},
           Case{"{", ""},
           Case{R"({"kind":"explode"})", "kind"},
           Case{R"({"kind":"content_type"})", "kind"},
           Case{R"({"kind":null})", "kind"},
           Case{with("hang", R"("id":1)"), "id"},
           Case{with("hang", R"("consumed":1)"), "consumed"},
           Case{with("hang", R"("operation":"")"), "operation"},
           Case{with("hang", R"("operation":"getuser")"), "operation"},
           Case{with("hang", R"("operation":null)"), "operation"},
           Case{with("hang", R"("operation":"Explode")"), "operation"},
           Case{with("exception", ""), "error"},
           Case{with("exception", R"("message":"m")"), "error"},
           Case{with("exception", R"("error":"none-such")"), "error"},
           Case{with("exception", R"("error":1)"), "error"},
           Case{with("exception", R"("error":"own-role","exceptionType":"A.B")"), "exceptionType"},
           Case{with("exception", R"("exceptionType":"")"), "exceptionType"},
           Case{with("exception", R"("exceptionType":"NoNamespace")"), "exceptionType"},
           Case{with("exception", R"("exceptionType":"A.B C")"), "exceptionType"},
           Case{with("exception", R"("exceptionType":["A.B"])"), "exceptionType"},
           Case{with("fault", R"("message":"")"), "message"},
           Case{with("fault", R"("message":7)"), "message"},
           Case{with("fault", R"("message":"a\nb")"), "message"},
           Case{with("fault", R"("message":"\u0000")"), "message"},
           Case{with("fault", R"("message":"\uFFFE")"), "message"},
           Case{with("fault", R"("message":")" + std::string(2001, 'x') + "\""), "message"},
           Case{with("status", R"("status":199)"), "status"},
           Case{with("status", R"("status":600)"), "status"},
           Case{with("status", R"("status":"503")"), "status"},
           Case{with("status", R"("status":503.5)"), "status"},
           Case{with("content-type", R"("contentType":"")"), "contentType"},
           Case{with("content-type", R"("contentType":"a\r\nX: y")"), "contentType"},
           Case{with("content-type", R"("contentType":"æ")"), "contentType"},
           Case{with("delay", ""), "delayMs"},
           Case{with("delay", R"("delay":{"distribution":"x"})"), "delay.distribution"},
           Case{with("hang", R"("after":-1)"), "after"},
           Case{with("hang", R"("after":1.5)"), "after"},
           Case{with("hang", R"("after":1000000001)"), "after"},
           Case{with("hang", R"("times":"1")"), "times"},
           Case{with("hang", R"("times":-1)"), "times"},
           Case{with("hang", R"("times":null)"), "times"},
           Case{with("hang", R"("probability":1.01)"), "probability"},
           Case{with("hang", R"("probability":-0.1)"), "probability"},
           Case{with("hang", R"("probability":"1")"), "probability"},
       }) {
    CAPTURE(c.json);
    CHECK(problem_of(c.json) == c.field);
  }
}

TEST_CASE("Fault JSON: members of one kind are refused with all others") {
  struct Case {
    std::string member, field;
    std::vector<std::string> kinds;
  };
  for (const Case& c : {
           Case{R"("error":"own-role")", "error", {"exception"}},
           Case{R"("exceptionType":"A.B")", "exceptionType", {"exception"}},
           Case{R"("message":"m")", "message", {"exception", "fault"}},
           Case{R"("status":503)", "status", {"status"}},
           Case{R"("contentType":"text/html")", "contentType", {"content-type"}},
       }) {
    CAPTURE(c.field);
    for (const std::string kind : {"exception", "fault", "status", "delay", "hang", "reset",
                                   "empty", "truncate", "garble", "content-type"}) {
      CAPTURE(kind);
      if (std::ranges::find(c.kinds, kind) == c.kinds.end()) {
        CHECK(problem_of(with(kind, c.member + R"(,"delayMs":1)")) == c.field);
      }
    }
  }
}
