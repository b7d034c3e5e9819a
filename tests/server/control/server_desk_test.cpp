#include "server/control/server_desk.h"

#include <doctest/doctest.h>

#include "server/control/admin_route.h"
#include "server/control/problem.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;

namespace {

struct Desk : testing::GateFixture {
  AdminAnswer answer(std::string_view method, const std::string& path) {
    const auto match = find_admin_route(method, {"__admin", path});
    REQUIRE(match);
    REQUIRE(match->route != nullptr);
    AdminRequest request{gate, match->tenant, match->names, {}, "", {}, host, is_trusted};
    return match->route->serve(request);
  }

  int status_of(std::string_view method, const std::string& path) {
    try {
      return answer(method, path).status;
    } catch (const Problem& problem) {
      return problem.status;
    }
  }

  const AdminHost* host = nullptr;
  bool is_trusted = true;
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "Server desk: the version has the program's name") {
  CHECK(answer("GET", "version").body == R"({"name":"nsemu","version":")" NSEMU_VERSION R"("})");
}

TEST_CASE_FIXTURE(Desk, "Server desk: the configuration is what the host has, if it has one") {
  CHECK(status_of("GET", "config") == 404);
  AdminHost some;
  host = &some;
  CHECK(status_of("GET", "config") == 404);
  some.config = R"({"settings":[]})";
  CHECK(answer("GET", "config").body == some.config);
}

TEST_CASE_FIXTURE(Desk, "Server desk: who is trusted stops the host, once a request") {
  int stops = 0;
  const AdminHost some{"", [&] { ++stops; }};
  host = &some;
  CHECK(answer("POST", "shutdown").body == R"({"status":"stopping"})");
  CHECK(stops == 1);
  is_trusted = false;
  CHECK(status_of("POST", "shutdown") == 403);
  CHECK(stops == 1);
}

TEST_CASE_FIXTURE(Desk, "Server desk: a host that cannot be stopped says so") {
  CHECK(status_of("POST", "shutdown") == 409);
  const AdminHost some;
  host = &some;
  CHECK(status_of("POST", "shutdown") == 409);
}

TEST_CASE_FIXTURE(Desk, "Server desk: the document asks for a token where the host has one") {
  AdminHost some;
  host = &some;
  CHECK(answer("GET", "openapi.json").body.find("securitySchemes") == std::string::npos);
  some.has_token = true;
  CHECK(answer("GET", "openapi.json").body.find("securitySchemes") != std::string::npos);
}
