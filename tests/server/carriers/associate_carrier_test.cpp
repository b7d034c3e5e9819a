#include "server/carriers/associate_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE_FIXTURE(Shown, "Associate carrier: every field of an employee") {
  store::Associate ada = associate(11);
  ada.user_name = "ada.moe@emulator.example";
  ada.user_name_key = ada.user_name;
  ada.ej_user_id = 7;
  ada.deleted = true;
  store().associates.save(ada, {});
  const so__Associate* wire = associate_carrier(context, store(), 11);
  REQUIRE(wire != nullptr);
  CHECK(wire->AssociateId == 11);
  CHECK(shown(wire->Name) == "ADM0");
  CHECK(wire->PersonId == 147);
  CHECK(wire->Rank == 1);
  CHECK(shown(wire->Tooltip) == "Ada Moe");
  CHECK(wire->Type == so__UserType::InternalAssociate);
  CHECK(wire->GroupIdx == 1);
  CHECK(shown(wire->FullName) == "Ada Moe");
  CHECK(shown(wire->FormalName) == "Ada Moe");
  CHECK(wire->Deleted);
  CHECK(wire->EjUserId == 7);
  CHECK(shown(wire->UserName) == "ada.moe@emulator.example");
}

TEST_CASE_FIXTURE(Shown, "Associate carrier: no person, no full name") {
  const so__Associate* wire = associate_carrier(context, store(), 14);
  REQUIRE(wire != nullptr);
  CHECK(wire->Type == so__UserType::SystemAssociate);
  CHECK(wire->PersonId == 0);
  CHECK(shown(wire->FullName) == "");
  CHECK(shown(wire->FormalName) == "");
  CHECK_FALSE(wire->Deleted);
}

TEST_CASE_FIXTURE(Shown, "Associate carrier: of a deleted one what the history has") {
  store::AssociateHistory entry{.associate_id = 77,
                                .group_id = 3,
                                .person_id = 501,
                                .type = store::AssociateType::external_person,
                                .name = "OLD1",
                                .first_name = "Olga",
                                .middle_name = "M.",
                                .last_name = "Dal"};
  store().associate_history.save(entry, {});
  const so__Associate* wire = associate_carrier(context, store(), 77);
  REQUIRE(wire != nullptr);
  CHECK(wire->AssociateId == 77);
  CHECK(shown(wire->Name) == "OLD1");
  CHECK(wire->PersonId == 501);
  CHECK(wire->Type == so__UserType::ExternalAssociate);
  CHECK(wire->GroupIdx == 3);
  CHECK(shown(wire->FullName) == "Olga M. Dal");
  CHECK(shown(wire->FormalName) == "Olga M. Dal");
  CHECK(wire->Deleted);
  CHECK(shown(wire->Tooltip) == "");
  CHECK(shown(wire->UserName) == "");
}

TEST_CASE_FIXTURE(Shown, "Associate carrier: none for nobody") {
  CHECK(associate_carrier(context, store(), 0) == nullptr);
  CHECK(associate_carrier(context, store(), 99999) == nullptr);
}
