#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

std::string contact(int id) { return element("ContactId", std::to_string(id)); }

}  // namespace

TEST_CASE("AddOwnerContact: the company is one from then on, and nothing else changes") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(admin, "AddOwnerContact", contact(2));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.texts("Body/AddOwnerContactResponse/*").empty());
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) == "OwnerContactLink[2]");
  CHECK(after.at("OwnerContactLink[2].registered") == "2026-01-15T09:00:00");
  CHECK(after.at("OwnerContactLink[2].registered_associate_id") == "11");
}

TEST_CASE("RemoveOwnerContact: the company is none any more, one with employees and the last too") {
  GateFixture emulator;
  const std::string admin = emulator.login("SYS0", "sys0");
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(admin, "RemoveOwnerContact", contact(1));
  CHECK(outcome_of(reply) == "ok");
  CHECK(reply.texts("Body/RemoveOwnerContactResponse/*").empty());
  CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) == "OwnerContactLink[1]");
  CHECK(emulator.store().owner_contacts.list().empty());
  CHECK(emulator.login("ADM0", "adm0") != "");
}

TEST_CASE("Owner contacts: only persons of such a company become employees, who may then stay") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  SentUser kari = employee(504);
  CHECK(outcome_of(save(emulator, admin, kari)) == "SoInvalidArgumentException PersonId");
  emulator.call(admin, "AddOwnerContact", contact(2));
  const Reply saved = save(emulator, admin, kari);
  CHECK(outcome_of(saved) == "ok");
  emulator.call(admin, "RemoveOwnerContact", contact(2));
  kari.id = std::stoi(saved.result("Response/AssociateId"));
  kari.tooltip = "Kari";
  CHECK(save(emulator, admin, kari).result("Response/Tooltip") == "Kari");
  SentUser other = employee(505);
  other.name = other.user_name = "OTHER";
  CHECK(outcome_of(save(emulator, admin, other)) == "SoInvalidArgumentException PersonId");
}

TEST_CASE("Owner contacts: what is so already stays as it is") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  CHECK(outcome_of(emulator.call(admin, "AddOwnerContact", contact(1))) == "ok");
  CHECK(outcome_of(emulator.call(admin, "RemoveOwnerContact", contact(3))) == "ok");
  CHECK(before.changed_to(Cells::of(emulator.store())).empty());
}

TEST_CASE("Owner contacts: an unknown company is not found, and nothing changes") {
  GateFixture emulator;
  const std::string admin = emulator.login("ADM0", "adm0");
  struct Case {
    std::string parameters, message;
  };
  const Cells before = Cells::of(emulator.store());
  for (const std::string operation : {"AddOwnerContact", "RemoveOwnerContact"}) {
    for (const Case& c :
         {Case{contact(99), "Contact id 99 not found"}, Case{"", "Contact id 0 not found"},
          Case{contact(-1), "Contact id -1 not found"}}) {
      const Reply reply = emulator.call(admin, operation, c.parameters);
      CHECK(outcome_of(reply) == "SoNotFoundException");
      CHECK(reply.message() == c.message);
    }
  }
  CHECK(before.changed_to(Cells::of(emulator.store())).empty());
}
