#include <doctest/doctest.h>

#include <sstream>

#include "tests/server/gate/log_capture.h"
#include "tests/support/gate_fixture.h"

// Through whole messages: that the zone of the header TimeZone reaches the dates of the call, and
// no further. How dates are converted is in tests/server/domain/time_zone_test.cpp.

using namespace emulator;
using namespace emulator::testing;

namespace {

/// The header; without a code where that is empty.
std::string time_zone(int id, const std::string& code) {
  const std::string parts = element("SoTimeZoneId", std::to_string(id)) +
                            (code.empty() ? "" : element("SoTimeZoneLocationCode", code));
  return "<TimeZone xmlns=\"" + std::string(services_uri) + "\">" + parts + "</TimeZone>";
}

const std::string oslo = time_zone(261, "NO");
const std::string none;

struct Zoned : GateFixture {
  /// A call of the administrator with a header TimeZone, or none; it must succeed.
  Reply in(const std::string& zone, const std::string& operation, const std::string& parameters) {
    const Reply reply = send(Service::user, operation,
                             envelope(credentials(ticket) + zone, wrapper(operation, parameters)));
    CHECK(reply.succeeded() == "true");
    return reply;
  }
  std::string last_login(const std::string& zone) {
    return in(zone, "GetUser", element("UserId", "12")).result("Response/Lastlogin");
  }

  std::string ticket = login("ADM0", "adm0");
};

}  // namespace

TEST_CASE_FIXTURE(Zoned,
                  "Time zone: a date of the answer is in the zone of the header, else in UTC") {
  store().associates.set_last_login(12, "2026-01-15T08:30:00");
  CHECK(last_login(none) == "2026-01-15T08:30:00");
  for (const auto& [zone, expected] :
       {std::pair<std::string, std::string>{oslo, "2026-01-15T09:30:00"},
        {time_zone(261, ""), "2026-01-15T09:30:00"},
        {time_zone(0, "NO"), "2026-01-15T09:30:00"},
        {time_zone(0, "US-NY"), "2026-01-15T03:30:00"},
        {time_zone(0, ""), "2026-01-15T08:30:00"}}) {
    CAPTURE(zone);
    CHECK(last_login(zone) == expected);
    CHECK(last_login(none) == "2026-01-15T08:30:00");
  }
}

TEST_CASE_FIXTURE(Zoned, "Time zone: when a role was made is told in UTC, whoever asks") {
  const std::string role = in(oslo, "SaveRoleEntity", "<RoleEntity><Name>Guest</Name></RoleEntity>")
                               .result("Response/RoleId");
  const auto created = [&](const std::string& zone) {
    return in(zone, "GetRoleEntity", element("RoleEntityId", role)).result("Response/Created");
  };
  CHECK(created(none) == "2026-01-15T09:00:00");
  CHECK(created(oslo) == "2026-01-15T09:00:00");
}

TEST_CASE_FIXTURE(Zoned, "Time zone: a date of the request is in the zone of the header, too") {
  const std::string type = element("Type", "imap");
  in(oslo, "SaveUntrustedCredentials",
     type + "<Credentials>" + element("ValidFrom", "2026-07-01T12:00:00") +
         element("PublicValue", "own") + "</Credentials>");
  const auto valid_from = [&](const std::string& zone) {
    return in(zone, "GetUntrustedCredentials", type)
        .result("Response/UntrustedCredentials/ValidFrom");
  };
  CHECK(valid_from(none) == "2026-07-01T10:00:00");
  CHECK(valid_from(oslo) == "2026-07-01T12:00:00");
}

TEST_CASE_FIXTURE(Zoned,
                  "Time zone: with one that is not known nothing is converted; the log tells") {
  store().associates.set_last_login(12, "2026-01-15T08:30:00");
  const LogCapture log;
  CHECK(last_login(time_zone(77, "XX")) == "2026-01-15T08:30:00");
  std::istringstream lines(log.text());
  std::string warnings;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("warning ")) warnings += line + "\n";
  }
  CHECK(warnings == "warning the time zone 77 'XX' is not known: dates are not converted\n");
}
