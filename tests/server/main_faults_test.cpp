#include <doctest/doctest.h>

#include <csignal>
#include <future>
#include <thread>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

using namespace emulator::testing;
namespace http = boost::beast::http;

namespace {

void add_fault(std::uint16_t port, const std::string& json) {
  ClientRequest request(http::verb::post, "/__admin/faults", 11, json);
  request.set(http::field::host, "localhost");
  request.prepare_payload();
  REQUIRE(HttpClient(port).send(request).result() == http::status::created);
}

/// `.` for each of 30 calls that meets nothing, `x` for each that meets a fault with an even
/// chance.
std::string fortune(const std::vector<std::string>& arguments) {
  RunningServer server(arguments);
  add_fault(server.port(), R"({"kind":"status","status":404,"times":0,"probability":0.5})");
  SoapClient client(server.port());
  std::string all;
  for (int i = 0; i < 30; ++i) {
    all += client.call("", "GetAllRoles", "").status() == 404 ? 'x' : '.';
  }
  return all;
}

}  // namespace

TEST_CASE("nsemu --random-seed: faults of a probability are met by the same calls at every start") {
  const std::string seven = fortune({"--random-seed", "7"});
  CHECK(seven.find('x') != std::string::npos);
  CHECK(seven.find('.') != std::string::npos);
  CHECK(fortune({"--random-seed", "7"}) == seven);
  CHECK(fortune({"--random-seed", "8"}) != seven);
}

TEST_CASE("nsemu: stops in time while calls hang and wait") {
  RunningServer server({"--stop-timeout-ms", "100"});
  add_fault(server.port(), R"({"kind":"hang"})");
  add_fault(server.port(), R"({"kind":"delay","delayMs":3600000})");
  std::vector<std::future<void>> calls;
  for (int i = 0; i < 2; ++i) {
    calls.push_back(std::async(std::launch::async, [port = server.port()] {
      CHECK_THROWS(SoapClient(port).call("", "GetAllRoles", ""));
    }));
  }
  HttpClient admin(server.port());
  const auto is_met = [&] {
    return admin.get("/__admin/faults/2").body().find(R"("consumed":1)") != std::string::npos;
  };
  for (int i = 0; i < 100'000 && !is_met(); ++i) std::this_thread::yield();
  CHECK(is_met());
  server.program().signal(SIGTERM);
  CHECK(server.program().wait() == 0);
}
