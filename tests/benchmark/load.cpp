#include "tests/benchmark/load.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"

namespace emulator::benchmark {

using namespace emulator::testing;

// The scheduler's own count in nanoseconds, thread by thread: clock ticks are too coarse.
double cpu_time_us(pid_t process) {
  double nanoseconds = 0;
  for (const auto& task :
       std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/task")) {
    double own = 0;
    std::ifstream(task.path() / "schedstat") >> own;
    nanoseconds += own;
  }
  return nanoseconds / 1000;
}

double cpu_per_request(pid_t server, std::uint16_t port, const std::string& operation,
                       const MessageMaker& message, int requests) {
  HttpClient client(port);
  const std::string soap_action = "\"" + action("User", operation) + "\"";
  const double before = cpu_time_us(server);
  for (int i = 0; i < requests; ++i) {
    const auto response = client.post("/Remote/Services86/User.svc", "text/xml; charset=utf-8",
                                      soap_action, message(i));
    if (response.result_int() != 200 ||
        response.body().find("Succeeded>false") != std::string::npos ||
        response.body().find(">false</h:Succeeded>") != std::string::npos) {
      throw std::runtime_error("not answered well: " + response.body());
    }
  }
  return (cpu_time_us(server) - before) / requests;
}

}  // namespace emulator::benchmark
