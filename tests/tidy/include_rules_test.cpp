#include "tests/tidy/include_rules.h"

#include <doctest/doctest.h>

namespace tidy {
namespace {

struct Case {
  std::string path, include;
};

std::size_t count(Breaches (*rule)(const std::string&, std::string_view), const Case& one) {
  return rule(one.path, "#pragma once\n\n#include " + one.include + "\n").size();
}

TEST_CASE("Tidy: an include that points up or sideways is found") {
  const Case cases[] = {{"store/roles.cpp", "\"server/domain/fault.h\""},
                        {"store/roles.cpp", "<server/domain/fault.h>"},
                        {"server/domain/rules.h", "\"store/store.h\""},
                        {"server/domain/rules.cpp", "\"server/envelope/breach.h\""},
                        {"server/envelope/service.cpp", "\"store/records.h\""},
                        {"server/envelope/service.cpp", "\"server/domain/secrets.h\""},
                        {"server/tenants/tickets.cpp", "\"server/gate/gate.h\""},
                        {"server/carriers/user.cpp", "\"server/tenants/tenant.h\""},
                        {"server/gate/gate.cpp", "\"server/carriers/user.h\""},
                        {"server/gate/gate.cpp", "\"server/operations/users.h\""},
                        {"server/operations/users.cpp", "\"server/control/admin.h\""},
                        {"server/control/admin.cpp", "\"server/operations/users.h\""},
                        {"server/control/admin.cpp", "\"server/carriers/user.h\""},
                        {"server/transport/listener.cpp", "\"server/operations/users.h\""},
                        {"server/transport/listener.cpp", "\"store/store.h\""},
                        {"server/transport/listener.cpp", "\"server/options.h\""},
                        {"server/main.cpp", "\"tests/support/server.h\""},
                        {"tests/conformance/call.cpp", "\"server/envelope/xml.h\""},
                        {"tests/conformance/cases/roles.cpp", "\"tests/support/reply.h\""}};
  for (const auto& one : cases) {
    CAPTURE(one.path);
    CAPTURE(one.include);
    CHECK(count(upward_includes, one) == 1);
  }
}

TEST_CASE("Tidy: an include that points down is fine, and tests are exempt") {
  const Case cases[] = {{"store/roles.cpp", "\"store/records.h\""},
                        {"server/domain/rules.h", "\"store/records.h\""},
                        {"server/envelope/service.cpp", "\"server/domain/fault.h\""},
                        {"server/gate/gate.cpp", "\"server/tenants/tenant.h\""},
                        {"server/operations/users.cpp", "\"server/carriers/user.h\""},
                        {"server/transport/listener.cpp", "\"server/gate/gate.h\""},
                        {"server/main.cpp", "\"server/transport/listener.h\""},
                        {"server/options.cpp", "\"server/option_table.h\""},
                        {"tests/store/roles_test.cpp", "\"server/main.h\""},
                        {"tests/conformance/cases/roles.cpp", "\"tests/conformance/call.h\""},
                        {"wsdl/render.py", "\"server/main.h\""}};
  for (const auto& one : cases) {
    CAPTURE(one.path);
    CAPTURE(one.include);
    CHECK(count(upward_includes, one) == 0);
  }
}

TEST_CASE("Tidy: a folder that is no known room may include nothing of ours") {
  CHECK(count(upward_includes, {"server/attic/a.cpp", "\"server/attic/a.h\""}) == 1);
}

TEST_CASE("Tidy: a breach names file and line") {
  const auto found = upward_includes("store/a.h", "#pragma once\n#  include \"server/b.h\"\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0] == Breach{"store/a.h", 2, "store may not include server/b.h"});
}

TEST_CASE("Tidy: foreign headers have one place each") {
  const Case wrong[] = {{"server/envelope/service.cpp", "<soapH.h>"},
                        {"server/gate/gate.cpp", "\"soapStub.h\""},
                        {"server/gate/gate.cpp", "<stdsoap2.h>"},
                        {"server/gate/gate.cpp", "\"binding.nsmap\""},
                        {"server/tenants/tenant.cpp", "<sqlite3.h>"},
                        {"server/tenants/tenant.cpp", "<SQLiteCpp/Database.h>"},
                        {"server/gate/gate.cpp", "<libxml/tree.h>"},
                        {"store/roles.cpp", "<libxml/tree.h>"}};
  for (const auto& one : wrong) {
    CAPTURE(one.include);
    CHECK(count(foreign_includes, one) == 1);
  }
  const Case right[] = {{"server/envelope/binding.h", "<soapH.h>"},
                        {"store/connection.cpp", "<sqlite3.h>"},
                        {"server/envelope/xml.h", "<libxml/tree.h>"},
                        {"tests/server/envelope/xml_test.cpp", "<libxml/tree.h>"},
                        {"server/gate/gate.cpp", "<string>"}};
  for (const auto& one : right) {
    CAPTURE(one.include);
    CHECK(count(foreign_includes, one) == 0);
  }
}

TEST_CASE("Tidy: our own headers are quoted, and written from the root") {
  const Case wrong[] = {{"store/roles.cpp", "\"roles.h\""},
                        {"store/roles.cpp", "<store/roles.h>"},
                        {"tests/store/roles_test.cpp", "\"../roles.h\""},
                        {"store/roles.cpp", "\"data/rows.inc\""}};
  for (const auto& one : wrong) {
    CAPTURE(one.include);
    CHECK(count(unrooted_includes, one) == 1);
  }
  const Case right[] = {{"store/roles.cpp", "\"store/roles.h\""},
                        {"store/roles.cpp", "<vector>"},
                        {"store/roles.cpp", "\"rows.inc\""},
                        {"tests/store/roles_test.cpp", "\"tests/support/rows.h\""}};
  for (const auto& one : right) {
    CAPTURE(one.include);
    CHECK(count(unrooted_includes, one) == 0);
  }
}

TEST_CASE("Tidy: headers are guarded") {
  CHECK(unguarded_headers("store/a.h", "#include <string>\n").size() == 1);
  CHECK(unguarded_headers("store/a.h", "").size() == 1);
  CHECK(unguarded_headers("store/a.h", "#pragma once\n").empty());
  CHECK(unguarded_headers("store/a.cpp", "").empty());
}

}  // namespace
}  // namespace tidy
