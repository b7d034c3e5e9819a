#include "server/carriers/role_entity_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

store::Role guest() {
  return {.id = 4,
          .name = "Guest",
          .tooltip = "Sees little",
          .rank = 70000,
          .deleted = true,
          .type = store::RoleType::external_user,
          .use_categories = true,
          .stamp = {"2026-01-02T03:04:05", 11, "2026-02-03T04:05:06", 12, 1}};
}

}  // namespace

TEST_CASE_FIXTURE(Shown, "Role entity carrier: every field of a role") {
  const so__RoleEntity* wire = role_entity_carrier(context, store(), guest());
  CHECK(wire->RoleId == 4);
  CHECK(shown(wire->Name) == "Guest");
  CHECK(shown(wire->Tooltip) == "Sees little");
  CHECK(wire->RoleType == so__RoleType::ExternalUser);
  CHECK(wire->Deleted == 1);
  CHECK(wire->Rank == 32767);
  CHECK(wire->Created == "2026-01-02T03:04:05");
  CHECK(wire->UseCategories == 1);
  REQUIRE(wire->CreatedBy != nullptr);
  CHECK(wire->CreatedBy->AssociateId == 11);
  CHECK(wire->Updated == "2026-02-03T04:05:06");
  REQUIRE(wire->UpdatedBy != nullptr);
  CHECK(wire->UpdatedBy->AssociateId == 12);
  REQUIRE(wire->DataRights != nullptr);
  // The cells are those of role 4 in the store, the columns those of the type.
  const auto& row = wire->DataRights->Rights->ArrayOfDataRight.front()->DataRight;
  CHECK(row.size() == 6);
  CHECK(shown(row.front()->Value) == "CRU");
}

TEST_CASE_FIXTURE(Shown, "Role entity carrier: Created and Updated are UTC in every call") {
  context.set_time_zone(TimeZone::of(261, std::nullopt).value());
  const so__RoleEntity* wire = role_entity_carrier(context, store(), guest());
  CHECK(wire->Created == "2026-01-02T03:04:05");
  CHECK(wire->Updated == "2026-02-03T04:05:06");
}

TEST_CASE_FIXTURE(Shown,
                  "Role entity carrier: one that is not stored has no rights and no makers") {
  const so__RoleEntity* wire = role_entity_carrier(context, store(), {});
  CHECK(wire->RoleId == 0);
  CHECK(wire->Deleted == 0);
  CHECK(wire->UseCategories == 0);
  CHECK(wire->CreatedBy == nullptr);
  CHECK(wire->UpdatedBy == nullptr);
  CHECK(wire->Created == "0001-01-01T00:00:00");
  CHECK(wire->Updated == "0001-01-01T00:00:00");
  for (const auto* row : wire->DataRights->Rights->ArrayOfDataRight) {
    for (const auto* cell : row->DataRight) CHECK(shown(cell->Value) == "");
  }
}

TEST_CASE_FIXTURE(Shown, "Role entity carrier: what a client may set is read, the rest is not") {
  const so__RoleEntity* wire = role_entity_carrier(context, store(), guest());
  const store::Role role = role_of_wire(*wire);
  CHECK(role == store::Role{.id = 4,
                            .name = "Guest",
                            .tooltip = "Sees little",
                            .rank = 32767,
                            .type = store::RoleType::external_user,
                            .use_categories = true});
}

TEST_CASE("Role entity carrier: what is absent is empty, any number but 0 is a yes") {
  SoapContext context;
  so__RoleEntity* wire = soap_new_so__RoleEntity(context.get());
  CHECK(role_of_wire(*wire) == store::Role{});
  wire->UseCategories = -1;
  CHECK(role_of_wire(*wire).use_categories);
}
