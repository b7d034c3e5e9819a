#include "server/control/snapshot_desk.h"

#include <fstream>

#include "server/domain/secrets.h"
#include "server/operations/install.h"
#include "tests/server/control/admin_call.h"
#include "tests/support/program.h"

using namespace emulator;
using namespace emulator::testing;
using namespace std::chrono_literals;

TEST_CASE_FIXTURE(AdminFixture, "Snapshot desk: one is taken, replaced, listed and forgotten") {
  CHECK(get("snapshots").body == R"({"snapshots":[]})");
  const AdminReply taken = put("snapshots/before");
  CHECK(taken.status == 201);
  CHECK(taken["/name"] == "before");
  CHECK(taken["/taken"] == "2026-01-15T09:00:00Z");
  CHECK(taken["/bytes"].to_number<std::size_t>() == store().size());
  advance(1h);
  put("snapshots/another");
  const AdminReply again = put("snapshots/before");
  CHECK(again.status == 200);
  CHECK(again["/taken"] == "2026-01-15T10:00:00Z");
  const AdminReply list = get("snapshots");
  CHECK(list.status == 200);
  REQUIRE(list["/snapshots"].as_array().size() == 2);
  CHECK(list["/snapshots/0/name"] == "another");
  CHECK(list["/snapshots/1"] == again.json);
  const AdminReply removed = remove("snapshots/before");
  CHECK(removed.status == 200);
  CHECK(removed.json == again.json);
  CHECK(remove("snapshots/before").status == 404);
  CHECK(get("snapshots")["/snapshots"].as_array().size() == 1);
}

TEST_CASE_FIXTURE(AdminFixture,
                  "Snapshot desk: restored, the rows are those of then, tickets too") {
  const std::string ticket = login("ADM0", "adm0");
  put("snapshots/before");
  change_rows();
  const std::string later = login("SAL1", "sal1");
  const auto reason = [&](const std::string& of) {
    return call(of, "GetUserInfo", element("UserInfoId", "101")).parameter("Reason");
  };
  for (int round = 0; round < 3; ++round) {
    const AdminReply restored = post("snapshots/before/restore");
    CHECK(restored.status == 200);
    CHECK(restored["/name"] == "before");
    CHECK_FALSE(has_changed_rows());
    CHECK(reason(ticket) == "(none)");
    CHECK(reason(later) == "unknown");
    change_rows();
    CHECK(has_changed_rows());
  }
  post("reset");
  CHECK(reason(ticket) == "unknown");
  post("snapshots/before/restore");
  CHECK(reason(ticket) == "(none)");
}

TEST_CASE_FIXTURE(AdminFixture,
                  "Snapshot desk: time, journal, faults and chance are not restored") {
  put("snapshots/before");
  advance(1h);
  tenant().journal.add({});
  tenant().faults.add({});
  post("snapshots/before/restore");
  CHECK(tenant().clock.now() == *moment_of("2026-01-15T10:00:00"));
  CHECK(tenant().journal.list().size() == 1);
  CHECK(tenant().faults.list().size() == 1);
}

TEST_CASE_FIXTURE(AdminFixture, "Snapshot desk: the image is a database that can be a seed") {
  const ScratchDirectory scratch;
  change_rows();
  put("snapshots/Now.1");
  post("reset");
  const AdminReply image = get("snapshots/Now.1");
  CHECK(image.status == 200);
  CHECK(image.content_type == "application/vnd.sqlite3");
  CHECK(image.file_name == "Now.1.sqlite");
  const std::string path = scratch.path("seed.sqlite").string();
  std::ofstream(path, std::ios::binary) << image.body;
  GateFixture other({}, path);
  CHECK_FALSE(other.store().associates.find(103).has_value());
  CHECK_FALSE(other.login("ADM0", "adm0").empty());
}

TEST_CASE_FIXTURE(AdminFixture,
                  "Snapshot desk: names are those of tenants, and case tells them apart") {
  for (const std::string name : {"x", "A-b_c.9", "a..b"})
    CHECK(put("snapshots/" + name).status == 201);
  CHECK(put("snapshots/X").status == 201);
  for (const std::string& name : {std::string(".x"), std::string("a%20b"), std::string("a%2Ab"),
                                  std::string("%C3%B8"), std::string(65, 'x')}) {
    CAPTURE(name);
    const AdminReply reply = put("snapshots/" + name);
    CHECK(reply.status == 400);
    CHECK(reply.field == "name");
  }
  CHECK(get("snapshots")["/snapshots"].as_array().size() == 4);
}

TEST_CASE_FIXTURE(AdminFixture, "Snapshot desk: what is not there is 404") {
  put("snapshots/one");
  for (const std::string base : {"", "tenants/other/"}) {
    const std::string name = base.empty() ? "two" : "one";
    CHECK(get(base + "snapshots/" + name).status == 404);
    CHECK(remove(base + "snapshots/" + name).status == 404);
    const AdminReply reply = post(base + "snapshots/" + name + "/restore");
    CHECK(reply.status == 404);
    CHECK(reply.field == "name");
  }
  CHECK(put("tenants/.x/snapshots/one").status == 404);
  CHECK(get("tenants/.x/snapshots").status == 404);
  CHECK(get("snapshots")["/snapshots"].as_array().size() == 1);
}

TEST_CASE_FIXTURE(AdminFixture, "Snapshot desk: a tenant has at most 100, which can be replaced") {
  for (int i = 0; i < 100; ++i) CHECK(put("snapshots/s" + std::to_string(i)).status == 201);
  CHECK(put("snapshots/more").status == 409);
  CHECK(put("snapshots/s5").status == 200);
  CHECK(put("tenants/other/snapshots/more").status == 201);
  remove("snapshots/s5");
  CHECK(put("snapshots/more").status == 201);
}

TEST_CASE("Snapshot desk: with --data the restored rows are in the file") {
  const ScratchDirectory scratch;
  start_secrets();
  StorageSettings storage;
  storage.data_directory = scratch.path("data").string();
  Operations operations;
  const ServiceSettings settings;
  const auto has_103 = [](Tenants& tenants) {
    return tenants.of("default").store.associates.find(103).has_value();
  };
  {
    Tenants tenants(storage, HashCost::min);
    Gate gate(operations, tenants, settings);
    tenants.of("default").store.associates.remove(103);
    CHECK(admin_call(gate, "PUT", "snapshots/without").status == 201);
    CHECK(admin_call(gate, "POST", "reset?scope=data").status == 200);
    CHECK(has_103(tenants));
    CHECK(admin_call(gate, "PUT", "snapshots/with").status == 201);
    for (const std::string name : {"without", "with", "without"}) {
      CHECK(admin_call(gate, "POST", "snapshots/" + name + "/restore").status == 200);
      CHECK(has_103(tenants) == (name == "with"));
    }
    CHECK(admin_call(gate, "GET", "snapshots/with").body.starts_with("SQLite format 3"));
  }
  Tenants again(storage, HashCost::min);
  CHECK_FALSE(has_103(again));
}
