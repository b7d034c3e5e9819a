#include "server/control/reset_desk.h"

#include <set>

#include "server/domain/secrets.h"
#include "server/operations/install.h"
#include "server/tenants/tickets.h"
#include "tests/server/control/admin_call.h"
#include "tests/support/program.h"

using namespace emulator;
using namespace emulator::testing;
using namespace std::chrono_literals;

namespace {

const Moment start = *moment_of("2026-01-15T09:00:00");
const std::string everything = "data,tickets,journal,faults,clock,random,snapshots";

using Words = std::set<std::string>;

/// A tenant in which everything is other than it was.
struct Changed : AdminFixture {
  Changed() {
    Tenants::seed_random(tenant(), 7);
    password = generated_password(tenant().random);
    change_rows();
    ticket = issue_ticket(tenant(), 11, "").id;
    token = issue_access_token(tenant(), 11).id;
    put("snapshots/one");
    tenant().journal.add({});
    tenant().faults.add({});
    advance(1h);
    Tenants::seed_random(tenant(), 7);
  }

  /// What is as in a new tenant.
  Words fresh() {
    Words words;
    if (!has_changed_rows()) words.insert("data");
    if (!store().credentials.find(ticket) && !store().credentials.find(token)) {
      words.insert("tickets");
    }
    if (tenant().journal.list().empty()) words.insert("journal");
    if (tenant().faults.list().empty()) words.insert("faults");
    if (tenant().clock.now() == start) words.insert("clock");
    if (generated_password(tenant().random) != password) words.insert("random");
    if (tenant().snapshots.empty()) words.insert("snapshots");
    return words;
  }

  std::string password;  ///< The first one with seed 7.
  int ticket = 0, token = 0;
};

std::string joined(const boost::json::value& list) {
  std::string text;
  for (const auto& one : list.as_array()) {
    text += (text.empty() ? "" : ",") + std::string(one.as_string());
  }
  return text;
}

}  // namespace

TEST_CASE_FIXTURE(Changed, "Reset desk: without a scope all goes but the snapshots") {
  REQUIRE(fresh().empty());
  const AdminReply reply = post("reset");
  CHECK(reply.status == 200);
  CHECK(joined(reply["/reset"]) == "data,journal,faults,clock,random");
  CHECK(reply["/milliseconds"].to_number<double>() >= 0);
  CHECK(reply.json.as_object().size() == 2);
  CHECK(fresh() == Words{"data", "tickets", "journal", "faults", "clock", "random"});
}

TEST_CASE("Reset desk: a scope stands for itself alone; data takes the tickets along") {
  struct Case {
    std::string scope;
    Words fresh;
  };
  for (const Case& c :
       {Case{"data", {"data", "tickets"}}, Case{"journal", {"journal"}}, Case{"faults", {"faults"}},
        Case{"clock", {"clock"}}, Case{"tickets", {"tickets"}}, Case{"random", {"random"}},
        Case{"snapshots", {"snapshots"}}, Case{"clock,faults", {"clock", "faults"}},
        Case{everything,
             {"data", "tickets", "journal", "faults", "clock", "random", "snapshots"}}}) {
    CAPTURE(c.scope);
    Changed emulator;
    const AdminReply reply = emulator.post("reset?scope=" + c.scope);
    CHECK(reply.status == 200);
    CHECK(reply["/reset"].as_array().size() == std::size_t(std::ranges::count(c.scope, ',') + 1));
    CHECK(emulator.fresh() == c.fresh);
  }
}

TEST_CASE_FIXTURE(Changed, "Reset desk: the scope tickets leaves passwords and other secrets") {
  const std::size_t before = store().credentials.list().size();
  post("reset?scope=tickets,tickets");
  CHECK(store().credentials.list().size() == before - 2);
  CHECK_FALSE(login("ADM0", "adm0").empty());
}

TEST_CASE_FIXTURE(Changed, "Reset desk: a word that is no scope is named, and nothing is reset") {
  for (const char* scope : {"", "all", "data,", ",data", "data,rows", "Data", "data faults"}) {
    CAPTURE(scope);
    const AdminReply reply =
        post("reset?scope=" +
             std::string(scope == std::string("data faults") ? "data%20faults" : scope));
    CHECK(reply.status == 400);
    CHECK(reply.field == "scope");
  }
  CHECK(fresh().empty());
}

TEST_CASE_FIXTURE(Changed,
                  "Reset desk: another tenant is left alone, and one that cannot be is none") {
  CHECK(post("tenants/Other/reset?scope=" + everything).status == 200);
  CHECK(fresh().empty());
  CHECK(post("tenants/.x/reset").status == 404);
  CHECK(post("tenants/DEFAULT/reset").status == 200);
  CHECK_FALSE(has_changed_rows());
}

TEST_CASE("Reset desk: calls see the seed's rows at once, with --data too, again and again") {
  const ScratchDirectory scratch;
  start_secrets();
  StorageSettings storage;
  SUBCASE("in memory") {}
  SUBCASE("in a file") { storage.data_directory = scratch.path("data").string(); }
  Operations operations;
  install_operations(operations);
  Tenants tenants(storage, HashCost::min);
  const ServiceSettings settings;
  Gate gate(operations, tenants, settings);
  const auto call = [&](const std::string& ticket, const std::string& operation,
                        const std::string& parameters) {
    const std::string body = envelope(credentials(ticket), wrapper(operation, parameters));
    return Reply(gate.answer({Service::user,
                              "default",
                              {"text/xml", "\"" + action("User", operation) + "\"", body}})
                     .soap);
  };
  for (int round = 0; round < 3; ++round) {
    const AdminReply made = admin_call(gate, "POST", "tickets", R"({"associateId":11})");
    const std::string ticket(made["/ticket"].as_string());
    const auto name = [&] {
      return call(ticket, "GetUserInfo", element("UserInfoId", "101")).result("Response/UserName");
    };
    CHECK(name() == "ext1@fjord.example");
    CHECK(call(ticket, "SetExternalUserInfo",
               element("AssociateId", "101") + element("UserName", "changed") +
                   element("ExternalUserInfoModification", "UserName"))
              .succeeded() == "true");
    CHECK(name() == "changed");
    CHECK(admin_call(gate, "POST", "reset").status == 200);
    CHECK(call(ticket, "GetUserInfo", element("UserInfoId", "101")).parameter("Reason") ==
          "unknown");
  }
}
