#include <doctest/doctest.h>

#include <map>
#include <set>

#include "tests/server/operations/dice.h"
#include "tests/server/operations/user_calls.h"

// Random changes of the owner companies, held against a set. What they are for is who may become
// an employee: only persons of theirs.

using namespace emulator;
using namespace emulator::testing;

namespace {

class OwnerContacts {
 public:
  explicit OwnerContacts(unsigned seed) : dice_(seed), ticket_(emulator_.login("ADM0", "adm0")) {
    for (const int contact : {1, 2, 3}) {
      store::Person person;
      person.contact_id = contact;
      person.last_name = "Ask";
      emulator_.store().persons.save(person, {});
      person_of_[contact] = person.id;
    }
  }

  void step() {
    const bool is_added = dice_.flip();
    const int contact = dice_.below(5);  // 0 and 4 are no companies.
    CAPTURE(contact);
    const Reply reply = emulator_.call(ticket_, is_added ? "AddOwnerContact" : "RemoveOwnerContact",
                                       element("ContactId", std::to_string(contact)));
    const bool is_there = contact >= 1 && contact <= 3;
    CHECK(outcome_of(reply) == (is_there ? "ok" : "SoNotFoundException"));
    if (!is_there) return;
    if (is_added) owners_.insert(contact);
    if (!is_added) owners_.erase(contact);
  }

  void check() {
    for (const auto& [contact, person] : person_of_) {
      CAPTURE(contact);
      const Reply saved = save(emulator_, ticket_, employee(person));
      CHECK(outcome_of(saved) ==
            (owners_.contains(contact) ? "ok" : "SoInvalidArgumentException PersonId"));
      if (saved.succeeded() != "true") continue;
      // Gone again, and with it who could not be employed twice.
      CHECK(outcome_of(emulator_.call(ticket_, "DeleteUser",
                                      element("UserId", saved.result("Response/AssociateId")))) ==
            "ok");
    }
  }

 private:
  Dice dice_;
  GateFixture emulator_;
  std::string ticket_;
  std::set<int> owners_{1};       ///< As in the seed.
  std::map<int, int> person_of_;  ///< By company: one without a user.
};

}  // namespace

TEST_CASE("Owner companies: after any changes, just their persons can become employees") {
  for (const unsigned seed : {1U, 2U}) {
    CAPTURE(seed);
    OwnerContacts contacts(seed);
    contacts.check();
    for (int i = 0; i < 40; ++i) {
      CAPTURE(i);
      contacts.step();
      contacts.check();
    }
  }
}
