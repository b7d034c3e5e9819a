#include <doctest/doctest.h>

#include "tests/support/gate_fixture.h"

// The file with every member of the schema, as callers of the services see it.
namespace emulator::testing {
namespace {

struct SeededGate : GateFixture {
  SeededGate() : GateFixture({}, NSEMU_SOURCE_DIR "/tests/seeds/full.json") {}

  Reply ask(const std::string& operation, const std::string& parameters) {
    Reply reply = call(ticket, operation, parameters);
    CHECK(reply.succeeded() == "true");
    return reply;
  }

  std::string ticket = login("ADM0", "adm0");
};

struct Shown {
  std::string path, value;
};

void check(const Reply& reply, const std::vector<Shown>& shown) {
  for (const Shown& one : shown) {
    CAPTURE(one.path);
    CHECK(reply.result("Response/" + one.path) == one.value);
  }
}

}  // namespace

TEST_CASE("Seed over the services: a user with groups and licences, by either name") {
  SeededGate gate;
  const Reply user = gate.ask("GetUser", element("UserId", "300"));
  check(user, {{"Name", "ÅSEØ"},
               {"UserName", "ase@sjobris.example"},
               {"Type", "InternalAssociate"},
               {"Rank", "80"},
               {"Tooltip", "The pilot"},
               {"Role/Value", "Pilot"},
               {"UserGroup/Value", "Havn"},
               {"Lastlogin", "2026-01-15T08:30:00"},
               {"Lastlogout", "2026-01-15T16:30:00"},
               {"EjUserId", "12"},
               {"Deleted", "false"},
               {"IsPersonRetired", "false"}});
  CHECK(user.texts("Body/GetUserResponse/Response/OtherGroups/UserGroup/Value") ==
        std::vector<std::string>{"Sales", "Service"});
  const Reply info = gate.ask("GetUserInfo", element("UserInfoId", "300"));
  check(info, {{"CanLogon", "true"}, {"RoleTooltip", "Guides ships"}});
  CHECK(info.texts("Body/GetUserInfoResponse/Response/GrantedLicenses/string") ==
        std::vector<std::string>{"superoffice.user", "harbour.pilot"});
  CHECK(gate.login("åseø", "hemmelig") != "");
  CHECK(gate.login("ase@sjobris.example", "hemmelig") != "");
}

TEST_CASE("Seed over the services: users of the base as the file changes them") {
  SeededGate gate;
  check(gate.ask("GetUserInfo", element("UserInfoId", "103")), {{"CanLogon", "false"}});
  check(gate.ask("GetUser", element("UserId", "101")),
        {{"Deleted", "true"}, {"Role/Value", "External user"}});
  CHECK(gate.login("ext1@fjord.example", "ext1") == "");
  CHECK(gate.login("ext3@nordlys.example", "ext3") == "");
}

TEST_CASE("Seed over the services: a retired person has a deleted user") {
  SeededGate gate;
  check(gate.ask("GetUser", element("UserId", "301")),
        {{"Deleted", "true"}, {"IsPersonRetired", "true"}, {"Person/Retired", "1"}});
}

TEST_CASE("Seed over the services: a person and its company") {
  SeededGate gate;
  std::vector<Shown> shown{{"PersonId", "600"},
                           {"Rank", "7"},
                           {"Mrmrs", "Ms"},
                           {"FullName", "Åse van Ødegård"},
                           {"Kanafname", "オーセ"},
                           {"Kanalname", "エデゴー"},
                           {"Title", "Head of sales"},
                           {"Position", "Manager"},
                           {"Description", "Knows\nall."},
                           {"Email", "Ase@sjobris.example"},
                           {"EmailName", "Åse at work"},
                           {"DirectPhone", "+46 3"},
                           {"MobilePhone", "+46 4"},
                           {"FaxPhone", "+46 5"},
                           {"Post1", "1"},
                           {"Post2", "2"},
                           {"Post3", "3"},
                           {"CountryId", "752"},
                           {"Retired", "0"},
                           {"UsePersonAddress", "true"},
                           {"ActiveInterests", "8"},
                           {"ActiveErpLinks", "9"},
                           {"AssociateName", "SAL1"},
                           {"TicketPriorityId", "10"},
                           {"SupportLanguageId", "11"},
                           {"SupportAssociateId", "13"},
                           {"ContactId", "40"},
                           {"ContactFullName", "Sjøbris, Oslo"},
                           {"ContactOrgNr", "990000040"},
                           {"ContactCountryId", "752"},
                           {"ContactPhone", "+46 1"},
                           {"ContactFax", "+46 2"}};
  for (Shown& one : shown) one.path = "Person/" + one.path;
  check(gate.ask("GetUser", element("UserId", "300")), shown);
}

TEST_CASE("Seed over the services: a role with its rights") {
  SeededGate gate;
  check(gate.ask("GetRoleEntity", element("RoleEntityId", "50")), {{"Name", "Pilot"},
                                                                   {"RoleType", "Employee"},
                                                                   {"Rank", "60"},
                                                                   {"Tooltip", "Guides ships"},
                                                                   {"UseCategories", "1"}});
  check(gate.ask("GetRoleEntity", element("RoleEntityId", "51")),
        {{"RoleType", "ExternalUser"}, {"Deleted", "1"}});
  const Reply rights = gate.ask("GetFunctionalRights", element("RoleId", "50"));
  CHECK(rights.texts("Body/*/Response/SelectableMDOListItem/Name") ==
        std::vector<std::string>{"User Administrator", "Can open it"});
  const auto data_right = [&](const std::string& role, const std::string& table,
                              const std::string& relation) {
    return gate
        .ask("GetDataRight", element("RoleId", role) + element("TableName", table) +
                                 element("RelationToOwner", relation))
        .result("Response");
  };
  CHECK(data_right("50", "contact", "OtherGroups") == "CR");
  CHECK(data_right("50", "BinaryObject", "MyOwn") == "R");
  CHECK(data_right("50", "sale", "ExternalUser") == "");
  CHECK(data_right("51", "sale", "SameProject") == "CR");
}

TEST_CASE("Seed over the services: groups and commands") {
  SeededGate gate;
  check(gate.ask("GetUserGroup", element("UserGroupId", "30")),
        {{"Value", "Havn"}, {"Rank", "70"}, {"Tooltip", "At the harbour"}, {"Deleted", "0"}});
  check(gate.ask("GetUserGroup", element("UserGroupId", "31")), {{"Deleted", "1"}});
  const Reply commands =
      gate.ask("GetUserCommands", "<User>" + element("AssociateId", "300") + "</User>");
  CHECK(commands.texts("Body/*/Response/CustomCommand/Name") ==
        std::vector<std::string>{"SendWelcome", "Whistle"});
  CHECK(commands.texts("Body/*/Response/CustomCommand/ActionData") ==
        std::vector<std::string>{"Send a welcome message to this user?", "Whistle?"});
}

}  // namespace emulator::testing
