#include "server/transport/admin_endpoint.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/domain/secrets.h"
#include "tests/server/transport/endpoint_fixture.h"
#include "tests/support/messages.h"

using namespace emulator;
using namespace emulator::testing;
namespace http = boost::beast::http;

namespace {

struct Admin : EndpointFixture {
  using EndpointFixture::EndpointFixture;

  HttpResponse post(const std::string& target, const std::string& body) {
    HttpRequest request(http::verb::post, target, 11, body);
    request.set(http::field::host, "h.test");
    return answer(request);
  }
};

boost::json::object json_of(const HttpResponse& response) {
  return boost::json::parse(response.body()).as_object();
}

/// Holds the whole form of a problem, and returns its field; `-` when it has none.
std::string field_of(const HttpResponse& response) {
  CHECK(response[http::field::content_type] == "application/problem+json");
  const auto problem = json_of(response);
  const bool has_field = problem.contains("field");
  CHECK(problem.size() == (has_field ? 5 : 4));
  CHECK(problem.at("type").as_string() == "about:blank");
  CHECK(std::string(problem.at("title").as_string()) == std::string(response.reason()));
  CHECK(problem.at("status").as_int64() == response.result_int());
  CHECK_FALSE(problem.at("detail").as_string().empty());
  return has_field ? std::string(problem.at("field").as_string()) : "-";
}

}  // namespace

TEST_CASE_FIXTURE(Admin, "Admin endpoint: facts are read, by GET and HEAD alone") {
  struct Case {
    const char* target;
    const char* member;
  };
  for (const Case& c : {
           Case{"/__admin/health", "uptimeInSeconds"},
           Case{"/__admin/parity", "services"},
           Case{"/__admin/operations", "operations"},
           Case{"/__admin/errors", "errors"},
           Case{"/__admin/assumptions", "assumptions"},
           Case{"/__ADMIN/Errors/?", "errors"},
       }) {
    CAPTURE(c.target);
    const HttpResponse good = get(c.target);
    CHECK(good.result() == http::status::ok);
    CHECK(good[http::field::content_type] == "application/json");
    CHECK(json_of(good).contains(c.member));
    CHECK(answer(http::verb::head, c.target).result() == http::status::ok);
    for (const auto method :
         {http::verb::post, http::verb::put, http::verb::delete_, http::verb::options}) {
      const HttpResponse wrong = answer(method, c.target);
      CHECK(wrong.result() == http::status::method_not_allowed);
      CHECK(wrong[http::field::allow] == "GET, HEAD");
      CHECK(field_of(wrong) == "-");
    }
  }
}

TEST_CASE_FIXTURE(Admin, "Admin endpoint: tickets are made by POST, not by PUT") {
  for (const char* target : {"/__admin/tickets", "/__Admin/TICKETS/", "/__admin/tenants/T/tickets",
                             "/__admin/Tenants/T/Tickets"}) {
    CAPTURE(target);
    const HttpResponse good = post(target, R"({"associateId":11})");
    CHECK(good.result() == http::status::created);
    CHECK(good[http::field::content_type] == "application/json");
    CHECK(json_of(good).at("ticket").as_string().starts_with("7T:"));
    const HttpResponse wrong = answer(http::verb::put, target);
    CHECK(wrong.result() == http::status::method_not_allowed);
    CHECK(wrong[http::field::allow].find("POST") != boost::beast::string_view::npos);
    CHECK(field_of(wrong) == "-");
  }
}

TEST_CASE_FIXTURE(Admin, "Admin endpoint: a ticket works in the installation that it is made in") {
  struct Case {
    const char* target;
    const char* tenant;
    const char* other;
  };
  for (const Case& c : {
           Case{"/__admin/tickets", "default", "cust1"},
           Case{"/__admin/tenants/default/tickets", "default", "cust1"},
           Case{"/__admin/tenants/Cust1/tickets", "cust1", "default"},
       }) {
    CAPTURE(c.target);
    const auto made = json_of(post(c.target, R"({"associateId":12,"kind":"8A"})"));
    const auto succeeded = [&](const char* tenant) {
      const std::string message = envelope(credentials(std::string(made.at("ticket").as_string())),
                                           wrapper("GetUserInfo", element("UserInfoId", "12")));
      const std::string quoted = "\"" + action("User", "GetUserInfo") + "\"";
      return Reply(gate.answer({Service::user, tenant, {"text/xml", quoted, message}}).soap)
          .succeeded();
    };
    CHECK(succeeded(c.tenant) == "true");
    CHECK(succeeded(c.other) == "false");
  }
}

