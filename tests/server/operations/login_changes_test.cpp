#include "server/operations/login_changes.h"

#include <doctest/doctest.h>

#include "server/domain/login_rules.h"
#include "tests/support/call_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

struct Changes : CallFixture {
  store::Associate associate(int id) { return store().associates.find(id).value(); }
  std::vector<store::Credential> credentials(int id) { return store().credentials.list_of(id); }
};

}  // namespace

TEST_CASE("Login changes: a rename takes the password along") {
  Changes changes;
  store::Associate kari = changes.associate(101);
  rename_login(changes.call, kari, "Kari");
  CHECK(changes.associate(101).name == "Kari");
  CHECK(changes.associate(101).user_name == "Kari");
  CHECK(changes.credentials(101).at(0).search_name == "kari");
  CHECK(changes.credentials(101).at(0).display_name == "Kari");
  CHECK(changes.emulator.login("KARI", "ext1") != "");
}

TEST_CASE("Login changes: a user without a password can be renamed and given one later") {
  Changes changes;
  changes.store().credentials.remove_of(101);
  store::Associate kari = changes.associate(101);
  rename_login(changes.call, kari, "Kari");
  CHECK(changes.credentials(101).empty());
  set_password(changes.call, kari, "new");
  CHECK(changes.credentials(101).at(0).type == password_credential);
  CHECK(changes.credentials(101).at(0).valid_from == "2026-01-15T09:00:00");
  CHECK(changes.emulator.login("kari", "new") != "");
}

TEST_CASE("Login changes: a new password replaces the old one, and only that row") {
  Changes changes;
  const std::string ticket = changes.emulator.login("ext1@fjord.example", "ext1");
  const auto before = changes.credentials(101);
  set_password(changes.call, changes.associate(101), "new");
  const auto after = changes.credentials(101);
  REQUIRE(after.size() == before.size());
  CHECK(after.at(0).secret != before.at(0).secret);
  CHECK(after.at(0).secret.find("new") == std::string::npos);
  CHECK(after.at(1) == before.at(1));  // The ticket.
}

TEST_CASE("Login changes: a ticket is not taken for the password that is not there") {
  Changes changes;
  const std::string ticket = changes.emulator.login("ext1@fjord.example", "ext1");
  changes.store().credentials.remove_of(101, password_credential);
  const auto before = changes.credentials(101);
  REQUIRE(before.size() == 1);
  set_password(changes.call, changes.associate(101), "new");
  REQUIRE(changes.credentials(101).size() == 2);
  CHECK(changes.credentials(101).at(0) == before.at(0));
  CHECK(changes.emulator.login("ext1@fjord.example", "new") != "");
}

TEST_CASE("Login changes: equal passwords do not show as equal rows") {
  Changes changes;
  set_password(changes.call, changes.associate(101), "same");
  set_password(changes.call, changes.associate(102), "same");
  CHECK(changes.credentials(101).at(0).secret != changes.credentials(102).at(0).secret);
}

TEST_CASE("Login changes: active is the licence to log on of one's type") {
  struct Case {
    int associate_id;
    std::string license;
  };
  for (const Case& c :
       {Case{101, "superoffice.extern-user-cal"}, Case{102, "superoffice.extern-user-cal"},
        Case{12, "superoffice.user"}, Case{14, "superoffice.system-user-cal"}}) {
    CAPTURE(c.associate_id);
    Changes changes;
    const store::Associate associate = changes.associate(c.associate_id);
    for (const bool active : {true, true, false, false, true}) {
      set_active(changes.call, associate, active);
      CHECK(changes.store().licenses.holds(c.associate_id, c.license) == active);
    }
  }
}

TEST_CASE("Login changes: an inactive administrator of external users keeps that licence") {
  Changes changes;
  set_active(changes.call, changes.associate(103), false);
  CHECK(changes.store().licenses.holds(103, "superoffice.admin-extern-user"));
  CHECK(changes.emulator.login("ext3@nordlys.example", "ext3") == "");
}
