#include "server/carriers/user_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

store::Associate unusual(Shown& rows) {
  store::Associate associate = rows.associate(12);
  associate.name = associate.name_key = "sal";
  associate.user_name = associate.user_name_key = "siri@emulator.example";
  associate.rank = 99999;
  associate.deleted = true;
  associate.last_login = "2026-01-02T03:04:05";
  associate.last_logout = "2026-01-02T04:05:06";
  associate.ej_user_id = 9;
  return associate;
}

}  // namespace

TEST_CASE("User carrier: name and user name may differ; the short form shows the name") {
  Shown rows;
  const so__User* user = user_carrier(rows.context, rows.store(), unusual(rows));
  CHECK(shown(user->Name) == "sal");
  CHECK(shown(user->UserName) == "siri@emulator.example");
  const so__UserInfo* info = user_info_carrier(rows.context, rows.store(), unusual(rows));
  CHECK(shown(info->UserName) == "sal");
}

TEST_CASE("User carrier: what the row of the associate says") {
  Shown rows;
  const so__User* user = user_carrier(rows.context, rows.store(), unusual(rows));
  CHECK(user->AssociateId == 12);
  CHECK(user->Rank == 32767);
  CHECK(shown(user->Tooltip) == "Siri Lund");
  CHECK(user->Deleted);
  CHECK(user->Lastlogin == "2026-01-02T03:04:05");
  CHECK(user->Lastlogout == "2026-01-02T04:05:06");
  CHECK(user->EjUserId == 9);
  CHECK(user->Type == so__UserType::InternalAssociate);
  CHECK(user->TableRight == nullptr);
  CHECK(user->FieldProperties == nullptr);
  const so__UserInfo* info = user_info_carrier(rows.context, rows.store(), unusual(rows));
  CHECK(info->UserInfoId == 12);
  CHECK(info->PersonId == 148);
  CHECK(info->Rank == 32767);
  CHECK(info->Deleted);
  CHECK(!info->CanLogon);
  CHECK(info->EjUserId == 9);
  CHECK(info->UserType == so__UserType::InternalAssociate);
}

TEST_CASE("User carrier: the log-ins are in the time zone of the call") {
  struct Case {
    int zone;
    std::string login, logout;
  };
  Shown rows;
  for (const Case& c : {Case{0, "2026-01-02T03:04:05", "2026-01-02T04:05:06"},
                        Case{261, "2026-01-02T04:04:05", "2026-01-02T05:05:06"},
                        Case{460, "2026-01-01T22:04:05", "2026-01-01T23:05:06"}}) {
    CAPTURE(c.zone);
    rows.context.set_time_zone(TimeZone::of(c.zone, std::nullopt).value());
    const so__User* user = user_carrier(rows.context, rows.store(), unusual(rows));
    CHECK(user->Lastlogin == c.login);
    CHECK(user->Lastlogout == c.logout);
  }
  store::Associate never = rows.associate(12);
  never.last_login = never.last_logout = store::null_date;
  const so__User* user = user_carrier(rows.context, rows.store(), never);
  CHECK(user->Lastlogin == store::null_date);
  CHECK(user->Lastlogout == store::null_date);
}

TEST_CASE("User carrier: role, groups and a retired person come from their own rows") {
  Shown rows;
  rows.store().associates.set_secondary_groups(12, {5, 3}, {});
  auto siri = rows.store().persons.find(148).value();
  siri.retired = true;
  rows.store().persons.save(siri, {});
  const so__User* user = user_carrier(rows.context, rows.store(), rows.associate(12));
  CHECK(user->Role->Id == 3);
  CHECK(user->UserGroup->Id == 2);
  REQUIRE(user->OtherGroups->UserGroup.size() == 2);
  CHECK(shown(user->OtherGroups->UserGroup[0]->Value) == "Service");
  CHECK(shown(user->OtherGroups->UserGroup[1]->Value) == "Marketing");
  CHECK(user->IsPersonRetired);
  CHECK(user->Person->Retired == 1);
  const so__UserInfo* info = user_info_carrier(rows.context, rows.store(), rows.associate(12));
  CHECK(shown(info->UserGroupName) == "Sales");
  CHECK(shown(info->UserGroupTooltip) == "Sells");
  CHECK(info->UserGroupId == 2);
}

TEST_CASE("User carrier: without role, group and person objects are nil and texts empty") {
  Shown rows;
  store::Associate lonely;
  lonely.id = 4711;
  const so__User* user = user_carrier(rows.context, rows.store(), lonely);
  CHECK(user->Role == nullptr);
  CHECK(user->UserGroup == nullptr);
  CHECK(user->Person == nullptr);
  REQUIRE(user->OtherGroups != nullptr);
  CHECK(user->OtherGroups->UserGroup.empty());
  const so__UserInfo* info = user_info_carrier(rows.context, rows.store(), lonely);
  CHECK(shown(info->RoleName) == "");
  CHECK(shown(info->RoleTooltip) == "");
  CHECK(shown(info->UserGroupName) == "");
  CHECK(info->GrantedLicenses->string.empty());
}
