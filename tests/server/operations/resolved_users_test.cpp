#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/resolve_calls.h"
#include "tests/server/operations/role_calls.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("ResolveUserFromInfo: nobody is there, so person and user are made, and can log in") {
  GateFixture emulator;
  const std::string admin = emulator.login("USR8", "usr8");
  const Cells before = Cells::of(emulator.store());
  Sought nina;
  nina.phones = {"+47 55 11", "+47 90 22"};
  const Reply reply = resolve(emulator, admin, nina);
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.result("Response/PersonCreated") == "true");
  const std::string user = "Response/User/";
  CHECK(reply.result(user + "AssociateId") == "1001");
  CHECK(reply.result(user + "Type") == "ExternalAssociate");
  CHECK(reply.result(user + "Name") == "nina@fjord.example");
  CHECK(reply.result(user + "UserName") == "nina@fjord.example");
  CHECK(reply.result(user + "Tooltip") == "Nina Marie Dal");
  CHECK(reply.result(user + "Role/Id") == "10");
  CHECK(reply.result(user + "UserGroup") == "(nil)");
  CHECK(reply.result(user + "Credentials/Credential/Type/Type") == "CRM5/PASSWORD");
  const std::string person = user + "Person/";
  CHECK(reply.result(person + "PersonId") == "1001");
  CHECK(reply.result(person + "Firstname") == "Nina Marie");
  CHECK(reply.result(person + "Lastname") == "Dal");
  CHECK(reply.result(person + "ContactId") == "2");
  CHECK(reply.result(person + "CountryId") == "578");
  CHECK(reply.result(person + "AssociateId") == "12");
  CHECK(reply.result(person + "Rank") == "11");
  CHECK(reply.result(person + "Email") == "nina@fjord.example");
  CHECK(reply.result(person + "DirectPhone") == "+47 55 11");
  CHECK(reply.result(person + "MobilePhone") == "+47 90 22");
  CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) ==
        "Credentials[1002] LicenseAssocLink[6,1001] UserRoleLink[1001] associate[1001] "
        "person[1001] sequence[Credentials] sequence[associate] sequence[person]");
  CHECK(emulator.login("nina@fjord.example", "first") != "");
}

TEST_CASE("ResolveUserFromInfo: asked again, it finds the same user and changes nothing") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  REQUIRE(outcome_of(resolve(emulator, admin, {})) == "ok");
  const Cells before = Cells::of(emulator.store());
  Sought again;
  again.credential = password("other");
  const Reply reply = resolve(emulator, admin, again);
  CHECK(reply.result("Response/PersonCreated") == "false");
  CHECK(reply.result("Response/User/AssociateId") == "1001");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  CHECK(emulator.login("nina@fjord.example", "first") != "");
}

TEST_CASE("ResolveUserFromInfo: a person of the company is known by e-mail, phone or name") {
  struct Case {
    std::string what;
    Sought sought;
    std::string user, person;
  };
  for (const Case& c : {
           Case{"address of a user", {2, "Other", {}, {"EXT2@fjord.example"}}, "102", "502"},
           Case{"name of a user", {2, "kari nord", {}, {}}, "101", "501"},
           Case{"address of another company's user",
                {2, "X", {}, {"ext3@nordlys.example"}},
                "1001",
                "1001"},
           Case{"address of who is no user",
                {2, "X", {}, {"free.person504@fjord.example"}},
                "1001",
                "504"},
           Case{"name of who is no user", {3, "Free Person 512", {}, {}}, "1001", "512"},
       }) {
    CAPTURE(c.what);
    GateFixture emulator;
    const Reply reply = resolve(emulator, emulator.login("ADM0", "adm0"), c.sought);
    CHECK(reply.result("Response/User/AssociateId") == c.user);
    CHECK(reply.result("Response/User/Person/PersonId") == c.person);
    CHECK(reply.result("Response/PersonCreated") == (c.person == "1001" ? "true" : "false"));
  }
}

TEST_CASE("ResolveUserFromInfo: a phone number finds an employee, whatever is between its digits") {
  GateFixture emulator;
  Sought ada{1, "", {"+47 (2200) 11-47"}, {}, "InternalAssociate"};
  const Reply reply = resolve(emulator, emulator.login("ADM0", "adm0"), ada);
  CHECK(reply.result("Response/User/AssociateId") == "11");
}

