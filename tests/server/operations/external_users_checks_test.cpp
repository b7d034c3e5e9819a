#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string bad_name = element("UserName", "ADM0");
const std::string good_name = element("UserName", "kari@fjord.example");
const std::string bad_role = element("RoleId", "1");
const std::string good_role = element("RoleId", "13");

}  // namespace

TEST_CASE("SetExternalUserInfo: checks come in their order, and the first that fails is told") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const std::string without_rights = emulator.login("SAL1", "sal1");
  struct Case {
    std::string what, ticket;
    int associate_id;
    std::string values, flags, outcome;
  };
  const std::string all_bad = bad_name + bad_role;
  for (const Case& c : {
           Case{"ticket before rights", "garbled", 99999, all_bad, "UserName Role",
                "SoSessionException"},
           Case{"rights before existence", without_rights, 99999, all_bad, "UserName Role",
                "SoIllegalOperationException"},
           Case{"rights before type", without_rights, 11, all_bad, "UserName Role",
                "SoIllegalOperationException"},
           Case{"existence before name", admin, 99999, all_bad, "UserName Role",
                "SoNotFoundException"},
           Case{"existence without flags", admin, 99999, "", "", "SoNotFoundException"},
           Case{"associate 0", admin, 0, "", "", "SoNotFoundException"},
           Case{"negative associate", admin, -1, "", "", "SoNotFoundException"},
           Case{"type before name", admin, 12, all_bad, "UserName Role",
                "SoInvalidArgumentException AssociateId"},
           Case{"type without flags", admin, 11, "", "", "SoInvalidArgumentException AssociateId"},
           Case{"type of a system user", admin, 14, good_role, "Role",
                "SoInvalidArgumentException AssociateId"},
           Case{"type of the anonymous user", admin, 15, "", "UndefinedValue16",
                "SoInvalidArgumentException AssociateId"},
           Case{"name before role", admin, 101, all_bad, "Role UserName",
                "SoInvalidArgumentException UserName"},
           Case{"role last", admin, 101, good_name + bad_role, "Role UserName",
                "SoInvalidArgumentException RoleId"},
       }) {
    CAPTURE(c.what);
    const Cells before = Cells::of(emulator.store());
    CHECK(outcome_of(emulator.call(c.ticket, "SetExternalUserInfo",
                                   set_info(c.associate_id, c.values, c.flags))) == c.outcome);
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("SetExternalUserInfo: the texts of what it refuses") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const auto message = [&](const std::string& ticket, int associate_id) {
    return emulator.call(ticket, "SetExternalUserInfo", set_info(associate_id, "", "")).message();
  };
  CHECK(message("", 101) == "Authentication failed!");
  CHECK(message(emulator.login("SAL1", "sal1"), 101) ==
        "The currently logged-on user is not permitted to perform this operation");
  CHECK(message(admin, 99999) == "Associate id 99999 not found");
  CHECK(message(admin, 11) == "The user has the wrong user type");
}

TEST_CASE("SetExternalUserInfo: nothing is changed in part when the last check fails") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  const std::string values =
      good_name + element("Password", "new") + element("IsActive", "false") + bad_role;
  CHECK(outcome_of(emulator.call(
            admin, "SetExternalUserInfo",
            set_info(101, values, "UserName Password Role Active UndefinedValue16"))) ==
        "SoInvalidArgumentException RoleId");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  CHECK(emulator.login("ext1@fjord.example", "ext1") != "");
}

TEST_CASE("SetExternalUserInfo: the role must be there, not deleted, and for external users") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  struct Case {
    std::string what, part;
  };
  for (const Case& c : {
           Case{"absent", ""},
           Case{"0", element("RoleId", "0")},
           Case{"negative", element("RoleId", "-10")},
           Case{"unknown", element("RoleId", "99")},
           Case{"deleted", element("RoleId", "14")},
           Case{"of employees", element("RoleId", "1")},
           Case{"of anonymous users", element("RoleId", "11")},
           Case{"of system users", element("RoleId", "12")},
       }) {
    CAPTURE(c.what);
    const Cells before = Cells::of(emulator.store());
    CHECK(outcome_of(emulator.call(admin, "SetExternalUserInfo", set_info(101, c.part, "Role"))) ==
          "SoInvalidArgumentException RoleId");
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
}

TEST_CASE("SetExternalUserInfo: unwrapped, a refusal is a SOAP fault and changes nothing") {
  ServiceSettings settings;
  settings.wrap_exceptions = false;
  GateFixture emulator(settings);
  const std::string admin = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(admin, "SetExternalUserInfo", set_name(101, "ADM0"));
  CHECK(reply.status() == 500);
  CHECK(reply.text("Body/Fault/faultstring") == "There is already a user with the same name.");
  CHECK(reply.text("Body/Fault/detail/ExceptionDetail/Type") ==
        "SuperOffice.Exceptions.SoInvalidArgumentException");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}
