#pragma once

#include <initializer_list>
#include <optional>

#include "server/envelope/binding.h"
#include "store/records.h"

namespace emulator {

/// The database's numbers are bits, the wire's are names in another order: both documented.
so__UserType to_wire(store::AssociateType type);
/// Empty for Unknown.
std::optional<store::AssociateType> from_wire(so__UserType type);

so__RoleType to_wire(store::RoleType type);
store::RoleType from_wire(so__RoleType type);

/// The wire's order is that of owner_relations() in domain/data_right_rules.h.
so__RoleRelationToOwner to_wire(store::RelationToOwner relation);
store::RelationToOwner from_wire(so__RoleRelationToOwner relation);

so__LicenseType to_wire(store::LicenseType type);

/// Whether a list of flags holds this one. gSOAP makes a bit set of it, without operators.
template <class Flags>
bool has_flag(Flags flags, Flags flag) {
  return (static_cast<LONG64>(flags) & static_cast<LONG64>(flag)) != 0;
}

/// A list of these flags.
template <class Flags>
Flags flags(std::initializer_list<Flags> wanted) {
  LONG64 bits = 0;
  for (const Flags flag : wanted) bits |= static_cast<LONG64>(flag);
  return static_cast<Flags>(bits);
}

}  // namespace emulator
