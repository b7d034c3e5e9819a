#include "server/operations/user_writing.h"

#include <doctest/doctest.h>

#include "server/domain/fault.h"
#include "server/operations/user_defaults.h"
#include "tests/server/operations/cells.h"
#include "tests/support/call_fixture.h"

using namespace emulator;
using namespace emulator::testing;
using store::AssociateType;

namespace {

/// Calls of one associate.
struct Writing : CallFixture {
  using CallFixture::CallFixture;

  UserDraft external() {
    return default_user(call, AssociateType::external_person, store().persons.find(504).value());
  }
};

/// Id of the fault, or `ok`.
std::string outcome_of(Writing& on, const UserDraft& draft) {
  try {
    save_user(on.call, draft);
  } catch (const Fault& fault) {
    return fault.id;
  }
  return "ok";
}

}  // namespace

TEST_CASE("User writing: a default user of a person is stored as it is") {
  Writing on(11);
  UserDraft draft = on.external();
  draft.credentials = {{"CRM5/PASSWORD", "secret", ""}};
  const store::Associate saved = save_user(on.call, draft);
  CHECK(saved.id == 1001);
  CHECK(saved == on.store().associates.find(1001).value());
  CHECK(saved.name_key == "free.person504@fjord.example");
  CHECK(saved.stamp.registered_associate_id == 11);
  CHECK(on.store().associates.role_of(1001) == 10);
  CHECK(on.emulator.login("free.person504@fjord.example", "secret") != "");
}

TEST_CASE("User writing: a blank password is one, and none is none") {
  Writing on(11);
  UserDraft draft = on.external();
  draft.credentials = {{"CRM5/PASSWORD", "", ""}};
  save_user(on.call, draft);
  CHECK(on.store().credentials.list_of(1001).size() == 1);
  CHECK(on.emulator.login(draft.associate.name, "") != "");
  draft =
      default_user(on.call, AssociateType::external_person, on.store().persons.find(505).value());
  save_user(on.call, draft);
  CHECK(on.store().credentials.list_of(1002).empty());
}

TEST_CASE("User writing: log-in times and stamp are kept, whatever the draft says") {
  Writing on(11);
  on.store().associates.set_last_login(101, "2026-01-01T00:00:00");
  UserDraft draft;
  draft.associate = on.store().associates.find(101).value();
  draft.role_id = 10;
  draft.licenses = {{6, ""}};
  draft.associate.last_login = draft.associate.last_logout = "2020-01-01T00:00:00";
  draft.associate.stamp.updated_count = 7;
  draft.associate.name_key = "wrong";
  const Cells before = Cells::of(on.store());
  save_user(on.call, draft);
  CHECK(listed(before.changed_to(Cells::of(on.store()))) == "");
}

TEST_CASE("User writing: of several things that are wrong the first is told") {
  Writing on(103);
  UserDraft draft = on.external();
  draft.associate.id = 99999;
  draft.associate.type = AssociateType::system;
  draft.associate.name = draft.associate.user_name = "";
  draft.role_id = 99;
  draft.associate.group_id = 77;
  draft.licenses = {{0, "none"}};
  CHECK(outcome_of(on, draft) == "id-not-found");
  draft.associate.id = 0;
  CHECK(outcome_of(on, draft) == "user-type-not-managed");
  draft.associate.type = AssociateType::external_person;
  CHECK(outcome_of(on, draft) == "not-permitted");
  draft.associate.person_id = 503;
  CHECK(outcome_of(on, draft) == "person-already-user");
  draft.associate.person_id = 511;
  CHECK(outcome_of(on, draft) == "user-name-empty");
  draft.associate.name = "new";
  draft.associate.tooltip = std::string(255, 'x');
  CHECK(outcome_of(on, draft) == "text-too-long");
  draft.associate.tooltip.pop_back();
  CHECK(outcome_of(on, draft) == "role-does-not-exist");
  draft.role_id = 10;
  CHECK(outcome_of(on, draft) == "user-group-of-no-employee");
  draft.associate.group_id = 0;
  CHECK(outcome_of(on, draft) == "license-not-assignable");
  draft.licenses = {};
  draft.credentials = {{"none", "x", ""}};
  CHECK(outcome_of(on, draft) == "credential-type-refused");
  draft.credentials = {};
  CHECK(outcome_of(on, draft) == "ok");
}

TEST_CASE(
    "User writing: of a stored user, that it is fixed or retired comes before what it holds") {
  Writing on(11);
  UserDraft draft;
  draft.associate.id = 12;
  draft.associate.type = AssociateType::system;
  draft.associate.deleted = true;
  auto associate = on.store().associates.find(12).value();
  associate.deleted = true;
  on.store().associates.save(associate, {});
  CHECK(outcome_of(on, draft) == "user-type-is-fixed");
  draft.associate.type = AssociateType::employee;
  CHECK(outcome_of(on, draft) == "user-retired");
  draft.associate.deleted = false;
  CHECK(outcome_of(on, draft) == "user-without-person");
}

TEST_CASE("User writing: states tell of each licence how many hold it, and whether one does") {
  Writing on(11);
  const auto told = [&](int associate_id) {
    std::string text;
    for (const LicenseState& state : license_states(on.store(), associate_id)) {
      text += std::to_string(state.license.id) + (state.is_held ? "*" : "") + ":" +
              std::to_string(state.holders) + " ";
    }
    return text;
  };
  CHECK(told(103) == "1:0 2:0 3:0 4:0 5:3 6*:2 7:1 8:1 9*:1 ");
  CHECK(told(0) == "1:0 2:0 3:0 4:0 5:3 6:2 7:1 8:1 9:1 ");
}

TEST_CASE("User writing: a change of licences takes and gives") {
  Writing on(11);
  change_licenses(on.call, 101,
                  {{"superoffice.admin-extern-user"}, {"superoffice.extern-user-cal"}});
  CHECK(on.store().licenses.names_of(101) ==
        std::vector<std::string>{"superoffice.admin-extern-user"});
}
