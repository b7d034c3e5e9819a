#include "server/operations/user_lookup.h"

#include <doctest/doctest.h>

#include "server/domain/fault.h"
#include "tests/support/call_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// The message of the fault; `ok` without one.
template <class Work>
std::string fault_of(Work work) {
  try {
    work();
    return "ok";
  } catch (const Fault& fault) {
    return fault.message;
  }
}

constexpr const char* refused =
    "The currently logged-on user is not permitted to perform this operation";

}  // namespace

TEST_CASE("User look-up: an external user is found by id and by name in any case") {
  CallFixture admin(11);
  CHECK(managed_external_user(admin.call, 101).id == 101);
  CHECK(managed_external_user(admin.call, "EXT1@fjord.example").id == 101);
}

TEST_CASE("User look-up: existence, the caller's company and the type, in this order") {
  struct Case {
    int caller, associate_id;
    std::string outcome;
  };
  for (const Case& c : {
           Case{11, 101, "ok"},
           Case{11, 99999, "Associate id 99999 not found"},
           Case{11, 12, "The user has the wrong user type"},
           Case{11, 14, "The user has the wrong user type"},
           Case{103, 103, "ok"},
           Case{103, 99999, "Associate id 99999 not found"},
           Case{103, 101, refused},
           Case{103, 12, refused},
           Case{103, 14, refused},  // No company is not the same company.
           Case{12, 101, refused},
       }) {
    CAPTURE(c.caller);
    CAPTURE(c.associate_id);
    CallFixture caller(c.caller);
    CHECK(fault_of([&] { managed_external_user(caller.call, c.associate_id); }) == c.outcome);
  }
}

TEST_CASE("User look-up: a user of any type is found by id and name, then rights are asked") {
  const std::string manage = "The current user is not permitted to administrate users of type ";
  struct Case {
    int caller, associate_id;
    std::string name, outcome;
  };
  for (const Case& c : {
           Case{11, 12, "sal1", "ok"},
           Case{11, 11, "ADM0", "ok"},
           Case{11, 14, "SYS0", "ok"},
           Case{13, 102, "EXT2@fjord.example", "ok"},
           Case{103, 103, "ext3@nordlys.example", "ok"},
           Case{103, 101, "ext1@fjord.example", refused},
           Case{103, 11, "ADM0", manage + "InternalAssociate"},
           Case{103, 15, "ANON", manage + "AnonymousAssociate"},
       }) {
    CAPTURE(c.caller);
    CAPTURE(c.name);
    CallFixture caller(c.caller);
    std::vector<int> found;
    CHECK(fault_of([&] { found.push_back(managed_user(caller.call, c.associate_id).id); }) ==
          c.outcome);
    CHECK(fault_of([&] { found.push_back(managed_user(caller.call, c.name).id); }) == c.outcome);
    CHECK(found == std::vector<int>(c.outcome == "ok" ? 2 : 0, c.associate_id));
  }
  CallFixture external(103);
  CHECK(fault_of([&] { managed_user(external.call, 9); }) == "Associate id 9 not found");
  CHECK(fault_of([&] { managed_user(external.call, "who"); }) == "Associate name who not found");
}

TEST_CASE("User look-up: a fault names the argument that the associate was named by") {
  CallFixture admin(11);
  const auto argument_of = [](auto work) -> std::string {
    try {
      work();
      return "none";
    } catch (const Fault& fault) {
      return fault.parameters.at(0).second;
    }
  };
  CHECK(argument_of([&] { managed_external_user(admin.call, 12); }) == "AssociateId");
  CHECK(argument_of([&] { managed_external_user(admin.call, "SAL1"); }) == "AssociateName");
}

TEST_CASE("User look-up: the company of an associate is that of its person") {
  GateFixture emulator;
  const auto company_of = [&](int id) {
    return contact_of(emulator.store(), emulator.store().associates.find(id).value());
  };
  CHECK(company_of(11) == 1);
  CHECK(company_of(101) == 2);
  CHECK(company_of(103) == 3);
  CHECK(company_of(14) == 0);
}

TEST_CASE("User look-up: a name is taken by whoever has it, in any case, but oneself") {
  GateFixture emulator;
  struct Case {
    std::string name;
    int associate_id;
    bool taken;
  };
  for (const Case& c : {Case{"free", 0, false}, Case{"ADM0", 0, true}, Case{"adm0", 0, true},
                        Case{"ADM0", 11, false}, Case{"adm0", 11, false}, Case{"ADM0", 12, true}}) {
    CAPTURE(c.name);
    CHECK(is_name_taken(emulator.store(), c.name, c.associate_id) == c.taken);
  }
}

TEST_CASE("User look-up: roles for external users are there, not deleted, and of their type") {
  GateFixture emulator;
  struct Case {
    int role_id;
    std::string outcome;
  };
  for (const Case& c : {Case{10, "ok"}, Case{13, "ok"}, Case{14, "The role 14 does not exist."},
                        Case{0, "The role 0 does not exist."},
                        Case{1, "The role must be of type ExternalUser: 1 is not."}}) {
    CHECK(fault_of([&] { require_external_role(emulator.store(), c.role_id); }) == c.outcome);
  }
}
