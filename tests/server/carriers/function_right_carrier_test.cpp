#include "server/carriers/function_right_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("Function right carrier: text as Name, code as ExtraInfo, selected or not") {
  SoapContext context;
  const store::FunctionRight right{.id = 3, .name = "admin-users", .text = "User Administrator"};
  for (const bool selected : {true, false}) {
    const so__SelectableMDOListItem* wire = function_right_list_item(context, right, selected);
    CHECK(wire->Id == 3);
    CHECK(shown(wire->Name) == "User Administrator");
    CHECK(shown(wire->FullName) == "User Administrator");
    CHECK(shown(wire->ExtraInfo) == "admin-users");
    CHECK(wire->Selected == selected);
    CHECK(wire->Rank == 0);
    CHECK_FALSE(wire->Deleted);
    CHECK_FALSE(wire->Hidden);
    CHECK(wire->ChildItems == nullptr);
    for (const std::string* text : {wire->ToolTip, wire->Type, wire->IconHint, wire->StyleHint}) {
      CHECK(shown(text) == "");
    }
    CHECK(wire->LastChanged == "0001-01-01T00:00:00");
  }
}
