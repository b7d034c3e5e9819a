#include "server/emulator_server.h"

#include <doctest/doctest.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <memory>
#include <thread>

#include "server/transport/listener.h"
#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

unsigned status_of(std::uint16_t port, const std::string& target) {
  return HttpClient(port).get(target).result_int();
}

bool answers(std::uint16_t port) {
  try {
    return status_of(port, "/health/ready") == 200;
  } catch (const std::exception&) {
    return false;
  }
}

std::string name_of_101(Server& server, const std::string& ticket) {
  return SoapClient(server.port())
      .call(ticket, "GetUserInfo", element("UserInfoId", "101"))
      .result("Response/UserName");
}

void (*handler_of(int number))(int) {
  struct sigaction action {};
  REQUIRE(sigaction(number, nullptr, &action) == 0);
  return action.sa_handler;
}

/// A server with one worker, and a tenant whose file is read until somebody has written it.
struct Slow {
  Slow() {
    std::filesystem::create_directory(scratch.path("data"));
    REQUIRE(mkfifo(file.c_str(), 0600) == 0);
  }

  std::unique_ptr<Server> server() const {
    ServerOptions options;
    options.transport.workers = 1;
    options.transport.stop_timeout = std::chrono::milliseconds(1);
    options.storage.data_directory = scratch.path("data").string();
    return std::make_unique<Server>(options);
  }

  struct Call {
    std::future<unsigned> status;
    std::ofstream file;  ///< Goes first, and so ends the call.
  };
  /// To remove the tenant; it has begun to read.
  std::unique_ptr<Call> call(const Server& server) const {
    auto call = std::make_unique<Call>();
    call->status = std::async(std::launch::async, [port = server.port()] {
      ClientRequest request(boost::beast::http::verb::delete_, "/__admin/tenants/slow", 11);
      request.set(boost::beast::http::field::host, "localhost");
      return HttpClient(port).send(request).result_int();
    });
    call->file.open(file);  // Waits until somebody reads.
    return call;
  }

  const ScratchDirectory scratch;
  const std::filesystem::path file = scratch.path("data/slow.sqlite");
};

}  // namespace

TEST_CASE("Server: it answers on a free port as soon as it is there, until it is gone") {
  std::uint16_t port = 0;
  {
    Server server;
    port = server.port();
    CHECK(port != 0);
    CHECK(port != 8086);
    CHECK(server.base_url() == "http://127.0.0.1:" + std::to_string(port));
    CHECK(server.seed() == "small");
    CHECK(answers(port));
  }
  CHECK_FALSE(answers(port));
}

TEST_CASE("Server: several at once share no rows") {
  Server one;
  Server other;
  REQUIRE(one.port() != other.port());
  const std::string ticket = SoapClient(one.port()).login("ADM0", "adm0");
  const std::string others_ticket = SoapClient(other.port()).login("ADM0", "adm0");
  CHECK(SoapClient(one.port())
            .call(ticket, "SetExternalUserInfo",
                  element("AssociateId", "101") + element("UserName", "new@fjord.example") +
                      element("ExternalUserInfoModification", "UserName"))
            .succeeded() == "true");
  CHECK(name_of_101(one, ticket) == "new@fjord.example");
  CHECK(name_of_101(other, others_ticket) == "ext1@fjord.example");
}

TEST_CASE("Server: it is what its options say") {
  ServerOptions options;
  options.storage.seed = "empty";
  options.admin.token = "t0ken";
  options.transport.bind = "::1";
  const Server server(options);
  CHECK(server.seed() == "empty");
  CHECK(server.base_url() == "http://[::1]:" + std::to_string(server.port()));
}

TEST_CASE("Server: stop ends it, and again does nothing") {
  Server server;
  server.stop();
  CHECK_FALSE(answers(server.port()));
  server.stop();
}

