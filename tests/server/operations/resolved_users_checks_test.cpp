#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/resolve_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

struct Refusal {
  std::string what;
  Sought sought;
  std::string outcome, message;
};

/// Each changes nothing.
void check_each(GateFixture& emulator, const std::string& ticket,
                const std::vector<Refusal>& refusals) {
  const Cells before = Cells::of(emulator.store());
  for (const Refusal& refusal : refusals) {
    CAPTURE(refusal.what);
    const Reply reply = resolve(emulator, ticket, refusal.sought);
    CHECK(outcome_of(reply) == refusal.outcome);
    CHECK(reply.message() == refusal.message);
    CHECK(reply.result("Response") == "(nil)");
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

const std::string argument = "SoInvalidArgumentException ";
const std::string missing_type = "All associates/users must have a type";
const std::string no_person = "An anonymous or system user cannot be a contact";
const std::string wrong_type = "The user has the wrong user type";
const std::string employee = "InternalAssociate";

Sought with_credential(const std::string& credential, const std::string& type) {
  Sought sought{type == employee ? 1 : 2};
  sought.type = type;
  sought.credential = credential;
  return sought;
}

Sought of_type(const std::string& type) {
  Sought sought;
  sought.type = type;
  return sought;
}

}  // namespace

TEST_CASE("ResolveUserFromInfo: contact, credential and a type of persons are needed") {
  GateFixture emulator;
  const std::string external = "ExternalAssociate";
  check_each(emulator, emulator.login("ADM0", "adm0"),
             {
                 {"no contact", {0}, argument + "ContactId", "ContactId is missing"},
                 {"unknown contact", {99}, "SoNotFoundException", "Contact id 99 not found"},
                 {"no credential", with_credential("", external), argument + "Credential",
                  "Credential is missing"},
                 {"nil", with_credential("<Credential i:nil=\"true\"/>", external),
                  argument + "Credential", "Credential is missing"},
                 {"no type", of_type(""), argument + "UserType", missing_type},
                 {"Unknown", of_type("Unknown"), argument + "UserType", missing_type},
                 {"System", of_type("SystemAssociate"), argument + "UserType", no_person},
                 {"Anonymous", of_type("AnonymousAssociate"), argument + "UserType", no_person},
                 {"Resource", of_type("ResourceAssociate"), argument + "UserType", no_person},
             });
}

TEST_CASE("ResolveUserFromInfo: the credential must be one that the user can have") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const auto outcome = [&](const std::string& credential, const std::string& type) {
    const Cells before = Cells::of(emulator.store());
    const Reply reply = resolve(emulator, admin, with_credential(credential, type));
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
    return outcome_of(reply);
  };
  CHECK(outcome("<Credential/>", employee) == argument + "Type");
  CHECK(outcome(credential("Ticket", "x", ""), employee) == argument + "Type");
  CHECK(outcome(directory_user("x", ""), "ExternalAssociate") == argument + "Type");
  CHECK(outcome(directory_user("", ""), employee) == argument + "Value");
}

TEST_CASE("ResolveUserFromInfo: a user of another type is not the one that is sought") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  Sought ada{1, "Ada Moe", {}, {}};
  Sought kari{2, "Kari Nord", {}, {}, employee};
  check_each(emulator, admin,
             {{"an employee", ada, argument + "UserType", wrong_type},
              {"an external user", kari, argument + "UserType", wrong_type}});
}

TEST_CASE("ResolveUserFromInfo: a person with two users is the one of the type that is sought") {
  GateFixture emulator;
  store::Associate other;
  other.name = other.user_name = other.name_key = other.user_name_key = "ada";
  other.person_id = 147;
  other.type = store::AssociateType::external_person;
  emulator.store().associates.save(other, {});
  const std::string admin = emulator.login("ADM0", "adm0");
  CHECK(resolve(emulator, admin, {1, "Ada Moe", {}, {}}).result("Response/User/AssociateId") ==
        "1001");
  CHECK(resolve(emulator, admin, {1, "Ada Moe", {}, {}, employee})
            .result("Response/User/AssociateId") == "11");
}

TEST_CASE("ResolveUserFromInfo: what a new user cannot be is refused, and no person is left") {
  GateFixture emulator;
  auto person = emulator.store().persons.find(504).value();
  person.retired = true;
  emulator.store().persons.save(person, {});
  Sought retired{2, "Free Person 504", {}, {}};
  Sought long_name{2, std::string(100, 'x')};
  check_each(
      emulator, emulator.login("ADM0", "adm0"),
      {
          {"employee of another company",
           {2, "New One", {}, {}, employee},
           argument + "PersonId",
           "Only external associates can be persons belonging to companies that are not owner "
           "companies."},
          {"former employee", retired, "SoIllegalOperationException",
           "This associate is marked as a former employee and cannot be modified."},
          {"name of 100 letters", long_name, argument + "PersonName",
           "PersonName is too long: at most 99 characters"},
      });
}

TEST_CASE("ResolveUserFromInfo: a retired user is found as it is") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  emulator.call(admin, "MakeRetired", element("AssociateId", "101") + element("Retired", "true"));
  const Reply reply = resolve(emulator, admin, {2, "Kari Nord", {}, {}});
  CHECK(reply.result("Response/User/AssociateId") == "101");
  CHECK(reply.result("Response/User/Deleted") == "true");
}

TEST_CASE(
    "ResolveUserFromInfo: external administrators resolve in their company, admin-users all") {
  const std::string ext3 = "ext3@nordlys.example";
  const std::string refused = "SoIllegalOperationException";
  struct Case {
    std::string user, password;
    Sought sought;
    std::string outcome;
  };
  for (const Case& c : {
           Case{ext3, "ext3", {3}, "ok"},
           Case{ext3, "ext3", {3, "Ingrid Berg", {}, {}}, "ok"},
           Case{ext3, "ext3", {2}, refused},
           Case{ext3, "ext3", {3, "New", {}, {}, employee}, refused},
           Case{ext3, "ext3", {99}, "SoNotFoundException"},
           Case{"USR8", "usr8", {1, "New", {}, {}, employee}, "ok"},
           Case{"SYS0", "sys0", {2}, "ok"},
           Case{"SAL1", "sal1", {2}, refused},
           Case{"ext1@fjord.example", "ext1", {2}, refused},
           Case{"nobody", "", {2}, "SoSessionException"},
       }) {
    CAPTURE(c.user);
    CAPTURE(c.sought.contact_id);
    GateFixture emulator;
    const std::string ticket = emulator.login(c.user, c.password);
    CHECK(outcome_of(resolve(emulator, ticket, c.sought)) == c.outcome);
  }
}
