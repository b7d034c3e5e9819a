#include "server/carriers/user_group_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("User group carrier: name, rank, and whether it is deleted as a number") {
  SoapContext context;
  const so__UserGroup* wire =
      user_group_carrier(context, {.id = 3, .name = "Sales", .rank = 40000, .tooltip = "Sells"});
  CHECK(wire->Id == 3);
  CHECK(shown(wire->Value) == "Sales");
  CHECK(shown(wire->Tooltip) == "Sells");
  CHECK(wire->Rank == 32767);
  CHECK(wire->Deleted == 0);
  CHECK(user_group_carrier(context, {.deleted = true})->Deleted == 1);
}

TEST_CASE("User group carrier: what is sent is read back, and null texts are empty") {
  SoapContext context;
  const store::UserGroup group{
      .id = 3, .name = "Sales", .rank = -7, .tooltip = "Sells", .deleted = true};
  CHECK(user_group_of_wire(*user_group_carrier(context, group)) == group);
  CHECK(user_group_of_wire({}) == store::UserGroup{});
  so__UserGroup wire;
  for (const short deleted : {short{-1}, short{2}, short{32767}}) {
    wire.Deleted = deleted;
    CHECK(user_group_of_wire(wire).deleted);
  }
}
