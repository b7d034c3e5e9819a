#include "server/control/clock_desk.h"

#include "server/tenants/tickets.h"
#include "tests/server/control/admin_call.h"

using namespace emulator;
using namespace emulator::testing;
using namespace std::chrono_literals;

namespace {

constexpr const char* at_start = R"({"now":"2026-01-15T09:00:00Z","frozen":true,"rate":0})";

}  // namespace

TEST_CASE_FIXTURE(AdminFixture, "Clock desk: it shows the time, and whether it stands") {
  CHECK(get("clock").body == at_start);
  tenant().clock.run(tenant().clock.now(), 2.5);
  const AdminReply running = get("clock");
  CHECK(running["/frozen"] == false);
  CHECK(running["/rate"].to_number<double>() == 2.5);
}

TEST_CASE_FIXTURE(AdminFixture, "Clock desk: what is told is set, what is left out stays") {
  struct Case {
    const char* body;
    bool frozen;
    double rate;
  };
  const Moment then = *moment_of("2030-02-28T23:59:59");
  for (const double before : {0.0, 3.0}) {
    const double running = before == 0 ? 1 : before;
    for (const Case& c : {
             Case{R"({"now":"2030-02-28T23:59:59Z"})", before == 0, before},
             Case{R"({"now":"2030-02-28T23:59:59Z","frozen":true})", true, 0},
             Case{R"({"now":"2030-02-28T23:59:59Z","frozen":true,"rate":0})", true, 0},
             Case{R"({"now":"2030-02-28T23:59:59Z","frozen":false})", false, running},
             Case{R"({"now":"2030-02-28T23:59:59Z","frozen":false,"rate":0.5})", false, 0.5},
             Case{R"({"now":"2030-02-28T23:59:59Z","rate":100000})", false, 100'000},
             Case{R"({"frozen":true})", true, 0},
             Case{R"({"rate":0})", true, 0},
             Case{R"({"rate":4})", false, 4},
         }) {
      CAPTURE(before);
      CAPTURE(c.body);
      Clock& clock = tenant().clock;
      before == 0 ? clock.freeze(then) : clock.run(then, before);
      const AdminReply reply = put("clock", c.body);
      CHECK(reply.status == 200);
      CHECK(clock.is_frozen() == c.frozen);
      CHECK(clock.rate() == c.rate);
      CHECK(clock.now() >= then);
      CHECK(reply["/frozen"] == c.frozen);
      CHECK(reply["/rate"].to_number<double>() == c.rate);
    }
  }
}

TEST_CASE_FIXTURE(AdminFixture, "Clock desk: what it shows can be set again") {
  const std::string shown = get("clock").body;
  put("clock", R"({"now":"2001-02-03T04:05:06Z","frozen":false,"rate":2})");
  CHECK(put("clock", shown).body == shown);
}

TEST_CASE_FIXTURE(AdminFixture, "Clock desk: seconds move it, back too, and it stands or runs on") {
  CHECK(put("clock", R"({"advanceSeconds":25200})").body ==
        R"({"now":"2026-01-15T16:00:00Z","frozen":true,"rate":0})");
  CHECK(put("clock", R"({"advanceSeconds":-25200})").body == at_start);
  CHECK(put("clock", R"({"advanceSeconds":0})").body == at_start);
  tenant().clock.run(tenant().clock.now(), 2);
  CHECK(put("clock", R"({"advanceSeconds":86400})")["/rate"].to_number<double>() == 2);
  CHECK(tenant().clock.now() >= *moment_of("2026-01-16T09:00:00"));
}

TEST_CASE_FIXTURE(AdminFixture, "Clock desk: DELETE is back to the time of the start") {
  put("clock", R"({"now":"2001-02-03T04:05:06Z","frozen":false,"rate":2})");
  const AdminReply reply = remove("clock");
  CHECK(reply.status == 200);
  CHECK(reply.body == at_start);
  CHECK(get("clock").body == at_start);
}

TEST_CASE_FIXTURE(AdminFixture, "Clock desk: what is wrong is named, and nothing is set") {
  struct Case {
    const char* body;
    const char* field;
  };
  for (const Case& c : {
           Case{"", ""},
           Case{"{}", ""},
           Case{"[]", ""},
           Case{"{", ""},
           Case{R"({"time":1})", "time"},
           Case{R"({"now":"2026-01-15T09:00:00"})", "now"},
           Case{R"({"now":"2026-01-15T10:00:00+01:00"})", "now"},
           Case{R"({"now":"2026-02-30T09:00:00Z"})", "now"},
           Case{R"({"now":"Z"})", "now"},
           Case{R"({"now":""})", "now"},
           Case{R"({"now":null})", "now"},
           Case{R"({"now":1768467600})", "now"},
           Case{R"({"now":"1899-12-31T23:59:59Z"})", "now"},
           Case{R"({"now":"9999-01-01T00:00:00Z"})", "now"},
           Case{R"({"now":"2030-01-15T09:00:00Z","frozen":1})", "frozen"},
           Case{R"({"now":"2030-01-15T09:00:00Z","frozen":"true"})", "frozen"},
           Case{R"({"now":"2030-01-15T09:00:00Z","rate":-1})", "rate"},
           Case{R"({"now":"2030-01-15T09:00:00Z","rate":100001})", "rate"},
           Case{R"({"now":"2030-01-15T09:00:00Z","rate":"2"})", "rate"},
           Case{R"({"now":"2030-01-15T09:00:00Z","rate":null})", "rate"},
           Case{R"({"frozen":true,"rate":2})", "rate"},
           Case{R"({"frozen":false,"rate":0})", "rate"},
           Case{R"({"advanceSeconds":"1"})", "advanceSeconds"},
           Case{R"({"advanceSeconds":1.5})", "advanceSeconds"},
           Case{R"({"advanceSeconds":null})", "advanceSeconds"},
           Case{R"({"advanceSeconds":1,"frozen":true})", "advanceSeconds"},
           Case{R"({"advanceSeconds":9223372036854775807})", "advanceSeconds"},
           Case{R"({"advanceSeconds":-9223372036854775808})", "advanceSeconds"},
           Case{R"({"advanceSeconds":400000000000})", "advanceSeconds"},
       }) {
    CAPTURE(c.body);
    const AdminReply reply = put("clock", c.body);
    CHECK(reply.status == 400);
    CHECK(reply.field == c.field);
    CHECK(get("clock").body == at_start);
  }
}

TEST_CASE_FIXTURE(AdminFixture,
                  "Clock desk: each tenant has its own, and one that cannot be none") {
  put("tenants/other/clock", R"({"advanceSeconds":60})");
  CHECK(get("clock").body == at_start);
  CHECK(get("tenants/Other/clock")["/now"] == "2026-01-15T09:01:00Z");
  CHECK(get("tenants/.x/clock").status == 404);
  CHECK(put("tenants/.x/clock", R"({"advanceSeconds":60})").status == 404);
  CHECK(remove("tenants/.x/clock").status == 404);
  CHECK(put("tenants/.x/random-seed", R"({"seed":1})").status == 404);
}

TEST_CASE_FIXTURE(AdminFixture,
                  "Clock desk: moved by six hours, tickets that were not used expired") {
  const std::string used = login("ADM0", "adm0");
  const std::string unused = login("ADM0", "adm0");
  const auto reason = [&](const std::string& ticket) {
    return call(ticket, "GetUserInfo", element("UserInfoId", "101")).parameter("Reason");
  };
  put("clock", R"({"advanceSeconds":21599})");
  CHECK(reason(used) == "(none)");
  put("clock", R"({"advanceSeconds":1})");
  CHECK(reason(unused) == "expired");
  CHECK(reason(used) == "(none)");
  put("clock", R"({"advanceSeconds":21600})");
  CHECK(reason(used) == "expired");
  put("clock", R"({"advanceSeconds":-1})");
  CHECK(reason(used) == "(none)");
}

TEST_CASE_FIXTURE(AdminFixture, "Clock desk: a seed of chance gives the same tickets again") {
  const auto ticket = [&] { return issue_ticket(tenant(), 11, "").text; };
  const AdminReply reply = put("random-seed", R"({"seed":7})");
  CHECK(reply.status == 200);
  CHECK(reply.body == R"({"seed":7})");
  const std::string first = ticket();
  CHECK(ticket() != first);
  CHECK(put("random-seed", R"({"seed":18446744073709551615})").status == 200);
  CHECK(ticket() != first);
  put("random-seed", R"({"seed":7})");
  CHECK(ticket() != first);  // That one is there already.
  post("reset");
  put("random-seed", R"({"seed":7})");
  CHECK(ticket() == first);
}

TEST_CASE_FIXTURE(AdminFixture, "Clock desk: what is no seed of chance is refused") {
  for (const char* body : {"", "{}", "7", R"({"seed":-1})", R"({"seed":1.5})", R"({"seed":"7"})",
                           R"({"seed":null})", R"({"seed":18446744073709551616})"}) {
    CAPTURE(body);
    const AdminReply reply = put("random-seed", body);
    CHECK(reply.status == 400);
    CHECK(reply.field == (std::string(body) == "7" ? "" : "seed"));
  }
}
