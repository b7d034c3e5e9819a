#include "server/control/explain.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/control/explain_fixes.h"
#include "tests/server/control/journal_samples.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::string text_of(const JournalEntry& entry) {
  return std::string(explanation_json(entry).at("text").as_string());
}

boost::json::array findings_of(const JournalEntry& entry) {
  return explanation_json(entry).at("findings").as_array();
}

}  // namespace

TEST_CASE("Explain: a good call has nothing to be mended") {
  const JournalEntry entry = sample_entry();
  CHECK(text_of(entry) ==
        "User.GetUserInfo by ADM0 (user 11) was answered with HTTP 200 and "
        "succeeded.");
  CHECK(findings_of(entry).empty());
}

TEST_CASE("Explain: each breach has its place, what was found, what was expected and a fix") {
  JournalEntry entry = sample_entry();
  entry.id = 3;
  entry.breaches = {{"W-ORDER", "/s:Envelope/s:Body/X/A", "A after B", "the order of the WSDL"},
                    {"W-FLAG", "/s:Envelope/s:Body/X/F", "'t:Role'", "'Role'"}};
  const auto object = explanation_json(entry);
  CHECK(object.at("id").to_number<int>() == 3);
  const auto& findings = object.at("findings").as_array();
  REQUIRE(findings.size() == 2);
  CHECK(boost::json::serialize(findings[0]) ==
        R"({"kind":"breach","id":"W-ORDER","path":"/s:Envelope/s:Body/X/A","found":"A after B",)"
        R"("expected":"the order of the WSDL","fix":")" +
            std::string(fix_of_breach("W-ORDER")) + "\"}");
  CHECK(text_of(entry).find("\nW-FLAG at /s:Envelope/s:Body/X/F: found 't:Role', expected "
                            "'Role'. Fix: " +
                            std::string(fix_of_breach("W-FLAG"))) != std::string::npos);
}

TEST_CASE("Explain: a text of the platform that ends with a blank has one full stop") {
  JournalEntry entry = sample_entry();
  entry.succeeded = false;
  entry.status = 500;
  entry.error = "MustUnderstand";
  entry.outcome = "MustUnderstand: The header was not understood. ";
  CHECK(text_of(entry).find("not understood. Fix: ") != std::string::npos);
}

TEST_CASE("Explain: what a real server answered otherwise is told") {
  JournalEntry entry = sample_entry();
  entry.upstream = UpstreamOutcome{200, {"Body/X/Y: '1', here '2'"}};
  CHECK(boost::json::serialize(findings_of(entry)) ==
        R"([{"kind":"difference","text":"the real server: Body/X/Y: '1', here '2'"}])");
  CHECK(text_of(entry).ends_with("\ndifference: the real server: Body/X/Y: '1', here '2'."));
}

TEST_CASE("Explain: an exception is named, and how to mend the call") {
  const JournalEntry taken =
      refused_entry("SoInvalidArgumentException", "user-name-taken", "There is already a user");
  CHECK(text_of(taken).find("did not succeed.\nuser-name-taken: SuperOffice.Exceptions."
                            "SoInvalidArgumentException: There is already a user. Fix: " +
                            std::string(fix_of_error("user-name-taken"))) != std::string::npos);
  for (const std::string reason : {"missing", "unknown", "expired", "inactive"}) {
    CAPTURE(reason);
    const auto findings =
        findings_of(refused_entry("SoSessionException", "not-authenticated",
                                  "Authentication failed! (Reason: " + reason + ")"));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].at("kind").as_string() == "exception");
    CHECK(findings[0].at("fix").as_string() == fix_of_ticket(reason));
  }
  // With --emulator-headers off nothing says the reason.
  CHECK(text_of(refused_entry("SoSessionException", "not-authenticated", "Authentication failed!"))
            .find(fix_of_error("not-authenticated")) != std::string::npos);
  CHECK(text_of(refused_entry("Of.Its.Own", "", "text")).find("\nexception: ") !=
        std::string::npos);
}

TEST_CASE("Explain: a message that was not understood is explained by the platform's fault") {
  JournalEntry entry = sample_entry("");
  entry.associate_id = 0;
  entry.succeeded = false;
  entry.status = 400;
  entry.error = "Client";
  entry.outcome = "Client: The message is empty.";
  const std::string text = text_of(entry);
  CHECK(
      text.starts_with("A message that was not understood, to User was answered with HTTP 400 "
                       "and did not succeed.\nClient: Client: The message is empty. Fix: "));
  CHECK(text.find(fix_of_platform_fault("Client", 400)) != std::string::npos);
}

TEST_CASE("Explain: a refused log-in is told from a good one") {
  struct Case {
    std::string why, fix;
  };
  for (const Case& c : {
           Case{"wrong password of ADM0", "upper and lower case"},
           Case{"no such user", "/__admin/users"},
           Case{"no user name", "UserName"},
           Case{"several users have this e-mail address", "e-mail"},
           Case{"ticket expired", "Log in again"},
           Case{"ADM0 may not log on", "licence"},
           Case{"ADM0 is of a type that --allowed-user-types leaves out", "--allowed-user-types"},
           Case{"the transport proves nothing, and nobody is anonymous",
                "AuthenticateUsernamePassword"},
       }) {
    CAPTURE(c.why);
    JournalEntry entry = sample_entry("AuthenticateUsernamePassword");
    entry.outcome = "log-in refused: " + c.why;
    const auto findings = findings_of(entry);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].at("kind").as_string() == "log-in");
    CHECK(findings[0].at("fix").as_string().find(c.fix) != std::string::npos);
    CHECK(text_of(entry).find("AuthenticationSucceeded false") != std::string::npos);
  }
  JournalEntry good = sample_entry("AuthenticateUsernamePassword");
  good.outcome = "log-in of ADM0";
  CHECK(findings_of(good).empty());
}

TEST_CASE("Explain: a success that did nothing is noted") {
  JournalEntry entry = sample_entry("SetExternalUserInfo");
  entry.parameters = {{"AssociateId", "101"}, {"ExternalUserInfoModification", ""}};
  CHECK(text_of(entry).find("nothing was changed") != std::string::npos);
  entry.parameters.back().second = "Role";
  CHECK(findings_of(entry).empty());
  JournalEntry unchanged = sample_entry("ChangePassword");
  unchanged.outcome = "wrong old password of SAL1";
  CHECK(text_of(unchanged).ends_with("\nnote: wrong old password of SAL1."));
}

TEST_CASE("Explain: a fault that was asked for is said to be, and by what") {
  struct Case {
    std::string fault, text;
  };
  for (const Case& c : {Case{"header", "X-Emulator-Fault"}, Case{"magic", "emulator-fault:"},
                        Case{"7", "/__admin/faults/7"}}) {
    JournalEntry entry = sample_entry();
    entry.fault = c.fault;
    const auto findings = findings_of(entry);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].at("kind").as_string() == "fault");
    CHECK(findings[0].at("text").as_string().find(c.text) != std::string::npos);
  }
}
