#include "server/carriers/role_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("Role carrier: the light role") {
  SoapContext context;
  const so__Role* wire = role_carrier(context, {.id = 7, .name = "Boss", .tooltip = "Rules"});
  CHECK(wire->Id == 7);
  CHECK(shown(wire->Value) == "Boss");
  CHECK(shown(wire->Tooltip) == "Rules");
  CHECK(wire->TableRight == nullptr);
  CHECK(wire->FieldProperties == nullptr);
}

namespace {

const store::Role boss{.id = 7, .name = "Boss", .tooltip = "Rules", .rank = 70000, .deleted = true};

// What both kinds of items show of it.
void check_boss(const auto& wire) {
  CHECK(wire.Id == 7);
  CHECK(shown(wire.Name) == "Boss");
  CHECK(shown(wire.FullName) == "Boss");
  CHECK(shown(wire.ToolTip) == "Rules");
  CHECK(wire.Rank == 70000);
  CHECK(wire.Deleted);
  CHECK(wire.ColorBlock == 0);
  CHECK(wire.ChildItems == nullptr);
  for (const std::string* text : {wire.Type, wire.IconHint, wire.ExtraInfo, wire.StyleHint}) {
    CHECK(shown(text) == "");
  }
}

}  // namespace

TEST_CASE("Role carrier: a row of the list of roles") {
  SoapContext context;
  const so__SelectableMDOListItem* wire = role_list_item(context, boss);
  check_boss(*wire);
  CHECK(!wire->Selected);
  CHECK(!wire->Hidden);
  CHECK(wire->LastChanged == "0001-01-01T00:00:00");
}

TEST_CASE("Role carrier: a row of a list that is not for choosing") {
  SoapContext context;
  check_boss(*role_flat_list_item(context, boss));
}
