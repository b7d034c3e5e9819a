#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string of_employees = "superoffice.user";
const std::string of_external_users = "superoffice.extern-user-cal";
const std::string of_administrators = "superoffice.admin-extern-user";

std::vector<std::string> licenses_of(GateFixture& emulator, int id) {
  return emulator.store().licenses.names_of(id);
}

void set_number(GateFixture& emulator, const std::string& name, int number) {
  auto license = emulator.store().licenses.find_by_name(name).value();
  license.number = number;
  emulator.store().licenses.save(license, {});
}

/// A field of the licence in GetUser's answer about a user.
std::string field_of(GateFixture& emulator, int id, const std::string& license,
                     const std::string& field) {
  const Reply reply = emulator.call(emulator.login("ADM0", "adm0"), "GetUser",
                                    element("UserId", std::to_string(id)));
  const std::string owner = "Body/*/Response/LicenseOwners/LicenseOwner/";
  for (const auto* const list : {"RestrictedModuleLicenses", "UnrestrictedModuleLicenses"}) {
    const std::string path = owner + list + "/ModuleLicenseLink/";
    const auto names = reply.texts(path + "Name");
    const auto fields = reply.texts(path + field);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == license) return fields.at(i);
    }
  }
  return "(none)";
}

}  // namespace

TEST_CASE("SaveUser: gives the licences that are Assigned, and takes the others") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  SentUser user = seeded_ext1();
  user.licenses = {of_administrators};
  REQUIRE(outcome_of(save(emulator, ticket, user)) == "ok");
  CHECK(licenses_of(emulator, 101) == std::vector<std::string>{of_administrators});
  CHECK(field_of(emulator, 101, of_administrators, "Assigned") == "true");
  CHECK(field_of(emulator, 101, of_administrators, "InUse") == "2");
  CHECK(field_of(emulator, 101, of_administrators, "Free") == "8");
  CHECK(field_of(emulator, 101, of_external_users, "Assigned") == "false");
  CHECK(emulator.login("ext1@fjord.example", "ext1") == "");
  user.licenses = {of_administrators, of_external_users};
  REQUIRE(outcome_of(save(emulator, ticket, user)) == "ok");
  CHECK(licenses_of(emulator, 101) ==
        std::vector<std::string>{of_external_users, of_administrators});
  CHECK(emulator.login("ext1@fjord.example", "ext1") != "");
}

TEST_CASE("SaveUser: a licence is known by its id, without one by its name") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const auto save_with = [&](const std::string& link) {
    std::string xml = seeded_ext1().xml();
    const std::string own = element("Assigned", "true") + element("Name", of_external_users);
    const auto at = xml.find(own);
    REQUIRE(at != std::string::npos);
    return outcome_of(emulator.call(ticket, "SaveUser", xml.replace(at, own.size(), link)));
  };
  CHECK(save_with("<Assigned>true</Assigned><ModuleLicenseId>9</ModuleLicenseId>"
                  "<Name>superoffice.extern-user-cal</Name>") == "ok");
  CHECK(licenses_of(emulator, 101) == std::vector<std::string>{of_administrators});
  CHECK(save_with("<Assigned>true</Assigned><Name>SUPEROFFICE.EXTERN-USER-CAL</Name>") == "ok");
  CHECK(licenses_of(emulator, 101) == std::vector<std::string>{of_external_users});
  // What is not Assigned is not asked for, whatever it is.
  CHECK(save_with("<ModuleLicenseId>77</ModuleLicenseId>") == "ok");
  CHECK(licenses_of(emulator, 101).empty());
}