TEST_CASE("ResolveUserFromInfo: a user of the directory is known by that, wherever it works") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  Sought liv{1, "Liv Haug", {}, {"liv.haug@emulator.example"}, "InternalAssociate"};
  liv.credential = directory_user("S-1-5-21-4", "EMULATOR\\liv.haug");
  const Reply made = resolve(emulator, admin, liv);
  CHECK(outcome_of(made) == "ok");
  CHECK(made.result("Response/PersonCreated") == "true");
  CHECK(made.result("Response/User/Name") == "LH");
  CHECK(made.result("Response/User/UserGroup/Id") == "1");
  CHECK(made.result("Response/User/Role/Id") == "1");
  CHECK(made.result("Response/User/Credentials/Credential/Type/Type") == "ActiveDirectory");
  CHECK(made.result("Response/User/Credentials/Credential/Value") == "S-1-5-21-4");
  Sought somebody{3, "Somebody Else", {}, {}, "InternalAssociate"};
  somebody.credential = directory_user("S-1-5-21-4", "");
  const Reply found = resolve(emulator, admin, somebody);
  CHECK(found.result("Response/User/AssociateId") == "1001");
  CHECK(found.result("Response/PersonCreated") == "false");
}

TEST_CASE("ResolveUserFromInfo: with nothing known, the names are what the credential shows") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  Sought shown{2, "", {}, {}};
  shown.credential = password("first", "Bo Ek");
  const Reply reply = resolve(emulator, admin, shown);
  CHECK(reply.result("Response/User/Person/FullName") == "Bo Ek");
  CHECK(reply.result("Response/User/Name") == "bo.ek");
  Sought nameless{2, "", {}, {}};
  const Reply user = resolve(emulator, admin, nameless);
  CHECK(user.result("Response/User/Person/FullName") == "");
  CHECK(user.result("Response/User/Name") == "user");
  CHECK(resolve(emulator, admin, nameless).result("Response/User/Name") == "user2");
  Sought address{2, "", {}, {"ann@fjord.example"}};
  CHECK(resolve(emulator, admin, address).result("Response/User/Person/Lastname") ==
        "ann@fjord.example");
}

TEST_CASE("ResolveUserFromInfo: the name is one that the user can log in by") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const auto name_for = [&](const std::string& email) {
    return resolve(emulator, admin, {2, "X " + email.substr(0, 90), {}, {email}})
        .result("Response/User/UserName");
  };
  CHECK(name_for("ADM0") == "ADM02");
  CHECK(name_for("7T:me") == "me");
  CHECK(name_for(times(240, "x")) == times(239, "x"));
  CHECK(emulator.login("ADM02", "first") != "");
}

TEST_CASE("ResolveUserFromInfo: without a free licence the user is made and cannot log in") {
  GateFixture emulator;
  auto license = emulator.store().licenses.find_by_name("superoffice.user").value();
  license.number = 3;
  emulator.store().licenses.save(license, {});
  const std::string admin = emulator.login("ADM0", "adm0");
  Sought liv{1, "Liv Haug", {}, {}, "InternalAssociate"};
  CHECK(outcome_of(resolve(emulator, admin, liv)) == "ok");
  CHECK(user_info(emulator, admin, 1001, "CanLogon") == "false");
  CHECK(user_info(emulator, admin, 1001, "GrantedLicenses") == "");
}

TEST_CASE("ResolveUserFromInfo: what is absent, nil or empty of name and lists is not known") {
  const std::string items =
      " xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">"
      "<a:string/><a:string i:nil=\"true\"/></";
  const std::vector<std::string> known{element("PersonName", "Nina Dal"),
                                       array("PhoneNumbers", "string", {"+47 55 11"}),
                                       array("Emails", "string", {"nina@fjord.example"})};
  struct Case {
    std::size_t at;
    std::string name;
    bool is_list;
    std::string full_name, phone, user_name;
  };
  for (const Case& c : {
           Case{0, "PersonName", false, "nina@fjord.example", "+47 55 11", "nina@fjord.example"},
           Case{1, "PhoneNumbers", true, "Nina Dal", "", "nina@fjord.example"},
           Case{2, "Emails", true, "Nina Dal", "+47 55 11", "nina.dal"},
       }) {
    std::vector<std::string> forms{"", "<" + c.name + " i:nil=\"true\"/>", "<" + c.name + "/>"};
    if (c.is_list) forms.push_back("<" + c.name + items + c.name + ">");
    for (const std::string& form : forms) {
      CAPTURE(c.name);
      CAPTURE(form);
      GateFixture emulator;
      std::vector<std::string> info = known;
      info[c.at] = form;
      const Reply reply =
          emulator.call(emulator.login("ADM0", "adm0"), "ResolveUserFromInfo",
                        element("ContactId", "2") + info[0] + info[1] + info[2] +
                            element("UserType", "ExternalAssociate") + password("first"));
      CHECK(outcome_of(reply) == "ok");
      CHECK(reply.result("Response/PersonCreated") == "true");
      CHECK(user_field(emulator, 1001, "Person/FullName") == c.full_name);
      CHECK(user_field(emulator, 1001, "Person/DirectPhone") == c.phone);
      CHECK(user_field(emulator, 1001, "UserName") == c.user_name);
    }
  }
}