TEST_CASE_FIXTURE(Admin,
                  "Admin endpoint: what is wrong with a request is a problem that names it") {
  struct Case {
    const char* target;
    const char* body;
    unsigned status;
    const char* field;
  };
  const std::string too_long = "/__admin/tenants/" + std::string(65, 'x') + "/tickets";
  constexpr const char* good = R"({"associateId":11})";
  for (const Case& c : {
           Case{"/__admin/tickets", "", 400, "associateId"},
           Case{"/__admin/tickets?x=y", good, 400, "x"},
           Case{"/__admin/tickets", "{", 400, "-"},
           Case{"/__admin/tickets", "[]", 400, "-"},
           Case{"/__admin/tickets", "{}", 400, "associateId"},
           Case{"/__admin/tickets", R"({"associateId":"11"})", 400, "associateId"},
           Case{"/__admin/tickets", R"({"associateId":11,"kind":"9X"})", 400, "kind"},
           Case{"/__admin/tickets", R"({"associateId":11,"name":"x"})", 400, "name"},
           Case{"/__admin/tickets", R"({"associateId":99999})", 404, "associateId"},
           Case{"/__admin/tenants/.x/tickets", good, 404, "tenant"},
           Case{"/__admin/tenants/a%20b/tickets", good, 404, "tenant"},
           Case{too_long.c_str(), good, 404, "tenant"},
           Case{"/__admin", good, 405, "-"},
           Case{"/__admin/nothing", good, 404, "-"},
           Case{"/__admin/tickets/1", good, 405, "-"},
           Case{"/__admin/tenants", good, 405, "-"},
           Case{"/__admin/tenants/T", good, 405, "-"},
           Case{"/__admin/tenants/T/nothing", good, 404, "-"},
           Case{"/__admin/tenants/tickets", good, 405, "-"},
       }) {
    CAPTURE(c.target);
    CAPTURE(c.body);
    const HttpResponse response = post(c.target, c.body);
    CHECK(response.result_int() == c.status);
    CHECK(field_of(response) == c.field);
  }
}

TEST_CASE_FIXTURE(Admin, "Admin endpoint: a body that an address does not look at is refused") {
  CHECK(field_of(post("/__admin/reset", R"({"scope":"journal"})")) == "scope");
  CHECK(post("/__admin/reset", "garbage").result() == http::status::bad_request);
  CHECK(post("/__admin/reset", "{}").result() == http::status::ok);
  CHECK(post("/__admin/reset", "").result() == http::status::ok);
}

TEST_CASE_FIXTURE(Admin, "Admin endpoint: a problem is UTF-8, whatever bytes the request has") {
  for (const char* target : {"/__admin/tenants/%FF/requests", "/__admin/reset?scope=%FF",
                             "/__admin/reset?%FF=1", "/__admin/snapshots/%FF/restore"}) {
    CAPTURE(target);
    CHECK(post(target, "").body().find('\xFF') == std::string::npos);
    CHECK(get(target).body().find('\xFF') == std::string::npos);
  }
}

TEST_CASE("Admin endpoint: one installation too many is told the limit, and makes no ticket") {
  start_secrets();
  StorageSettings storage;
  storage.tenants_max = 1;
  Operations operations;
  Tenants tenants(storage, HashCost::min);
  const ServiceSettings settings;
  Gate gate(operations, tenants, settings);
  AdminEndpoint admin(gate);
  const auto status = [&](const char* target) {
    const HttpRequest request(http::verb::post, target, 11, R"({"associateId":11})");
    return admin.answer(request, request_target_of(target).value(), {"127.0.0.1"});
  };
  CHECK(status("/__admin/tenants/one/tickets").result() == http::status::created);
  const HttpResponse refused = status("/__admin/tenants/two/tickets");
  CHECK(refused.result() == http::status::not_found);
  CHECK(json_of(refused).at("detail").as_string().find("--tenants-max") !=
        boost::json::string::npos);
  CHECK(status("/__admin/tenants/ONE/tickets").result() == http::status::created);
}