TEST_CASE("SaveUser: a licence that cannot be given is refused, and nothing changes") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  struct Case {
    std::string license, message;
  };
  for (const Case& c : {
           Case{of_employees, "User (superoffice.user)"},
           Case{"superoffice.system-user-cal",
                "Access for system users (superoffice.system-user-cal)"},
           Case{"superoffice.server", "Server (superoffice.server)"},
           Case{"superoffice.unknown", "superoffice.unknown (0)"},
       }) {
    CAPTURE(c.license);
    SentUser user = seeded_ext1();
    user.name = "changed";
    user.licenses = {of_external_users, c.license};
    const Cells before = Cells::of(emulator.store());
    const Reply reply = save(emulator, ticket, user);
    CHECK(outcome_of(reply) == "SoLicenseException");
    CHECK(reply.message() == "Cannot assign module licence " + c.message + " to the user");
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("SaveUser: no more licences than there are; who has one keeps it") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  set_number(emulator, of_employees, 3);
  SentUser user = employee(new_colleague(emulator));
  user.licenses = {of_employees};
  CHECK(save(emulator, ticket, user).message() ==
        "Cannot assign module licence User (superoffice.user) to the user");
  CHECK(outcome_of(save(emulator, ticket, seeded_sal1())) == "ok");
  SentUser without = seeded_sal1();
  without.licenses = {};
  REQUIRE(outcome_of(save(emulator, ticket, without)) == "ok");
  CHECK(outcome_of(save(emulator, ticket, user)) == "ok");
  CHECK(outcome_of(save(emulator, ticket, seeded_sal1())) == "SoLicenseException");
}

TEST_CASE("SaveUser: a licence whose prerequisite the installation lacks is void") {
  GateFixture emulator;
  auto site = emulator.store().licenses.find_by_name("superoffice.extern-user").value();
  site.number = 0;
  site.unrestricted = false;
  emulator.store().licenses.save(site, {});
  SentUser user;
  user.licenses = {of_external_users};
  CHECK(save(emulator, emulator.login("ADM0", "adm0"), user).message() ==
        "Cannot assign module licence Access for external users (superoffice.extern-user-cal) to "
        "the user");
}

TEST_CASE("SaveUser: Deleted retires a user, who loses its licences and its way in") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string of_sal1 = emulator.login("SAL1", "sal1");
  SentUser user = seeded_sal1();
  user.deleted = true;
  const Reply reply = save(emulator, ticket, user);
  REQUIRE(outcome_of(reply) == "ok");
  CHECK(reply.result("Response/Deleted") == "true");
  CHECK(reply.result("Response/IsPersonRetired") == "false");
  CHECK(licenses_of(emulator, 12).empty());
  CHECK(emulator.login("SAL1", "sal1") == "");
  CHECK(emulator.call(of_sal1, "GetRole", "").succeeded() == "false");

  CHECK(save(emulator, ticket, user).message() ==
        "This associate is marked as a former employee and cannot be modified.");
  user.deleted = false;
  REQUIRE(outcome_of(save(emulator, ticket, user)) == "ok");
  CHECK(licenses_of(emulator, 12) == std::vector<std::string>{of_employees});
  CHECK(emulator.login("SAL1", "sal1") != "");
}

TEST_CASE("SaveUser: a retired user holds nothing, not even what no client is shown") {
  GateFixture emulator;
  auto license = emulator.store().licenses.find_by_name(of_administrators).value();
  license.hidden = true;
  license.allowed_type.reset();
  emulator.store().licenses.save(license, {});
  emulator.store().licenses.assign(12, of_administrators, {});
  SentUser user = seeded_sal1();
  user.deleted = true;
  REQUIRE(outcome_of(save(emulator, emulator.login("ADM0", "adm0"), user)) == "ok");
  CHECK(licenses_of(emulator, 12).empty());
}

TEST_CASE("SaveUser: a user comes back only with licences that are left") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  SentUser user = seeded_sal1();
  user.deleted = true;
  REQUIRE(outcome_of(save(emulator, ticket, user)) == "ok");
  set_number(emulator, of_employees, 2);
  user.deleted = false;
  const Reply reply = save(emulator, ticket, user);
  CHECK(outcome_of(reply) == "SoLicenseException");
  CHECK(reply.message() == "There are not enough 'User' licences available to undelete the user.");
  CHECK(user_field(emulator, 12, "Deleted") == "true");
  user.licenses = {};
  CHECK(outcome_of(save(emulator, ticket, user)) == "ok");
}

TEST_CASE("SaveUser: who was made retired as a person comes back by MakeRetired alone") {
  GateFixture emulator;
  auto person = emulator.store().persons.find(148).value();
  person.retired = true;
  emulator.store().persons.save(person, {});
  const Reply reply = save(emulator, emulator.login("ADM0", "adm0"), seeded_sal1());
  CHECK(outcome_of(reply) == "SoIllegalOperationException");
  CHECK(reply.message() == "This associate is marked as a former employee and cannot be modified.");
}
