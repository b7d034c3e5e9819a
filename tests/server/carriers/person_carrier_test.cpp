#include "server/carriers/person_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

store::Person full_person() {
  store::Person person;
  person.id = 77;
  person.contact_id = 2;
  person.rank = -5;
  person.mrmrs = "Dr";
  person.first_name = "Anna";
  person.middle_name = "B.";
  person.last_name = "Ceder";
  person.kana_first_name = "kana first";
  person.kana_last_name = "kana last";
  person.title = "Head";
  person.post1 = "one";
  person.post2 = "two";
  person.post3 = "three";
  person.country_id = 752;
  person.retired = true;
  person.use_person_address = true;
  person.active_interests = 3;
  person.active_erp_links = 4;
  person.associate_id = 12;
  person.ticket_priority_id = 5;
  person.support_language_id = 6;
  person.support_associate_id = 13;
  person.position = "Chair";
  person.description = "Knows all";
  person.email = "Anna@fjord.example";
  person.email_name = "Anna C";
  person.direct_phone = "1";
  person.mobile_phone = "2";
  person.fax_phone = "3";
  return person;
}

}  // namespace

TEST_CASE("Person carrier: every text of the person and of its company in its own field") {
  Shown rows;
  auto contact = rows.store().contacts.find(2).value();
  contact.department = "Bergen";
  contact.fax = "4";
  rows.store().contacts.save(contact, {});
  const so__Person* wire = person_carrier(rows.context, rows.store(), full_person());
  const std::vector<std::pair<std::string, const std::string*>> fields{
      {"Dr", wire->Mrmrs},
      {"Anna", wire->Firstname},
      {"B.", wire->MiddleName},
      {"Ceder", wire->Lastname},
      {"Anna B. Ceder", wire->FullName},
      {"Anna B. Ceder", wire->FormalName},
      {"kana first", wire->Kanafname},
      {"kana last", wire->Kanalname},
      {"Head", wire->Title},
      {"one", wire->Post1},
      {"two", wire->Post2},
      {"three", wire->Post3},
      {"Chair", wire->Position},
      {"Knows all", wire->Description},
      {"Anna@fjord.example", wire->Email},
      {"Anna C", wire->EmailName},
      {"1", wire->DirectPhone},
      {"2", wire->MobilePhone},
      {"3", wire->FaxPhone},
      {"SAL1", wire->AssociateName},
      {"Fjord Consulting", wire->ContactName},
      {"Fjord Consulting, Bergen", wire->ContactFullName},
      {"Bergen", wire->ContactDepartment},
      {"990000002", wire->ContactOrgNr},
      {"+47 55002000", wire->ContactPhone},
      {"4", wire->ContactFax},
  };
  for (const auto& [expected, found] : fields) CHECK(shown(found) == expected);
}

TEST_CASE("Person carrier: every number in its own field") {
  Shown rows;
  const so__Person* wire = person_carrier(rows.context, rows.store(), full_person());
  CHECK(wire->PersonId == 77);
  CHECK(wire->ContactId == 2);
  CHECK(wire->Rank == -5);
  CHECK(wire->CountryId == 752);
  CHECK(wire->ContactCountryId == 578);
  CHECK(wire->Retired == 1);
  CHECK(wire->UsePersonAddress);
  CHECK(wire->ActiveInterests == 3);
  CHECK(wire->ActiveErpLinks == 4);
  CHECK(wire->AssociateId == 12);
  CHECK(wire->TicketPriorityId == 5);
  CHECK(wire->SupportLanguageId == 6);
  CHECK(wire->SupportAssociateId == 13);
}

TEST_CASE("Person carrier: without company or colleague the texts are empty, not nil") {
  Shown rows;
  const so__Person* wire = person_carrier(rows.context, rows.store(), store::Person{});
  for (const std::string* text : {wire->Firstname, wire->FullName, wire->Email, wire->ContactName,
                                  wire->ContactFullName, wire->AssociateName}) {
    CHECK(shown(text) == "");
  }
  CHECK(wire->Retired == 0);
}

TEST_CASE("Person carrier: the full name leaves out what is not there") {
  struct Case {
    std::string first, middle, last, full;
  };
  for (const Case& c : {Case{"A", "B", "C", "A B C"}, Case{"A", "", "C", "A C"},
                        Case{"", "", "C", "C"}, Case{"A", "B", "", "A B"}, Case{"", "", "", ""}}) {
    store::Person person;
    person.first_name = c.first;
    person.middle_name = c.middle;
    person.last_name = c.last;
    CHECK(full_name_of(person) == c.full);
  }
}
