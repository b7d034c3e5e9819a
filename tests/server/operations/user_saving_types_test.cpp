#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string illegal = "SoIllegalOperationException";
const std::string only =
    "You can only change the user type from system user to anonymous and vice versa";
const std::string is_fixed =
    "It is not permitted to change user type. This also applies to users marked as deleted.";

/// Parameters of ChangeUserType: a User of which only the id is told.
std::string to_type(int id, const std::string& type) {
  return "<User>" + element("AssociateId", std::to_string(id)) + "</User>" +
         element("UserType", type);
}

}  // namespace

TEST_CASE("ChangeUserType: a system user becomes anonymous, with role and licence, and back") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string of_sys0 = emulator.login("SYS0", "sys0");
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(ticket, "ChangeUserType", to_type(14, "AnonymousAssociate"));
  REQUIRE(outcome_of(reply) == "ok");
  CHECK(reply.result("Response/AssociateId") == "14");
  CHECK(reply.result("Response/Type") == "AnonymousAssociate");
  CHECK(reply.result("Response/Role/Id") == "11");
  CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) ==
        "LicenseAssocLink[7,14] LicenseAssocLink[8,14] UserRoleLink[14] associate[14]");
  CHECK(user_field(emulator, 14, "Type") == "AnonymousAssociate");
  // Anonymous users have no way in.
  CHECK(emulator.login("SYS0", "sys0") == "");
  CHECK(emulator.call(of_sys0, "GetRole", "").succeeded() == "false");

  REQUIRE(outcome_of(emulator.call(ticket, "ChangeUserType", to_type(14, "SystemAssociate"))) ==
          "ok");
  const Cells after = Cells::of(emulator.store());
  CHECK(after.at("associate[14].type") == "13");
  CHECK(after.at("associate[14].updatedCount") == "2");
  CHECK(after.at("associate[14].updated_associate_id") == "11");
  CHECK(after.at("UserRoleLink[14].role_id") == "12");
  CHECK(emulator.store().licenses.names_of(14) ==
        std::vector<std::string>{"superoffice.system-user-cal"});
  CHECK(emulator.login("SYS0", "sys0") != "");
}

TEST_CASE("ChangeUserType: who had no access gets none, and further licences stay") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  emulator.store().licenses.withdraw_all(14);
  emulator.store().licenses.assign(14, "superoffice.admin-extern-user", {});
  REQUIRE(outcome_of(emulator.call(ticket, "ChangeUserType", to_type(14, "AnonymousAssociate"))) ==
          "ok");
  CHECK(emulator.store().licenses.names_of(14) ==
        std::vector<std::string>{"superoffice.admin-extern-user"});
}

