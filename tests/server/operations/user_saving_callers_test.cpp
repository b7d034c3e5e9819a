#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

struct Who {
  std::string name, password;
};

const std::string illegal = "SoIllegalOperationException";
const std::string not_permitted =
    "The currently logged-on user is not permitted to perform this operation";

std::string not_of_type(const std::string& type) {
  return "The current user is not permitted to administrate users of type " + type;
}

SentUser ext3() {
  SentUser user{103, "ExternalAssociate", "ext3@nordlys.example", "ext3@nordlys.example", 503, 13};
  user.licenses = {"superoffice.extern-user-cal", "superoffice.admin-extern-user"};
  return user;
}

}  // namespace

TEST_CASE("SaveUser: administrators, user administrators and system users save all users") {
  for (const Who& one : {Who{"ADM0", "adm0"}, Who{"USR8", "usr8"}, Who{"SYS0", "sys0"}}) {
    CAPTURE(one.name);
    GateFixture emulator;
    const std::string ticket = emulator.login(one.name, one.password);
    for (const SentUser& user : {seeded_sal1(), seeded_ext1(), seeded_sys0(), SentUser{},
                                 SentUser{0, "SystemAssociate", "robot", "robot", 0, 12}}) {
      CAPTURE(user.name);
      CHECK(outcome_of(save(emulator, ticket, user)) == "ok");
    }
  }
}

TEST_CASE("SaveUser: an external administrator saves the external users of its company alone") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ext3@nordlys.example", "ext3");
  struct Case {
    std::string what;
    SentUser user;
    std::string message;
  };
  SentUser elsewhere;
  SentUser here;
  here.person_id = 511;
  SentUser nobody;
  nobody.person_id = 9999;
  for (const Case& c : {
           Case{"itself", ext3(), "(none)"},
           Case{"a new colleague", here, "(none)"},
           Case{"one elsewhere", seeded_ext1(), not_permitted},
           Case{"a new one elsewhere", elsewhere, not_permitted},
           Case{"a new one who is nobody", nobody, not_permitted},
           Case{"an employee", seeded_sal1(), not_of_type("InternalAssociate")},
           Case{"a new employee", employee(504), not_of_type("InternalAssociate")},
           Case{"a system user", seeded_sys0(), not_of_type("SystemAssociate")},
       }) {
    CAPTURE(c.what);
    const Cells before = Cells::of(emulator.store());
    const Reply reply = save(emulator, ticket, c.user);
    CHECK(reply.message() == c.message);
    CHECK(outcome_of(reply) == (c.message == "(none)" ? "ok" : illegal));
    if (c.message != "(none)") {
      CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
    }
  }
}

TEST_CASE("SaveUser: an employee with the licence for it saves external users, and no others") {
  GateFixture emulator;
  emulator.store().licenses.assign(12, "superoffice.admin-extern-user", {});
  const std::string ticket = emulator.login("SAL1", "sal1");
  CHECK(outcome_of(save(emulator, ticket, seeded_ext1())) == "ok");
  CHECK(save(emulator, ticket, seeded_sal1()).message() == not_of_type("InternalAssociate"));
}

TEST_CASE("SaveUser: others are refused before anything is looked at") {
  GateFixture emulator;
  for (const Who& one : {Who{"SAL1", "sal1"}, Who{"ext1@fjord.example", "ext1"}}) {
    CAPTURE(one.name);
    CHECK(save(emulator, emulator.login(one.name, one.password), SentUser{99999}).message() ==
          not_permitted);
  }
}

TEST_CASE("SaveUser: nobody changes its own role, nor retires itself") {
  GateFixture emulator;
  const std::string ticket = emulator.login("USR8", "usr8");
  SentUser user{13, "InternalAssociate", "USR8", "USR8", 149, 8, 1};
  user.licenses = {"superoffice.user"};
  CHECK(outcome_of(save(emulator, ticket, user)) == "ok");
  user.role_id = 1;
  const Reply role = save(emulator, ticket, user);
  CHECK(outcome_of(role) == illegal);
  CHECK(role.message() ==
        "You cannot change your own role; this might make it impossible to log in to SuperOffice "
        "Administration again.");
  user.role_id = 8;
  user.deleted = true;
  const Reply deleted = save(emulator, ticket, user);
  CHECK(outcome_of(deleted) == illegal);
  CHECK(deleted.message() == "The current user cannot delete him/herself");
  user.deleted = false;
  user.tooltip = "Manages users";
  CHECK(outcome_of(save(emulator, ticket, user)) == "ok");
}

TEST_CASE("SaveUserFromName: the name says who it is, in any case, whatever the id") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  auto associate = emulator.store().associates.find(12).value();
  associate.user_name = "Siri@emulator.example";
  associate.user_name_key = "siri@emulator.example";
  emulator.store().associates.save(associate, {});
  SentUser user = seeded_sal1();
  int rank = 20;
  for (const int id : {12, 0, 99999}) {
    for (const std::string name : {"SAL1", "sal1", "siri@EMULATOR.example"}) {
      CAPTURE(id);
      CAPTURE(name);
      user.id = id;
      user.rank = ++rank;
      user.user_name = "Siri@emulator.example";
      const Reply reply =
          emulator.call(ticket, "SaveUserFromName", element("UserName", name) + user.xml());
      CHECK(outcome_of(reply) == "ok");
      CHECK(reply.result("Response/AssociateId") == "12");
      CHECK(user_field(emulator, 12, "Rank") == std::to_string(rank));
    }
  }
  // Whose data it is does not pass unnoticed.
  CHECK(outcome_of(
            emulator.call(ticket, "SaveUserFromName", element("UserName", "USR8") + user.xml())) ==
        "SoInvalidArgumentException PersonId");
}

TEST_CASE("SaveUserFromName: an unknown name makes no user") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  struct Case {
    std::string xml, message;
  };
  for (const Case& c : {Case{element("UserName", "nobody"), "Associate name nobody not found"},
                        Case{element("UserName", ""), "Associate name  not found"},
                        Case{"<UserName i:nil=\"true\"/>", "Associate name  not found"},
                        Case{"", "Associate name  not found"}}) {
    CAPTURE(c.xml);
    const Reply reply = emulator.call(ticket, "SaveUserFromName", c.xml + SentUser{}.xml());
    CHECK(outcome_of(reply) == "SoNotFoundException");
    CHECK(reply.message() == c.message);
  }
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("SaveUserFromName: an external administrator is held to its company as well") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ext3@nordlys.example", "ext3");
  CHECK(emulator
            .call(ticket, "SaveUserFromName",
                  element("UserName", "ext1@fjord.example") + seeded_ext1().xml())
            .message() == not_permitted);
  CHECK(outcome_of(emulator.call(ticket, "SaveUserFromName",
                                 element("UserName", "EXT3@nordlys.example") + ext3().xml())) ==
        "ok");
}
