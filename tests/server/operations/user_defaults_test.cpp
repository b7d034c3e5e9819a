#include "server/operations/user_defaults.h"

#include <doctest/doctest.h>

#include "tests/support/call_fixture.h"

using namespace emulator;
using namespace emulator::testing;
using store::AssociateType;

TEST_CASE("User defaults: the rank after the highest, that of retired users too") {
  CallFixture on;
  CHECK(default_user(on.call, AssociateType::system).associate.rank == 9);
  auto associate = on.store().associates.find(12).value();
  associate.rank = 100;
  associate.deleted = true;
  on.store().associates.save(associate, {});
  CHECK(default_user(on.call, AssociateType::system).associate.rank == 101);
}

TEST_CASE("User defaults: the first role of the type and the first group that are not deleted") {
  CallFixture on;
  auto role = on.store().roles.find(10).value();
  role.deleted = true;
  on.store().roles.save(role, {});
  auto group = on.store().user_groups.find(1).value();
  group.rank = 99;
  on.store().user_groups.save(group, {});
  CHECK(default_user(on.call, AssociateType::external_person).role_id == 13);
  CHECK(default_user(on.call, AssociateType::external_person).associate.group_id == 0);
  CHECK(default_user(on.call, AssociateType::employee).associate.group_id == 2);
  CHECK(default_user(on.call, AssociateType::employee).role_id == 1);
}

TEST_CASE("User defaults: where there is no role or group there is none to propose") {
  CallFixture on;
  for (store::Role role : on.store().roles.list(store::RoleType::system)) {
    role.deleted = true;
    on.store().roles.save(role, {});
  }
  for (store::UserGroup group : on.store().user_groups.list()) {
    group.deleted = true;
    on.store().user_groups.save(group, {});
  }
  CHECK(default_user(on.call, AssociateType::system).role_id == 0);
  CHECK(default_user(on.call, AssociateType::employee).associate.group_id == 0);
}

TEST_CASE("User defaults: names and tooltip are the person's, the id too") {
  CallFixture on;
  const store::Person person = on.store().persons.find(504).value();
  const UserDraft draft = default_user(on.call, AssociateType::external_person, person);
  CHECK(draft.associate.id == 0);
  CHECK(draft.associate.person_id == 504);
  CHECK(draft.associate.name == "free.person504@fjord.example");
  CHECK(draft.associate.user_name == draft.associate.name);
  CHECK(draft.associate.tooltip == "Free Person 504");
  CHECK(draft.other_groups.empty());
  CHECK(draft.credentials.empty());
}

TEST_CASE("User defaults: the access licence only while one is free") {
  CallFixture on;
  const auto licenses = [&](AssociateType type) { return default_user(on.call, type).licenses; };
  CHECK(licenses(AssociateType::employee) == std::vector<LicenseName>{{5, "superoffice.user"}});
  CHECK(licenses(AssociateType::anonymous) ==
        std::vector<LicenseName>{{8, "superoffice.anonymous-user-cal"}});
  CHECK(licenses(AssociateType::resource).empty());
  auto license = on.store().licenses.find(5).value();
  license.number = 3;
  on.store().licenses.save(license, {});
  CHECK(licenses(AssociateType::employee).empty());
}
