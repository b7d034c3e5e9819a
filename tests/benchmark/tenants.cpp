#include "tests/benchmark/tenants.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"

namespace emulator::benchmark {
namespace {

double milliseconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - start;
  return elapsed.count();
}

double milliseconds_of_call(testing::HttpClient& client, const std::string& tenant) {
  const std::string body = testing::envelope("", testing::wrapper("GetSystemInfo", ""));
  return milliseconds_of([&] {
    client.post("/" + tenant + "/Remote/Services86/SoPrincipal.svc", "text/xml",
                testing::action("SoPrincipal", "GetSystemInfo"), body);
  });
}

}  // namespace

TenantTimes new_tenants(std::uint16_t port, int count) {
  testing::HttpClient client(port);
  std::vector<double> first, second;
  for (int i = 0; i < count; ++i) {
    const std::string tenant = "t" + std::to_string(i);
    first.push_back(milliseconds_of_call(client, tenant));
    second.push_back(milliseconds_of_call(client, tenant));
  }
  std::ranges::sort(first);
  std::ranges::sort(second);
  return {first[first.size() / 2], first.back(), second[second.size() / 2]};
}

ResetTimes resets(std::uint16_t port, int count) {
  testing::HttpClient admin(port);
  testing::SoapClient client(port);
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    client.login("ADM0", "adm0");  // There is a row to take away.
    times.push_back(milliseconds_of([&] {
      const auto response = admin.post("/__admin/reset", "application/json", "", "");
      if (response.result_int() != 200) throw std::runtime_error("no reset: " + response.body());
    }));
  }
  std::ranges::sort(times);
  return {times[times.size() / 2], times.back()};
}

}  // namespace emulator::benchmark
