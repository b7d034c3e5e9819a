#include <doctest/doctest.h>

#include "tests/server/operations/external_user_calls.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

using Texts = std::vector<std::string>;

Reply by_person(GateFixture& emulator, const std::string& parameters) {
  return emulator.call(emulator.login("ADM0", "adm0"), "GetUserFromPersonId", parameters);
}
Reply by_person(GateFixture& emulator, int id) {
  return by_person(emulator, element("PersonId", std::to_string(id)));
}

Reply by_service_id(GateFixture& emulator, const std::string& parameters) {
  return emulator.call(emulator.login("ADM0", "adm0"), "GetUserFromEjUserId", parameters);
}

void set_service_id(GateFixture& emulator, int associate_id, int ej_user_id) {
  auto user = emulator.store().associates.find(associate_id).value();
  user.ej_user_id = ej_user_id;
  emulator.store().associates.save(user, {});
}

Texts ids_in(const Reply& reply) { return reply.texts("Body/*/Response/User/AssociateId"); }

/// That the list has one user, the same as GetUser shows it.
void check_shows(GateFixture& emulator, const Reply& list, int id) {
  const Reply user = emulator.call(emulator.login("ADM0", "adm0"), "GetUser",
                                   element("UserId", std::to_string(id)));
  CHECK(ids_in(list) == Texts{std::to_string(id)});
  CHECK(list.texts("Body/*/Response/User/*") == user.texts("Body/*/Response/*"));
}

/// An empty list, not nil.
void check_empty(const Reply& reply) {
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.result("Response") == "");
  CHECK(ids_in(reply) == Texts{});
}

}  // namespace

TEST_CASE("GetUserFromPersonId: the user of a person, whole") {
  GateFixture emulator;
  const Reply reply = by_person(emulator, 501);
  CHECK(outcome_of(reply) == "ok");
  CHECK(ids_in(reply) == Texts{"101"});
  CHECK(reply.result("Response/User/Name") == "ext1@fjord.example");
  CHECK(reply.result("Response/User/Person/PersonId") == "501");
  CHECK(reply.result("Response/User/Role/Id") == "10");
}

TEST_CASE("GetUserFromPersonId: every user of the person, retired ones too, by id") {
  GateFixture emulator;
  store::Associate other;
  other.name = other.user_name = other.name_key = other.user_name_key = "kari";
  other.person_id = 501;
  other.deleted = true;
  emulator.store().associates.save(other, {});
  CHECK(ids_in(by_person(emulator, 501)) == Texts{"101", "1001"});
}

TEST_CASE("GetUserFromPersonId: nobody is an empty list") {
  GateFixture emulator;
  for (const int id : {504, 99999, 0, -1}) {
    CAPTURE(id);
    check_empty(by_person(emulator, id));
  }
  check_empty(by_person(emulator, ""));
}

TEST_CASE("GetUserFromPersonId: shows what the other operations made of the person's user") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const auto make = [&](const std::string& operation, const std::string& rest) {
    REQUIRE(outcome_of(emulator.call(admin, operation, element("AssociateId", "1001") + rest)) ==
            "ok");
  };
  REQUIRE(outcome_of(emulator.call(admin, "CreateExternalUser", NewUser{}.xml())) == "ok");
  check_shows(emulator, by_person(emulator, 504), 1001);
  make("SetExternalUserInfo",
       element("UserName", "renamed") + element("ExternalUserInfoModification", "UserName"));
  check_shows(emulator, by_person(emulator, 504), 1001);
  CHECK(by_person(emulator, 504).result("Response/User/UserName") == "renamed");
  make("MakeRetired", element("Retired", "true"));
  check_shows(emulator, by_person(emulator, 504), 1001);
  CHECK(by_person(emulator, 504).result("Response/User/Deleted") == "true");
  make("DeleteExternalUser", "");
  check_empty(by_person(emulator, 504));
}

TEST_CASE("GetUserFromEjUserId: shows the number that SaveUser stored, and no longer the old one") {
  GateFixture emulator;
  SentUser kari = seeded_ext1();
  for (const int number : {7, 8}) {
    CAPTURE(number);
    kari.ej_user_id = number;
    REQUIRE(outcome_of(save(emulator, emulator.login("ADM0", "adm0"), kari)) == "ok");
    check_shows(emulator, by_service_id(emulator, element("EjUserId", std::to_string(number))),
                101);
  }
  check_empty(by_service_id(emulator, element("EjUserId", "7")));
}

TEST_CASE("GetUserFromEjUserId: the users with that number, by id") {
  GateFixture emulator;
  set_service_id(emulator, 102, 7);
  set_service_id(emulator, 12, 7);
  set_service_id(emulator, 13, 8);
  const Reply reply = by_service_id(emulator, element("EjUserId", "7"));
  CHECK(outcome_of(reply) == "ok");
  CHECK(ids_in(reply) == Texts{"12", "102"});
  CHECK(reply.texts("Body/*/Response/User/EjUserId") == Texts{"7", "7"});
}

TEST_CASE("GetUserFromEjUserId: 0 is the number of nobody, though many have none") {
  GateFixture emulator;
  for (const std::string& parameters :
       {element("EjUserId", "0"), element("EjUserId", "99"), std::string()}) {
    CAPTURE(parameters);
    check_empty(by_service_id(emulator, parameters));
  }
}

TEST_CASE("GetUserFromPersonId, GetUserFromEjUserId: any ticket is enough, and one is needed") {
  GateFixture emulator;
  set_service_id(emulator, 12, 7);
  const std::string ext1 = emulator.login("ext1@fjord.example", "ext1");
  for (const auto& [operation, parameters] :
       {std::pair<std::string, std::string>{"GetUserFromPersonId", element("PersonId", "148")},
        {"GetUserFromEjUserId", element("EjUserId", "7")}}) {
    CAPTURE(operation);
    CHECK(ids_in(emulator.call(ext1, operation, parameters)) == Texts{"12"});
    CHECK(outcome_of(emulator.call("", operation, parameters)) == "SoSessionException");
  }
}