TEST_CASE("Server: POST shutdown is answered, and then it stops") {
  Server server;
  HttpClient client(server.port());
  const ClientResponse answer = client.post("/__admin/shutdown", "", "", "");
  CHECK(answer.result_int() == 200);
  for (int i = 0; i < 1000 && answers(server.port()); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  CHECK_FALSE(answers(server.port()));
}

TEST_CASE("Server: what POST shutdown does is its owner's to say") {
  std::promise<void> asked;
  Server server(ServerOptions(), {}, [&] { asked.set_value(); });
  CHECK(HttpClient(server.port()).post("/__admin/shutdown", "", "", "").result_int() == 200);
  CHECK(asked.get_future().wait_for(std::chrono::seconds(5)) == std::future_status::ready);
  CHECK(answers(server.port()));
}

TEST_CASE("Server: POST shutdown again does nothing") {
  std::atomic<int> asked = 0;
  Server server(ServerOptions(), {}, [&] { ++asked; });
  for (int i = 0; i < 2; ++i) {
    CHECK(HttpClient(server.port()).post("/__admin/shutdown", "", "", "").result_int() == 200);
  }
  CHECK(asked.load() == 1);
}

TEST_CASE("Server: one that is shut down while it starts may still fail to write its port file") {
  const ScratchDirectory scratch;
  const std::string port_file = scratch.path("port").string();
  ServerOptions options;
  options.transport.port = Server().port();
  options.transport.port_file = port_file;
  // Writing waits until somebody reads.
  REQUIRE(mkfifo((port_file + ".tmp").c_str(), 0600) == 0);
  auto shut_down = std::async(std::launch::async, [&] {
    for (int i = 0; i < 2000 && !answers(options.transport.port); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    HttpClient(options.transport.port).post("/__admin/shutdown", "", "", "");
    std::filesystem::create_directory(port_file);  // Nothing can be written over it.
    std::ifstream(port_file + ".tmp").get();
  });
  CHECK_THROWS_AS(Server{options}, std::runtime_error);
  shut_down.get();
  CHECK_FALSE(answers(options.transport.port));
}

TEST_CASE("Server: what is slow in the admin API keeps nobody else waiting") {
  const Slow slow;
  const auto server = slow.server();
  const std::unique_ptr<Slow::Call> call = slow.call(*server);
  CHECK(answers(server->port()));
  call->file << "notes" << std::flush;
  call->file.close();
  CHECK(call->status.get() == 409);
}

TEST_CASE("Server: one that is stopped waits for what is slow in the admin API, and ends") {
  const Slow slow;
  auto server = slow.server();
  const std::unique_ptr<Slow::Call> call = slow.call(*server);
  server->stop();
  CHECK_THROWS(call->status.get());
  std::jthread ending([&] { server.reset(); });
  call->file.close();
  ending.join();
  CHECK_FALSE(std::filesystem::exists(slow.file));
}

TEST_CASE("Server: its configuration can be read") {
  Server server(ServerOptions(), {{"port", "flag"}});
  const ClientResponse answer = HttpClient(server.port()).get("/__admin/config");
  CHECK(answer.body().find(R"({"name":"port","value":"0","origin":"flag"})") != std::string::npos);
}

TEST_CASE("Server: signals and the logger are its process's own") {
  const auto logger = spdlog::default_logger();
  const auto term = handler_of(SIGTERM);
  const auto interrupt = handler_of(SIGINT);
  const auto pipe = handler_of(SIGPIPE);
  {
    Server server;
    CHECK(answers(server.port()));
    CHECK((handler_of(SIGTERM) == term));
    CHECK((handler_of(SIGINT) == interrupt));
    CHECK((handler_of(SIGPIPE) == pipe));
    CHECK(spdlog::default_logger() == logger);
  }
  CHECK((handler_of(SIGTERM) == term));
}

TEST_CASE("Server: a port that is taken is told, and leaves nothing behind") {
  Server first;
  ServerOptions options;
  options.transport.port = first.port();
  CHECK_THROWS_AS(Server{options}, BindError);
  CHECK(answers(first.port()));
}

TEST_CASE("Server: the port file is there when requests are answered") {
  const ScratchDirectory scratch;
  ServerOptions options;
  options.transport.port_file = scratch.path("port").string();
  const Server server(options);
  CHECK(file_text(scratch.path("port")) == std::to_string(server.port()) + "\n");
}

TEST_CASE("Server: the README shows the example that is built here") {
  const std::string readme = file_text(NSEMU_SOURCE_DIR "/README.md");
  const std::string example = file_text(NSEMU_SOURCE_DIR "/tests/library/example.cpp");
  REQUIRE_FALSE(example.empty());
  CHECK(readme.find("```cpp\n" + example + "```\n") != std::string::npos);
}
