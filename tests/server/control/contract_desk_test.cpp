#include <doctest/doctest.h>

#include "tests/server/control/admin_call.h"
#include "tests/server/control/contract_samples.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// Two breaches in `default`, one in `Cust1`.
struct Desk : AdminFixture {
  Desk() {
    add_call(*this, "default", {order_breach, order_breach}, 1);
    add_call(*this, "Cust1", {order_breach}, 1);
    add_call(*this, "Cust1", {}, 2);
  }
  std::int64_t breaches(const std::string& target) { return get(target)["/breaches"].as_int64(); }
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "Contract desk: the report is of all tenants, or of the one in the path") {
  const AdminReply all = get("contract/report");
  CHECK(all.status == 200);
  CHECK(all["/breaches"].as_int64() == 3);
  CHECK(all["/calls"].as_int64() == 3);
  CHECK(all["/operations"].as_array().size() == 2);
  CHECK(breaches("contract/report?format=json") == 3);
  CHECK(breaches("tenants/default/contract/report") == 2);
  CHECK(breaches("tenants/CUST1/contract/report") == 1);
}

TEST_CASE_FIXTURE(Desk, "Contract desk: as JUnit XML it is a file, another form is refused") {
  const AdminReply junit = get("tenants/Cust1/contract/report?format=junit");
  CHECK(junit.content_type == "application/xml");
  CHECK(junit.file_name == "contract.xml");
  CHECK(junit.body.find("<testsuite name=\"Cust1: User.GetUser\" tests=\"2\"") !=
        std::string::npos);
  CHECK(junit.body.find("default:") == std::string::npos);
  for (const char* format : {"xml", "JSON", ""}) {
    const AdminReply reply = get("contract/report?format=" + std::string(format));
    CHECK(reply.status == 400);
    CHECK(reply.field == "format");
  }
}

TEST_CASE_FIXTURE(Desk, "Contract desk: DELETE begins anew, for a tenant or for all") {
  CHECK(remove("tenants/Cust1/contract/report")["/removed"].as_int64() == 1);
  CHECK(breaches("tenants/Cust1/contract/report") == 0);
  CHECK(breaches("contract/report") == 2);
  CHECK(remove("contract/report")["/removed"].as_int64() == 2);
  CHECK(breaches("contract/report") == 0);
  CHECK(breaches("tenants/default/contract/report") == 0);
}

TEST_CASE_FIXTURE(Desk, "Contract desk: reset, restore and removal of a tenant leave its report") {
  CHECK(put("tenants/Cust1/snapshots/a").status == 201);
  CHECK(post("tenants/Cust1/snapshots/a/restore").status == 200);
  CHECK(post("tenants/Cust1/reset").status == 200);
  CHECK(breaches("tenants/Cust1/contract/report") == 1);
  CHECK(remove("tenants/Cust1").status == 200);
  CHECK(tenants.find("Cust1") == nullptr);
  CHECK(breaches("tenants/Cust1/contract/report") == 1);
  CHECK(breaches("contract/report") == 3);
}

TEST_CASE_FIXTURE(Desk, "Contract desk: a tenant that nobody has used is none, and is not made") {
  for (const char* method : {"GET", "DELETE"}) {
    const AdminReply reply = admin_call(gate, method, "tenants/tset17/contract/report");
    CHECK(reply.status == 404);
    CHECK(reply.field == "tenant");
  }
  CHECK(tenants.find("tset17") == nullptr);
  tenants.hold("used");
  CHECK(breaches("tenants/used/contract/report") == 0);
}
