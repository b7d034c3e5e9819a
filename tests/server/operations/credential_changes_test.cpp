#include "server/operations/credential_changes.h"

#include <doctest/doctest.h>

#include "server/domain/fault.h"
#include "tests/support/call_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

struct Changes : CallFixture {
  store::Associate siri() { return store().associates.find(12).value(); }
  std::vector<store::Credential> rows() { return store().credentials.list_of(12); }
};

}  // namespace

TEST_CASE("Credential changes: a check writes nothing") {
  Changes changes;
  const auto before = changes.rows();
  require_credential(changes.call, changes.siri(), {"ActiveDirectory", "S-1", "siri"});
  require_credential(changes.call, changes.siri(), {"CRM5/PASSWORD", "new", ""});
  CHECK_THROWS_AS(require_credential(changes.call, changes.siri(), {"none", "new", ""}), Fault);
  CHECK(changes.rows() == before);
}

TEST_CASE("Credential changes: the row of a user of the directory has type, value and texts") {
  Changes changes;
  save_credential(changes.call, changes.siri(), {"ActiveDirectory", "S-1", "siri"});
  REQUIRE(changes.rows().size() == 1);
  const store::Credential row = changes.rows().at(0);
  CHECK(row.type == "ActiveDirectory");
  CHECK(row.search_name == "S-1");
  CHECK(row.secret == "");
  CHECK(row.usage == store::CredentialUsage::inbound);
  CHECK(row.valid_from == "2026-01-15T09:00:00");
  CHECK(row.valid_to == "9999-12-31T23:59:59");
  CHECK(row.display_type == "Active Directory User");
  CHECK(row.display_name == "siri");
  changes.emulator.advance(std::chrono::hours(1));
  save_credential(changes.call, changes.siri(), {"ActiveDirectory", "S-2", "siri"});
  REQUIRE(changes.rows().size() == 1);
  CHECK(changes.rows().at(0).id == row.id);
  CHECK(changes.rows().at(0).valid_from == row.valid_from);
}

TEST_CASE("Credential changes: a new password is found by the user name") {
  Changes changes;
  changes.store().credentials.remove_of(12);
  save_credential(changes.call, changes.siri(), {"CRM5/PASSWORD", "new", "other"});
  REQUIRE(changes.rows().size() == 1);
  CHECK(changes.rows().at(0).search_name == "sal1");
  CHECK(changes.rows().at(0).display_name == "SAL1");
  CHECK(changes.rows().at(0).display_type == "Password");
  CHECK(changes.emulator.login("SAL1", "new") != "");
}
