// Server CPU per request of two operations, on disk-less rows, as a ratio to the floor and to a
// static answer. All servers run at once and are measured in turns, so that what else the machine
// does touches them alike. Then what it costs to make a tenant, against its next call,
// and to reset one.

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <vector>

#include "tests/benchmark/load.h"
#include "tests/benchmark/messages.h"
#include "tests/benchmark/tenants.h"
#include "tests/support/http_client.h"
#include "tests/support/program.h"

namespace {

using namespace emulator::benchmark;
using emulator::testing::RunningServer;
using emulator::testing::ScratchDirectory;
using emulator::testing::SoapClient;

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int argument(int argc, char** argv, int place, int fallback) {
  const int value = argc > place ? std::atoi(argv[place]) : fallback;
  if (value < 1) {
    std::cerr << "usage: benchmark [ROUNDS [REQUESTS]], both above 0\n";
    std::exit(2);
  }
  return value;
}

struct Operation {
  std::string name;
  MessageMaker message;
};

void print_row(const std::string& operation, std::map<std::string, std::vector<double>>& times) {
  const double own = median(times["nsemu"]);
  const auto [least, most] = std::minmax_element(times["nsemu"].begin(), times["nsemu"].end());
  std::printf("%-22s %8.1f us (%.1f-%.1f) %9.1f us %9.1f us %9.2f %9.2f\n", operation.c_str(), own,
              *least, *most, median(times["floor"]), median(times["static"]),
              own / median(times["floor"]), own / median(times["static"]));
}

void print_tenants(const std::string& where, const std::vector<std::string>& flags) {
  constexpr int count = 200;
  std::vector<std::string> arguments{"--log-level", "warn"};
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  RunningServer server(arguments);
  const TenantTimes times = new_tenants(server.port(), count);
  std::printf("%d new tenants %-10s first call %.2f ms (at most %.2f), second %.2f, ratio %.1f\n",
              count, where.c_str(), times.first, times.most, times.second,
              times.first / times.second);
  const ResetTimes reset = resets(server.port(), count);
  std::printf("%d resets %-14s median %.2f ms (at most %.2f)\n", count, where.c_str(), reset.median,
              reset.most);
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argument(argc, argv, 1, 5);
  const int requests = argument(argc, argv, 2, 4000);
  std::map<std::string, std::unique_ptr<RunningServer>> servers;
  servers["nsemu"] =
      std::make_unique<RunningServer>(std::vector<std::string>{"--log-level", "warn"});
  for (const std::string kind : {"floor", "static"}) {
    servers[kind] = RunningServer::other(BENCHMARK_SERVER, kind);
  }
  const std::string ticket = SoapClient(servers["nsemu"]->port()).login("ADM0", "adm0");
  const std::vector<Operation> operations{
      {"SetExternalUserInfo", [&](int n) { return set_external_user_info(ticket, n); }},
      {"GetUserInfo", [&](int) { return get_user_info(ticket); }}};
  std::printf("%d rounds of %d requests; median of the rounds (least-most)\n", rounds, requests);
  std::printf("%-22s %25s %12s %12s %9s %9s\n", "server CPU per request", "nsemu", "floor",
              "static", "/floor", "/static");
  for (const Operation& operation : operations) {
    std::map<std::string, std::vector<double>> times;
    for (int round = 0; round < rounds; ++round) {
      for (auto& [kind, server] : servers) {
        times[kind].push_back(cpu_per_request(server->program().id(), server->port(),
                                              operation.name, operation.message, requests));
      }
    }
    print_row(operation.name, times);
  }
  servers.clear();
  const ScratchDirectory scratch;
  print_tenants("in memory", {});
  print_tenants("--data", {"--data", scratch.path("data").string()});
}
