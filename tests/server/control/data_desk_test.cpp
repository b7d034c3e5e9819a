#include "server/control/data_desk.h"

#include "server/domain/secrets.h"
#include "tests/server/control/admin_call.h"
#include "tests/support/program.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE_FIXTURE(AdminFixture, "Data desk: every table is listed with the number of its rows") {
  const AdminReply reply = get("data");
  CHECK(reply.status == 200);
  int found = 0;
  for (const auto& table : reply["/tables"].as_array()) {
    if (table.at("name") != "associate") continue;
    ++found;
    CHECK(table.at("rows").to_number<std::size_t>() == store().associates.list().size());
  }
  CHECK(found == 1);
  CHECK(reply["/tables"].as_array().size() > 20);
}

TEST_CASE_FIXTURE(AdminFixture, "Data desk: rows of a table are shown, some or all") {
  const AdminReply all = get("data/Associate");
  CHECK(all.status == 200);
  CHECK(all["/table"] == "associate");
  const auto& rows = all["/rows"].as_array();
  CHECK(rows.size() == store().associates.list().size());
  CHECK(all["/total"] == rows.size());
  CHECK(rows[0].at("associate_id") == store().associates.list().front().id);
  const AdminReply some = get("data/associate?limit=2&offset=1");
  CHECK(some["/rows"] == boost::json::array{rows[1], rows[2]});
  CHECK(some["/total"] == rows.size());
  CHECK(get("data/associate?limit=0")["/rows"].as_array().empty());
  CHECK(get("data/associate?offset=1000")["/rows"].as_array().empty());
  CHECK(get("data/FunctionRightRoleLink")["/rows"].as_array().size() == 100);
}

TEST_CASE_FIXTURE(AdminFixture, "Data desk: no password, ticket or hash of one is shown") {
  const std::string ticket = login("ADM0", "adm0");
  std::string shown;
  const AdminReply tables = get("data");
  for (const auto& table : tables["/tables"].as_array()) {
    shown += get("data/" + std::string(table.at("name").as_string()) + "?limit=1000").body;
  }
  CHECK(shown.find(ticket) == std::string::npos);
  for (const store::Credential& row : store().credentials.list()) {
    CAPTURE(row.id);
    CHECK(shown.find(boost::json::serialize(boost::json::string(row.secret))) == std::string::npos);
  }
  CHECK(shown.find(R"("secret":"***")") != std::string::npos);
}

TEST_CASE_FIXTURE(AdminFixture, "Data desk: what is no table or number is refused") {
  for (const char* table :
       {"nothing", "sqlite_schema", "associate;", "associate%20", "associate_person"}) {
    CAPTURE(table);
    CHECK(get("data/" + std::string(table)).status == 404);
  }
  for (const std::string field : {"limit", "offset"}) {
    for (const std::string value : {"", "-1", "x", "1x", "1.5", "%201", "99999999999"}) {
      CAPTURE(value);
      const AdminReply reply = get("data/associate?" + field + "=" + value);
      CHECK(reply.status == 400);
      CHECK(reply.field == field);
    }
  }
  CHECK(get("data/associate?limit=1000").status == 200);
  CHECK(get("data/associate?limit=1001").status == 400);
  CHECK(get("tenants/.x/data").status == 404);
  CHECK(get("tenants/.x/data/associate").status == 404);
  CHECK(post("tenants/.x/seed", R"({"seed":"small"})").status == 404);
}

TEST_CASE_FIXTURE(AdminFixture, "Data desk: a built-in seed replaces all rows") {
  const std::string ticket = login("ADM0", "adm0");
  change_rows();
  const AdminReply small = post("seed", R"({"seed":"small"})");
  CHECK(small.status == 200);
  CHECK(small["/contents"].as_string().find("users") != boost::json::string::npos);
  CHECK_FALSE(has_changed_rows());
  CHECK(call(ticket, "GetUserInfo", element("UserInfoId", "101")).parameter("Reason") == "unknown");
  CHECK_FALSE(login("ADM0", "adm0").empty());
  CHECK(post("seed", R"({"seed":"empty"})").status == 200);
  CHECK_FALSE(store().associates.find(101).has_value());
  CHECK(post("seed", R"({"seed":"demo"})").status == 200);
  CHECK(store().associates.list().size() > 9);
  post("reset");  // Back to that of the start.
  CHECK(store().associates.list().size() == GateFixture().store().associates.list().size());
}

TEST_CASE_FIXTURE(AdminFixture, "Data desk: a seed file replaces all rows, of this tenant alone") {
  tenants.of("other");
  CHECK(post("seed", R"({"users":[]})").status == 200);
  CHECK_FALSE(store().associates.find(101).has_value());
  CHECK(tenants.of("other").store.associates.find(101).has_value());
  const AdminReply full = post("seed", file_text(NSEMU_SOURCE_DIR "/tests/seeds/full.json"));
  CHECK(full.status == 200);
  CHECK(full.detail.empty());
}

TEST_CASE_FIXTURE(AdminFixture,
                  "Data desk: a seed that is wrong changes nothing, and is told where") {
  change_rows();
  struct Case {
    std::string body, field, detail;
  };
  for (const Case& c : {
           Case{"", "", "seed"},
           Case{"{", "", "body:1:2"},
           Case{"[]", "", "body:1:1"},
           Case{"{\n \"users\": 1}", "users", "body:2:"},
           Case{R"({"users":[{"name":"x","role":"nobody's"}]})", "users[0]", "$.users[0]"},
           Case{R"({"a b":1})", R"(["a b"])", R"($["a b"])"},
           Case{R"({"seed":"large"})", "seed", "demo"},
           Case{R"({"seed":"/etc/passwd.json"})", "seed", "demo"},
           Case{R"({"seed":"x.sqlite"})", "seed", "demo"},
           Case{R"({"seed":1})", "seed", "demo"},
           Case{R"({"seed":"small","users":[]})", "users", "seed"},
       }) {
    CAPTURE(c.body);
    const AdminReply reply = post("seed", c.body);
    CHECK(reply.status == 400);
    CHECK(reply.field == c.field);
    CHECK(reply.detail.find(c.detail) != std::string::npos);
    CHECK(has_changed_rows());
  }
}

TEST_CASE_FIXTURE(AdminFixture, "Data desk: of many mistakes in a seed the first are told") {
  std::string body = "{";
  for (int i = 0; i < 30; ++i) body += (i == 0 ? "\"x" : ",\n\"x") + std::to_string(i) + "\":1";
  const AdminReply reply = post("seed", body + "}");
  CHECK(reply.detail.find("body:5:") != std::string::npos);
  CHECK(reply.detail.find("body:6:") == std::string::npos);
  CHECK(reply.detail.ends_with("and more"));
}
