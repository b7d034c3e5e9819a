#include "server/control/request_criteria.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "tests/server/control/journal_samples.h"
#include "tests/server/control/problem_field.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

using Query = std::map<std::string, std::string, std::less<>>;

JournalEntry entry_with_everything() {
  JournalEntry entry =
      refused_entry("SoInvalidArgumentException", "user-name-taken", "There is one");
  entry.id = 5;
  entry.status = 500;
  entry.fault = "3";
  entry.parameters = {
      {"UserInfoId", "101"}, {"User/Name", "Kari"}, {"Ids/int", "1"}, {"Ids/int", "2"}};
  entry.breaches = {{"W-ORDER", "", "", ""}};
  entry.target = "/Remote/Services86/User.svc?x=y";
  entry.request.headers.emplace_back("SOAPAction", "\"u/GetUserInfo\"");
  entry.request.body = "<a><UserInfoId>101</UserInfoId></a>";
  return entry;
}

}  // namespace

TEST_CASE("Request criteria: what a body says is held against an entry") {
  struct Case {
    std::string body;
    bool holds;
  };
  const JournalEntry entry = entry_with_everything();
  for (const Case& c : {
           Case{"", true},
           Case{"{}", true},
           Case{R"({"operation":"GetUserInfo"})", true},
           Case{R"({"operation":"getuserinfo"})", true},
           Case{R"({"operation":"GetUser"})", false},
           Case{R"({"service":"User"})", true},
           Case{R"({"associate":"adm0"})", true},
           Case{R"({"associate":"SAL1"})", false},
           Case{R"({"associateId":11})", true},
           Case{R"({"associateId":12})", false},
           Case{R"({"succeeded":false})", true},
           Case{R"({"succeeded":true})", false},
           Case{R"({"status":500})", true},
           Case{R"({"status":200})", false},
           Case{R"({"error":"user-name-taken"})", true},
           Case{R"({"error":"not-permitted"})", false},
           Case{R"({"exceptionType":"SuperOffice.Exceptions.SoInvalidArgumentException"})", true},
           Case{R"({"exceptionType":"SoInvalidArgumentException"})", false},
           Case{R"({"fault":"3"})", true},
           Case{R"({"fault":"4"})", false},
           Case{R"({"breach":"W-ORDER"})", true},
           Case{R"({"breach":"W-FLAG"})", false},
           Case{R"({"parameters":{"UserInfoId":"101"}})", true},
           Case{R"({"parameters":{"UserInfoId":"102"}})", false},
           Case{R"({"parameters":{"UserInfoId":"101","User/Name":{"contains":"ar"}}})", true},
           Case{R"({"parameters":{"UserInfoId":"101","User/Name":{"contains":"x"}}})", false},
           Case{R"({"parameters":{"Ids/int":"2"}})", true},
           Case{R"({"parameters":{"Password":{"absent":true}}})", true},
           Case{R"({"parameters":{"userinfoid":"101"}})", false},
           Case{R"({"method":"post"})", true},
           Case{R"({"method":"ANY"})", true},
           Case{R"({"method":"GET"})", false},
           Case{R"({"url":"/Remote/Services86/User.svc?x=y"})", true},
           Case{R"({"url":"/Remote/Services86/User.svc"})", false},
           Case{R"({"urlPath":"/Remote/Services86/User.svc"})", true},
           Case{R"({"urlPath":"/Remote/Services86/User.svc?x=y"})", false},
           Case{R"({"urlPattern":"/Remote/.*x=y"})", true},
           Case{R"({"urlPattern":"/Remote/.*svc"})", false},
           Case{R"({"urlPathPattern":"/Remote/.*svc"})", true},
           Case{R"({"headers":{"soapaction":{"contains":"GetUserInfo"}}})", true},
           Case{R"({"headers":{"SOAPAction":{"matches":"\"u/Get(User|Role)Info\""}}})", true},
           Case{R"({"headers":{"Cookie":{"absent":true}}})", true},
           Case{R"({"headers":{"Host":{"equalTo":"other"}}})", false},
           Case{R"({"bodyPatterns":[{"contains":"UserInfoId"},{"matches":".*101.*"}]})", true},
           Case{R"({"bodyPatterns":[{"contains":"UserInfoId"},{"contains":"102"}]})", false},
           Case{R"({"method":"POST","operation":"GetUserInfo","succeeded":true})", false},
       }) {
    CAPTURE(c.body);
    CHECK(RequestCriteria::of_body(c.body).hold(entry) == c.holds);
  }
}

