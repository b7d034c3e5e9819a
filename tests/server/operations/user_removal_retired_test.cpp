#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::string id(int associate) { return element("AssociateId", std::to_string(associate)); }

std::string retired(int associate, bool is_so) {
  return id(associate) + element("Retired", is_so ? "true" : "false");
}

Reply user(GateFixture& emulator, const std::string& ticket, int associate) {
  return emulator.call(ticket, "GetUser", element("UserId", std::to_string(associate)));
}

}  // namespace

TEST_CASE("MakeRetired: no licence is left, and associate and person are marked, nothing else") {
  GateFixture emulator;
  emulator.store().licenses.assign(12, "superoffice.admin-extern-user", {});
  const std::string admin = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(admin, "MakeRetired", retired(12, true));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.texts("Body/MakeRetiredResponse/*").empty());
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) ==
        "LicenseAssocLink[5,12] LicenseAssocLink[9,12] associate[12] person[148]");
  for (const std::string row : {"associate[12].", "person[148]."}) {
    CHECK(after.at(row + (row[0] == 'a' ? "deleted" : "retired")) == "1");
    CHECK(after.at(row + "updated") == "2026-01-15T09:00:00");
    CHECK(after.at(row + "updated_associate_id") == "11");
    CHECK(after.at(row + "updatedCount") == "1");
  }
}

TEST_CASE("MakeRetired: log-in and tickets stop at once, the name stays taken, the user is found") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string own = emulator.login("SAL1", "sal1");
  CHECK(outcome_of(emulator.call(admin, "MakeRetired", retired(12, true))) == "ok");
  const Reply out = emulator.call(own, "GetUser", element("UserId", "11"));
  CHECK(outcome_of(out) == "SoSessionException");
  CHECK(out.parameter("Reason") == "inactive");
  CHECK(emulator.login("SAL1", "sal1") == "");
  const Reply seen = user(emulator, admin, 12);
  CHECK(seen.result("Response/Name") == "SAL1");
  CHECK(seen.result("Response/Deleted") == "true");
  CHECK(seen.result("Response/IsPersonRetired") == "true");
  CHECK(seen.result("Response/Person/Retired") == "1");
  CHECK(user_info(emulator, admin, 12, "CanLogon") == "false");
  CHECK(user_info(emulator, admin, 12, "GrantedLicenses") == "");
  CHECK(emulator.call(admin, "IsUserNameValid", element("UserName", "sal1")).result("Response") ==
        "false");
}

TEST_CASE("MakeRetired: the way back takes both marks off and gives no licence") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string own = emulator.login("ext1@fjord.example", "ext1");
  emulator.call(admin, "MakeRetired", retired(101, true));
  CHECK(outcome_of(emulator.call(admin, "MakeRetired", retired(101, false))) == "ok");
  const Cells after = Cells::of(emulator.store());
  CHECK(after.at("associate[101].deleted") == "0");
  CHECK(after.at("person[501].retired") == "0");
  CHECK(after.at("LicenseAssocLink[6,101].assocId") == "(none)");
  CHECK(user_info(emulator, admin, 101, "CanLogon") == "false");
  CHECK(emulator.login("ext1@fjord.example", "ext1") == "");
  emulator.call(admin, "SetExternalUserInfo", set_active(101, true));
  CHECK(emulator.login("ext1@fjord.example", "ext1") != "");
  CHECK(user_info(emulator, own, 101, "UserInfoId") == "101");  // The old ticket, too.
}

TEST_CASE("MakeRetired: once more, or back without need, changes nothing") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  REQUIRE(outcome_of(emulator.call(admin, "MakeRetired", retired(13, true))) == "ok");
  const Cells before = Cells::of(emulator.store());
  for (const std::string& parameters :
       {retired(13, true), retired(12, false), retired(11, false), id(12)}) {
    CAPTURE(parameters);
    CHECK(outcome_of(emulator.call(admin, "MakeRetired", parameters)) == "ok");
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("MakeRetired: a user without a person is marked alone") {
  ServiceSettings settings;
  settings.anonymous_user = "ANON";
  settings.allowed_user_types.insert(store::AssociateType::anonymous);
  GateFixture emulator(settings);
  const std::string admin = emulator.login("ADM0", "adm0");
  CHECK(outcome_of(emulator.call("", "GetUser", element("UserId", "11"))) == "ok");
  const Cells before = Cells::of(emulator.store());
  CHECK(outcome_of(emulator.call(admin, "MakeRetired", retired(15, true))) == "ok");
  CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) ==
        "LicenseAssocLink[8,15] associate[15]");
  CHECK(outcome_of(emulator.call("", "GetUser", element("UserId", "11"))) == "SoSessionException");
}

