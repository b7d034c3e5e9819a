#pragma once

#include <string_view>

#include "server/carriers/wire.h"

namespace emulator {

/// What a row of an MDO list says.
struct MdoRow {
  int id = 0;
  std::string_view name{};
  std::string_view tooltip{};
  std::string_view extra_info{};
  int rank = 0;
  bool deleted = false;
};

/// Fills an item of either kind, so__MDOListItem or so__SelectableMDOListItem. What no row has is
/// an empty text (A-LISTS).
template <class Item>
Item* filled(SoapContext& context, Item* wire, const MdoRow& row) {
  wire->Id = row.id;
  wire->Name = to_wire(context, row.name);
  wire->ToolTip = to_wire(context, row.tooltip);
  wire->Deleted = row.deleted;
  wire->Rank = row.rank;
  wire->Type = to_wire(context, "");
  wire->IconHint = to_wire(context, "");
  wire->ExtraInfo = to_wire(context, row.extra_info);
  wire->StyleHint = to_wire(context, "");
  wire->FullName = to_wire(context, row.name);
  return wire;
}

}  // namespace emulator
