#include "tests/benchmark/tenants.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"

namespace emulator::benchmark {
namespace {

double milliseconds_of_call(testing::HttpClient& client, const std::string& tenant) {
  const std::string body = testing::envelope("", testing::wrapper("GetSystemInfo", ""));
  const auto start = std::chrono::steady_clock::now();
  client.post("/" + tenant + "/Remote/Services86/SoPrincipal.svc", "text/xml",
              testing::action("SoPrincipal", "GetSystemInfo"), body);
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - start;
  return elapsed.count();
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

}  // namespace emulator::benchmark
