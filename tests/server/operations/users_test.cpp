#include <doctest/doctest.h>

#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

void check_fields(const Reply& reply, const Fields& fields) {
  for (const auto& field : fields) {
    CAPTURE(field.first);
    CHECK(reply.result("Response/" + field.first) == field.second);
  }
}

Reply user(GateFixture& emulator, int id) {
  return emulator.call(emulator.login("ADM0", "adm0"), "GetUser",
                       element("UserId", std::to_string(id)));
}

}  // namespace

TEST_CASE("GetUser: an employee") {
  GateFixture emulator;
  check_fields(user(emulator, 11), {{"TableRight/Mask", "Select Update Insert Delete"},
                                    {"TableRight/Reason", ""},
                                    {"AssociateId", "11"},
                                    {"Name", "ADM0"},
                                    {"UserName", "ADM0"},
                                    {"Rank", "1"},
                                    {"Tooltip", "Ada Moe"},
                                    {"Type", "InternalAssociate"},
                                    {"Deleted", "false"},
                                    {"Lastlogin", "2026-01-15T09:00:00"},
                                    {"Lastlogout", "0001-01-01T00:00:00"},
                                    {"EjUserId", "0"},
                                    {"IsPersonRetired", "false"},
                                    {"IsOnTravel", "false"},
                                    {"Role/Id", "1"},
                                    {"Role/Value", "User level 0"},
                                    {"UserGroup/Id", "1"},
                                    {"UserGroup/Value", "Administration"},
                                    {"UserGroup/Rank", "1"},
                                    {"UserGroup/Deleted", "0"},
                                    {"OtherGroups", ""},
                                    {"Person/PersonId", "147"},
                                    {"Person/Firstname", "Ada"},
                                    {"Person/Lastname", "Moe"},
                                    {"Person/FullName", "Ada Moe"},
                                    {"Person/Email", "ada.moe@emulator.example"},
                                    {"Person/ContactId", "1"},
                                    {"Person/ContactName", "SuperOffice Emulator"},
                                    {"Person/CountryId", "578"},
                                    {"Person/Retired", "0"},
                                    {"PostSaveCommands", ""}});
}

TEST_CASE("GetUser: an external user has no group, and a person of another company") {
  GateFixture emulator;
  check_fields(user(emulator, 103),
               {{"AssociateId", "103"},
                {"Name", "ext3@nordlys.example"},
                {"UserName", "ext3@nordlys.example"},
                {"Type", "ExternalAssociate"},
                {"Lastlogin", "0001-01-01T00:00:00"},
                {"Role/Id", "13"},
                {"Role/Value", "Partner"},
                {"UserGroup", "(nil)"},
                {"OtherGroups", ""},
                {"Person/PersonId", "503"},
                {"Person/FullName", "Ingrid Berg"},
                {"Person/Email", "ext3@nordlys.example"},
                {"Person/ContactId", "3"},
                {"Person/ContactName", "Nordlys Partner"},
                {"Person/AssociateId", "12"},
                {"Person/AssociateName", "SAL1"},
                {"Credentials/Credential/Type/Type", "CRM5/PASSWORD"},
                {"Credentials/Credential/Value", ""},
                {"Credentials/Credential/DisplayValue", "ext3@nordlys.example"}});
}

TEST_CASE("GetUser: system and anonymous users have no person") {
  GateFixture emulator;
  check_fields(user(emulator, 14),
               {{"Type", "SystemAssociate"}, {"Person", "(nil)"}, {"Role/Id", "12"}});
  check_fields(user(emulator, 15), {{"Type", "AnonymousAssociate"},
                                    {"Person", "(nil)"},
                                    {"Role/Id", "11"},
                                    {"Credentials", ""}});
}

TEST_CASE("GetUser: an unknown user is a success with nil") {
  GateFixture emulator;
  for (const int id : {0, -1, 10, 99999}) {
    CAPTURE(id);
    const Reply reply = user(emulator, id);
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == "(nil)");
  }
  const Reply without_id = emulator.call(emulator.login("ADM0", "adm0"), "GetUser", "");
  CHECK(without_id.result("Response") == "(nil)");
}

TEST_CASE("GetUser: a retired user is still shown, as deleted") {
  GateFixture emulator;
  auto associate = emulator.store().associates.find(12).value();
  associate.deleted = true;
  emulator.store().associates.save(associate, {});
  check_fields(user(emulator, 12), {{"AssociateId", "12"}, {"Deleted", "true"}});
}

TEST_CASE("GetUser: names with mark-up and Unicode in them arrive as they are") {
  GateFixture emulator;
  auto person = emulator.store().persons.find(503).value();
  person.last_name = "Bjørn & <Søn> \"😀\"";
  emulator.store().persons.save(person, {});
  check_fields(user(emulator, 103), {{"Person/Lastname", "Bjørn & <Søn> \"😀\""}});
}

TEST_CASE("GetUserFromName: finds by name, whatever its case") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ext1@fjord.example", "ext1");
  struct Case {
    std::string name, associate_id;
  };
  for (const Case& c : {Case{"ADM0", "11"}, Case{"adm0", "11"}, Case{"aDm0", "11"},
                        Case{"EXT3@nordlys.example", "103"}, Case{"anon", "15"}}) {
    CAPTURE(c.name);
    CHECK(emulator.call(ticket, "GetUserFromName", element("UserName", c.name))
              .result("Response/AssociateId") == c.associate_id);
  }
}

TEST_CASE("GetUserFromName: finds by the user name, too, where it is another") {
  GateFixture emulator;
  auto associate = emulator.store().associates.find(11).value();
  associate.user_name = "Ada.Moe@emulator.example";
  associate.user_name_key = "ada.moe@emulator.example";
  emulator.store().associates.save(associate, {});
  const std::string ticket = emulator.login("SAL1", "sal1");
  const Reply reply =
      emulator.call(ticket, "GetUserFromName", element("UserName", "ada.moe@Emulator.example"));
  CHECK(reply.result("Response/Name") == "ADM0");
  CHECK(reply.result("Response/UserName") == "Ada.Moe@emulator.example");
}

TEST_CASE("GetUserFromName: an unknown, empty or nil name is a success with nil") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::string& name :
       {element("UserName", "nobody"), element("UserName", ""), element("UserName", "ADM0 "),
        std::string("<UserName i:nil=\"true\"/>"), std::string()}) {
    CAPTURE(name);
    const Reply reply = emulator.call(ticket, "GetUserFromName", name);
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == "(nil)");
  }
}
