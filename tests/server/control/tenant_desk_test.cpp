#include "server/control/tenant_desk.h"

#include <filesystem>
#include <fstream>

#include "server/domain/secrets.h"
#include "tests/server/control/admin_call.h"
#include "tests/support/program.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE_FIXTURE(AdminFixture, "Tenant desk: those in use are listed with requests and users") {
  const auto users = store().associates.list().size();
  tenants.of("Cust1").store.associates.remove(103);
  tenants.of("cust1").journal.add({});
  tenants.of("cust1").journal.add({});
  const AdminReply reply = get("tenants");
  CHECK(reply.status == 200);
  CHECK(reply["/tenants"] ==
        boost::json::array{{{"name", "Cust1"}, {"requests", 2}, {"users", users - 1}},
                           {{"name", "default"}, {"requests", 0}, {"users", users}}});
}

TEST_CASE("Tenant desk: requests that the journal has lost count, too") {
  StorageSettings storage;
  storage.journal.entries = 1;
  start_secrets();
  Tenants tenants(storage, HashCost::min);
  for (int i = 0; i < 3; ++i) tenants.of("default").journal.add({});
  CHECK(boost::json::parse(tenants_json(tenants)).at_pointer("/tenants/0/requests") == 3);
}

TEST_CASE_FIXTURE(AdminFixture, "Tenant desk: one is made once, in whatever case") {
  CHECK(tenants.find("cust1") == nullptr);
  const AdminReply made = put("tenants/Cust1");
  CHECK(made.status == 201);
  CHECK(made["/name"] == "Cust1");
  CHECK(made["/users"].to_number<std::size_t>() == store().associates.list().size());
  CHECK(tenants.find("cust1") != nullptr);
  const AdminReply again = put("tenants/CUST1");
  CHECK(again.status == 200);
  CHECK(again["/name"] == "Cust1");
  CHECK(put("tenants/default").status == 200);
}

TEST_CASE_FIXTURE(AdminFixture,
                  "Tenant desk: one that was deleted begins anew, the default one too") {
  for (const std::string name : {"cust1", "default"}) {
    CAPTURE(name);
    tenants.of(name).store.associates.remove(103);
    const AdminReply removed = remove("tenants/" + name);
    CHECK(removed.status == 200);
    CHECK(removed.body == R"({"name":")" + name + R"("})");
    CHECK(tenants.find(name) == nullptr);
    CHECK(remove("tenants/" + name).status == 404);
    CHECK(tenants.of(name).store.associates.find(103).has_value());
  }
  CHECK_FALSE(login("ADM0", "adm0").empty());
}

TEST_CASE_FIXTURE(AdminFixture, "Tenant desk: what cannot be is refused with the reason") {
  for (const char* name : {".x", "a%20b", "%C3%B8"}) {
    CAPTURE(name);
    const AdminReply made = put("tenants/" + std::string(name));
    CHECK(made.status == 400);
    CHECK(made.field == "tenant");
    CHECK(remove("tenants/" + std::string(name)).status == 404);
  }
  CHECK(remove("tenants/nobody").status == 404);
}

TEST_CASE("Tenant desk: one too many is a conflict, as is one in use") {
  start_secrets();
  StorageSettings storage;
  storage.tenants_max = 1;
  Operations operations;
  Tenants tenants(storage, HashCost::min);
  const ServiceSettings settings;
  Gate gate(operations, tenants, settings);
  CHECK(admin_call(gate, "PUT", "tenants/one").status == 201);
  const AdminReply more = admin_call(gate, "PUT", "tenants/two");
  CHECK(more.status == 409);
  CHECK(more.detail.find("--tenants-max") != std::string::npos);
  {
    const auto held = tenants.hold("one");
    CHECK(admin_call(gate, "DELETE", "tenants/one").status == 409);
  }
  CHECK(admin_call(gate, "DELETE", "tenants/one").status == 200);
  CHECK(admin_call(gate, "PUT", "tenants/two").status == 201);
}

TEST_CASE("Tenant desk: with --data the file goes; one of an earlier start is there already") {
  const ScratchDirectory scratch;
  start_secrets();
  StorageSettings storage;
  storage.data_directory = scratch.path("data").string();
  Operations operations;
  const ServiceSettings settings;
  { Tenants(storage, HashCost::min).of("kept"); }
  Tenants tenants(storage, HashCost::min);
  Gate gate(operations, tenants, settings);
  CHECK(admin_call(gate, "PUT", "tenants/kept").status == 200);
  CHECK(admin_call(gate, "DELETE", "tenants/Kept").status == 200);
  CHECK_FALSE(std::filesystem::exists(scratch.path("data/kept.sqlite")));
  CHECK(admin_call(gate, "PUT", "tenants/kept").status == 201);
  std::ofstream(scratch.path("data/notes.sqlite")) << "my notes";
  const AdminReply foreign = admin_call(gate, "DELETE", "tenants/notes");
  CHECK(foreign.status == 409);
  CHECK(foreign.field == "tenant");
  CHECK(file_text(scratch.path("data/notes.sqlite")) == "my notes");
}
