#include "tests/conformance/reports.h"

#include <doctest/doctest.h>

#include "tests/conformance/xml.h"

namespace conformance {
namespace {

const Case good{"GetUser", "is read", Facts{.source = Source::wsdl}, {}};
const Case bad{
    "GetUser", "has <a> | b", Facts{.source = Source::inferred, .assumption = "A-NAME"}, {}};
const Case known{"SaveUser", "is known", Facts{.fails_on = FailsOn::real}, {}};

Run run_of(std::vector<Result> results) {
  return {"http://h", "8.4", "now", std::move(results), false};
}

Run mixed() {
  return run_of({{&good, Outcome::passed, "", 0.5, {}},
                 {&bad, Outcome::failed, "it is not", 0, {}},
                 {&known, Outcome::failed_as_known, "known", 0, {}},
                 {&known, Outcome::left_out, "it writes", 0, {}}});
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("Reports: what is left behind, failed or passed against its tag is not as expected") {
  CHECK(run_of({{&good, Outcome::passed, "", 0, {}}, {&known, Outcome::failed_as_known, "", 0, {}}})
            .is_as_expected());
  CHECK_FALSE(mixed().is_as_expected());
  CHECK_FALSE(run_of({{&known, Outcome::passed_against_tag, "", 0, {}}}).is_as_expected());
  CHECK_FALSE(run_of({{&good, Outcome::passed, "", 0, {"user 7"}}}).is_as_expected());
}

TEST_CASE("Reports: the summary has each failure, its source and the assumption it refutes") {
  const std::string text = summary_of(mixed());
  CHECK(has(text,
            "failed: GetUser: has <a> | b\n    it is not\n    source: inferred; assumption "
            "A-NAME"));
  CHECK(has(text, "assumptions that do not hold here: A-NAME"));
  CHECK(has(text,
            "4 cases: 1 passed, 1 failed, 1 failed as known, 0 passed against their tag, 1 "
            "left out"));
  CHECK(has(summary_of(run_of({{&good, Outcome::passed, "", 0, {"user 7 stays"}}})),
            "left behind by GetUser: is read\n    user 7 stays"));
  CHECK(has(text, "left out (1): it writes\n"));
}

TEST_CASE("Reports: Markdown has a row an operation and an assumption") {
  const std::string text = markdown_of(mixed());
  CHECK(has(text, "| GetUser | 1 | 1 | 0 | 0 |\n| SaveUser | 0 | 0 | 1 | 1 |"));
  CHECK(has(text, "- GetUser: has <a> \\| b: it is not (inferred)"));
  CHECK(has(text, "| A-NAME | 0 | 1 |"));
  CHECK(has(markdown_of(run_of({{&good, Outcome::passed, "", 0, {"user 7 stays"}}})),
            "- GetUser: is read: left behind: user 7 stays\n"));
}

TEST_CASE("Reports: JUnit is XML whatever was answered") {
  auto run = mixed();
  run.results[1].why = "it is \x01 <b> & \xff";
  const std::string text = junit_of(run);
  std::string problem;
  const Document document = parse_xml(text, &problem);
  CHECK(problem == "");
  const auto suites = root_of(document).children("testsuite");
  REQUIRE(suites.size() == 2);
  CHECK(suites[0].attribute("name") == "GetUser");
  CHECK(suites[0].attribute("tests") == "2");
  CHECK(suites[0].attribute("failures") == "1");
  CHECK(suites[1].attribute("skipped") == "2");
  const auto cases = suites[0].children("testcase");
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].children().empty());
  CHECK(cases[1].at("failure"));
}

}  // namespace
}  // namespace conformance