TEST_CASE("Request criteria: what is not known in a body, or not of its form, is named") {
  struct Case {
    std::string body, field;
  };
  for (const Case& c : {
           Case{"[]", ""},
           Case{"{", ""},
           Case{R"({"operations":"x"})", "operations"},
           Case{R"({"queryParameters":{}})", "queryParameters"},
           Case{R"({"operation":1})", "operation"},
           Case{R"({"operation":"GetUserInfos"})", "operation"},
           Case{R"({"service":"Users"})", "service"},
           Case{R"({"succeeded":"true"})", "succeeded"},
           Case{R"({"status":"200"})", "status"},
           Case{R"({"associateId":1.5})", "associateId"},
           Case{R"({"parameters":[]})", "parameters"},
           Case{R"({"parameters":{"UserInfoId":101}})", "parameters.UserInfoId"},
           Case{R"({"headers":{"Host":{"before":"x"}}})", "headers.Host.before"},
           Case{R"({"bodyPatterns":{}})", "bodyPatterns"},
           Case{R"({"bodyPatterns":[{"contains":"x"},{"equalToXml":"<a/>"}]})",
                "bodyPatterns[1].equalToXml"},
           Case{R"({"urlPattern":"("})", "urlPattern"},
           Case{R"({"url":{}})", "url"},
       }) {
    CAPTURE(c.body);
    CHECK(field_of_problem([&] { RequestCriteria::of_body(c.body); }) == c.field);
  }
}

TEST_CASE("Request criteria: there are at most 100 of the matchers that are tried on each entry") {
  const auto body = [](const std::string& name, std::size_t count) {
    boost::json::array patterns(count, boost::json::object{{"contains", "x"}});
    boost::json::object named;
    for (std::size_t i = 0; i < count; ++i) named["n" + std::to_string(i)] = "x";
    boost::json::value all = named;
    if (name == "bodyPatterns") all = patterns;
    return boost::json::serialize(boost::json::object{{name, all}});
  };
  for (const char* name : {"bodyPatterns", "parameters", "headers"}) {
    CAPTURE(name);
    CHECK(field_of_problem([&] { RequestCriteria::of_body(body(name, 100)); }) == "none");
    CHECK(field_of_problem([&] { RequestCriteria::of_body(body(name, 101)); }) == name);
  }
}

TEST_CASE("Request criteria: a query asks by id or time, and by who, what and how") {
  struct Case {
    Query query;
    bool holds;
  };
  const JournalEntry entry = entry_with_everything();
  for (const Case& c : {
           Case{{}, true},
           Case{{{"since", "4"}}, true},
           Case{{{"since", "5"}}, false},
           Case{{{"since", "2026-01-15T09:00:00Z"}}, true},
           Case{{{"since", "2026-01-15T08:59:59"}}, true},
           Case{{{"since", "2026-01-15T09:00:01Z"}}, false},
           Case{{{"since", "2026-01-15T09:00:00.75Z"}}, true},
           Case{{{"since", "2026-01-15T10:00:00+01:00"}}, true},
           Case{{{"since", "2026-01-15T10:00:00 01:00"}}, true},
           Case{{{"since", "2026-01-15T08:00:01-01:00"}}, false},
           Case{{{"operation", "getuserinfo"}, {"associate", "ADM0"}}, true},
           Case{{{"operation", "GetUserInfo"}, {"associate", "SAL1"}}, false},
           Case{{{"succeeded", "false"}, {"error", "user-name-taken"}}, true},
           Case{{{"succeeded", "true"}}, false},
           Case{{{"error", "x"}}, false},
           Case{{{"limit", "1"}, {"format", "har"}}, true},
       }) {
    CAPTURE(c.query.size());
    CHECK(RequestCriteria::of_query(c.query).hold(entry) == c.holds);
  }
  for (const Query& bad : {Query{{"since", "yesterday"}}, Query{{"since", ""}},
                           Query{{"since", "2026-01-15"}}, Query{{"since", "-1"}}}) {
    CHECK(field_of_problem([&] { RequestCriteria::of_query(bad); }) == "since");
  }
  CHECK(field_of_problem([&] {
          RequestCriteria::of_query({{"succeeded", "yes"}});
        }) == "succeeded");
}

TEST_CASE("Request criteria: the journal's entries are chosen, oldest first") {
  Journal journal{JournalSettings{}};
  for (const char* operation : {"GetUser", "GetRole", "GetUser"}) {
    journal.add(sample_entry(operation));
  }
  const auto chosen = RequestCriteria::of_body(R"({"operation":"GetUser"})").chosen(journal);
  REQUIRE(chosen.size() == 2);
  CHECK(chosen[0]->id == 1);
  CHECK(chosen[1]->id == 3);
}
