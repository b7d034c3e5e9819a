#include <atomic>
#include <thread>
#include <vector>

#include "server/domain/secrets.h"
#include "server/domain/user_name_rules.h"
#include "server/operations/install.h"
#include "server/tenants/tickets.h"
#include "tests/server/control/admin_call.h"
#include "tests/support/program.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

constexpr int threads = 64;
constexpr int rounds = 16;

/// Names with an even number belong to role 10, those with an odd one to role 13: a writer changes
/// both in one call, so whoever sees another pair sees half a call.
std::string name_of_number(int number) { return "w" + std::to_string(number); }
std::string role_of_number(int number) { return number % 2 == 0 ? "10" : "13"; }
bool is_pair(const std::string& name, const std::string& role) {
  if (name == "ext1@fjord.example") return role == "10";  // The seed's.
  const int number = name.starts_with("w") ? std::atoi(name.c_str() + 1) : -1;
  return number >= 0 && role == role_of_number(number);
}

struct Findings {
  int succeeded = 0, refused = 0;
  std::vector<std::string> wrong;
};

class Stress {
 public:
  explicit Stress(const StorageSettings& storage) : tenants_(storage, HashCost::min) {
    install_operations(operations_);
    for (std::string& ticket : tickets_) ticket = issue_ticket(tenant(), 11, "").text;
    control("PUT", "snapshots/base");
  }

  Tenant& tenant() { return tenants_.of("default"); }

  /// 64 threads write and read while this one resets, takes and restores.
  std::vector<Findings> run() {
    std::vector<Findings> findings(threads);
    std::vector<std::jthread> running;
    for (std::size_t i = 0; i < threads; ++i) {
      running.emplace_back([&, i] { call_again_and_again(i, findings[i]); });
    }
    for (int round = 0; calling_ > 0; ++round) {
      control("PUT", "snapshots/now");
      check_rows(*tenant().snapshots.find("now")->second.rows);
      control("PUT", "clock", R"({"advanceSeconds":1})");
      control("POST", round % 2 == 0 ? "reset?scope=data,journal" : "snapshots/now/restore");
      control("POST", "snapshots/base/restore");
    }
    running.clear();
    return findings;
  }

  /// One user's name, role and password belong together.
  void check_rows(store::Store& rows) {
    const auto user = rows.associates.find(101);
    REQUIRE(user.has_value());
    CHECK(is_pair(user->user_name, std::to_string(rows.associates.role_of(101))));
    CHECK(rows.credentials.find("CRM5/PASSWORD", user_name_key(user->user_name)).has_value());
  }

  /// Reads the pair with one of the tickets; empty: as it should be.
  std::string trouble(const std::string& ticket, Findings& findings) {
    const Reply reply = call(ticket, "GetUserInfo", element("UserInfoId", "101"));
    if (is_refused(reply)) return ++findings.refused, "";
    ++findings.succeeded;
    const std::string role = reply.result("Response/RoleName") == role_10_ ? "10" : "13";
    return is_pair(reply.result("Response/UserName"), role) ? "" : reply.xml();
  }

  const std::string& ticket(std::size_t thread) const { return tickets_[thread]; }

 private:
  void control(const std::string& method, const std::string& target, std::string_view body = {}) {
    const AdminReply reply = admin_call(gate_, method, target, body);
    CAPTURE(reply.detail);
    CHECK(reply.status / 100 == 2);
  }

  Reply call(const std::string& ticket, const std::string& operation,
             const std::string& parameters) {
    const std::string body = envelope(credentials(ticket), wrapper(operation, parameters));
    const std::string name = "\"" + action("User", operation) + "\"";
    return Reply(gate_.answer({Service::user, "default", {"text/xml", name, body}}).soap);
  }

  /// The tickets are rows, too, that the seed does not have.
  static bool is_refused(const Reply& reply) {
    return reply.succeeded() == "false" && reply.parameter("Reason") == "unknown";
  }

  void call_again_and_again(std::size_t thread, Findings& findings) {
    for (int i = 0; i < rounds; ++i) {
      const int number = static_cast<int>(thread) * rounds + i;
      const Reply reply =
          call(tickets_[thread], "SetExternalUserInfo",
               element("AssociateId", "101") + element("UserName", name_of_number(number)) +
                   element("RoleId", role_of_number(number)) +
                   element("ExternalUserInfoModification", "UserName Role"));
      if (reply.succeeded() != "true" && !is_refused(reply)) findings.wrong.push_back(reply.xml());
      const std::string wrong = trouble(tickets_[thread], findings);
      if (!wrong.empty()) findings.wrong.push_back(wrong);
    }
    --calling_;
  }

  Operations operations_;
  Tenants tenants_;
  const ServiceSettings settings_;
  Gate gate_{operations_, tenants_, settings_};
  std::vector<std::string> tickets_{threads};
  const std::string role_10_ = tenant().store.roles.find(10)->name;
  std::atomic<int> calling_ = threads;
};

}  // namespace

TEST_CASE("Reset desk: 64 threads see whole calls only while rows are reset, taken and restored") {
  const ScratchDirectory scratch;
  start_secrets();
  StorageSettings storage;
  storage.time = moment_of("2026-01-15T09:00:00");
  SUBCASE("in memory") {}
  SUBCASE("in a file") {
    storage.data_directory = scratch.path("data").string();
    storage.durability = "off";
  }
  Stress stress(storage);
  int succeeded = 0;
  for (const Findings& findings : stress.run()) {
    CAPTURE(findings.wrong.empty() ? "" : findings.wrong.front());
    CHECK(findings.wrong.empty());
    CHECK(findings.succeeded + findings.refused == rounds);
    succeeded += findings.succeeded;
  }
  CHECK(succeeded > 0);
  // The last restore brought all tickets back, and the rows are whole.
  stress.check_rows(stress.tenant().store);
  for (std::size_t i = 0; i < threads; ++i) {
    Findings last;
    CHECK(stress.trouble(stress.ticket(i), last).empty());
    CHECK(last.succeeded == 1);
  }
}
