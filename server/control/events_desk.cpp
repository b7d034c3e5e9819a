#include "server/control/events_desk.h"

#include <boost/json/serialize.hpp>
#include <charconv>
#include <chrono>
#include <memory>

#include "server/control/admin_routes.h"
#include "server/control/journal_json.h"
#include "server/control/problem.h"

namespace emulator {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::seconds heartbeat{15};
// A whole journal at once would be held until the slowest client has read it.
constexpr std::size_t piece_max = std::size_t{256} * 1024;

class Events {
 public:
  Events(Tenants& tenants, std::string tenant, std::uint64_t since)
      : tenants_(tenants), tenant_(std::move(tenant)), last_(since) {}

  std::string next() {
    std::string text;
    // Not held: a stream must not keep a tenant from being removed.
    if (const auto tenant = tenants_.find(tenant_)) {
      // One that was removed and made anew, or is another server's, begins to count again.
      const bool is_another = has_seen_ && seen_.lock() != tenant;
      if (is_another || last_ > tenant->journal.last_id()) last_ = 0;
      seen_ = tenant;
      has_seen_ = true;
      for (const Journal::Entry& entry : tenant->journal.list(last_)) {
        text += "id: " + std::to_string(entry->id) +
                "\ndata: " + boost::json::serialize(entry_json(*entry)) + "\n\n";
        last_ = entry->id;
        if (text.size() > piece_max) break;  // The rest is the next piece.
      }
    }
    if (text.empty() && SteadyClock::now() >= quiet_until_) text = ": still here\n\n";
    if (!text.empty()) quiet_until_ = SteadyClock::now() + heartbeat;
    return text;
  }

 private:
  Tenants& tenants_;
  const std::string tenant_;
  std::uint64_t last_;
  std::weak_ptr<Tenant> seen_;
  bool has_seen_ = false;
  SteadyClock::time_point quiet_until_{};  // The first comment goes out at once, with the head.
};

std::uint64_t since_of(const AdminRequest& request) {
  const auto given = request.query.find("since");
  if (given == request.query.end()) return 0;
  const std::string& text = given->second;
  std::uint64_t id = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (failure != std::errc() || end != text.data() + text.size()) {
    throw Problem{400, "since", "since is the id of an entry of the journal"};
  }
  return id;
}

}  // namespace

std::function<std::optional<std::string>()> journal_events(Tenants& tenants, std::string tenant,
                                                           std::uint64_t since) {
  return [events = std::make_shared<Events>(tenants, std::move(tenant), since)] {
    return std::optional(events->next());
  };
}

void add_event_routes(std::vector<AdminRoute>& routes) {
  routes.push_back({.method = "GET",
                    .path = "events",
                    .summary = "The journal as it grows, as server-sent events",
                    .serve =
                        [](AdminRequest& request) {
                          request.gate.tenants().hold(request.tenant);
                          AdminAnswer answer;
                          answer.content_type = "text/event-stream";
                          answer.more = journal_events(request.gate.tenants(), request.tenant,
                                                       since_of(request));
                          return answer;
                        },
                    .query = {{"since", "id of the last entry that is known already"}}});
}

}  // namespace emulator
