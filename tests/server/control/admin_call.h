#pragma once

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <boost/url/parse_query.hpp>
#include <string>

#include "server/control/admin_route.h"
#include "server/control/problem.h"
#include "server/transport/request_target.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {

/// What an address of the admin API answers, or what is wrong with the request.
struct AdminReply {
  int status = 0;
  boost::json::value json;  ///< Null: the body is something else.
  std::string body;
  std::string content_type;
  std::string file_name;
  std::string field;   ///< Of a problem.
  std::string detail;  ///< Of a problem.

  const boost::json::value& operator[](const char* pointer) const {
    return json.at_pointer(pointer);
  }
};

/// Goes the way of admin_endpoint.cpp from the routes on: `target` is that below `/__admin/`.
inline AdminReply admin_call(Gate& gate, std::string_view method, const std::string& target,
                             std::string_view body = {}) {
  const auto parsed = request_target_of("/__admin/" + target).value();
  const auto match = find_admin_route(method, parsed.segments);
  AdminReply reply;
  if (!match || match->route == nullptr) {
    reply.status = match ? 405 : 404;
    return reply;
  }
  AdminRequest request{gate, match->tenant, match->names, {}, body, {}};
  request.names_tenant = match->names_tenant;
  for (const auto& parameter : boost::urls::parse_query(parsed.query).value()) {
    request.query[std::string(parameter.key)] = std::string(parameter.value);
  }
  try {
    AdminAnswer answer = match->route->serve(request);
    reply.status = answer.status;
    reply.content_type = answer.content_type;
    reply.file_name = answer.file_name;
    if (answer.content_type == "application/json") reply.json = boost::json::parse(answer.body);
    reply.body = std::move(answer.body);
  } catch (const Problem& problem) {
    reply.status = problem.status;
    reply.field = problem.field;
    reply.detail = problem.detail;
    CHECK_FALSE(problem.detail.empty());
  } catch (const NoSuchTenant& refusal) {
    reply.status = 404;
    reply.detail = refusal.what();
  }
  return reply;
}

/// An emulator and its admin API.
struct AdminFixture : GateFixture {
  using GateFixture::GateFixture;

  AdminReply get(const std::string& target) { return admin_call(gate, "GET", target); }
  AdminReply post(const std::string& target, std::string_view body = {}) {
    return admin_call(gate, "POST", target, body);
  }
  AdminReply put(const std::string& target, std::string_view body = {}) {
    return admin_call(gate, "PUT", target, body);
  }
  AdminReply remove(const std::string& target) { return admin_call(gate, "DELETE", target); }

  /// Changes the rows, so that they are told from the seed's.
  void change_rows() { store().associates.remove(103); }
  bool has_changed_rows() { return !store().associates.find(103).has_value(); }
};

}  // namespace emulator::testing
