#include "server/control/clock_desk.h"

#include <boost/json.hpp>

#include "server/control/admin_routes.h"
#include "server/control/json_body.h"
#include "server/control/problem.h"

namespace emulator {
namespace {

constexpr double rate_max = 100'000;

std::string shown(const Clock& clock) {
  return boost::json::serialize(boost::json::object{{"now", date_time_text(clock.now()) + "Z"},
                                                    {"frozen", clock.is_frozen()},
                                                    {"rate", number_json(clock.rate())}});
}

/// Tickets are given some time, and dates have four digits.
Moment checked(Moment moment, const std::string& field) {
  if (moment < *moment_of("1900-01-01T00:00:00") || moment > *moment_of("9998-12-31T23:59:59")) {
    throw Problem{400, field, "the clock shows the years 1900 to 9998"};
  }
  return moment;
}

Moment moment_given(const boost::json::value& value) {
  std::optional<Moment> moment;
  if (value.is_string() && value.as_string().ends_with('Z')) {
    const auto& text = value.as_string();
    moment = moment_of({text.data(), text.size() - 1});
  }
  if (!moment) throw Problem{400, "now", "now is a time in UTC, such as 2026-01-15T09:00:00Z"};
  return checked(*moment, "now");
}

/// 0: frozen.
double rate_given(const boost::json::object& object, const Clock& clock) {
  std::optional<double> rate;
  if (const auto* value = object.if_contains("rate")) rate = number_of(*value, "rate", rate_max);
  const auto* frozen = object.if_contains("frozen");
  if (frozen == nullptr) return rate.value_or(clock.rate());
  if (!frozen->is_bool()) throw Problem{400, "frozen", "frozen is true or false"};
  if (rate && frozen->as_bool() != (*rate == 0)) {
    throw Problem{400, "rate", "the rate of a frozen clock is 0, that of one that runs above 0"};
  }
  if (frozen->as_bool()) return 0;
  return rate.value_or(clock.is_frozen() ? 1 : clock.rate());
}

void set(Clock& clock, const boost::json::object& object) {
  const auto* now = object.if_contains("now");
  const Moment from = now == nullptr ? clock.now() : moment_given(*now);
  const double rate = rate_given(object, clock);
  rate == 0 ? clock.freeze(from) : clock.run(from, rate);
}

void advance(Clock& clock, const boost::json::object& object) {
  constexpr const char* name = "advanceSeconds";
  constexpr std::int64_t most = 400'000'000'000;  // More than there is, and no overflow.
  if (object.size() > 1) throw Problem{400, name, "advanceSeconds stands alone"};
  boost::system::error_code failure;
  const auto seconds = object.at(name).to_number<std::int64_t>(failure);
  if (failure) throw Problem{400, name, "advanceSeconds is a whole number, such as 25200"};
  const std::chrono::seconds by(std::clamp(seconds, -most, most));
  checked(clock.now() + by, name);
  clock.advance(by);
}

}  // namespace

std::string clock_json(Gate& gate, std::string_view tenant_name) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  return shown(tenant->clock);
}

std::string change_clock_json(Gate& gate, std::string_view tenant_name, std::string_view body) {
  const auto object = object_of(body, {"now", "frozen", "rate", "advanceSeconds"});
  if (object.empty()) throw Problem{400, "", "say now, frozen or rate, or advanceSeconds"};
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  object.contains("advanceSeconds") ? advance(tenant->clock, object) : set(tenant->clock, object);
  return shown(tenant->clock);
}

std::string restart_clock_json(Gate& gate, std::string_view tenant_name) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  gate.tenants().restart_clock(*tenant);
  return shown(tenant->clock);
}

std::string seed_random_json(Gate& gate, std::string_view tenant_name, std::string_view body) {
  const auto object = object_of(body, {"seed"});
  const auto* value = object.if_contains("seed");
  boost::system::error_code failure;
  const auto seed = value == nullptr ? 0 : value->to_number<std::uint64_t>(failure);
  if (value == nullptr || failure) {
    throw Problem{400, "seed", "seed is a whole number, 0 to 18446744073709551615"};
  }
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  Tenants::seed_random(*tenant, seed);
  return boost::json::serialize(boost::json::object{{"seed", seed}});
}

void add_clock_routes(std::vector<AdminRoute>& routes) {
  const auto add = [&](std::string_view method, std::string_view path, std::string_view summary,
                       AdminAnswer (*serve)(AdminRequest&), std::string_view body_example = {}) {
    routes.push_back({.method = method,
                      .path = path,
                      .summary = summary,
                      .serve = serve,
                      .body_example = body_example});
  };
  add("GET", "clock", "A tenant's time, and whether it stands still", [](AdminRequest& request) {
    return AdminAnswer{.body = clock_json(request.gate, request.tenant)};
  });
  add(
      "PUT", "clock",
      "Sets the time: now, frozen or a rate, what is left out stays; or advanceSeconds alone",
      [](AdminRequest& request) {
        return AdminAnswer{.body = change_clock_json(request.gate, request.tenant, request.body)};
      },
      R"({"now":"2026-01-15T09:00:00Z","frozen":true})");
  add("DELETE", "clock", "Back to the time that the server was started with",
      [](AdminRequest& request) {
        return AdminAnswer{.body = restart_clock_json(request.gate, request.tenant)};
      });
  add(
      "PUT", "random-seed",
      "From here on tickets, passwords and faults by chance are as after --random-seed",
      [](AdminRequest& request) {
        return AdminAnswer{.body = seed_random_json(request.gate, request.tenant, request.body)};
      },
      R"({"seed":7})");
}

}  // namespace emulator
