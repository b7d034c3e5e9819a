#include "server/control/faults_desk.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/control/admin_route.h"
#include "server/control/problem.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string fault_once = R"({"operation":"GetUserInfo","kind":"fault"})";

struct Desk : GateFixture {
  boost::json::object add(const std::string& body, std::string_view tenant = "default") {
    return boost::json::parse(add_fault_json(gate, tenant, body)).as_object();
  }
  boost::json::object read(std::string_view id, std::string_view tenant = "default") {
    return boost::json::parse(fault_json(gate, tenant, id)).as_object();
  }
  std::size_t count(std::string_view tenant = "default") {
    return boost::json::parse(faults_json(gate, tenant)).at("faults").as_array().size();
  }
  Reply user_info() { return call(ticket, "GetUserInfo", element("UserInfoId", "12")); }

  std::string ticket = login("ADM0", "adm0");
};

/// Status and field of the problem.
template <class Serve>
std::string problem_of(Serve serve) {
  try {
    serve();
    return "none";
  } catch (const Problem& problem) {
    CHECK_FALSE(problem.detail.empty());
    return std::to_string(problem.status) + " " + problem.field;
  } catch (const NoSuchTenant&) {
    return "no such tenant";
  }
}

}  // namespace

TEST_CASE_FIXTURE(Desk, "Faults desk: a fault is added, met, counted and removed") {
  CHECK(add(fault_once).at("id") == 1);
  CHECK(read("1").at("seen") == 0);
  CHECK(read("1").at("consumed") == 0);
  CHECK(user_info().status() == 500);
  CHECK(user_info().result("Response/UserName") == "SAL1");
  CHECK(read("1").at("seen") == 1);
  CHECK(read("1").at("consumed") == 1);
  CHECK(boost::json::parse(remove_fault_json(gate, "default", "1")).at("consumed") == 1);
  CHECK(problem_of([&] { read("1"); }) == "404 ");
}

TEST_CASE_FIXTURE(Desk, "Faults desk: all are told and removed, in their order") {
  CHECK(faults_json(gate, "default") == R"({"faults":[]})");
  add(fault_once);
  add(R"({"kind":"reset"})");
  const std::string all = faults_json(gate, "default");
  CHECK(boost::json::parse(all).at_pointer("/faults/0/id") == 1);
  CHECK(boost::json::parse(all).at_pointer("/faults/1/kind") == "reset");
  CHECK(remove_faults_json(gate, "default") == all);
  CHECK(count() == 0);
  CHECK(add(fault_once).at("id") == 3);
  CHECK(user_info().status() == 500);
}

TEST_CASE_FIXTURE(Desk, "Faults desk: a fault is of one installation") {
  add(fault_once, "Cust1");
  CHECK(count("CUST1") == 1);
  CHECK(count() == 0);
  CHECK(user_info().status() == 200);
  CHECK(read("1", "cust1").at("seen") == 0);
}

TEST_CASE_FIXTURE(Desk, "Faults desk: an id that is not there is a 404") {
  add(fault_once);
  for (const char* id : {"0", "2", "-1", "1x", "x", " 1", "+1", "1.0", "18446744073709551617"}) {
    CAPTURE(id);
    CHECK(problem_of([&] { read(id); }) == "404 ");
    CHECK(problem_of([&] { remove_fault_json(gate, "default", id); }) == "404 ");
  }
  CHECK(count() == 1);
}

TEST_CASE_FIXTURE(Desk, "Faults desk: a wrong body adds nothing") {
  CHECK(problem_of([&] { add(R"({"kind":"hang","times":-1})"); }) == "400 times");
  CHECK(problem_of([&] { add(""); }) == "400 kind");
  CHECK(count() == 0);
}

TEST_CASE_FIXTURE(Desk, "Faults desk: a tenant has at most 1000, until some are removed") {
  for (std::size_t i = 0; i < faults_max; ++i) add(fault_once);
  CHECK(problem_of([&] { add(fault_once); }) == "409 ");
  remove_fault_json(gate, "default", "500");
  CHECK(add(fault_once).at("id") == 1001);
  CHECK(problem_of([&] { add(fault_once); }) == "409 ");
  CHECK(count("other") == 0);
}

TEST_CASE_FIXTURE(Desk, "Faults desk: a name that no installation can have has no faults") {
  for (const char* name : {"", ".hidden", "a b"}) {
    CAPTURE(name);
    CHECK(problem_of([&] { faults_json(gate, name); }) == "no such tenant");
    CHECK(problem_of([&] { read("1", name); }) == "no such tenant");
    CHECK(problem_of([&] { add(fault_once, name); }) == "no such tenant");
    CHECK(problem_of([&] { remove_faults_json(gate, name); }) == "no such tenant");
    CHECK(problem_of([&] { remove_fault_json(gate, name, "1"); }) == "no such tenant");
  }
}

TEST_CASE_FIXTURE(Desk, "Faults desk: its routes are below every tenant, by their methods") {
  struct Case {
    std::string method, body;
    std::vector<std::string> path;
    int status;
  };
  const auto serve = [&](const Case& c) {
    const auto match = find_admin_route(c.method, c.path);
    REQUIRE(match);
    REQUIRE(match->route != nullptr);
    AdminRequest request{gate, match->tenant, match->names, {}, c.body, {}};
    const AdminAnswer answer = match->route->serve(request);
    CHECK(answer.status == match->route->status);
    CHECK(boost::json::parse(answer.body).is_object());
    return answer.status;
  };
  for (const Case& c : {
           Case{"POST", fault_once, {"__admin", "faults"}, 201},
           Case{"GET", "", {"__admin", "faults"}, 200},
           Case{"GET", "", {"__admin", "faults", "1"}, 200},
           Case{"DELETE", "", {"__admin", "faults", "1"}, 200},
           Case{"DELETE", "", {"__admin", "faults"}, 200},
           Case{"POST", fault_once, {"__admin", "tenants", "T", "faults"}, 201},
           Case{"GET", "", {"__admin", "tenants", "t", "faults", "1"}, 200},
       }) {
    CAPTURE(c.method);
    CHECK(serve(c) == c.status);
  }
  CHECK(count("T") == 1);
  const auto post = find_admin_route("POST", {"__admin", "faults"});
  CHECK_NOTHROW(add(std::string(post->route->body_example)));
}