TEST_CASE("RemoveLicenses: every licence goes, and nothing else") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string own = emulator.login("ext3@nordlys.example", "ext3");
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(admin, "RemoveLicenses", id(103));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.texts("Body/RemoveLicensesResponse/*").empty());
  CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) ==
        "LicenseAssocLink[6,103] LicenseAssocLink[9,103]");
  CHECK(user_info(emulator, admin, 103, "GrantedLicenses") == "");
  CHECK(user_info(emulator, admin, 103, "CanLogon") == "false");
  CHECK(user_info(emulator, admin, 103, "Deleted") == "false");
  CHECK(emulator.call(own, "GetUser", element("UserId", "11")).parameter("Reason") == "inactive");
  CHECK(emulator.login("ext3@nordlys.example", "ext3") == "");
  CHECK(outcome_of(emulator.call(admin, "RemoveLicenses", id(103))) == "ok");
}

TEST_CASE("RemoveLicenses: the licences are free for others") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string free =
      "Response/LicenseOwners/LicenseOwner/RestrictedModuleLicenses/ModuleLicenseLink/Free";
  CHECK(user(emulator, admin, 11).result(free) == "47");
  emulator.call(admin, "RemoveLicenses", id(12));
  CHECK(user(emulator, admin, 11).result(free) == "48");
}

TEST_CASE("RemoveLicenses: one may take one's own, and is out") {
  GateFixture emulator;
  const std::string usr8 = emulator.login("USR8", "usr8");
  CHECK(outcome_of(emulator.call(usr8, "RemoveLicenses", id(13))) == "ok");
  CHECK(outcome_of(emulator.call(usr8, "RemoveLicenses", id(13))) == "SoSessionException");
}

TEST_CASE("MakeRetired, RemoveLicenses: who is not there, who may, and oneself") {
  const std::string refused =
      "The currently logged-on user is not permitted to perform this operation";
  const std::string manage = "The current user is not permitted to administrate users of type ";
  const std::string oneself = "The current user cannot delete him/herself";
  const std::string ext3 = "ext3@nordlys.example";
  struct Case {
    std::string user, password, operation, parameters, message;
  };
  for (const Case& c : {
           Case{"ADM0", "adm0", "MakeRetired", retired(11, true), oneself},
           Case{ext3, "ext3", "MakeRetired", retired(103, true), oneself},
           Case{"ADM0", "adm0", "MakeRetired", retired(9, true), "Associate id 9 not found"},
           Case{"ADM0", "adm0", "MakeRetired", "", "Associate id 0 not found"},
           Case{"SAL1", "sal1", "MakeRetired", retired(101, true), refused},
           Case{ext3, "ext3", "MakeRetired", retired(101, true), refused},
           Case{ext3, "ext3", "MakeRetired", retired(12, false), manage + "InternalAssociate"},
           Case{"ADM0", "adm0", "RemoveLicenses", id(9), "Associate id 9 not found"},
           Case{"ADM0", "adm0", "RemoveLicenses", "", "Associate id 0 not found"},
           Case{"SAL1", "sal1", "RemoveLicenses", id(101), refused},
           Case{ext3, "ext3", "RemoveLicenses", id(102), refused},
           Case{ext3, "ext3", "RemoveLicenses", id(14), manage + "SystemAssociate"},
       }) {
    CAPTURE(c.user);
    CAPTURE(c.operation);
    CAPTURE(c.parameters);
    GateFixture emulator;
    const std::string ticket = emulator.login(c.user, c.password);
    const Cells before = Cells::of(emulator.store());
    CHECK(emulator.call(ticket, c.operation, c.parameters).message() == c.message);
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}