TEST_CASE("ChangeUserType: the type that it has already changes nothing") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(ticket, "ChangeUserType", to_type(15, "AnonymousAssociate"));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.result("Response/Name") == "ANON");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("ChangeUserType: what is refused changes nothing") {
  struct Case {
    std::string what, xml, outcome, message;
  };
  const std::string invalid = "SoInvalidArgumentException ";
  for (const Case& c : {
           Case{"from employee", to_type(12, "SystemAssociate"), illegal, only},
           Case{"from external user", to_type(101, "AnonymousAssociate"), illegal, only},
           Case{"to employee", to_type(14, "InternalAssociate"), illegal, only},
           Case{"to resource", to_type(15, "ResourceAssociate"), illegal, only},
           Case{"to Unknown", to_type(14, "Unknown"), illegal, only},
           Case{"no type", "<User><AssociateId>14</AssociateId></User>", illegal, only},
           Case{"an employee to its own type", to_type(12, "InternalAssociate"), illegal, only},
           Case{"new employee", "<User><Type>InternalAssociate</Type></User>", illegal, only},
           Case{"new user of no type", to_type(0, "SystemAssociate"), illegal, only},
           Case{"new and deleted",
                "<User><Deleted>true</Deleted><Type>SystemAssociate</Type></User>"
                "<UserType>AnonymousAssociate</UserType>",
                illegal, is_fixed},
           Case{"no user", element("UserType", "SystemAssociate"), invalid + "User",
                "User is missing"},
           Case{"nil", "<User i:nil=\"true\"/>", invalid + "User", "User is missing"},
           Case{"unknown id", to_type(99999, "SystemAssociate"), "SoNotFoundException",
                "Associate id 99999 not found"},
       }) {
    CAPTURE(c.what);
    GateFixture emulator;
    const std::string ticket = emulator.login("ADM0", "adm0");
    const Cells before = Cells::of(emulator.store());
    const Reply reply = emulator.call(ticket, "ChangeUserType", c.xml);
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.message() == c.message);
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("ChangeUserType: not of a deleted user, whatever the carrier says") {
  GateFixture emulator;
  auto associate = emulator.store().associates.find(14).value();
  associate.deleted = true;
  emulator.store().associates.save(associate, {});
  const Reply reply = emulator.call(emulator.login("ADM0", "adm0"), "ChangeUserType",
                                    to_type(14, "AnonymousAssociate"));
  CHECK(outcome_of(reply) == illegal);
  CHECK(reply.message() == is_fixed);
}

TEST_CASE("ChangeUserType: nobody changes its own type") {
  GateFixture emulator;
  const std::string ticket = emulator.login("SYS0", "sys0");
  const Reply reply = emulator.call(ticket, "ChangeUserType", to_type(14, "AnonymousAssociate"));
  CHECK(outcome_of(reply) == illegal);
  CHECK(reply.message().starts_with("You cannot change your own role;"));
  CHECK(outcome_of(emulator.call(ticket, "ChangeUserType", to_type(15, "SystemAssociate"))) ==
        "ok");
}

TEST_CASE("ChangeUserType: the stored type counts, and of the carrier only the id") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string xml =
      "<User><AssociateId>14</AssociateId><Name>other</Name><Deleted>true</Deleted>"
      "<Type>InternalAssociate</Type></User><UserType>AnonymousAssociate</UserType>";
  const Reply reply = emulator.call(ticket, "ChangeUserType", xml);
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.result("Response/Name") == "SYS0");
  CHECK(reply.result("Response/Deleted") == "false");
}

TEST_CASE("ChangeUserType: a user that is not stored is only handed back as the other type") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  SentUser user{0, "SystemAssociate", "robot", "robot@x.example", 0, 12};
  user.rank = 30;
  user.tooltip = "Imports";
  user.licenses = {"superoffice.system-user-cal"};
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(ticket, "ChangeUserType",
                                    user.xml() + element("UserType", "AnonymousAssociate"));
  REQUIRE(outcome_of(reply) == "ok");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  CHECK(reply.result("Response/AssociateId") == "0");
  CHECK(reply.result("Response/Name") == "robot");
  CHECK(reply.result("Response/UserName") == "robot@x.example");
  CHECK(reply.result("Response/Rank") == "30");
  CHECK(reply.result("Response/Tooltip") == "Imports");
  CHECK(reply.result("Response/Type") == "AnonymousAssociate");
  CHECK(reply.result("Response/Role/Id") == "11");
  const std::string links = "Body/*/Response/LicenseOwners/LicenseOwner/";
  CHECK(reply.texts(links + "UnrestrictedModuleLicenses/ModuleLicenseLink/Name") ==
        std::vector<std::string>{"superoffice.anonymous-user-cal"});
  CHECK(reply.texts(links + "UnrestrictedModuleLicenses/ModuleLicenseLink/Assigned") ==
        std::vector<std::string>{"true"});
}

TEST_CASE("ChangeUserType: only for who manages all users") {
  GateFixture emulator;
  struct Case {
    std::string name, password, outcome;
  };
  for (const Case& c : {Case{"USR8", "usr8", "ok"}, Case{"SAL1", "sal1", illegal},
                        Case{"ext3@nordlys.example", "ext3", illegal}}) {
    CAPTURE(c.name);
    CHECK(outcome_of(emulator.call(emulator.login(c.name, c.password), "ChangeUserType",
                                   to_type(15, "SystemAssociate"))) == c.outcome);
  }
}
